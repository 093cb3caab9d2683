// The data of the page, read once, and the words to show it with.

const data = JSON.parse(document.getElementById("data").textContent);
const { actors, articles, events, relations, marks, words } = data;
const quads = ["verbal-cooperation", "material-cooperation", "verbal-conflict", "material-conflict"];
const statuses = ["occurred", "planned", "hypothetical", "denied"];
/** Numbers as the picture writes them. */
const numbers = {
  format: (number) => {
    const digits = String(number);
    return digits.length > 4 ? digits.replace(/\B(?=(\d{3})+$)/g, "\u00a0") : digits;
  },
};
const plurals = new Intl.PluralRules(data.language);

/** A text of the page's language, its {names} filled in. */
function word(key, values = {}) {
  return (words[key] ?? key).replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}

/** A number with its noun in the right form. */
function count(key, number) {
  const forms = word(key).split("|").map((form) => form.trim());
  const place = { one: 0, few: 1 }[plurals.select(number)] ?? forms.length - 1;
  return numbers.format(number) + "\u00a0" + forms[Math.min(place, forms.length - 1)];
}

/** A new element; strings among the children become text, never markup. */
function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === true) made.setAttribute(key, "");
    else if (value !== false && value != null) made.setAttribute(key, value);
  }
  made.append(...children.filter((child) => child != null));
  return made;
}

/** The same for SVG. */
function shape(name, attributes = {}) {
  const made = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}

/** Day numbers count from 1970-01-01. */
const dayText = (day) => new Date(day * 864e5).toISOString().slice(0, 10);
const dayNumber = (text) => {
  const time = Date.parse(text + "T00:00:00Z");
  return Number.isNaN(time) ? null : Math.floor(time / 864e5);
};

const actorOf = new Map(actors.map((actor, index) => [actor.id, index]));
const eventOf = new Map(events.map((event, index) => [event.id, index]));

/** The actor that an actor belongs to, or itself. */
const home = (actor) => actors[actor].in ?? actor;
const pairKey = (a, b) => Math.min(a, b) * actors.length + Math.max(a, b);
const pairEnds = (key) => [Math.floor(key / actors.length), key % actors.length];
const pairName = (key) => pairEnds(key).map((actor) => actors[actor].name).join(" – ");

// What every event takes part in, worked out once.
for (const event of events) {
  const own = [...event.source, ...event.target, ...(event.others ?? [])];
  event.actors = new Set([...own, ...own.map(home)]);
  event.pairs = new Set();
  const add = (some, more) => {
    for (const a of some) for (const b of more) {
      if (home(a) !== home(b)) event.pairs.add(pairKey(home(a), home(b)));
    }
  };
  add(event.source, event.target);
  if (event.target.length === 0) add(event.source, event.source);
  event.sources = new Set();
  event.languages = new Set();
  for (const report of event.reports) {
    const article = articles[report.article];
    if (article.publisher) event.sources.add(article.publisher);
    for (const name of report.by ?? []) event.sources.add(name);
    if (article.language) event.languages.add(article.language);
  }
}

/** The words that a search looks in, made when first asked for. */
function haystack(event) {
  event.haystack ??= [
    event.text, event.place ?? "", event.date ?? "",
    ...[...event.actors].map((actor) => actors[actor].name),
    ...event.reports.flatMap((report) => [
      ...(report.words ?? []), articles[report.article].title ?? "",
      articles[report.article].publisher ?? "", ...(report.by ?? []),
    ]),
  ].join(" ").toLowerCase();
  return event.haystack;
}
