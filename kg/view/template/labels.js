// Draws the nodes and their labels on the canvas. Labels keep their size on the screen and give way to each other: the most
// central come first, and one that finds no free room is left out until the reader zooms in or points at its node.

const FONT = 12;
const LEADING = 15;
const ALWAYS_NAMED = 24;
const shapes = Object.fromEntries(Object.entries(kinds).map(([kind, { path }]) => [kind, new Path2D(path)]));
let placed = { key: null, labels: [] };
let layoutVersion = 0;

function paintNode(ctx, id, x, y) {
  const look = state.lookOf(id);
  const size = sizeOf(id);
  const own = colourOf(id);
  ctx.translate(x, y);
  if (look.ring) {
    ctx.beginPath();
    ctx.arc(0, 0, size * 1.3 + 4, 0, 2 * Math.PI);
    ctx.strokeStyle = theme.accent;
    ctx.lineWidth = 3;
    ctx.stroke();
  }
  ctx.scale(size, size);
  const colour = mix(own, theme.paper, look.dim ? 0.25 : 1);
  const shape = shapes[kindOf(id)];
  ctx.lineJoin = "round";
  ctx.strokeStyle = theme.paper;
  ctx.lineWidth = 5 / size;
  ctx.stroke(shape);
  ctx.fillStyle = isUncertain(id) ? theme.paper : colour;
  ctx.fill(shape);
  if (isUncertain(id)) {
    ctx.strokeStyle = colour;
    ctx.lineWidth = 2 / size;
    ctx.setLineDash([4 / size, 3 / size]);
    ctx.stroke(shape);
  }
}

// How many neighbours of a node are not drawn yet, beside its upper corner.
function paintMore(ctx, id, x, y) {
  if (network.getScale() < 0.55) return;
  const more = state.hiddenCount(id);
  if (!more) return;
  ctx.font = `600 10px ${theme.font}`;
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  const [left, top] = [x + sizeOf(id) * 0.9 + 4, y - sizeOf(id) * 0.9 - 2];
  ctx.fillStyle = theme.paper;
  ctx.strokeStyle = theme.muted;
  ctx.lineWidth = 1;
  ctx.beginPath();
  ctx.arc(left, top, 9, 0, 2 * Math.PI);
  ctx.fill();
  ctx.stroke();
  ctx.fillStyle = theme.ink;
  ctx.fillText(`\u2066${more > 99 ? "99+" : `+${more}`}\u2069`, left, top);
}

function paintLabels(ctx, scale, spots) {
  const key = [scale, layoutVersion, state.focusKey()].join();
  if (placed.key !== key) placed = { key, labels: placeLabels(ctx, 1 / scale, spots) };
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  ctx.lineJoin = "round";
  ctx.strokeStyle = theme.paper;
  ctx.lineWidth = 3.5 / scale;
  for (const { id, lines, x, top } of placed.labels) {
    const look = state.lookOf(id);
    ctx.globalAlpha = look.dim ? 0.25 : 1;
    lines.forEach((line, at) => {
      const second = at > 0 && isEvent(id);
      ctx.font = fontOf(id, at, 1 / scale);
      ctx.fillStyle = second ? theme.muted : theme.ink;
      const y = top + (at + 0.5) * (LEADING / scale);
      ctx.strokeText(line, x, y);
      ctx.fillText(line, x, y);
    });
  }
  ctx.globalAlpha = 1;
}

function fontOf(id, line, unit) {
  const strong = state.lookOf(id).ring || (isEvent(id) && line === 0);
  return `${strong ? 600 : 400} ${FONT * unit}px ${theme.font}`;
}

function widthOf(ctx, id, unit) {
  return Math.max(...shortOf(id).map((line, at) => ((ctx.font = fontOf(id, at, 1)), ctx.measureText(line).width))) * unit;
}

// Room for each label, below its node or else above or beside it; `unit` is a pixel of the screen in units of the canvas.
function placeLabels(ctx, unit, spots) {
  const cores = [...spots].map(([id, { x, y }]) => ({ id, ...around(x, y, sizeOf(id) * 1.7, sizeOf(id) * 1.7) }));
  const tied = shownTies();
  const taken = [];
  const labels = [];
  for (const id of [...spots.keys()].sort((a, b) => state.rank(a) - state.rank(b) || a - b)) {
    const lines = shortOf(id);
    if (!lines.length) continue;
    const [width, height] = [widthOf(ctx, id, unit), lines.length * LEADING * unit];
    const { x, y } = spots.get(id);
    const reach = (state.lookOf(id).ring ? sizeOf(id) * 1.3 + 6 : sizeOf(id)) + 5 * unit;
    const choices = [
      [x, y + reach + height / 2],
      [x, y - reach - height / 2],
      [x + reach + width / 2, y],
      [x - reach - width / 2, y],
    ];
    const crossed = choices.map(([cx, cy]) => crossings(around(cx, cy, width + 6 * unit, height + 6 * unit), spots.get(id), tied.get(id) ?? [], spots));
    const order = [0, 1, 2, 3].sort((a, b) => crossed[a] - crossed[b] || a - b).map((at) => choices[at]);
    const free = order.find(([cx, cy]) => isFree(around(cx, cy, width, height), id, taken, cores));
    const spot = free ?? insisted(id, order, taken, width, height);
    if (!spot) continue;
    taken.push(around(spot[0], spot[1], width + 6 * unit, height));
    labels.push({ id, lines, x: spot[0], top: spot[1] - height / 2 });
  }
  return labels;
}

// Where a label that must be read goes though there is no room: over other nodes if it can't be helped, over other labels only
// for what the reader points at.
function insisted(id, order, taken, width, height) {
  if (state.rank(id) < 2) return order[0];
  if (id >= ALWAYS_NAMED) return null;
  return order.find(([x, y]) => !taken.some((other) => overlap(around(x, y, width, height), other)));
}

// The nodes to which the lines of each node run, as far as they are shown.
function shownTies() {
  const tied = new Map();
  for (const line of shownEdges.getIds()) {
    for (const id of [fromOf(line), toOf(line)]) {
      if (!tied.has(id)) tied.set(id, []);
      tied.get(id).push(otherEnd(line, id));
    }
  }
  return tied;
}

// How many lines of a node run through a box beside it.
function crossings(box, { x, y }, ends, spots) {
  const middle = { x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 };
  const far = Math.hypot(middle.x - x, middle.y - y) + (box.right - box.left) / 4;
  let count = 0;
  for (const other of ends.map((end) => spots.get(end))) {
    if (!other) continue;
    const length = Math.hypot(other.x - x, other.y - y) || 1;
    const inside = (share) => {
      const at = { x: x + ((other.x - x) / length) * far * share, y: y + ((other.y - y) / length) * far * share };
      return at.x > box.left && at.x < box.right && at.y > box.top && at.y < box.bottom;
    };
    if ([0.2, 0.35, 0.5, 0.65, 0.8, 0.95, 1.1, 1.25].some(inside)) count++;
  }
  return count;
}

const around = (x, y, width, height) => ({ left: x - width / 2, right: x + width / 2, top: y - height / 2, bottom: y + height / 2 });
const overlap = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

function isFree(box, id, taken, cores) {
  return !taken.some((other) => overlap(box, other)) && !cores.some((core) => core.id !== id && overlap(box, core));
}
