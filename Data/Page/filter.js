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

function passesFacet(event, name) {
  const chosen = filter[name];
  if (chosen.size === 0) return true;
  for (const value of facets[name].values(event)) if (chosen.has(value)) return true;
  return false;
}

/** Works out which events pass, and how many each value of a facet would leave. */
function applyFilter() {
  const needles = filter.words.toLocaleLowerCase(data.language).split(/\s+/).filter(Boolean);
  const counts = Object.fromEntries(facetNames.map((name) => [name, new Map()]));
  const inTime = [];
  passing = [];
  undatedOut = 0;
  events.forEach((event, index) => {
    passes[index] = 0;
    if (!needles.every((needle) => haystack(event).includes(needle))) return;
    // An event counts for a facet when no other facet keeps it out.
    let failed = null;
    for (const name of facetNames) {
      if (passesFacet(event, name)) continue;
      if (failed !== null) return;
      failed = name;
    }
    const isInside = isInPeriod(event);
    if (failed === null) {
      inTime.push(index);
      if (isInside) {
        passes[index] = 1;
        passing.push(index);
      } else if (event.from == null && event.to == null) {
        undatedOut += 1;
      }
    }
    if (!isInside) return;
    for (const name of failed === null ? facetNames : [failed]) {
      const tally = counts[name];
      for (const value of facets[name].values(event)) tally.set(value, (tally.get(value) ?? 0) + 1);
    }
  });
  return { counts, inTime };
}
