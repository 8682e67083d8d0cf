// The graph on the canvas: which nodes are drawn, which are hidden by the legend, which one the reader looks at.

const STEP = 90;
const MOST_ADDED = 60;
// So many lines a node brings with it, those with the most facts; the others show while the reader looks at it.
const BROUGHT = 8;

const shownNodes = new vis.DataSet();
const shownEdges = new vis.DataSet();
// Where each drawn node is; what pyvis was given stands there at first.
const places = new Map(read("nodes").map(({ id, x, y }) => [id, { x, y }]));
const drawn = new Set(places.keys());
// The lines between drawn nodes, kept as nodes come.
const drawnLines = read("edges").map(({ id }) => id);
// Further lines between drawn nodes, shown for what the reader looks at.
let lentLines = [];
const hiddenCounts = new Map();
const off = { kinds: new Set(), families: new Set(), communities: new Set() };
const focus = { node: null, edge: null, hover: null, near: new Set() };
let network = null;

const state = {
  isOff: (id) => off.kinds.has(kindOf(id)) || off.communities.has(String(communityOf(id))),
  isShown: (id) => drawn.has(id) && !state.isOff(id) && (!fitting || fitting.nodes[id] === 1),
  isLine: (line) => state.isShown(fromOf(line)) && state.isShown(toOf(line)) && state.mayFollow(line),
  // Whether the filters and the legend let a line through, drawn or not.
  mayFollow: (line) => (!fitting || fitting.lines[line] === 1) && ![fromOf(line), toOf(line)].some(state.isOff) && familiesOf(line).some((family) => !off.families.has(family)),
  acts: (id) => [expandButton(id), button("expand", words.path.from_here, () => startPath(id))].filter(Boolean),
  hiddenNeighbours: (id) => neighboursOf(id).filter((node) => !drawn.has(node)),
  hiddenCount(id) {
    if (!hiddenCounts.has(id)) hiddenCounts.set(id, linesOf(id).reduce((count, line) => count + !drawn.has(otherEnd(line, id)), 0));
    return hiddenCounts.get(id);
  },
  focusKey: () => [focus.node, focus.edge, focus.hover].join(),

  isLooking: () => focus.node !== null || focus.edge !== null || focus.near.size > 0,

  lookOf(id) {
    const ends = [path.nodes[0], path.nodes.at(-1), path.picking];
    return { ring: id === focus.node || ends.includes(id), dim: state.isLooking() && !focus.near.has(id) && id !== focus.hover };
  },

  // Which labels come first: what the reader looks at, what is beside it, events and the rest as central as they are.
  rank: (id) => (id === focus.node || id === focus.hover || path.nodes.includes(id) ? 0 : focus.edge !== null && focus.near.has(id) ? 1 : focus.near.has(id) ? 2 : 3),

  selectNode(id, move = false) {
    if (pickEnd(id)) return;
    if (!state.isShown(id)) state.reveal(id);
    state.look(id, null, new Set([id, ...neighboursOf(id)]));
    state.tell(id);
    if (move) network.moveTo({ position: network.getPosition(id), scale: Math.max(network.getScale(), 0.9), offset: { x: aside(), y: -below() / 2 }, animation: calm() });
  },

  tell(id) {
    showNode(id);
    announce(`${words.kind[kindOf(id)]}: ${labelOf(id)}`);
    writeAddress();
  },

  selectEdge(id) {
    state.look(null, id, new Set([fromOf(id), toOf(id)]));
    showEdge(id);
    writeAddress();
  },

  clear() {
    stopPicking();
    state.look(null, null, new Set());
    byId("panel").hidden = true;
    writeAddress();
  },

  look(node, edge, near, way = { nodes: [], lines: [] }) {
    Object.assign(focus, { node, edge, near });
    Object.assign(path, way);
    lendLines();
    showLines();
    network.redraw();
  },

  // Draw a node that was left out or switched off: beside a neighbour if one is drawn.
  reveal(id) {
    off.kinds.delete(kindOf(id));
    off.communities.delete(String(communityOf(id)));
    if (fitting) fitting.nodes[id] = 1;
    const beside = neighboursOf(id).find((node) => drawn.has(node));
    if (!drawn.has(id)) add(id, beside === undefined ? network.getViewPosition() : spotOf(beside));
    refresh();
  },

  expand(id) {
    state.keepPlaces();
    const taken = [...drawn].map(spotOf);
    for (const other of state.hiddenNeighbours(id).slice(0, MOST_ADDED)) add(other, spotOf(id), taken);
    if (path.picking === null) {
      // The new lines get their style once, not before and after the node is looked at.
      Object.assign(focus, { node: id, edge: null, near: new Set([id, ...neighboursOf(id)]) });
      Object.assign(path, { nodes: [], lines: [] });
    }
    refresh();
    if (!pickEnd(id)) state.tell(id);
  },

  keepPlaces() {
    for (const id of shownNodes.getIds()) places.set(id, network.getPosition(id));
  },
};

