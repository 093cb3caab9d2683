// What the page shows stands in its address: #event=… and the filters, to be sent to others.

const panelKeys = ["event", "group", "actor", "tie"];
const filterKeys = {
  quads: "class", statuses: "status", actors: "with", pairs: "between", types: "type", sources: "source",
  languages: "language",
};

/** The address of the filters with something open in the panel. */
function addressWith(opened) {
  const address = new URLSearchParams(opened);
  for (const [name, key] of Object.entries(filterKeys)) {
    const write = facets[name].write ?? String;
    for (const value of filter[name]) address.append(key, write(value));
  }
  if (filter.from !== null) address.set("from", dayText(filter.from));
  if (filter.to !== null) address.set("to", dayText(filter.to));
  if (filter.words) address.set("words", filter.words);
  return address.toString();
}

const readAddress = () => new URLSearchParams(location.hash.slice(1));
const openedNow = () => Object.fromEntries([...readAddress()].filter(([key]) => panelKeys.includes(key)));

/** Opens something in the panel, or closes it with `{}`; Back returns to what was there. */
function open(opened) {
  clearTimeout(keeping);
  const address = "#" + addressWith(opened);
  if (address === location.hash) return;
  history.pushState(null, "", address === "#" ? location.pathname + location.search : address);
  showPanel(opened);
}

let keeping = 0;

/** Writes changed filters into the address, without a step for Back, once they rest. */
function keepAddress() {
  clearTimeout(keeping);
  keeping = setTimeout(writeAddress, 150);
}

function writeAddress() {
  const address = "#" + addressWith(openedNow());
  history.replaceState(null, "", address === "#" ? location.pathname + location.search : address);
}

/** Takes filters and panel from the address: on load, on Back and on a followed link. */
function followAddress() {
  clearTimeout(keeping);
  const address = readAddress();
  for (const [name, key] of Object.entries(filterKeys)) {
    const read = facets[name].read ?? ((text) => text);
    filter[name] = new Set(address.getAll(key).map(read).filter((value) => value !== undefined));
  }
  filter.from = dayNumber(address.get("from") ?? "");
  filter.to = dayNumber(address.get("to") ?? "");
  filter.words = address.get("words") ?? "";
  document.getElementById("words").value = filter.words;
  update();
  showPanel(openedNow());
}

addEventListener("hashchange", () => {
  // A jump inside the page, such as to the list, opens and closes nothing.
  if (location.hash === "" || location.hash.includes("=")) followAddress();
});

// A link of the page keeps the filters of now, not those of when it was written.
addEventListener("click", (click) => {
  const link = click.target.closest?.('a[href^="#"]');
  if (!link || click.button !== 0 || click.ctrlKey || click.metaKey || click.shiftKey) return;
  const opened = Object.fromEntries(
    [...new URLSearchParams(link.getAttribute("href").slice(1))].filter(([key]) => panelKeys.includes(key)));
  if (Object.keys(opened).length === 0) return;
  click.preventDefault();
  open(opened);
});
