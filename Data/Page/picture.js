// The picture: dims what does not pass, shows what belongs together, and is walked with arrows.

const sheet = document.getElementById("sheet");
const svg = sheet.querySelector("svg");
const card = document.getElementById("card");
/** The groups of the picture by the number of their mark; the main one of each takes the focus. */
const parts = marks.map(() => []);
const mains = marks.map(() => null);
for (const group of svg.querySelectorAll("g[data-mark]")) {
  const mark = Number(group.dataset.mark);
  parts[mark].push(group);
  if (group.hasAttribute("role")) mains[mark] ??= group;
}
const order = [...svg.querySelectorAll("g[role]")].map((group) => Number(group.dataset.mark))
  .filter((mark, place, all) => all.indexOf(mark) === place);
const markOfEvent = new Map();
marks.forEach((mark, index) => {
  if (mark.actor != null || mark.tie) return;
  // A mark of its own tells more than a bar that counts the event among others.
  for (const event of mark.events) if (mains[index] || !markOfEvent.has(event)) markOfEvent.set(event, index);
});
const isOff = new Uint8Array(marks.length);

/** The events that a mark stands for. */
function eventsOf(mark) {
  const { events: own, actor } = marks[mark];
  return own ?? (marks[mark].own ??= events.flatMap((event, index) => event.actors.has(actor) ? [index] : []));
}

/** Dims the marks of which no event passes. */
function showPassing() {
  marks.forEach((mark, index) => {
    const off = eventsOf(index).some((event) => passes[event]) || (mark.tie && !isFiltered()) ? 0 : 1;
    if (off === isOff[index]) return;
    isOff[index] = off;
    if (off && mark.actor != null && data.kind === "timeline") return;
    for (const part of parts[index]) part.classList.toggle("off", off === 1);
  });
  if (isOff[order[stop]]) moveStop(order.findIndex((mark) => !isOff[mark]));
}

// What belongs together.

let shown = [];

/** Lifts a mark, its actors and its neighbours out of the rest. */
function highlight(mark) {
  for (const part of shown) part.classList.remove("on", "near");
  shown = [];
  svg.classList.toggle("pointing", mark !== null);
  if (mark === null) return;
  const { actor, tie } = marks[mark];
  const own = eventsOf(mark).map((index) => events[index]);
  const people = new Set(tie ?? (actor != null ? [actor] : own.flatMap((event) => [...event.actors])));
  const pairs = new Set(actor != null ? [] : own.flatMap((event) => [...event.pairs]));
  marks.forEach((other, index) => {
    let kind = null;
    if (index === mark) kind = "on";
    else if (other.actor != null) {
      if (people.has(other.actor) || people.has(home(other.actor))) kind = "on";
      else if (actor != null && isLinked(actor, other.actor)) kind = "near";
    } else if (other.tie) {
      if (other.tie.some((end) => people.has(end))) kind = "near";
    } else if (actor != null ? other.events.some((event) => events[event].actors.has(actor))
      : other.events.some((event) => [...events[event].pairs].some((pair) => pairs.has(pair)))) {
      kind = "near";
    }
    if (kind === null) return;
    for (const part of parts[index]) {
      part.classList.add(kind);
      shown.push(part);
    }
  });
}

const isLinked = (a, b) => marks.some((mark) => mark.tie?.includes(a) && mark.tie.includes(b));

/** A card beside a mark; screen readers hear the name of the mark instead. */
function showCard(mark, x, y) {
  const { actor, tie } = marks[mark];
  const passed = eventsOf(mark).filter((event) => passes[event]);
  const event = events[passed[0] ?? eventsOf(mark)[0]];
  const lines = [];
  if (actor != null) lines.push(element("strong", {}, actors[actor].name));
  else if (tie) lines.push(element("strong", {}, mains[mark]?.getAttribute("aria-label") ?? ""));
  else if (event) {
    lines.push(element("span", {}, event.date ?? word("undated")), element("strong", {}, event.text));
  }
  const several = actor != null || tie || eventsOf(mark).length > 1;
  lines.push(element("span", {}, several ? count("count.events", passed.length)
    : count("count.reports", event?.reports.length ?? 0)));
  card.replaceChildren(...lines);
  card.hidden = false;
  const box = card.getBoundingClientRect();
  card.style.left = Math.max(8, Math.min(x + 14, innerWidth - box.width - 12)) + "px";
  card.style.top = (y + 18 + box.height > innerHeight ? Math.max(8, y - box.height - 12) : y + 18) + "px";
}

function leave() {
  card.hidden = true;
  highlight(null);
}

const markAt = (target) => {
  const group = target.closest?.("g[data-mark]");
  return group && !group.classList.contains("off") ? Number(group.dataset.mark) : null;
};

