// Events over time, and the period that two handles cut out of it.

const brush = document.getElementById("brush");
const fromField = document.getElementById("from");
const toField = document.getElementById("to");
const bins = makeBins();
const handles = {};
let bars = [];
let shade;

/** Days, months, quarters or years from the first to the last event: a hundred at most. */
function makeBins() {
  // A vague date does not stretch the axis, unless there are no others.
  const isFine = (event) => event.from != null && event.to != null && event.to - event.from <= 366;
  const dated = events.filter(isFine);
  const known = (dated.length ? dated : events).flatMap((event) => [event.from, event.to])
    .filter((day) => day != null);
  if (known.length === 0) return [];
  const first = known.reduce((a, b) => Math.min(a, b));
  const last = known.reduce((a, b) => Math.max(a, b));
  const days = last - first + 1;
  const months = days <= 120 ? 0 : days <= 3000 ? 1 : days <= 9000 ? 3 : days <= 36500 ? 12 : 120;
  const result = [];
  if (months === 0) {
    for (let day = first; day <= last; day += 1) result.push({ first: day, last: day });
    return result;
  }
  const start = new Date(first * 864e5);
  let number = start.getUTCFullYear() * 12 + start.getUTCMonth();
  number -= number % months;
  for (;;) {
    const day = monthDay(number);
    if (day > last) return result;
    number += months;
    result.push({ first: day, last: monthDay(number) - 1 });
  }
}

/** The first day of a month, the months counted from year 0. */
function monthDay(number) {
  const date = new Date(0);
  date.setUTCFullYear(Math.floor(number / 12), ((number % 12) + 12) % 12, 1);
  return Math.round(date.getTime() / 864e5);
}

function binOf(day) {
  let low = 0, high = bins.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (bins[middle].first <= day) low = middle;
    else high = middle;
  }
  return low;
}

function makeBrush() {
  if (bins.length < 2) {
    brush.closest(".time").hidden = true;
    return;
  }
  const picture = shape("svg", {
    viewBox: `0 0 ${bins.length} 40`, preserveAspectRatio: "none", role: "img",
    "aria-label": word("time.chart"),
  });
  bars = bins.map((_, index) => {
    const up = shape("rect", { x: index + 0.1, width: 0.8, class: "up" });
    const down = shape("rect", { x: index + 0.1, width: 0.8, class: "down" });
    picture.append(up, down);
    return { up, down };
  });
  picture.append(shape("line", { x1: 0, x2: bins.length, y1: 20, y2: 20, class: "axis" }));
  shade = element("div", { class: "window" });
  brush.append(picture, shade, makeTicks());
  for (const end of ["from", "to"]) {
    handles[end] = element("div", {
      class: "handle " + end, role: "slider", tabindex: 0,
      "aria-label": word(end === "from" ? "time.first" : "time.last"), "aria-orientation": "horizontal",
      "aria-valuemin": 0, "aria-valuemax": bins.length - 1,
    });
    brush.append(handles[end]);
    handles[end].addEventListener("keydown", (press) => pressHandle(end, press));
  }
  brush.addEventListener("pointerdown", drag);
}

/** Years below the bars, as many as there is room for. */
function makeTicks() {
  const ticks = element("div", { class: "ticks", "aria-hidden": "true" });
  const year = (bin) => new Date(bin.first * 864e5).getUTCFullYear();
  const begins = bins.flatMap((bin, index) => index > 0 && year(bin) !== year(bins[index - 1]) ? [index] : []);
  const step = Math.ceil(begins.length / 12);
  begins.filter((_, place) => place % step === 0).forEach((index) => {
    const tick = element("span", {}, String(year(bins[index])));
    tick.style.left = (index / bins.length) * 100 + "%";
    ticks.append(tick);
  });
  if (begins.length === 0) {
    for (const [index, place] of [[0, "0%"], [bins.length - 1, "90%"]]) {
      const tick = element("span", {}, dayText(bins[index].first));
      tick.style.left = place;
      ticks.append(tick);
    }
  }
  return ticks;
}

