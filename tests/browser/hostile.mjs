// Opens a report on data that would like to be more than text.

import assert from "node:assert/strict";
import test from "node:test";
import { opened, report, rows, unfold } from "./browser.mjs";

const UNSEEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/;

test("names, files and rules that hold markup or controls stay text, folded and unfolded", () => opened("hostile", async (page) => {
  const { subjects } = report("hostile");
  const look = () => page.evaluate(() => ({
    foreign: document.querySelectorAll("img, b, i, iframe, object, embed, base, a:not([href^='#']), video, audio, link, meta[http-equiv=refresh]").length,
    scripts: Array.from(document.scripts, (script) => script.type || "script"),
    handlers: Array.from(document.querySelectorAll("*")).flatMap((one) => one.getAttributeNames().filter((name) => name.startsWith("on"))),
    text: document.body.innerText + document.title + Array.from(document.querySelectorAll("[aria-label]"), (one) => one.getAttribute("aria-label")).join(),
    ran: window.ran === undefined,
  }));
  const before = await look();
  await unfold(page, subjects.length);
  const after = await look();
  for (const { foreign, scripts, handlers, text, ran } of [before, after]) {
    assert.deepEqual([foreign, handlers, ran], [0, [], true]);
    assert.deepEqual(scripts, ["script", "application/json", "application/json"]);
    assert.ok(!UNSEEN.test(text), `${text.match(UNSEEN)?.index}`);
  }
  assert.equal(await rows(page).count(), subjects.length);
  for (const said of ["</script><script>", "<img src=x onerror=", "\"><b>"]) assert.ok(after.text.includes(said), said);
  const longest = await rows(page).evaluateAll((found) => Math.max(...found.map((row) => row.cells[1].textContent.length)));
  assert.ok(longest > 100 && longest < 300, `${longest} letters`);
  const aboves = await page.locator("#subjects-above option").evaluateAll((options) => options.map((option) => option.value));
  assert.ok(aboves.length > 5, aboves.join());
  for (const above of aboves) {
    await page.locator("#subjects-above").selectOption(above);
    assert.ok(await rows(page).count() > 0, above);
  }
  await page.locator("#subjects-above").selectOption("");
  await page.locator("#subjects-search").fill("<img");
  assert.equal(await rows(page).count(), 1);
}));
