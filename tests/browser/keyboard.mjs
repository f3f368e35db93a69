// Goes through a report by keyboard alone.

import assert from "node:assert/strict";
import test from "node:test";
import { column, NAME, opened, rows } from "./browser.mjs";

/** What has the focus: a name for it, and whether a reader sees that. */
const focus = (page) => page.evaluate(() => {
  const element = document.activeElement;
  const { left, top, right, bottom, width, height } = element.getBoundingClientRect();
  const style = getComputedStyle(element);
  return {
    name: element.id || element.className || element.getAttribute("aria-label") || element.textContent.trim(),
    tag: element.localName,
    row: element.closest("#subjects-list > tbody") ? "body" : element.closest("#subjects-list > thead") ? "head" : "",
    isSeen: width > 0 && height > 0 && right > 0 && bottom > 0 && left < innerWidth && top < innerHeight,
    isMarked: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
  };
});

/** Tab by tab until something is reached; everything on the way must be seen and marked. */
async function tabTo(page, what, isReached, most = 400) {
  for (let step = 0; step < most; step += 1) {
    await page.keyboard.press("Tab");
    const found = await focus(page);
    assert.ok(found.isSeen && found.isMarked, `on the way to ${what}: ${JSON.stringify(found)}`);
    if (isReached(found)) return step + 1;
  }
  throw new Error(`${what} is not reached in ${most} steps`);
}

test("all that a mouse does is done by keyboard, and the focus is seen all the way", () => opened("vi", async (page) => {
  const skip = await tabTo(page, "the link past the contents", (it) => it.name === "skip");
  assert.equal(skip, 1, "it comes first");
  await page.keyboard.press("Enter");
  assert.equal(new URL(page.url()).hash, "#main");
  await tabTo(page, "the reasons of a nomination", (it) => it.tag === "summary");
  const unfolding = page.locator("#nominations details").first();
  await page.keyboard.press("Enter");
  assert.ok(await unfolding.locator(".rules").isVisible());
  await page.keyboard.press("Space");
  assert.equal(await unfolding.getAttribute("open"), null);

  await tabTo(page, "the search", (it) => it.name === "subjects-search");
  await page.keyboard.type("loc thanh");
  await page.keyboard.press("Enter");
  assert.ok((await column(page, NAME)).includes("Lộc Thạnh"));
  await tabTo(page, "the tables", (it) => it.name === "subjects-table", 2);
  for (let step = 0; step < 3; step += 1) await page.keyboard.press("ArrowDown");
  assert.equal(await page.locator("#subjects-table").inputValue(), "Cấp xã");
  assert.ok(await rows(page).count() >= 2);
  await tabTo(page, "the verdicts", (it) => it.name === "subjects-verdict", 2);
  await tabTo(page, "the units above", (it) => it.name === "subjects-above", 2);

  const header = page.locator("#subjects-list thead th").nth(NAME);
  await tabTo(page, "the code's header", (it) => it.row === "head", 1);
  await tabTo(page, "the name's header", (it) => it.row === "head", 1);
  await page.keyboard.press("Space");
  assert.equal(await header.getAttribute("aria-sort"), "ascending");
  await page.keyboard.press("Enter");
  assert.equal(await header.getAttribute("aria-sort"), "descending");

  await tabTo(page, "a row's reasons", (it) => it.row === "body", 4);
  await page.keyboard.press("Enter");
  assert.equal(await page.locator("tr.why:visible").count(), 1);
  await page.keyboard.press("Space");
  assert.equal(await page.locator("tr.why").count(), 0);
  await tabTo(page, "what was found in a file", (it) => it.tag === "summary", 20);
}));

test("more rows are asked for by keyboard", () => opened("many", async (page) => {
  const first = await rows(page).count();
  await rows(page).last().getByRole("button").focus();
  await tabTo(page, "the button for more", (it) => it.name === "subjects-more", 1);
  await page.keyboard.press("Enter");
  assert.ok(await rows(page).count() > first);
  const next = await page.evaluate(() => document.activeElement.closest("tr").rowIndex);
  assert.equal(next, first + 1, "the focus is on the first row that came");
}));
