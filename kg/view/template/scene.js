// What is drawn, as shapes: the same list is written as SVG and painted as PNG, so that both show what the reader sees.

const SHEET = 2;

// Lines, signs and labels in pixels of the screen, in the order in which they are painted.
function scene() {
  const { clientWidth: width, clientHeight: height } = byId("graph");
  const scale = network.getScale();
  const at = (x, y) => network.canvasToDOM({ x, y });
  const [where, items] = [spots(), []];
  for (const line of shownEdges.getIds()) {
    const [from, to] = [fromOf(line), toOf(line)].map((id) => at(where.get(id).x, where.get(id).y));
    const style = lineStyle(line);
    items.push({ type: "line", from, to, colour: style.color.color, width: style.width * scale, dashes: (style.dashes || []).map((each) => each * scale), opacity: style.color.opacity });
  }
  for (const [id, { x, y }] of where) items.push(signOf(id, at(x, y), scale));
  for (const { id, lines, x, top } of placed.labels) {
    const spot = at(x, top);
    lines.forEach((text, row) => items.push({ type: "text", text, x: spot.x, y: spot.y + (row + 0.5) * LEADING, bold: fontOf(id, row, 1).startsWith("600"), colour: row > 0 && isEvent(id) ? theme.muted : theme.ink, opacity: state.lookOf(id).dim ? 0.25 : 1 }));
  }
  return { width, height, items, title: document.title };
}

function signOf(id, { x, y }, scale) {
  const size = sizeOf(id) * scale;
  const { ring, dim } = state.lookOf(id);
  return { type: "sign", x, y, size, path: kinds[kindOf(id)].path, colour: mix(colourOf(id), theme.paper, dim ? 0.25 : 1), hollow: isUncertain(id), ring, edge: 2.5 * scale };
}

function svgOf({ width, height, items, title }) {
  const root = document.implementation.createDocument("http://www.w3.org/2000/svg", "svg");
  const make = (name, attributes, text) => {
    const made = root.createElementNS("http://www.w3.org/2000/svg", name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, typeof value === "number" ? Math.round(value * 100) / 100 : value);
    if (text !== undefined) made.textContent = printable(text);
    root.documentElement.append(made);
  };
  for (const [key, value] of Object.entries({ width, height, viewBox: `0 0 ${width} ${height}`, "font-family": theme.font, "font-size": FONT })) root.documentElement.setAttribute(key, value);
  make("title", {}, title);
  make("rect", { width, height, fill: theme.paper });
  for (const item of items) ({ line: lineShape, sign: signShape, text: textShape })[item.type](item, make);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(root)}`;
}

// Without what no XML may hold.
const printable = (text) => text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu, "");

function lineShape({ from, to, colour, width, dashes, opacity }, make) {
  make("line", { x1: from.x, y1: from.y, x2: to.x, y2: to.y, stroke: colour, "stroke-width": width, "stroke-dasharray": dashes.join(" ") || "none", "stroke-opacity": opacity });
}

function signShape({ x, y, size, path: shape, colour, hollow, ring, edge }, make) {
  if (ring) make("circle", { cx: x, cy: y, r: size * 1.3 + 4, fill: "none", stroke: theme.accent, "stroke-width": 3 });
  const place = `translate(${x.toFixed(2)} ${y.toFixed(2)}) scale(${size.toFixed(3)})`;
  make("path", { d: shape, transform: place, fill: theme.paper, stroke: theme.paper, "stroke-width": (2 * edge) / size });
  make("path", { d: shape, transform: place, fill: hollow ? theme.paper : colour, stroke: hollow ? colour : "none", "stroke-width": 2 / size, ...(hollow ? { "stroke-dasharray": `${4 / size} ${3 / size}` } : {}) });
}

function textShape({ text, x, y, bold, colour, opacity }, make) {
  make("text", { x, y, fill: colour, stroke: theme.paper, "stroke-width": 3.5, "stroke-linejoin": "round", "paint-order": "stroke", "text-anchor": "middle", "dominant-baseline": "central", "font-weight": bold ? 600 : 400, opacity }, text);
}

function paintScene(ctx, { width, height, items }) {
  ctx.fillStyle = theme.paper;
  ctx.fillRect(0, 0, width, height);
  for (const item of items) {
    ctx.save();
    ({ line: paintLine, sign: paintSign, text: paintText })[item.type](ctx, item);
    ctx.restore();
  }
}

function paintLine(ctx, { from, to, colour, width, dashes, opacity }) {
  Object.assign(ctx, { strokeStyle: colour, lineWidth: width, globalAlpha: opacity });
  ctx.setLineDash(dashes);
  ctx.beginPath();
  ctx.moveTo(from.x, from.y);
  ctx.lineTo(to.x, to.y);
  ctx.stroke();
}

function paintSign(ctx, { x, y, size, path: shape, colour, hollow, ring, edge }) {
  ctx.translate(x, y);
  if (ring) {
    Object.assign(ctx, { strokeStyle: theme.accent, lineWidth: 3 });
    ctx.beginPath();
    ctx.arc(0, 0, size * 1.3 + 4, 0, 2 * Math.PI);
    ctx.stroke();
  }
  ctx.scale(size, size);
  const sign = new Path2D(shape);
  Object.assign(ctx, { strokeStyle: theme.paper, lineWidth: (2 * edge) / size, fillStyle: hollow ? theme.paper : colour });
  ctx.stroke(sign);
  ctx.fill(sign);
  if (!hollow) return;
  Object.assign(ctx, { strokeStyle: colour, lineWidth: 2 / size });
  ctx.setLineDash([4 / size, 3 / size]);
  ctx.stroke(sign);
}

function paintText(ctx, { text, x, y, bold, colour, opacity }) {
  Object.assign(ctx, { font: `${bold ? 600 : 400} ${FONT}px ${theme.font}`, textAlign: "center", textBaseline: "middle", lineJoin: "round", strokeStyle: theme.paper, lineWidth: 3.5, fillStyle: colour, globalAlpha: opacity });
  ctx.strokeText(text, x, y);
  ctx.fillText(text, x, y);
}

function startSaving() {
  byId("save-svg").addEventListener("click", () => save(new Blob([svgOf(scene())], { type: "image/svg+xml" }), "graph.svg"));
  byId("save-png").addEventListener("click", () => {
    const [sheet, drawing] = [document.createElement("canvas"), scene()];
    [sheet.width, sheet.height] = [drawing.width * SHEET, drawing.height * SHEET];
    const ctx = sheet.getContext("2d");
    ctx.scale(SHEET, SHEET);
    paintScene(ctx, drawing);
    sheet.toBlob((blob) => save(blob, "graph.png"), "image/png");
  });
}

function save(blob, name) {
  const link = document.createElement("a");
  Object.assign(link, { href: URL.createObjectURL(blob), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  announce(say(words.saved, { name }));
}
