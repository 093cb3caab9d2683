// The list of events: what passes, a page at a time, so that ten thousand cost no more than fifty.

const rows = document.getElementById("rows");
const pageSize = 50;
const printSize = 1000;
let firstRow = 0;
let sorting = { by: "date", step: 1 };
let sorted = passing;

/** A link that opens an event, with its class as a coloured edge. */
function eventLink(index) {
  const event = events[index];
  return element("a", { href: "#" + addressWith({ event: event.id }), "data-event": index }, event.text);
}

/** Small words beside an event: its status where it did not simply happen. */
function badges(event) {
  const names = event.status > 0 ? ["status." + statuses[event.status]] : [];
  if (event.contested) names.push("status.contested");
  return names.map((name) => element("span", { class: "badge" }, word(name)));
}

function row(index) {
  const event = events[index];
  return element(
    "tr", { class: quads[event.quad] },
    element("td", { class: "date" }, event.date ?? word("undated")),
    element("th", { scope: "row" }, element("bdi", {}, eventLink(index)), ...badges(event)),
    element("td", { class: "class" }, word("quad." + quads[event.quad])),
    element("td", { class: "number" }, numbers.format(event.reports.length)));
}

/** Sorts what passes; the events stand in the order of their dates. */
function showList() {
  sorted = [...passing];
  if (sorting.by === "reports") {
    sorted.sort((a, b) => (events[a].reports.length - events[b].reports.length) * sorting.step || a - b);
  } else if (sorting.step < 0) sorted.reverse();
  firstRow = 0;
  showRows();
}

function showRows(size = pageSize) {
  const some = sorted.slice(firstRow, firstRow + size);
  rows.replaceChildren(...some.map(row));
  if (some.length === 0) {
    rows.append(element("tr", {}, element("td", { colspan: 4 }, word("count.none"))));
  }
  for (const pager of document.querySelectorAll(".pager")) {
    const [back, label, on] = pager.children;
    label.textContent = word("list.range", {
      first: numbers.format(some.length ? firstRow + 1 : 0), last: numbers.format(firstRow + some.length),
      count: numbers.format(sorted.length),
    });
    back.disabled = firstRow === 0;
    on.disabled = firstRow + pageSize >= sorted.length;
    pager.hidden = sorted.length <= pageSize;
  }
}

function turn(step, pager) {
  firstRow = Math.max(0, Math.min(firstRow + step * pageSize, sorted.length - 1));
  showRows();
  // The last page disables the button that was pressed; the focus must not be lost with it.
  const button = pager.children[step < 0 ? 0 : 2];
  if (button.disabled) pager.children[step < 0 ? 2 : 0].focus();
}

for (const pager of document.querySelectorAll(".pager")) {
  pager.append(
    element("button", { type: "button", "aria-label": word("list.previous") }, "‹"),
    element("span", {}),
    element("button", { type: "button", "aria-label": word("list.next") }, "›"));
  pager.children[0].addEventListener("click", () => turn(-1, pager));
  pager.children[2].addEventListener("click", () => turn(1, pager));
}

for (const button of document.querySelectorAll("[data-sort]")) {
  button.addEventListener("click", () => {
    const by = button.dataset.sort;
    sorting = { by, step: sorting.by === by ? -sorting.step : by === "date" ? 1 : -1 };
    showSorting();
    showList();
  });
}

function showSorting() {
  for (const button of document.querySelectorAll("[data-sort]")) {
    const isOwn = button.dataset.sort === sorting.by;
    const value = isOwn ? (sorting.step > 0 ? "ascending" : "descending") : "none";
    button.closest("th").setAttribute("aria-sort", value);
  }
}
showSorting();

// An event of the list shows its mark in the picture too.
for (const kind of ["pointerover", "focusin"]) {
  rows.addEventListener(kind, (on) => {
    const link = on.target.closest("tr")?.querySelector("[data-event]");
    highlight(link ? markOfEvent.get(Number(link.dataset.event)) ?? null : null);
  });
}
for (const kind of ["pointerleave", "focusout"]) rows.addEventListener(kind, () => highlight(null));

addEventListener("beforeprint", () => showRows(printSize));
addEventListener("afterprint", () => showRows());
