// The overview: every node of the file as a point, in its community, drawn by sigma.js where the browser has a graphics card to draw
// with. Its scripts lie in the page as text and run only once the overview is opened.

const GAP = 2.6;
const MOST_OVERVIEW_LINES = 4000;
let overview = null;

const hasOverview = byId("overview-sigma") !== null;

// How this browser draws WebGL: "card", "software" (as slow as the picture beside it), or "none".
function webgl() {
  const context = (wish) => {
    const canvas = element("canvas");
    return canvas.getContext("webgl2", wish) ?? canvas.getContext("webgl", wish);
  };
  const found = context({});
  if (!found) return "none";
  const told = found.getExtension("WEBGL_debug_renderer_info");
  const renderer = String(found.getParameter(told ? told.UNMASKED_RENDERER_WEBGL : found.RENDERER));
  found.getExtension("WEBGL_lose_context")?.loseContext();
  return /swiftshader|llvmpipe|softpipe|software|basic render/i.test(renderer) ? "software" : "card";
}

function runScript(id) {
  const script = document.createElement("script");
  script.textContent = byId(id).textContent;
  document.head.append(script);
}

// Communities as discs, the largest in the middle and each further one on the first free spot of a spiral; in each disc its members,
// the most central in the middle.
function overviewSpots() {
  const members = new Map();
  for (let id = 0; id < nodeCount; id++) {
    const community = standing.community[id];
    if (!members.has(community)) members.set(community, []);
    members.get(community).push(id);
  }
  const spots = new Float32Array(2 * nodeCount);
  const discs = [];
  for (const [, ids] of [...members].sort(([, a], [, b]) => b.length - a.length)) {
    const radius = GAP * (Math.sqrt(ids.length) + 2);
    const disc = freeSpot(discs, radius);
    discs.push({ ...disc, radius });
    ids.forEach((id, at) => {
      const far = GAP * Math.sqrt(at);
      spots[2 * id] = disc.x + far * Math.cos(at * 2.39996);
      spots[2 * id + 1] = disc.y + far * Math.sin(at * 2.39996);
    });
  }
  return spots;
}

function freeSpot(discs, radius) {
  for (let turn = 0; ; turn++) {
    const far = 0.4 * Math.max(radius, (discs[0]?.radius ?? 0) / 8) * Math.sqrt(turn);
    const [x, y] = [1.5 * far * Math.cos(turn * 2.39996), far * Math.sin(turn * 2.39996)];
    if (discs.every((disc) => Math.hypot(disc.x - x, disc.y - y) > disc.radius + radius)) return { x, y };
  }
}

// The nodes and the lines with most facts, as far as the filters and the legend let them through.
function overviewGraph() {
  const graph = new window.graphology.Graph();
  const spots = overviewSpots();
  // The fewer they are, the larger.
  const least = Math.min(Math.max(100 / Math.sqrt(nodeCount), 1.4), 6);
  const mayShow = (id) => !state.isOff(id) && (!fitting || fitting.nodes[id] === 1);
  for (let id = 0; id < nodeCount; id++) {
    if (!mayShow(id)) continue;
    graph.addNode(id, { x: spots[2 * id], y: spots[2 * id + 1], size: least + Math.min(Math.sqrt(degreeOf(id)) / 3, 7), color: colourOf(id), label: isolate(labelOf(id)) });
  }
  const lines = Array.from({ length: lineCount }, (_, line) => line).filter((line) => mayShow(fromOf(line)) && mayShow(toOf(line)));
  lines.sort((a, b) => factCount(b) - factCount(a) || a - b);
  for (const line of lines.slice(0, MOST_OVERVIEW_LINES)) graph.addEdge(fromOf(line), toOf(line), { size: 0.4, color: mix(theme.line, theme.paper, 0.3) });
  return graph;
}

function paintOverviewLabel(ctx, { label, x, y, size }, settings) {
  if (!label) return;
  ctx.font = `${settings.labelWeight} ${settings.labelSize}px ${theme.font}`;
  Object.assign(ctx, { strokeStyle: theme.paper, fillStyle: theme.ink, lineWidth: 3.5, lineJoin: "round", textAlign: "center" });
  ctx.strokeText(label, x, y - size - 4);
  ctx.fillText(label, x, y - size - 4);
}

function paintOverviewHover(ctx, node, settings) {
  ctx.beginPath();
  ctx.arc(node.x, node.y, node.size + 3, 0, 2 * Math.PI);
  Object.assign(ctx, { strokeStyle: theme.accent, lineWidth: 2 });
  ctx.stroke();
  paintOverviewLabel(ctx, node, settings);
}

function drawOverview() {
  if (!window.Sigma) for (const id of ["overview-graphology", "overview-sigma"]) runScript(id);
  state.clear();
  byId("whole").hidden = false;
  byId("overview").setAttribute("aria-pressed", "true");
  const graph = overviewGraph();
  overview = new window.Sigma(graph, byId("whole"), {
    ...{ hideEdgesOnMove: true, enableEdgeEvents: false, labelFont: theme.font, labelSize: 13, labelRenderedSizeThreshold: 6, zIndex: false },
    ...{ defaultDrawNodeLabel: paintOverviewLabel, defaultDrawNodeHover: paintOverviewHover },
  });
  overview.on("clickNode", ({ node }) => {
    closeOverview();
    state.selectNode(Number(node), true);
  });
  const told = say(words.overview.told, { n: graph.order, m: new Set(standing.community).size });
  byId("whole").setAttribute("aria-label", told);
  byId("shown").textContent = told;
}

// Draw anew what filters, legend or looks have changed.
function followOverview() {
  if (!overview) return;
  overview.kill();
  drawOverview();
}

function closeOverview() {
  if (overview) {
    overview.kill();
    overview = null;
    refresh();
  }
  byId("whole").hidden = true;
  byId("no-overview").hidden = true;
  byId("overview").setAttribute("aria-pressed", "false");
}

// Where there is no card, the reader is told, and may have it drawn all the same if anything can draw it.
function openOverview() {
  const way = webgl();
  if (way === "card") return drawOverview();
  byId("no-overview").hidden = false;
  byId("no-overview-text").textContent = words.overview[way];
  byId("overview-anyway").hidden = way === "none";
  announce(words.overview[way]);
}

function startOverview() {
  if (!hasOverview) return;
  byId("overview").addEventListener("click", () => (overview || !byId("no-overview").hidden ? closeOverview() : openOverview()));
  byId("overview-anyway").addEventListener("click", () => {
    byId("no-overview").hidden = true;
    drawOverview();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") closeOverview();
  });
}
