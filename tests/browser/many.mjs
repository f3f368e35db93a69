// Tries a page of ten thousand subjects.

import assert from "node:assert/strict";
import test from "node:test";
import { column, CODE, opened, rows } from "./browser.mjs";

const ALL = 10_000;

test("ten thousand subjects open with the first few hundred, and the others are there to ask for", (context) => opened("many", async (page) => {
  const ready = await page.evaluate(() => Math.round(performance.getEntriesByType("navigation")[0].domContentLoadedEventEnd));
  context.diagnostic(`${ALL} subjects: ready for use after ${ready} ms`);
  const timed = async (what, act) => {
    const start = performance.now();
    await act();
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    context.diagnostic(`${ALL} subjects: ${what} took ${Math.round(performance.now() - start)} ms`);
  };
  const first = await rows(page).count();
  assert.ok(first >= 100 && first <= 300, `${first} rows at first`);
  assert.equal(await page.locator("#subjects-count").textContent(), "10.000 trên 10.000 đối tượng");
  await timed("a search", () => page.locator("#subjects-search").fill("T009876"));
  assert.deepEqual(await column(page, CODE), ["T009876"]);
  await page.locator("#subjects-search").fill("");
  await timed("showing more", () => page.locator("#subjects-more").click());
  const more = await rows(page).count();
  assert.ok(more > first && more < ALL, `${more} rows then`);
  await timed("sorting", () => page.locator("#subjects-list thead th").nth(CODE).getByRole("button").click());
  await timed("sorting again", () => page.locator("#subjects-list thead th").nth(CODE).getByRole("button").click());
  assert.equal((await column(page, CODE))[0], "T009999");
  await timed("unfolding", () => rows(page).first().getByRole("button").click());
  assert.ok(await page.locator("tr.why .rules > li").count() > 0);
  await page.locator("#subjects-search").fill("T00123");
  assert.equal(await rows(page).count(), 10);
  assert.equal(await page.locator("#subjects-more").isVisible(), false);
}));
