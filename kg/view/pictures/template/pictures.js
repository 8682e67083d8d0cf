// The marks of the pictures: pointing at one names it, clicking it (or Enter) opens its evidence, the legend hides kinds.

const signColour = kindColour;
const markOf = (target) => target.closest("[data-node], [data-line]");
let opened = null;

// What the panel asks for: the picture itself stays as it is.
const state = {
  acts: () => [],

  selectNode(number) {
    showNode(number);
    state.look(`[data-node="${number}"]`);
  },

  selectEdge(number) {
    showEdge(number);
    state.look(`[data-line="${number}"]`);
  },

  look(choice) {
    for (const mark of document.querySelectorAll(".looked")) mark.classList.remove("looked");
    for (const mark of document.querySelectorAll(choice)) mark.classList.add("looked");
    byId("said").textContent = byId("panel-title").textContent;
  },

  clear() {
    for (const mark of document.querySelectorAll(".looked")) mark.classList.remove("looked");
    byId("panel").hidden = true;
    opened?.focus({ preventScroll: true });
    opened = null;
  },
};

function open(mark) {
  opened = mark;
  if (mark.dataset.node !== undefined) state.selectNode(Number(mark.dataset.node));
  else state.selectEdge(Number(mark.dataset.line));
  byId("panel").focus({ preventScroll: true });
}

function startMarks() {
  const sheet = byId("sheet");
  sheet.addEventListener("click", ({ target }) => markOf(target) && open(markOf(target)));
  sheet.addEventListener("keydown", (event) => {
    const mark = markOf(event.target);
    if (!mark || mark.tagName === "BUTTON" || (event.key !== "Enter" && event.key !== " ")) return;
    event.preventDefault();
    open(mark);
  });
  document.addEventListener("keydown", ({ key }) => key === "Escape" && !byId("panel").hidden && state.clear());
}

// Each drawing is one stop of the Tab key; the arrow keys go from mark to mark in it.
function startArrows() {
  const arrows = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
  for (const drawing of document.querySelectorAll(".scroll > svg")) {
    const marks = [...drawing.querySelectorAll(".mark")];
    const stopAt = (stop) => marks.forEach((mark) => mark.setAttribute("tabindex", mark === stop ? "0" : "-1"));
    stopAt(marks[0]);
    drawing.addEventListener("keydown", (event) => {
      const next = arrows[event.key] && nearestMark(marks, markOf(event.target), arrows[event.key]);
      if (!next) return;
      event.preventDefault();
      stopAt(next);
      next.focus();
    });
  }
}

// The nearest mark in a direction: far along it counts once, off to the side twice.
function nearestMark(marks, from, [dx, dy]) {
  const middle = (mark) => {
    const box = (mark.querySelector("path, rect.cell, circle") ?? mark).getBoundingClientRect();
    return [box.left + box.width / 2, box.top + box.height / 2];
  };
  const [x, y] = middle(from);
  let best = null;
  for (const mark of marks) {
    if (mark.classList.contains("off")) continue;
    const [mx, my] = middle(mark);
    const [along, aside] = [(mx - x) * dx + (my - y) * dy, Math.abs((mx - x) * dy - (my - y) * dx)];
    if (along > 1 && (!best || along + 2 * aside < best.cost)) best = { mark, cost: along + 2 * aside };
  }
  return best?.mark;
}

function startTip() {
  const tip = byId("tip");
  const hide = () => (tip.hidden = true);
  const show = ({ target }) => {
    const mark = markOf(target);
    if (!mark?.getAttribute("aria-label")) return hide();
    tip.replaceChildren(element("span", "", mark.getAttribute("aria-label")));
    tip.hidden = false;
    const [at, width] = [mark.getBoundingClientRect(), document.documentElement.clientWidth];
    const below = at.bottom + 6 + tip.offsetHeight < window.innerHeight;
    tip.style.left = `${Math.max(6, Math.min(at.left, width - tip.offsetWidth - 6))}px`;
    tip.style.top = `${below ? at.bottom + 6 : at.top - tip.offsetHeight - 6}px`;
  };
  for (const name of ["pointerover", "focusin"]) byId("sheet").addEventListener(name, show);
  for (const name of ["pointerleave", "focusout", "scroll"]) byId("sheet").addEventListener(name, hide);
}

