// Tries HTML reports in a browser: node page.mjs FOLDER CHROMIUM. Ends with another code than 0 where a report is not as it should be.

import { after } from "node:test";
import { browser } from "./browser.mjs";
import "./subjects.mjs";
import "./many.mjs";
import "./paper.mjs";
import "./keyboard.mjs";
import "./hostile.mjs";
import "./accessibility.mjs";

after(() => browser.close());
