// The shortest way from one node to another over all that the filters and the legend let through, drawn or not.

const path = { picking: null, nodes: [], lines: [] };

function startPath(id) {
  path.picking = id;
  byId("picking-text").textContent = say(words.path.pick, { name: isolate(labelOf(id)) });
  byId("picking").hidden = false;
  byId("picking-end").focus();
  announce(byId("picking-text").textContent);
}

function stopPicking() {
  path.picking = null;
  byId("picking").hidden = true;
}

// True where a node was picked as the other end, and the path is shown instead of the node.
function pickEnd(id) {
  if (path.picking === null || path.picking === id) return false;
  showPath(path.picking, id);
  return true;
}

function showPath(from, to) {
  stopPicking();
  const lines = shortest(from, to);
  if (!lines) {
    state.look(null, null, new Set([from, to]));
    openPanel(pathTitle(from, to), [element("p", "muted", words.path.none)], null, words.path.name);
    return;
  }
  let at = from;
  const steps = [from, ...lines.map((line) => (at = otherEnd(line, at)))];
  for (const [place, id] of steps.entries()) if (!drawn.has(id)) add(id, spotOf(steps[Math.max(place - 1, 0)]) ?? network.getViewPosition());
  refresh();
  state.look(null, null, new Set(steps), { nodes: steps, lines });
  const facts = lines.flatMap(aboutLine);
  const numbers = numbering([], facts);
  openPanel(pathTitle(from, to), [pathList(steps, lines, numbers), quotes(numbers, steps, facts)], null, say(words.path.steps, { n: lines.length }));
  showAll(calm(), steps, 320);
  announce(`${words.path.name}: ${steps.map((id) => isolate(labelOf(id))).join(" – ")}`);
  writeAddress();
}

const pathTitle = (from, to) => [from, to].map((id) => isolate(labelOf(id))).join(" — ");

// That two were in one place, or spoke of one thing, ties them less than that they met.
const LOOSE = new Set(["place", "topic"]);
const before = (a, b) => LOOSE.has(kindOf(a)) - LOOSE.has(kindOf(b)) || a - b;

// Breadth first, the most central neighbours first; the lines of the path, or null where there is none.
function shortest(from, to) {
  const cameBy = new Map([[from, null]]);
  let edge = [from];
  while (edge.length && !cameBy.has(to)) {
    const next = [];
    for (const id of edge) {
      for (const line of [...linesOf(id)].filter(state.mayFollow).sort((a, b) => before(otherEnd(a, id), otherEnd(b, id)))) {
        const other = otherEnd(line, id);
        if (cameBy.has(other)) continue;
        cameBy.set(other, line);
        next.push(other);
      }
    }
    edge = next;
  }
  if (!cameBy.has(to)) return null;
  const lines = [];
  for (let at = to; at !== from; at = otherEnd(lines[0], at)) lines.unshift(cameBy.get(at));
  return lines;
}

function pathList(steps, lines, numbers) {
  const list = element("ol", "path");
  steps.forEach((id, place) => {
    const row = element("li");
    row.append(nodeButton(id, labelOf(id)));
    const line = lines[place];
    if (line !== undefined) row.append(factList(aboutLine(line), numbers) ?? "");
    list.append(row);
  });
  return list;
}
