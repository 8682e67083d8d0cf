// What the reader narrows the picture to: the status, topics, processes, countries, days and confidence of events. An event that
// doesn't fit is hidden; anything else is hidden once no event that ties it to others fits.

const facets = block("facets");
const KINDS_OF_VALUES = ["topic", "process", "country"];
const LONG_LIST = 8;
const MOST_VALUES = 80;
const filters = { status: new Set(), topic: new Set(), process: new Set(), country: new Set(), from: null, to: null, undated: true, confidence: 0 };
// Which nodes and lines fit, or null while nothing is filtered.
let fitting = null;
// Nodes drawn only because they are the most central of those that fit.
const lent = new Set();
const drawnAtFirst = drawn.size;
const eventsOfLine = new Map(facets.ties);
const isEventNode = new Uint8Array(nodeCount);
for (const node of facets.node) if (node >= 0) isEventNode[node] = 1;
const hasEvent = (line) => isEventNode[fromOf(line)] || isEventNode[toOf(line)];

const isDated = () => filters.from !== null || filters.to !== null;
const isFiltered = () => isDated() || filters.confidence > 0 || ["status", ...KINDS_OF_VALUES].some((name) => filters[name].size);
const countFilters = () => ["status", ...KINDS_OF_VALUES].filter((name) => filters[name].size).length + isDated() + (filters.confidence > 0);

function eventFits(event) {
  const { from, to, undated, confidence, status } = filters;
  if (status.size && !status.has(facets.status[event])) return false;
  if (confidence && (facets.confidence[event] ?? 0) < confidence) return false;
  if (facets.from[event] === null ? isDated() && !undated : facets.to[event] < (from ?? -Infinity) || facets.from[event] > (to ?? Infinity)) return false;
  return KINDS_OF_VALUES.every((name) => !filters[name].size || facets[name][event].some((value) => filters[name].has(value)));
}

function judge() {
  const events = Uint8Array.from(facets.node, (_, event) => eventFits(event));
  const [fitNodes, fitLines] = [new Uint8Array(nodeCount), new Uint8Array(lineCount)];
  facets.node.forEach((node, event) => node >= 0 && events[event] && (fitNodes[node] = 1));
  const fits = Uint8Array.from(fitNodes);
  for (let line = 0; line < lineCount; line++) {
    const [from, to] = [fromOf(line), toOf(line)];
    if (hasEvent(line)) fitLines[line] = (!isEventNode[from] || fitNodes[from]) && (!isEventNode[to] || fitNodes[to]);
    else if (eventsOfLine.has(line)) fitLines[line] = eventsOfLine.get(line).some((event) => events[event]);
    if (fitLines[line]) fits[from] = fits[to] = 1;
  }
  // What was said at no event ties two nodes that fit anyway.
  for (let line = 0; line < lineCount; line++) {
    if (!eventsOfLine.has(line) && !hasEvent(line)) fitLines[line] = fits[fromOf(line)] && fits[toOf(line)];
  }
  return { nodes: fits, lines: fitLines, events };
}

function applyFilters() {
  fitting = isFiltered() ? judge() : null;
  takeBack([...lent].filter((id) => id !== focus.node));
  lent.clear();
  if (fitting) lend();
  refresh();
  if (focus.node !== null && !state.isShown(focus.node)) state.clear();
  byId("filters-count").textContent = countFilters() ? String(countFilters()) : "";
  byId("clear-filters").disabled = !countFilters();
  byId("nothing-fits").hidden = shownNodes.length > 0;
  showSpan();
  followOverview();
}

// Where few of the nodes drawn at first fit, the most central of all that fit take the places of the others.
function lend() {
  let count = [...drawn].filter(state.isShown).length;
  if (network) state.keepPlaces();
  for (let id = 0; id < nodeCount && count < drawnAtFirst; id++) {
    if (drawn.has(id) || !fitting.nodes[id] || off.kinds.has(kindOf(id))) continue;
    const beside = neighboursOf(id).find((other) => drawn.has(other) && fitting.nodes[other]);
    add(id, beside === undefined ? (network?.getViewPosition() ?? { x: 0, y: 0 }) : spotOf(beside));
    lent.add(id);
    count++;
  }
}

