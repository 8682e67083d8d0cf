// What the reader does: pointing, clicking, the search box, the keyboard, the zoom buttons; and the start of it all.

function startPointing() {
  const tip = byId("tip");
  const hide = () => {
    focus.hover = null;
    tip.hidden = true;
    network.redraw();
  };
  network.on("click", ({ nodes: [node], edges: [edge] }) => {
    if (node !== undefined) state.selectNode(node);
    else if (edge !== undefined) state.selectEdge(edge);
    else state.clear();
  });
  network.on("doubleClick", ({ nodes: [node] }) => node !== undefined && state.expand(node));
  network.on("hoverNode", ({ node, event }) => {
    focus.hover = node;
    network.redraw();
    showTip(event, words.kind[kindOf(node)], labelOf(node));
  });
  network.on("hoverEdge", ({ edge, event }) => {
    const told = [...new Set(aboutLine(edge).map((fact) => fact.name))].join(" · ");
    showTip(event, told, [fromOf(edge), toOf(edge)].map((end) => isolate(labelOf(end))).join(" — "));
  });
  for (const leave of ["blurNode", "blurEdge", "dragStart", "zoom"]) network.on(leave, hide);
  network.on("dragEnd", () => {
    state.keepPlaces();
    layoutVersion++;
  });
}

function showTip(event, over, text) {
  const tip = byId("tip");
  tip.replaceChildren(element("small", "", over), element("span", "", text));
  tip.hidden = false;
  const frame = byId("picture").getBoundingClientRect();
  const [x, y] = [event.clientX - frame.left, event.clientY - frame.top];
  tip.style.left = `${Math.max(4, Math.min(x + 14, frame.width - tip.offsetWidth - 4))}px`;
  tip.style.top = `${y + 18 + tip.offsetHeight > frame.height ? y - tip.offsetHeight - 10 : y + 18}px`;
}

function startSearch() {
  const [box, hits] = [byId("query"), byId("hits")];
  let at = -1;
  const close = () => {
    hits.hidden = true;
    box.setAttribute("aria-expanded", "false");
    box.removeAttribute("aria-activedescendant");
    at = -1;
  };
  const choose = (number) => {
    close();
    if (overview) closeOverview();
    state.selectNode(number, true);
  };
  const mark = (place) => {
    const options = [...hits.querySelectorAll("[role=option]")];
    if (!options.length) return;
    at = (place + options.length) % options.length;
    options.forEach((option, number) => option.setAttribute("aria-selected", String(number === at)));
    box.setAttribute("aria-activedescendant", options[at].id);
    options[at].scrollIntoView({ block: "nearest" });
  };
  const show = () => {
    at = -1;
    if (!box.value.trim()) return close();
    const { found, total } = search(box.value);
    hits.replaceChildren(...found.map((hit, place) => hitRow(hit, place, choose)), element("li", "total", total ? say(words.results, { n: total }) : words.nothing));
    hits.lastChild.setAttribute("role", "presentation");
    hits.hidden = false;
    box.setAttribute("aria-expanded", "true");
    announce(total ? say(words.results, { n: total }) : words.nothing);
  };
  box.addEventListener("input", show);
  box.addEventListener("focus", show);
  box.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") mark(at + (event.key === "ArrowDown" ? 1 : at < 0 ? 0 : -1));
    else if (event.key === "Enter") (hits.querySelectorAll("[role=option]")[Math.max(at, 0)] ?? box).click();
    else if (event.key === "Escape" && !hits.hidden) close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  document.addEventListener("pointerdown", ({ target }) => byId("search").contains(target) || close());
}

function hitRow({ number, name }, place, choose) {
  const row = element("li");
  row.id = `hit-${place}`;
  row.setAttribute("role", "option");
  row.setAttribute("aria-selected", "false");
  row.append(glyph(kindOf(number)), element("span", "text", labelOf(number)));
  if (name !== labelOf(number)) row.append(element("span", "also", name));
  row.addEventListener("click", () => choose(number));
  return row;
}

function zoomBy(factor) {
  network.moveTo({ scale: Math.min(4, Math.max(0.05, network.getScale() * factor)), animation: calm() });
}

// The nearest node in the direction of an arrow key: far along it counts once, off to the side twice.
function neighbourTowards([dx, dy]) {
  const from = focus.node === null ? null : network.getPosition(focus.node);
  if (!from) return Math.min(...shownNodes.getIds());
  let best = null;
  for (const [id, { x, y }] of spots()) {
    const [along, aside] = [(x - from.x) * dx + (y - from.y) * dy, Math.abs((x - from.x) * dy - (y - from.y) * dx)];
    if (id !== focus.node && along > 1 && (!best || along + 2 * aside < best.cost)) best = { id, cost: along + 2 * aside };
  }
  return best?.id ?? focus.node;
}

function startKeyboard() {
  const arrows = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
  byId("graph").addEventListener("keydown", (event) => {
    if (event.key in arrows) state.selectNode(neighbourTowards(arrows[event.key]), true);
    else if (event.key === "Enter") byId("panel").focus();
    else if (event.key === "+" || event.key === "=") zoomBy(1.3);
    else if (event.key === "-") zoomBy(1 / 1.3);
    else if (event.key === "0") showAll(calm());
    else if (event.key === "x" && focus.node !== null) state.expand(focus.node);
    else if (event.key === "p" && focus.node !== null) startPath(focus.node);
    else return;
    event.preventDefault();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      state.clear();
      byId("graph").focus();
    } else if (event.key === "/" && event.target !== byId("query")) {
      event.preventDefault();
      byId("query").focus();
    }
  });
}

// Show anew what the panel holds: names may have another language now.
function reopen() {
  if (focus.node !== null) showNode(focus.node);
  else if (focus.edge !== null) showEdge(focus.edge);
  else if (path.nodes.length) showPath(path.nodes[0], path.nodes.at(-1));
}

start();
startPointing();
startSearch();
startKeyboard();
startFilters();
startSpan();
startLooks();
startSaving();
startOverview();
byId("zoom-in").addEventListener("click", () => zoomBy(1.3));
byId("zoom-out").addEventListener("click", () => zoomBy(1 / 1.3));
byId("fit").addEventListener("click", () => showAll(calm()));
byId("picking-end").addEventListener("click", () => {
  stopPicking();
  network.redraw();
});
darkness.addEventListener("change", () => {
  chooseTheme(theme.chosen);
  refresh();
});
function goTo(hash) {
  state.clear();
  openAddress(hash);
}
window.addEventListener("hashchange", () => goTo(location.hash.slice(1)));
showFilters();
applyFilters();
showAll(false);
if (location.hash.length > 1) openAddress(location.hash.slice(1));
setTimeout(foldAhead, 500);
// A handle for those who drive the page from outside: tests, screenshots, a console.
window.kgView = {
  ...{ network, state, search, fold, goTo, skeleton, filters, scene, shortest, labels: () => placed.labels, overview: () => overview },
  get nodes() {
    return Array.from({ length: nodeCount }, (_, id) => ({ id, kind: kindOf(id), label: labelOf(id), iri: iriOf(id) }));
  },
  get edges() {
    return Array.from({ length: lineCount }, (_, id) => ({ id, from: fromOf(id), to: toOf(id), families: familiesOf(id) }));
  },
  details: { node: aboutNode, edge: aboutLine, evidence: evidenceOf },
};