const spotOf = (id) => places.get(id);
const calm = () => (window.matchMedia("(prefers-reduced-motion: reduce)").matches ? false : { duration: 350, easingFunction: "easeInOutQuad" });
const announce = (text) => (byId("said").textContent = text);

// Set a new node on the first free spot of a spiral around its neighbour; `others` are the spots that are taken.
function add(id, { x, y }, others = [...drawn].map(spotOf)) {
  for (let turn = 1; !places.has(id); turn++) {
    const [angle, radius] = [turn * 2.4, STEP * (0.7 + Math.sqrt(turn) * 0.55)];
    const spot = { x: x + radius * Math.cos(angle), y: y + radius * Math.sin(angle) };
    const taken = others.some((other) => Math.abs(other.x - spot.x) <= STEP && Math.abs(other.y - spot.y) <= STEP * 0.6);
    if (!taken) places.set(id, spot);
  }
  others.push(places.get(id));
  const lines = Array.from(linesOf(id)).filter((line) => drawn.has(otherEnd(line, id)));
  drawnLines.push(...lines.sort((a, b) => factCount(b) - factCount(a) || otherEnd(a, id) - otherEnd(b, id)).slice(0, BROUGHT));
  drawn.add(id);
  hiddenCounts.clear();
}

function lendLines() {
  const held = new Set(drawnLines);
  const own = focus.node === null ? [] : linesOf(focus.node);
  const lines = [...path.lines, ...(focus.edge === null ? [] : [focus.edge]), ...own];
  lentLines = [...new Set(lines)].filter((line) => !held.has(line) && drawn.has(fromOf(line)) && drawn.has(toOf(line)));
}

// Take nodes out of the picture again; where they were is remembered.
function takeBack(ids) {
  if (!ids.length) return;
  if (network) state.keepPlaces();
  for (const id of ids) drawn.delete(id);
  hiddenCounts.clear();
  const left = drawnLines.filter((line) => drawn.has(fromOf(line)) && drawn.has(toOf(line)));
  drawnLines.splice(0, drawnLines.length, ...left);
}

function lineStyle(line) {
  const family = familiesOf(line).find((name) => !off.families.has(name));
  const own = line === focus.edge || fromOf(line) === focus.node || toOf(line) === focus.node || path.lines.includes(line);
  const some = state.isLooking();
  const colour = own && some ? theme.accent : family === "tie" ? theme["line-tie"] : theme.line;
  return {
    color: { color: colour, hover: theme.accent, highlight: colour, opacity: some && !own ? 0.2 : 1 },
    width: line === focus.edge || path.lines.includes(line) ? 4 : own && some ? 2.2 : { part: 1.8, about: 1.2, said: 1.2, tie: 1.6 }[family],
    dashes: { said: [2, 4], tie: [8, 5] }[family] ?? false,
  };
}

