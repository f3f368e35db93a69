// Opens reports in a headless Chromium and listens to what they do.
//
// In: a folder of reports and the browser's path, from the command line. Out: opened pages, each with what it asked for and complained of.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const [folder, executablePath] = process.argv.slice(2);

// The driver gives each start a profile of its own.
export const browser = await chromium.launch({
  executablePath,
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
});

export const report = (name) => JSON.parse(readFileSync(join(folder, `${name}.json`), "utf8"));

/** Opens a report, hands its page on, and holds it against what no report may do. */
export async function opened(name, visit, { width = 1200, height = 900, ...options } = {}) {
  const context = await browser.newContext({ viewport: { width, height }, ...options });
  const page = await context.newPage();
  const [complaints, requests] = [[], []];
  page.on("console", (message) => complaints.push(`${message.type()}: ${message.text()}`));
  page.on("pageerror", (error) => complaints.push(`error: ${error.message}`));
  page.on("dialog", (dialog) => { complaints.push(`dialog: ${dialog.message()}`); dialog.dismiss(); });
  page.on("request", (request) => requests.push(request.url()));
  await page.addInitScript(() => addEventListener("securitypolicyviolation", (event) => console.error(`policy: ${event.violatedDirective}`)));
  const address = pathToFileURL(join(folder, `${name}.html`)).href;
  try {
    await page.goto(address);
    await visit(page);
    assert.deepEqual(complaints, [], `${name} complains of nothing`);
    assert.deepEqual([...new Set(requests)].map((url) => url.split("#")[0]), [address], `${name} asks for nothing but itself`);
  } finally {
    await context.close();
  }
}

/** The rows of subjects that are to be seen. */
export const rows = (page) => page.locator("#subjects-list > tbody > tr:not(.why):visible");

/** The texts of one column of the rows that are to be seen. */
export const column = (page, at) => rows(page).evaluateAll((found, place) => found.map((row) => row.cells[place].textContent.trim()), at);

export const CODE = 0, NAME = 1, ABOVE = 2, VERDICT = 3;

/** How far the page is wider than what it is seen through. */
export const overhang = (page) => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);

/** Unfolds so many rows of subjects, and all that folds besides. */
export async function unfold(page, most) {
  for (const row of (await rows(page).all()).slice(0, most)) await row.getByRole("button").click();
  await page.evaluate(() => { for (const one of document.querySelectorAll("details")) one.open = true; });
}
