// Tries what a report is on paper, on a narrow screen, and without its script.

import assert from "node:assert/strict";
import test from "node:test";
import { column, CODE, opened, overhang, report, rows, unfold } from "./browser.mjs";

/** Prints as the browser does; also what stood in the page while it printed. */
const printed = async (page) => {
  await page.evaluate(() => addEventListener("beforeprint", () => {
    window.onPaper = {
      rows: document.querySelectorAll("#subjects-list > tbody > tr:not(.why)").length,
      waived: document.querySelector("#nominations details.reasons-of[open]")?.innerText,
      folded: document.querySelectorAll("details.reasons-of:not([open])").length,
    };
  }));
  const bytes = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
  const onPaper = await page.evaluate(() => window.onPaper);
  const boxes = [...bytes.matchAll(/\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)\s*\]/g)].map(([, wide, high]) => [Math.round(wide), Math.round(high)]);
  return { ...onPaper, boxes, pages: [...bytes.matchAll(/\/Type\s*\/Page\b(?!s)/g)].length };
};

test("every matching row and every reason goes to A4, and the screen is as before", () => opened("many", async (page) => {
  await page.locator("#subjects-search").fill("Ấp 99");
  const matching = Number((await page.locator("#subjects-count").textContent()).match(/^\d+/)[0]);
  const before = await rows(page).count();
  assert.ok(matching > before, `${before} of ${matching}`);
  const paper = await printed(page);
  assert.equal(paper.rows, matching);
  assert.ok(paper.pages > 5, `${paper.pages} pages`);
  assert.equal(await rows(page).count(), before);
}));

test("the example goes to A4 whole", () => opened("vi", async (page) => {
  const folded = await page.locator("details.reasons-of:not([open])").count();
  const paper = await printed(page);
  assert.deepEqual([paper.rows, paper.folded], [report("vi").subjects.length, 0]);
  assert.match(paper.waived, /V\.2\.3\.e.*miễn xét theo/);
  assert.ok(paper.boxes.length > 0 && paper.pages > 1, `${paper.pages} pages`);
  for (const box of paper.boxes) assert.deepEqual(box, [595, 842]);
  assert.ok(folded > 0);
  assert.equal(await page.locator("details.reasons-of:not([open])").count(), folded);
  await page.emulateMedia({ media: "print" });
  for (const hidden of ["nav", "form.controls", ".skip", "td.unfolds"]) assert.equal(await page.locator(hidden).first().isVisible(), false, hidden);
  for (const shown of ["h1", ".result", "#nominations table", "#subjects-list thead .print"]) assert.ok(await page.locator(shown).first().isVisible(), shown);
}));

for (const name of ["vi", "en", "hostile", "many"]) {
  test(`${name}: nothing stands out of a screen of 360 px`, () => opened(name, async (page) => {
    await unfold(page, 20);
    assert.ok(await overhang(page) <= 0, `${await overhang(page)} px`);
    const column = page.locator("#subjects-list tbody td.unfolds button").first();
    assert.ok((await column.boundingBox()).x < 360 - 20);
  }, { width: 360, height: 780 }));
}

test("without JavaScript there is all to read, and nothing that does not work", () => opened("vi", async (page) => {
  const { subjects, nominations } = report("vi");
  assert.deepEqual(await column(page, CODE), subjects.map((one) => one.code));
  assert.equal(await page.locator("#nominations tbody > tr").count(), nominations.length);
  const reasons = page.locator("#first li", { hasText: "25294" });
  assert.match(await reasons.first().innerText(), /cần trên 50 %/);
  const unfolding = page.locator("#nominations details").first();
  await unfolding.locator("summary").click();
  assert.ok(await unfolding.locator(".rules").isVisible());
  assert.ok(await page.locator("noscript p").isVisible());
  for (const dead of ["form.controls", "#subjects-more", "#subjects-list td.unfolds", "#subjects-list th button"]) {
    assert.equal(await page.locator(dead).first().isVisible(), false, dead);
  }
}, { javaScriptEnabled: false }));
