// Tries the table of subjects: search, filters, order, reasons.

import assert from "node:assert/strict";
import test from "node:test";
import { ABOVE, CODE, NAME, VERDICT, column, opened, report, rows } from "./browser.mjs";

const search = (page) => page.locator("#subjects-search");
const choose = (page, name, label) => page.locator(`#subjects-${name}`).selectOption({ label });
const counted = (page) => page.locator("#subjects-count").textContent();

test("a search without accents finds every spelling, one with accents only its own", () => opened("vi", async (page) => {
  const found = async (text) => {
    await search(page).fill(text);
    return new Set(await column(page, NAME));
  };
  const both = await found("loc thanh");
  assert.ok(both.has("Lộc Thành") && both.has("Lộc Thạnh"), [...both].join());
  const one = await found("lộc thạnh");
  assert.ok(one.has("Lộc Thạnh") && !one.has("Lộc Thành"), [...one].join());
  assert.deepEqual(await found("LỘC THẠNH"), one);
  assert.deepEqual(await found("lộc thạnh".normalize("NFD")), one);
  assert.deepEqual(await found("loc thạnh"), one);
  assert.ok((await found("Lộc Hoà")).has("Lộc Hòa"), "a tone on the other letter");
  assert.ok((await found("dong xoai")).has("Thành phố Đồng Xoài"));
  await search(page).fill("25294");
  assert.deepEqual(await column(page, CODE), ["25294"]);
  assert.deepEqual(await found("không có xã này"), new Set());
  assert.match(await counted(page), /^0 /);
}));

test("filters narrow the list together, and its count says so", () => opened("vi", async (page) => {
  const { subjects } = report("vi");
  const communes = subjects.filter((one) => one.table === "communes");
  assert.equal(await counted(page), `${subjects.length} trên ${subjects.length} đối tượng`);
  await choose(page, "table", "Cấp xã");
  assert.equal(await rows(page).count(), communes.length);
  await choose(page, "verdict", "không đủ điều kiện");
  const ineligible = communes.filter((one) => one.verdict === "ineligible").map((one) => one.code);
  assert.deepEqual(await column(page, CODE), ineligible);
  assert.equal(await counted(page), `${ineligible.length} trên ${subjects.length} đối tượng`);
  await choose(page, "above", "Huyện Lộc Ninh");
  const [above, verdicts, codes] = [await column(page, ABOVE), await column(page, VERDICT), await column(page, CODE)];
  assert.ok(codes.includes("25294") && codes.length < ineligible.length);
  assert.ok(above.every((text) => text === "Huyện Lộc Ninh") && verdicts.every((text) => text.endsWith("không đủ điều kiện")));
  await search(page).fill("thanh");
  assert.ok((await column(page, NAME)).every((name) => /th[aàạ]nh/i.test(name)));
  await search(page).fill("");
  for (const name of ["table", "verdict", "above"]) await choose(page, name, "Tất cả");
  assert.equal(await rows(page).count(), subjects.length);
}));

/** The letters of Vietnamese in their order; tones follow letters. */
const LETTERS = "aăâbcdđeêghiklmnoôơpqrstuưvxy";
const place = (name) => Array.from(name.toLowerCase().normalize("NFD").replace(/[\u0300\u0301\u0303\u0309\u0323]/g, "").normalize("NFC"), (letter) => LETTERS.indexOf(letter));
const isBefore = (one, other) => {
  const [a, b] = [place(one), place(other)];
  const at = a.findIndex((letter, index) => letter !== b[index]);
  return at < 0 || b[at] === undefined ? a.length <= b.length || at < 0 : a[at] < b[at];
};

