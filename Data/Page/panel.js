// The panel beside the picture: an event with its evidence, or what a mark, an actor or a pair holds.

const panel = document.getElementById("panel");
const listed = 40;

/** Only addresses of the web become links. */
function webAddress(text) {
  if (!text) return null;
  try {
    const url = new URL(text);
    return url.protocol === "https:" || url.protocol === "http:" ? url.href : null;
  } catch {
    return null;
  }
}

/** Text whose direction is its own, so that it cannot turn what stands around it. */
const bdi = (text) => element("bdi", {}, text);

function actorButton(index) {
  return element("a", { href: "#" + addressWith({ actor: actors[index].id }), class: "actor" }, bdi(actors[index].name));
}

function fact(key, ...values) {
  if (values.length === 0) return null;
  return element("div", {}, element("dt", {}, word(key)), element("dd", {}, ...values));
}

/** One report: the words in their sentence, who wrote them when, and who is quoted. */
function report(entry) {
  const article = articles[entry.article];
  const item = element("li", { class: "report" });
  if (entry.words) {
    const [before, words, after] = entry.words;
    item.append(element(
      "blockquote", { lang: article.language, dir: "auto" }, before, element("mark", {}, words), after));
  }
  const title = article.title || word("panel.untitled");
  const href = webAddress(article.url);
  item.append(element(
    "p", { class: "cite" },
    href ? element("a", { href, target: "_blank", rel: "noopener noreferrer nofollow", lang: article.language }, bdi(title))
      : element("span", { lang: article.language }, bdi(title)),
    ...[article.publisher, article.date].filter(Boolean).flatMap((text) => [" · ", bdi(text)])));
  const notes = [
    entry.by ? word("panel.according", { who: entry.by.join(", ") }) : word("panel.own-voice"),
    word("status." + statuses[entry.status]), entry.date,
    word("panel.confidence") + " " + percent(entry.confidence),
  ];
  item.append(element("p", { class: "note" }, notes.filter(Boolean).join(" · ")));
  return item;
}

const percent = (share) =>
  new Intl.NumberFormat(data.language, { style: "percent" }).format(share);

/** A list of events to open; the rest is a number. */
function eventList(indexes) {
  const items = indexes.slice(0, listed).map((index) => element(
    "li", { class: quads[events[index].quad] },
    element("span", { class: "date" }, events[index].date ?? word("undated")), " ",
    element("bdi", {}, eventLink(index)), ...badges(events[index])));
  if (indexes.length > listed) {
    items.push(element("li", { class: "rest" }, word("panel.more", { count: numbers.format(indexes.length - listed) })));
  }
  return element("ol", { class: "short" }, ...items);
}

/** A button that filters by one value of a facet and shows the list. */
function onlyButton(facet, value) {
  const button = element("button", { type: "button", class: "only" }, word("panel.only"));
  button.addEventListener("click", () => {
    filter[facet] = new Set([value]);
    changed();
  });
  return button;
}

function relationList(belongs) {
  const own = relations.filter(belongs);
  if (own.length === 0) return [];
  return [
    element("h3", {}, word("panel.relations")),
    element("ul", { class: "relations" }, ...own.map((relation) => element(
      "li", { class: relation.polarity < 0 ? "conflict" : relation.polarity > 0 ? "cooperation" : "" },
      bdi(actors[relation.source].name), relation.mutual ? " – " : " → ", bdi(actors[relation.target].name), ": ",
      element("span", {}, relation.text)))),
  ];
}

function heading(text, kicker, kind = "") {
  return [
    kicker ? element("p", { class: "kicker " + kind }, kicker) : null,
    element("h2", { id: "panel-title", tabindex: -1 }, bdi(text)),
  ];
}

function eventParts(index) {
  const event = events[index];
  const others = events.flatMap((other, place) =>
    place !== index && [...other.pairs].some((pair) => event.pairs.has(pair)) ? [place] : []);
  const pair = [...event.pairs][0];
  return [
    ...heading(event.text, word("quad." + quads[event.quad]) + " · " + (data.types[event.type] ?? event.type), quads[event.quad]),
    element("p", { class: "when" }, event.date ?? word("undated"), ...badges(event)),
    element(
      "dl", { class: "facts" },
      fact("panel.source", ...event.source.map(actorButton)), fact("panel.target", ...event.target.map(actorButton)),
      fact("panel.part", ...(event.others ?? []).map(actorButton)),
      event.place ? fact("panel.place", bdi(event.place)) : null,
      fact("panel.confidence", percent(event.confidence))),
    element("h3", {}, word("panel.evidence") + ": " + count("count.reports", event.reports.length)),
    event.reports.some((entry) => entry.words) ? null : element("p", { class: "note" }, word("panel.no-text")),
    element("ol", { class: "reports" }, ...event.reports.map(report)),
    ...(others.length === 0 ? [] : [
      element("h3", {}, word("panel.others") + ": " + count("count.events", others.length)),
      onlyButton("pairs", pair), eventList(others)]),
  ];
}