// Give lines the style that they should have, and draw those that weren't; to touch all of them would be slow.
function restyle(lines) {
  const changed = lines.map((line) => ({ id: line, from: fromOf(line), to: toOf(line), ...lineStyle(line) })).filter((line) => !isStyled(line));
  if (changed.length) shownEdges.update(changed);
}

function isStyled({ id, color, width, dashes }) {
  const now = shownEdges.get(id);
  return now && now.width === width && now.color.color === color.color && now.color.opacity === color.opacity && String(now.dashes) === String(dashes);
}

// Bring what the canvas holds in line with what should be shown.
function refresh() {
  const wanted = new Set([...drawn].filter(state.isShown));
  if (network) state.keepPlaces();
  lendLines();
  shownNodes.remove(shownNodes.getIds().filter((id) => !wanted.has(id)));
  shownNodes.update([...wanted].filter((id) => shownNodes.get(id)?.size !== sizeOf(id)).map((id) => ({ id, ...spotOf(id), size: sizeOf(id) })));
  showLines();
  network?.redraw();
  byId("shown").textContent = say(words.shown, { nodes: wanted.size, lines: drawnLines.filter(state.isLine).length });
  showLegend();
}

function showLines() {
  const lines = new Set([...drawnLines, ...lentLines].filter(state.isLine));
  const gone = shownEdges.getIds().filter((id) => !lines.has(id));
  if (gone.length) shownEdges.remove(gone);
  restyle([...lines]);
  layoutVersion++;
}

function start() {
  const options = read("options");
  options.nodes.ctxRenderer = ({ ctx, id, x, y }) => ({
    drawNode: () => {
      ctx.save();
      paintNode(ctx, id, x, y);
      ctx.restore();
      paintMore(ctx, id, x, y);
    },
    nodeDimensions: { width: 2 * sizeOf(id), height: 2 * sizeOf(id) },
  });
  readTheme();
  byId("legend").open = document.documentElement.clientWidth > 600;
  refresh();
  network = new vis.Network(byId("graph"), { nodes: shownNodes, edges: shownEdges }, options);
  byId("graph").firstElementChild.removeAttribute("tabindex");
  network.on("afterDrawing", (ctx) => paintLabels(ctx, network.getScale(), spots()));
}

// Zoom so that everything, or some nodes, shows in the part of the canvas that the legend leaves free.
function showAll(animation, ids = shownNodes.getIds(), room = 120) {
  // The panel may have come or gone since the canvas was last measured.
  network.setSize("100%", "100%");
  const where = spots();
  const corners = ids.filter((id) => where.has(id)).map((id) => [id, where.get(id)]).map(([id, { x, y }]) => around(x, y, Math.max(2 * sizeOf(id), room), 2 * sizeOf(id) + 60));
  if (!corners.length) return;
  const edge = (side, pick) => pick(...corners.map((corner) => corner[side]));
  const [left, right, top, bottom] = [edge("left", Math.min), edge("right", Math.max), edge("top", Math.min), edge("bottom", Math.max)];
  const { clientWidth: width, clientHeight: height } = byId("graph");
  const scale = Math.min((width - 2 * Math.abs(aside())) / (right - left), (height - below()) / (bottom - top), 1.5);
  network.moveTo({ position: { x: (left + right) / 2, y: (top + bottom) / 2 }, scale, offset: { x: aside(), y: -below() / 2 }, animation });
}

// How far the middle of the free part of the canvas is from the middle of it all.
function aside() {
  const side = byId("side");
  const isOpen = [...side.querySelectorAll(":scope > details")].some((each) => each.open);
  const width = byId("graph").clientWidth > 600 && isOpen ? side.offsetWidth + 14 : 0;
  return (document.documentElement.dir === "rtl" ? -width : width) / 2;
}

// How much of the canvas the bar with the time takes at the bottom.
const below = () => (byId("span").hidden ? 0 : byId("span").offsetHeight + 20);

function spots() {
  return new Map(shownNodes.getIds().map((id) => [id, network.getPosition(id)]));
}
