// Holds reports against the rules of axe-core: for those who do not see, see little, or use no mouse.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import test from "node:test";
import { opened, unfold } from "./browser.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const GRAVE = ["serious", "critical"];

const unfolded = (page) => unfold(page, 12);
const asIs = async () => {};

const STATES = [
  ["vi", "as opened", asIs, {}],
  ["en", "as opened", asIs, {}],
  ["vi", "unfolded", unfolded, {}],
  ["en", "at 360 px, unfolded", unfolded, { width: 360, height: 780 }],
  ["hostile", "unfolded", unfolded, {}],
];

for (const [name, state, prepare, options] of STATES) {
  test(`${name}, ${state}: no grave hindrance`, (context) => opened(name, async (page) => {
    await prepare(page);
    await page.evaluate(axe);
    const { violations, passes } = await page.evaluate(() => window.axe.run());
    const told = violations.map(({ impact, id, help, nodes }) => `${impact}: ${id}, ${help}; ${nodes.length} places, ${nodes[0].html.slice(0, 160)}`);
    for (const line of told) context.diagnostic(line);
    assert.ok(passes.length > 20, `${passes.length} rules hold`);
    assert.deepEqual(told.filter((_, at) => GRAVE.includes(violations[at].impact)), []);
  }, options));
}