/** The bins that the period begins and ends in. */
const chosenBins = () => ({
  from: filter.from === null ? 0 : binOf(filter.from),
  to: filter.to === null ? bins.length - 1 : binOf(filter.to),
});

function choose(first, last) {
  const [a, b] = first <= last ? [first, last] : [last, first];
  filter.from = a <= 0 ? null : bins[a].first;
  filter.to = b >= bins.length - 1 ? null : bins[b].last;
  changed();
}

function pressHandle(end, press) {
  const now = chosenBins();
  const step = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageDown: -12, PageUp: 12 }[press.key];
  let place = now[end];
  if (step) place += step;
  else if (press.key === "Home") place = 0;
  else if (press.key === "End") place = bins.length - 1;
  else return;
  press.preventDefault();
  if (end === "from") choose(Math.max(0, Math.min(place, now.to)), now.to);
  else choose(now.from, Math.min(bins.length - 1, Math.max(place, now.from)));
}

/** A drag moves the nearer handle; one that starts in the open cuts out a new period. */
function drag(down) {
  if (down.button !== 0) return;
  const box = brush.getBoundingClientRect();
  const binAt = (event) =>
    Math.max(0, Math.min(bins.length - 1, Math.floor(((event.clientX - box.left) / box.width) * bins.length)));
  const held = down.target.closest(".handle");
  const now = chosenBins();
  const start = held ? (held === handles.from ? now.to : now.from) : binAt(down);
  down.preventDefault();
  brush.setPointerCapture(down.pointerId);
  const move = (event) => {
    if (held || Math.abs(event.clientX - down.clientX) > 3) choose(start, binAt(event));
  };
  brush.addEventListener("pointermove", move);
  brush.addEventListener("lostpointercapture", () => brush.removeEventListener("pointermove", move), { once: true });
  held?.focus();
}

/** Draws the bars of the events that pass everything but the period. */
function showBrush(inTime) {
  if (bins.length < 2) return;
  const up = new Float64Array(bins.length), down = new Float64Array(bins.length);
  for (const index of inTime) {
    const event = events[index];
    const first = event.from ?? event.to, last = event.from == null || event.to == null ? first : event.to;
    if (first == null || last < bins[0].first || first > bins.at(-1).last) continue;
    const [a, b] = [binOf(first), binOf(last)];
    const tally = event.quad < 2 ? up : down;
    for (let bin = a; bin <= b; bin += 1) tally[bin] += 1 / (b - a + 1);
  }
  const most = Math.max(1, ...up, ...down);
  const now = chosenBins();
  bars.forEach((bar, index) => {
    const [above, below] = [up[index], down[index]].map((value) => value && Math.max(0.8, (value / most) * 19));
    bar.up.setAttribute("y", 20 - above);
    bar.up.setAttribute("height", above);
    bar.down.setAttribute("y", 20);
    bar.down.setAttribute("height", below);
    const isOut = index < now.from || index > now.to;
    bar.up.classList.toggle("out", isOut);
    bar.down.classList.toggle("out", isOut);
  });
  const percent = (place) => (place / bins.length) * 100 + "%";
  handles.from.style.left = percent(now.from);
  handles.to.style.left = percent(now.to + 1);
  shade.style.left = percent(now.from);
  shade.style.width = percent(now.to + 1 - now.from);
  for (const [end, bin, day] of [["from", now.from, "first"], ["to", now.to, "last"]]) {
    handles[end].setAttribute("aria-valuenow", bin);
    handles[end].setAttribute("aria-valuetext", dayText(filter[end] ?? bins[bin][day]));
  }
  for (const [field, value] of [[fromField, filter.from], [toField, filter.to]]) {
    const text = value === null ? "" : dayText(value);
    if (document.activeElement !== field && field.value !== text) field.value = text;
  }
}

fromField.addEventListener("change", () => {
  filter.from = dayNumber(fromField.value);
  changed();
});
toField.addEventListener("change", () => {
  filter.to = dayNumber(toField.value);
  changed();
});
