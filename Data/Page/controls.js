// The controls of the filters: buttons for the few values, menus for the many.

const menuSize = 300;
const menus = { actors: "actors", pairs: "pairs", types: "types", sources: "sources", languages: "languages" };
const toggles = { quads: ["classes", quads], statuses: ["statuses", statuses] };
const chosenList = document.getElementById("chosen");
const countLine = document.getElementById("count");
const resetButton = document.getElementById("reset");
const wordsField = document.getElementById("words");
let tallies = {};
const buttons = {};

for (const [facet, [id, values]] of Object.entries(toggles)) {
  buttons[facet] = new Map();
  for (const value of values) {
    const number = element("span", { class: "number" });
    const button = element(
      "button", { type: "button", class: value, "aria-pressed": "false" },
      element("span", {}, facets[facet].label(value)), " ", number);
    button.addEventListener("click", () => {
      if (!filter[facet].delete(value)) filter[facet].add(value);
      changed();
    });
    buttons[facet].set(value, { button, number });
    // The classes are the legend too; of the statuses only those are shown that there are.
    button.hidden = facet === "statuses" && !events.some((event) => statuses[event.status] === value);
    document.getElementById(id).append(button);
  }
}

// A menu is filled when it is about to be opened: its numbers follow the other filters.
for (const [facet, id] of Object.entries(menus)) {
  const menu = document.getElementById(id);
  menu.closest("label").hidden = facets[facet].all.length < 2;
  menu.append(element("option", { value: "" }, word("filter.any")));
  for (const kind of ["pointerdown", "focus"]) menu.addEventListener(kind, () => fillMenu(facet, menu));
  menu.addEventListener("change", () => {
    const value = menu.values?.[menu.selectedIndex - 1];
    menu.selectedIndex = 0;
    if (value === undefined) return;
    filter[facet].add(value);
    changed();
  });
}

function fillMenu(facet, menu) {
  const tally = tallies[facet];
  if (menu.tally === tally) return;
  menu.tally = tally;
  const ranked = [...tally].filter(([value]) => !filter[facet].has(value))
    .map(([value, number]) => ({ value, number, label: facets[facet].label(value) }))
    .sort((a, b) => b.number - a.number || (a.label < b.label ? -1 : 1));
  menu.values = ranked.slice(0, menuSize).map((entry) => entry.value);
  menu.replaceChildren(
    element("option", { value: "" }, word("filter.any")),
    ...ranked.slice(0, menuSize).map((entry, place) =>
      element("option", { value: place }, `${entry.label} (${numbers.format(entry.number)})`)));
  if (ranked.length > menuSize) {
    menu.append(element(
      "option", { disabled: true }, word("filter.more", { count: numbers.format(ranked.length - menuSize) })));
  }
}

/** Shows what is chosen and how many events are left. */
function showControls() {
  for (const [facet, all] of Object.entries(buttons)) {
    for (const [value, { button, number }] of all) {
      button.setAttribute("aria-pressed", String(filter[facet].has(value)));
      number.textContent = numbers.format(tallies[facet].get(value) ?? 0);
    }
  }
  chosenList.replaceChildren(...Object.keys(menus).flatMap((facet) =>
    [...filter[facet]].map((value) => chip(facet, value))));
  resetButton.hidden = !isFiltered();
  const parts = [word("count.shown", { shown: numbers.format(passing.length), events: count("count.of-events", events.length) })];
  if (undatedOut > 0) parts.push(word("time.undated", { count: numbers.format(undatedOut) }));
  const text = parts.join(" · ");
  if (countLine.textContent !== text) countLine.textContent = text;
}

function chip(facet, value) {
  const name = facets[facet].label(value);
  const button = element(
    "button", { type: "button", "aria-label": word("filter.remove", { name }) }, element("bdi", {}, name), " ×");
  button.addEventListener("click", () => {
    filter[facet].delete(value);
    changed();
    document.getElementById(menus[facet]).focus();
  });
  return element("li", {}, button);
}

resetButton.addEventListener("click", () => {
  for (const name of facetNames) filter[name].clear();
  filter.from = filter.to = null;
  filter.words = wordsField.value = "";
  changed();
  wordsField.focus();
});
wordsField.addEventListener("input", () => {
  filter.words = wordsField.value.trim();
  changed();
});