function groupParts(mark) {
  const own = eventsOf(mark);
  const some = own.filter((event) => passes[event]);
  const list = some.length ? some : own;
  return [
    ...heading(word("panel.folded", { count: numbers.format(list.length) }), word("quad." + quads[events[own[0]].quad]), quads[events[own[0]].quad]),
    eventList(list),
  ];
}

function actorParts(actor) {
  const own = events.flatMap((event, index) => event.actors.has(actor) ? [index] : []);
  return [
    ...heading(actors[actor].name, actors[actor].kind),
    ...relationList((relation) => relation.source === actor || relation.target === actor),
    element("h3", {}, count("count.events", own.length)), onlyButton("actors", actor), eventList(own),
  ];
}

function tieParts(ends) {
  const mark = marks.findIndex((mark) => mark.tie?.[0] === ends[0] && mark.tie[1] === ends[1]);
  const key = pairKey(...ends);
  const own = mark >= 0 ? eventsOf(mark) : events.flatMap((event, index) => event.pairs.has(key) ? [index] : []);
  return [
    ...heading(ends.map((end) => actors[end].name).join(mark >= 0 && !marks[mark].mutual ? " → " : " – ")),
    ...relationList((relation) => ends.includes(relation.source) && ends.includes(relation.target)),
    element("h3", {}, count("count.events", own.length)), onlyButton("pairs", key), eventList(own),
  ];
}

/** What the panel shows for an address, or `null` when it names nothing here. */
function partsOf(address) {
  const event = address.event && findEvent(address.event);
  if (event != null) return eventParts(event);
  const group = address.group ? findGroup(address.group) : -1;
  if (group >= 0) return groupParts(group);
  if (actorOf.has(address.actor)) return actorParts(actorOf.get(address.actor));
  const ends = address.tie?.split("~").map((id) => actorOf.get(id));
  if (ends?.length === 2 && !ends.includes(undefined)) return tieParts(ends);
  return null;
}

/** An event by its identifier or the begin of it. */
function findEvent(id) {
  if (eventOf.has(id)) return eventOf.get(id);
  const found = id.length < 8 ? [] : events.flatMap((event, index) => event.id.startsWith(id) ? [index] : []);
  return found.length === 1 ? found[0] : undefined;
}

let returnTo = null;
let marked = [];

/** Shows what the address names, or closes the panel. */
function showPanel(address) {
  for (const part of marked) part.classList.remove("open");
  marked = [];
  const name = address.event ?? address.group ?? address.actor ?? address.tie;
  if (name == null) {
    if (panel.hidden) return;
    panel.hidden = true;
    document.body.classList.remove("reading");
    if (returnTo?.isConnected) returnTo.focus({ preventScroll: true });
    returnTo = null;
    return;
  }
  const content = partsOf(address) ?? heading(word("panel.missing", { name }));
  const event = address.event ? findEvent(address.event) : undefined;
  const close = element("button", { type: "button", class: "close", "aria-label": word("panel.close") }, "×");
  close.addEventListener("click", () => open({}));
  const tools = element("div", { class: "tools" });
  if (event != null) {
    const place = sorted.indexOf(event);
    const link = (key, text, to) => to == null
      ? element("span", { class: "step", "aria-hidden": "true" }, text)
      : element("a", { class: "step", href: "#" + addressWith({ event: events[to].id }), "aria-label": word(key) }, text);
    tools.append(
      link("panel.previous", "‹", place < 0 ? null : sorted[place - 1]),
      link("panel.next", "›", place < 0 ? null : sorted[place + 1]));
  }
  tools.append(close);
  if (panel.hidden) returnTo = document.activeElement;
  panel.replaceChildren(tools, ...content.filter(Boolean));
  panel.hidden = false;
  panel.scrollTop = 0;
  document.body.classList.add("reading");
  document.getElementById("panel-title").focus({ preventScroll: true });
  const mark = event != null ? markOfEvent.get(event) : address.group ? findGroup(address.group)
    : address.actor ? marks.findIndex((mark) => mark.actor === actorOf.get(address.actor)) : undefined;
  if (mark >= 0) {
    for (const part of parts[mark]) {
      part.classList.add("open");
      marked.push(part);
    }
    reveal(mark);
  }
}

/** Scrolls the picture, not the page, to a mark that is out of sight. */
function reveal(mark) {
  const box = mains[mark]?.getBoundingClientRect();
  const view = sheet.getBoundingClientRect();
  if (!box) return;
  if (box.left < view.left || box.right > view.right) {
    sheet.scrollLeft += box.left - view.left - view.width / 2;
  }
  if (box.top < view.top || box.bottom > view.bottom) {
    sheet.scrollTop += box.top - view.top - view.height / 2;
  }
}

addEventListener("keydown", (press) => {
  if (press.key === "Escape" && !panel.hidden && !press.defaultPrevented) open({});
});
