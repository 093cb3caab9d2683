// Which events pass: a set of chosen values for each facet, a period, and words.

const facets = {
  quads: { values: (event) => [quads[event.quad]], label: (value) => word("quad." + value) },
  statuses: { values: (event) => [statuses[event.status]], label: (value) => word("status." + value) },
  actors: {
    values: (event) => event.actors, label: (value) => actors[value].name,
    write: (value) => actors[value].id, read: (text) => actorOf.get(text),
  },
  pairs: {
    values: (event) => event.pairs, label: pairName,
    write: (value) => pairEnds(value).map((actor) => actors[actor].id).join("~"),
    read: (text) => {
      const ends = text.split("~").map((id) => actorOf.get(id));
      return ends.length === 2 && !ends.includes(undefined) ? pairKey(...ends) : undefined;
    },
  },
  types: { values: (event) => [event.type], label: (value) => data.types[value] ?? value },
  sources: { values: (event) => event.sources, label: (value) => value },
  languages: { values: (event) => event.languages, label: languageName },
};
const facetNames = Object.keys(facets);

/** What is chosen now. */
const filter = {
  ...Object.fromEntries(facetNames.map((name) => [name, new Set()])),
  from: null, to: null, words: "",
};
/** The places of the events that pass, and a mark for each event that does. */
let passing = events.map((_, index) => index);
let passes = new Uint8Array(events.length).fill(1);
/** How many dateless events only the period keeps out. */
let undatedOut = 0;

function languageName(code) {
  try {
    return new Intl.DisplayNames([data.language], { type: "language" }).of(code);
  } catch {
    return code;
  }
}

const isFiltered = () =>
  facetNames.some((name) => filter[name].size > 0) || filter.from !== null || filter.to !== null ||
  filter.words !== "";

/** Whether an event lies, at least in part, in the period. */
function isInPeriod(event) {
  if (filter.from === null && filter.to === null) return true;
  if (event.from == null && event.to == null) return false;
  return (event.to ?? Infinity) >= (filter.from ?? -Infinity) &&
    (event.from ?? -Infinity) <= (filter.to ?? Infinity);
}

// The values of each facet, numbered once, so that filtering only compares numbers.
for (const facet of Object.values(facets)) {
  const numberOf = new Map();
  facet.numbers = events.map((event) => Array.from(facet.values(event), (value) => {
    if (!numberOf.has(value)) numberOf.set(value, numberOf.size);
    return numberOf.get(value);
  }));
  facet.all = [...numberOf.keys()];
}

/** Works out which events pass, and how many each value of a facet would leave. */
function applyFilter() {
  const needles = filter.words.toLowerCase().split(/\s+/).filter(Boolean);
  const every = facetNames.map((name) => facets[name]);
  const tallies = every.map((facet) => new Uint32Array(facet.all.length));
  const chosen = facetNames.map((name) =>
    filter[name].size === 0 ? null : Uint8Array.from(facets[name].all, (value) => filter[name].has(value)));
  const inTime = [];
  passing = [];
  undatedOut = 0;
  passes.fill(0);
  events: for (let index = 0; index < events.length; index += 1) {
    const event = events[index];
    // An event counts for a facet when no other facet keeps it out.
    let failed = -1;
    for (let place = 0; place < every.length; place += 1) {
      const wanted = chosen[place];
      if (wanted === null || every[place].numbers[index].some((number) => wanted[number])) continue;
      if (failed >= 0) continue events;
      failed = place;
    }
    for (const needle of needles) if (!haystack(event).includes(needle)) continue events;
    const isInside = isInPeriod(event);
    if (failed < 0) {
      inTime.push(index);
      if (isInside) {
        passes[index] = 1;
        passing.push(index);
      } else if (event.from == null && event.to == null) {
        undatedOut += 1;
      }
    }
    if (!isInside) continue;
    for (let place = 0; place < every.length; place += 1) {
      if (failed >= 0 && failed !== place) continue;
      for (const number of every[place].numbers[index]) tallies[place][number] += 1;
    }
  }
  const counts = Object.fromEntries(facetNames.map((name, place) =>
    [name, new Map(facets[name].all.flatMap((value, number) => tallies[place][number] ? [[value, tallies[place][number]]] : []))]));
  return { counts, inTime };
}
