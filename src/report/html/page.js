"use strict";
// Search, filters, sorting and unfolding of the table of subjects. Without this script everything is still there to read.
(() => {
  const FIRST = 200;
  const list = document.getElementById("subjects-list");
  const collator = new Intl.Collator("vi", { numeric: true });
  const written = (number) => number.toLocaleString(document.documentElement.lang);
  const plain = (text) => text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/[đĐ]/g, "d").toLowerCase();
  const exact = (text) => text.normalize("NFC").toLowerCase();
  // The tone stands on the same letter, whether "hoà" or "hòa" was written.
  const placed = (text) => text.normalize("NFD").toLowerCase().replace(/([ou])([\u0300\u0301\u0303\u0309\u0323])([aey])/g, "$1$3$2");

  if (list) {
    const body = list.tBodies[0];
    const search = document.getElementById("subjects-search");
    const filters = ["table", "verdict", "above"].map((name) => ({ name, control: document.getElementById("subjects-" + name) }));
    const count = document.getElementById("subjects-count");
    const more = document.getElementById("subjects-more");
    const rows = Array.from(body.rows, (row, place) => ({
      row, place, above: row.dataset.above, table: row.dataset.table, verdict: row.dataset.verdict,
      exact: exact(row.dataset.search), placed: placed(row.dataset.search), plain: plain(row.dataset.search),
      cells: Array.from(row.cells, (cell) => cell.dataset.order || cell.textContent.trim()),
      why: null,
    }));
    let shown = FIRST;
    let matching = rows;

    const fold = (entry) => {
      if (entry.why) { entry.why.remove(); entry.why = null; }
      entry.row.querySelector("button").setAttribute("aria-expanded", "false");
    };
    const unfold = (entry) => {
      const row = document.createElement("tr");
      row.className = "why";
      const cell = row.insertCell();
      cell.colSpan = entry.row.cells.length;
      cell.append(explanation(Number(entry.row.dataset.index)));
      entry.row.after(row);
      entry.why = row;
      entry.row.querySelector("button").setAttribute("aria-expanded", "true");
    };
    // Only what is seen stands in the page: with thousands of rows the browser would be slow.
    const draw = () => {
      const visible = matching.slice(0, shown);
      const focused = document.activeElement;
      body.replaceChildren(...visible.flatMap((entry) => (entry.why ? [entry.row, entry.why] : [entry.row])));
      if (body.contains(focused)) focused.focus({ preventScroll: true });
      count.textContent = count.dataset.pattern.replace("{shown}", written(matching.length)).replace("{all}", written(rows.length));
      more.hidden = visible.length === matching.length;
    };
    // A word without accents finds every word of these letters; one with accents only itself.
    const sought = (word) => {
      const [wordPlain, wordExact, wordPlaced] = [plain(word), exact(word), placed(word)];
      if (wordPlain === wordExact) return (entry) => entry.plain.includes(wordPlain);
      return (entry) => entry.exact.includes(wordExact) || entry.placed.includes(wordPlaced);
    };
    const match = () => {
      const words = search.value.split(/\s+/).filter(Boolean).map(sought);
      matching = rows.filter((entry) =>
        filters.every(({ name, control }) => !control || !control.value || entry[name] === control.value) &&
        words.every((is) => is(entry)));
      draw();
    };
    const sort = (header, column) => {
      const rising = header.getAttribute("aria-sort") !== "ascending";
      for (const other of list.tHead.rows[0].cells) other.removeAttribute("aria-sort");
      header.setAttribute("aria-sort", rising ? "ascending" : "descending");
      rows.sort((a, b) => (rising ? 1 : -1) * collator.compare(a.cells[column], b.cells[column]) || a.place - b.place);
      match();
    };

    const of = new Map(rows.map((entry) => [entry.row, entry]));
    body.addEventListener("click", (event) => {
      const button = event.target.closest("button");
      const entry = button && of.get(button.closest("tr"));
      if (!entry) return;
      if (entry.why) fold(entry);
      else if (document.readyState === "loading") addEventListener("DOMContentLoaded", () => { if (!entry.why) unfold(entry); });
      else unfold(entry);
    });
    search.addEventListener("input", () => { shown = FIRST; match(); });
    for (const { control } of filters) if (control) control.addEventListener("change", () => { shown = FIRST; match(); });
    search.form.addEventListener("submit", (event) => event.preventDefault());
    more.addEventListener("click", () => {
      const next = matching[shown];
      shown += 1000;
      draw();
      // The button may be gone: who uses the keyboard goes on at the first row that came.
      next.row.querySelector("button").focus({ preventScroll: true });
    });
    Array.from(list.tHead.rows[0].cells).forEach((header, column) => {
      const button = header.querySelector("button");
      if (button) button.addEventListener("click", () => sort(header, column));
    });
    for (const control of document.querySelectorAll(".controls[hidden]")) control.hidden = false;
    match();
    list.classList.add("ready");

    // Paper has no button for more: everything that matches is printed.
    let before = FIRST;
    addEventListener("beforeprint", () => { before = shown; shown = Infinity; draw(); });
    addEventListener("afterprint", () => { shown = before; draw(); });
  }

  // The reasons stand apart from the rows, behind this script, in chunks that are read when one of them is asked for.
  const chunks = new Map();
  let rules = null;
  const reasons = (index) => {
    const blocks = document.querySelectorAll("script.reasons");
    const size = Number(blocks[0].dataset.size);
    const at = Math.floor(index / size);
    if (!chunks.has(at)) chunks.set(at, JSON.parse(blocks[at].textContent));
    rules ??= JSON.parse(document.getElementById("rules-told").textContent);
    return chunks.get(at)[index % size];
  };
  const make = (name, text, style) => {
    const element = document.createElement(name);
    if (text) element.textContent = text;
    if (style) element.className = style;
    return element;
  };
  const explanation = (index) => {
    const [place, faults, told] = reasons(index);
    const all = document.createDocumentFragment();
    all.append(make("p", place, "soft"));
    const items = make("ul", "", "rules");
    for (const fault of faults) items.append(make("li", fault));
    for (const [at, light, sign, outcome, lines] of told) {
      const [id, says, cite] = rules[at];
      const item = make("li");
      item.append(make("span", sign, "sign " + light), make("strong", id), " " + says + " — " + outcome + " ", make("span", "(" + cite + ")", "soft"));
      const texts = make("ul", "", "lines");
      for (const [text, sources] of lines) {
        const line = make("li", text);
        if (sources.length) {
          const cells = make("ul", "", "sources");
          for (const source of sources) cells.append(make("li", source));
          line.append(cells);
        }
        texts.append(line);
      }
      if (lines.length) item.append(texts);
      items.append(item);
    }
    all.append(items);
    return all;
  };

  // What is folded on the screen is unfolded on paper.
  const opened = [];
  addEventListener("beforeprint", () => {
    for (const one of document.querySelectorAll("details.reasons-of:not([open])")) { one.open = true; opened.push(one); }
  });
  addEventListener("afterprint", () => { for (const one of opened.splice(0)) one.open = false; });
})();