test("columns are sorted as Vietnamese is, codes by their number, verdicts by what asks for action", () => opened("vi", async (page) => {
  await choose(page, "table", "Cấp xã");
  const header = (at) => page.locator("#subjects-list thead th").nth(at);
  await header(NAME).getByRole("button").click();
  assert.equal(await header(NAME).getAttribute("aria-sort"), "ascending");
  const names = await column(page, NAME);
  for (const [at, name] of names.slice(1).entries()) assert.ok(isBefore(names[at], name), `${names[at]}, ${name}`);
  const first = (letter) => names.findIndex((name) => name.startsWith(letter));
  assert.ok(first("Đ") > first("B") && first("Đ") < first("H"), names.join());
  await header(NAME).getByRole("button").click();
  assert.equal(await header(NAME).getAttribute("aria-sort"), "descending");
  assert.equal((await column(page, NAME))[0], names.at(-1));
  await choose(page, "table", "Tất cả");
  await header(CODE).getByRole("button").click();
  assert.equal(await header(NAME).getAttribute("aria-sort"), null, "one column is sorted at a time");
  const numbers = (await column(page, CODE)).filter((code) => /^\d+$/.test(code)).map(Number);
  assert.deepEqual(numbers, numbers.toSorted((a, b) => a - b));
  await header(VERDICT).getByRole("button").click();
  const verdicts = (await column(page, VERDICT)).map((text) => ["✗", "?", "✓"].indexOf(text[0]));
  assert.deepEqual(verdicts, verdicts.toSorted());
}));

/** Every value of a rule with a cell, as a report's reasons write it. */
const cells = (trace, found = new Set()) => {
  if (trace.place?.cell) found.add(`${trace.place.cell} = ${trace.shown}`);
  for (const part of trace.parts ?? []) cells(part, found);
  return found;
};

test("a row unfolds its clauses, arithmetic and cells as the JSON report has them", () => opened("vi", async (page) => {
  const { subjects } = report("vi");
  let compared = 0;
  for (const code of ["25294", "25216", "CQ03", "HO03", "689", "CB03"]) {
    const subject = subjects.find((one) => one.code === code);
    await search(page).fill(code);
    const button = rows(page).first().getByRole("button");
    assert.equal(await button.getAttribute("aria-expanded"), "false");
    await button.click();
    assert.equal(await button.getAttribute("aria-expanded"), "true");
    const why = page.locator("#subjects-list tr.why:visible");
    const rules = await why.locator(".rules > li:has(> strong)").evaluateAll((items) => items.map((item) => ({
      id: item.querySelector("strong").textContent,
      text: item.innerText,
      sources: Array.from(item.querySelectorAll(".sources > li"), (source) => source.textContent),
    })));
    assert.deepEqual(rules.map((rule) => rule.id), subject.rules.map((rule) => rule.id), code);
    for (const [at, rule] of rules.entries()) {
      assert.match(rule.text, /\(KH.*\)/, `${code} ${rule.id} names its clause`);
      const expected = cells(subject.rules[at].trace ?? {});
      const files = rule.sources.map((source) => source.replace(/^.*?: (?=[A-Z]+\d+ = )/, ""));
      const shown = files.flatMap((source) => source.split(/, (?=[A-Z]+\d+ = )/));
      // What fails is told by the cells that make it fail; all others by every cell that was looked at.
      const told = { ...subject.rules[at], cells: new Set(shown) };
      if (told.verdict === "met") assert.deepEqual(told.cells, expected, `${code} ${rule.id}`);
      assert.deepEqual(shown.filter((cell) => !expected.has(cell)), [], `${code} ${rule.id}`);
      for (const { place } of told.missing) if (place?.cell) assert.ok(rule.text.includes(place.cell), `${code} ${rule.id} ${place.cell}`);
      compared += shown.length;
    }
    await button.click();
    assert.equal(await why.count(), 0);
  }
  assert.ok(compared > 40, `${compared} cells`);
  await search(page).fill("25294");
  await rows(page).first().getByRole("button").click();
  const text = await page.locator("#subjects-list tr.why").innerText();
  assert.match(text, /\(\(100 \+ 114\) − \(50 \+ 57\)\) \/ \(100 \+ 114\) = 50 %, cần trên 50 %/);
  assert.match(text, /01-ho-ngheo-can-ngheo\.xlsx!Cấp xã: I53 = 100 hộ, N53 = 114 hộ, M53 = 50 hộ, R53 = 57 hộ/);
}));

test("names that were left out are nowhere in the page", () => opened("redacted", async (page) => {
  const text = await page.content();
  for (const name of ["Lộc Thành", "Lộc Thạnh", "Thác Mơ"]) assert.ok(!text.includes(name), name);
  await search(page).fill("25294");
  assert.deepEqual(await column(page, CODE), ["25294"]);
}));