function startFilters() {
  const statuses = [...new Set(facets.status)].filter(Boolean).map((name) => ({ key: name, text: () => words.value[name] ?? name }));
  choices("status", statuses, (event) => [facets.status[event]]);
  for (const name of KINDS_OF_VALUES) choices(name, facets.values[name].map((_, value) => ({ key: value, text: () => valueName(name, value) })), (event) => facets[name][event]);
  byId("confidence").addEventListener("input", ({ target }) => {
    filters.confidence = Number(target.value);
    showFilters();
    change();
  });
  byId("undated").addEventListener("change", ({ target }) => {
    filters.undated = target.checked;
    change();
  });
  for (const [field, end] of [["from-day", "from"], ["to-day", "to"]]) {
    byId(field).addEventListener("change", ({ target }) => {
      filters[end] = target.value ? dayNumber(target.value) : null;
      change();
    });
  }
  byId("clear-filters").addEventListener("click", () => {
    for (const name of ["status", ...KINDS_OF_VALUES]) filters[name].clear();
    Object.assign(filters, { from: null, to: null, undated: true, confidence: 0 });
    showFilters();
    change();
  });
}

function change() {
  applyFilters();
  writeAddress();
}

const valueName = (name, value) => (facets.values[name][value].node < 0 ? facets.values[name][value].label : labelOf(facets.values[name][value].node));
const dayNumber = (text) => Math.round(Date.parse(`${text}T00:00:00Z`) / 86400000);
const dayText = (number) => new Date(number * 86400000).toISOString().slice(0, 10);

// A list of values to tick, the most frequent first, with a box to look for one where they are many.
const lists = {};
function choices(name, values, valuesOf) {
  const counts = new Map();
  facets.node.forEach((_, event) => valuesOf(event).forEach((key) => counts.set(key, (counts.get(key) ?? 0) + 1)));
  values.sort((a, b) => counts.get(b.key) - counts.get(a.key) || (a.key < b.key ? -1 : 1));
  const [group, list, box] = [byId(`choose-${name}`), element("ul"), element("input")];
  group.hidden = !values.length;
  Object.assign(box, { type: "search", placeholder: words.filters.look, dir: "auto", autocomplete: "off" });
  box.setAttribute("aria-label", say(words.filters.look_in, { name: words.filters[name] }));
  box.hidden = values.length <= LONG_LIST;
  lists[name] = () => {
    const asked = fold(box.value);
    const found = values.filter(({ key, text }) => filters[name].has(key) || fold(text()).includes(asked));
    list.replaceChildren(...found.slice(0, MOST_VALUES).map(({ key, text }) => choice(name, key, text(), counts.get(key))));
    if (found.length > MOST_VALUES) list.append(element("li", "muted", say(words.filters.further, { n: found.length - MOST_VALUES })));
  };
  box.addEventListener("input", lists[name]);
  group.append(box, list);
  lists[name]();
}

function choice(name, key, text, count) {
  const [row, label, box] = [element("li"), element("label"), element("input")];
  Object.assign(box, { type: "checkbox", checked: filters[name].has(key) });
  box.addEventListener("change", () => {
    if (box.checked) filters[name].add(key);
    else filters[name].delete(key);
    markChosen(name);
    change();
  });
  label.append(box, element("span", "text", text), element("span", "count", String(count)));
  row.append(label);
  return row;
}

function markChosen(name) {
  byId(`choose-${name}`).querySelector(".chosen").textContent = filters[name].size ? String(filters[name].size) : "";
}

// Bring the fields in line with what is filtered.
function showFilters() {
  for (const name of Object.keys(lists)) {
    lists[name]();
    markChosen(name);
  }
  byId("confidence").value = filters.confidence;
  byId("confidence-least").textContent = filters.confidence ? say(words.filters.least, { n: filters.confidence }) : words.filters.any;
  byId("undated").checked = filters.undated;
  byId("from-day").value = filters.from === null ? "" : dayText(filters.from);
  byId("to-day").value = filters.to === null ? "" : dayText(filters.to);
}
