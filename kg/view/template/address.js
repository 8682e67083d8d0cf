// The address of the page says what the reader looks at, so that it can be sent to somebody else: what is selected, filtered, chosen.

const short = (iri) => (iri.startsWith(block("iris").base) ? iri.slice(block("iris").base.length) : iri);
const numberOfShort = (text) => (numberOf(text) >= 0 ? numberOf(text) : numberOf(block("iris").base + text));

function writeAddress() {
  const told = new URLSearchParams();
  const ends = (nodes) => nodes.map((id) => short(iriOf(id))).join("~");
  if (path.nodes.length) told.set("path", ends([path.nodes[0], path.nodes.at(-1)]));
  else if (focus.node !== null) told.set("node", ends([focus.node]));
  else if (focus.edge !== null) told.set("line", ends([fromOf(focus.edge), toOf(focus.edge)]));
  for (const name of KINDS_OF_VALUES) for (const value of filters[name]) told.append(name, short(facets.values[name][value].iri));
  for (const status of filters.status) told.append("status", status);
  for (const end of ["from", "to"]) if (filters[end] !== null) told.set(end, dayText(filters[end]));
  if (!filters.undated) told.set("undated", "no");
  if (filters.confidence) told.set("confidence", filters.confidence);
  for (const name of ["kinds", "families", "communities"]) if (off[name].size) told.set(`hide-${name}`, [...off[name]].join(","));
  for (const [name, plain] of [["colour", "kind"], ["size", "degree"], ["language", ""]]) if (look[name] !== plain) told.set(name, look[name]);
  if (theme.chosen) told.set("theme", theme.chosen);
  const hash = told.toString();
  history.replaceState(null, "", hash ? `#${hash}` : location.pathname + location.search);
}

// What an address doesn't say, or says wrongly, stays as a page without any has it.
function openAddress(hash) {
  const told = new URLSearchParams(hash);
  if (["light", "dark"].includes(told.get("theme"))) chooseTheme(told.get("theme"));
  for (const name of KINDS_OF_VALUES) filters[name] = new Set(told.getAll(name).map((iri) => facets.values[name].findIndex((each) => short(each.iri) === iri)).filter((value) => value >= 0));
  filters.status = new Set(told.getAll("status").filter((status) => facets.status.includes(status)));
  for (const end of ["from", "to"]) filters[end] = /^\d{4}-\d\d-\d\d$/.test(told.get(end)) && !Number.isNaN(dayNumber(told.get(end))) ? dayNumber(told.get(end)) : null;
  filters.undated = told.get("undated") !== "no";
  filters.confidence = Math.min(100, Math.max(0, Number(told.get("confidence")) || 0));
  takeLook({ colour: told.get("colour") ?? "kind", size: told.get("size") ?? "degree", language: told.get("language") ?? "" });
  for (const [name, known] of [["kinds", columns.kinds], ["families", FAMILIES], ["communities", [...leaders.keys(), 0].map(String)]]) off[name] = new Set((told.get(`hide-${name}`) ?? "").split(",").filter((key) => known.includes(key)));
  showFilters();
  applyFilters();
  openSelection(told, hash);
}

function openSelection(told, hash) {
  const ends = (name) => (told.get(name) ?? "").split("~").map(numberOfShort);
  const [node] = ends("node");
  const [line, way] = [ends("line"), ends("path")];
  if (node >= 0) state.selectNode(node, true);
  else if (way.length === 2 && Math.min(...way) >= 0) showPath(...way);
  else if (line.length === 2 && Math.min(...line) >= 0) openLine(...line);
  else if (numberOf(decoded(hash)) >= 0) state.selectNode(numberOf(decoded(hash)), true);
  else showAll(false);
}

function openLine(from, to) {
  const line = linesOf(from).find((each) => otherEnd(each, from) === to);
  if (line === undefined) return;
  for (const end of [from, to]) if (!state.isShown(end)) state.reveal(end);
  state.selectEdge(line);
}

// The address of a node alone may stand there as it is.
function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return "";
  }
}
