// The legend: the kinds, communities and lines that there are, how many of each, and which are switched off.

// There may be a million lines to look through, and what sorts they are of never changes.
let familiesThere = null;

function showLegend() {
  const counts = new Map();
  const fit = [...drawn].filter((id) => !fitting || fitting.nodes[id]);
  for (const id of fit) counts.set(kindOf(id), (counts.get(kindOf(id)) ?? 0) + 1);
  const rows = Object.keys(kinds).filter((kind) => counts.has(kind) || off.kinds.has(kind));
  byId("kinds").replaceChildren(...rows.map((kind) => legendRow("kinds", kind, glyph(kind), words.kinds[kind], counts.get(kind) ?? 0)));
  if (fit.some(isUncertain)) byId("kinds").append(uncertainRow());
  showCommunities(fit);
  const lines = drawnLines.filter((line) => state.isShown(fromOf(line)) && state.isShown(toOf(line)));
  familiesThere ??= FAMILIES.filter((_, bit) => columns.edges.families.some((mask) => mask & (1 << bit)));
  const count = (family) => lines.filter((line) => familiesOf(line).includes(family)).length;
  byId("families").replaceChildren(
    ...familiesThere.map((family) => legendRow("families", family, element("span", `stroke ${family}`), words.family[family], count(family))),
  );
}

function showCommunities(fit) {
  const counts = new Map();
  for (const id of fit) counts.set(communityOf(id), (counts.get(communityOf(id)) ?? 0) + 1);
  const rows = [...leaders.keys(), 0].filter((community) => counts.has(community));
  byId("by-community").hidden = look.colour !== "community";
  byId("communities").replaceChildren(...rows.map((community) => legendRow("communities", String(community), swatch(communityColour(community)), communityName(community), counts.get(community))));
}

function swatch(colour) {
  const sign = element("span", "swatch");
  sign.style.background = colour;
  return sign;
}

function uncertainRow() {
  const row = element("li", "row");
  row.append(element("span", "hollow"), element("span", "text", words.uncertain));
  return row;
}

function legendRow(group, key, sign, text, count) {
  const row = element("li");
  const toggle = button("", "", () => {
    if (!off[group].delete(key)) off[group].add(key);
    const hidden = focus.node !== null && !state.isShown(focus.node);
    refresh();
    if (hidden) state.clear();
    followOverview();
    writeAddress();
    byId(group).querySelector(`[data-key="${key}"]`).focus();
  });
  toggle.dataset.key = key;
  toggle.setAttribute("aria-pressed", String(!off[group].has(key)));
  toggle.append(sign, element("span", "text", text), element("span", "count", String(count)));
  row.append(toggle);
  return row;
}