svg.addEventListener("pointermove", (move) => {
  const mark = markAt(move.target);
  const isGround = move.target.closest?.(".lane");
  if (mark === null || isGround) return leave();
  if (!shown.includes(parts[mark][0]) || !parts[mark][0].classList.contains("on")) highlight(mark);
  showCard(mark, move.clientX, move.clientY);
});
svg.addEventListener("pointerleave", leave);
svg.addEventListener("click", (click) => {
  const mark = markAt(click.target);
  if (mark !== null && !click.target.closest(".lane")) openMark(mark);
});

/** A mark that stands for several events, by the first of them and their number. */
const groupName = (mark) => events[marks[mark].events[0]].id + "~" + marks[mark].events.length;

function findGroup(name) {
  const [id, size] = name.split("~");
  const first = eventOf.get(id);
  return marks.findIndex((mark) => !mark.tie && mark.events?.[0] === first && mark.events.length === Number(size));
}

/** Opens what a mark stands for. */
function openMark(mark) {
  leave();
  const { actor, tie } = marks[mark];
  if (actor != null) open({ actor: actors[actor].id });
  else if (tie) open({ tie: tie.map((end) => actors[end].id).join("~") });
  else if (eventsOf(mark).length > 1) open({ group: groupName(mark) });
  else open({ event: events[eventsOf(mark)[0]].id });
}

// One stop of the Tab key; arrows go on from there.

let stop = 0;

function moveStop(place, focus = false) {
  if (place < 0 || place >= order.length) return;
  mains[order[stop]]?.setAttribute("tabindex", "-1");
  stop = place;
  const group = mains[order[stop]];
  group.setAttribute("tabindex", "0");
  if (focus) group.focus();
}

/** The nearest visible mark in a direction; sideways in the order of the picture. */
function next(key) {
  const here = mains[order[stop]].getBoundingClientRect();
  const step = { ArrowRight: 1, ArrowLeft: -1 }[key];
  if (step) {
    for (let place = stop + step; place >= 0 && place < order.length; place += step) {
      if (!isOff[order[place]]) return place;
    }
    return stop;
  }
  const down = key === "ArrowDown" ? 1 : -1;
  let best = stop, least = Infinity;
  order.forEach((mark, place) => {
    if (isOff[mark] || place === stop) return;
    const box = mains[mark].getBoundingClientRect();
    const dy = (box.top - here.top) * down;
    const distance = dy + 3 * Math.abs(box.left - here.left);
    if (dy > 6 && distance < least) [best, least] = [place, distance];
  });
  return best;
}

// On the frame, not on the picture, which browsers would make a stop of the Tab key for it.
sheet.addEventListener("keydown", (press) => {
  const group = press.target.closest("g[role]");
  if (!group) return;
  if (press.key.startsWith("Arrow")) moveStop(next(press.key), true);
  else if (press.key === "Home") moveStop(order.findIndex((mark) => !isOff[mark]), true);
  else if (press.key === "End") moveStop(order.findLastIndex((mark) => !isOff[mark]), true);
  else if (press.key === "Enter" || press.key === " ") openMark(Number(group.dataset.mark));
  else if (press.key === "Escape" && !card.hidden) {
    press.stopPropagation();
    leave();
  } else return;
  press.preventDefault();
});
sheet.addEventListener("focusin", (focus) => {
  const group = focus.target.closest("g[role]");
  if (!group) return;
  const mark = Number(group.dataset.mark);
  if (order[stop] !== mark) moveStop(order.indexOf(mark));
  highlight(mark);
  if (group.matches(":focus-visible")) {
    const box = group.getBoundingClientRect();
    showCard(mark, box.right, box.bottom);
  }
});
sheet.addEventListener("focusout", leave);
moveStop(0);

// Size.

const fullWidth = Number(svg.getAttribute("width"));
const fullHeight = Number(svg.getAttribute("height"));

function zoom(scale) {
  const factor = Math.min(4, Math.max(0.2, scale));
  svg.setAttribute("width", Math.round(fullWidth * factor));
  svg.setAttribute("height", Math.round(fullHeight * factor));
}
const scaleNow = () => Number(svg.getAttribute("width")) / fullWidth;
const fit = () => (sheet.clientWidth - 2) / fullWidth;
document.getElementById("zoom-in").addEventListener("click", () => zoom(scaleNow() * 1.25));
document.getElementById("zoom-out").addEventListener("click", () => zoom(scaleNow() / 1.25));
document.getElementById("zoom-fit").addEventListener("click", () => zoom(fit()));

/**
 * As large as the window allows. A timeline is never so small that its smallest words cannot be
 * read: it is followed along its axis. Of relations the whole is to be seen first.
 */
const startZoom = () => zoom(Math.min(1.6, Math.max(fit(), data.kind === "timeline" ? 1.1 : 0.5)));