function startLegend() {
  for (const toggle of document.querySelectorAll(".kinds button")) {
    toggle.addEventListener("click", () => {
      const shown = toggle.getAttribute("aria-pressed") !== "true";
      toggle.setAttribute("aria-pressed", String(shown));
      const figure = toggle.closest(".figure");
      for (const mark of figure.querySelectorAll(`.mark[data-kind="${toggle.dataset.kind}"]`)) mark.classList.toggle("off", !shown);
    });
  }
}

// In a comparison, pointing at a row lights the words that tell it, and pointing at words the row that they belong to.
function startRows() {
  const light = (row) => {
    for (const lit of document.querySelectorAll(".lit")) lit.classList.remove("lit");
    if (row !== undefined) for (const each of document.querySelectorAll(`[data-row="${row}"]`)) each.classList.add("lit");
  };
  for (const table of document.querySelectorAll(".readouts")) {
    table.addEventListener("pointerover", ({ target }) => light(target.closest("[data-row]")?.dataset.row));
    table.addEventListener("pointerleave", () => light());
  }
}

// A map can be looked at more closely: land grows, while marks and names keep their size.
function startZoom() {
  for (const map of document.querySelectorAll("svg.map")) {
    const { width, height } = map.viewBox.baseVal;
    const view = { x: width / 2, y: height / 2, scale: 1 };
    const show = (x, y, scale) => {
      view.scale = Math.min(16, Math.max(1, scale));
      const [wide, tall] = [width / view.scale, height / view.scale];
      view.x = Math.min(width - wide / 2, Math.max(wide / 2, x));
      view.y = Math.min(height - tall / 2, Math.max(tall / 2, y));
      map.setAttribute("viewBox", `${view.x - wide / 2} ${view.y - tall / 2} ${wide} ${tall}`);
      for (const kept of map.querySelectorAll(".mark, .country")) keepSize(kept, view.scale);
    };
    const closer = (factor) => show(view.x, view.y, view.scale * factor);
    const controls = element("div", "closer");
    for (const [name, sign, act] of [["zoom_in", "+", () => closer(1.6)], ["zoom_out", "−", () => closer(1 / 1.6)], ["fit", "⤢", () => closer(0)]]) {
      const made = button(name, sign, act);
      made.setAttribute("aria-label", words[name]);
      made.title = words[name];
      controls.append(made);
    }
    map.parentElement.append(controls);
    startDragging(map, () => view, show);
  }
}

function keepSize(shape, scale) {
  const at = shape.querySelector("circle") ?? shape;
  const [x, y] = [Number(at.getAttribute("cx") ?? at.getAttribute("x")), Number(at.getAttribute("cy") ?? at.getAttribute("y"))];
  shape.setAttribute("transform", `translate(${x * (1 - 1 / scale)} ${y * (1 - 1 / scale)}) scale(${1 / scale})`);
}

function startDragging(map, current, show) {
  let from = null;
  map.addEventListener("pointerdown", (event) => {
    if (current().scale > 1 && !markOf(event.target)) from = { left: event.clientX, top: event.clientY, ...current() };
  });
  map.addEventListener("pointermove", (event) => {
    if (!from) return;
    const unit = map.viewBox.baseVal.width / map.getBoundingClientRect().width;
    show(from.x - (event.clientX - from.left) * unit, from.y - (event.clientY - from.top) * unit, from.scale);
  });
  for (const name of ["pointerup", "pointerleave"]) map.addEventListener(name, () => (from = null));
}

startMarks();
startZoom();
startArrows();
startRows();
startTip();
startLegend();
