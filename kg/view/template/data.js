// The data of the page, and small helpers. Nothing from the data ever becomes markup: text goes in as textContent only.

const byId = (id) => document.getElementById(id);
const read = (name) => JSON.parse(byId(`data-${name}`).textContent);
const nodes = read("nodes");
const edges = read("edges");
const details = read("details");
const kinds = read("kinds");
const words = read("words");

const say = (text, values) => text.replace(/\{(\w+)\}/g, (_, key) => String(values[key]));
const isolate = (text) => `\u2068${text}\u2069`;

function element(tag, className, text) {
  const made = document.createElement(tag);
  if (className) made.className = className;
  if (text) {
    made.textContent = text;
    made.dir = "auto";
  }
  return made;
}

function button(className, text, action) {
  const made = element("button", className, text);
  made.type = "button";
  made.addEventListener("click", action);
  return made;
}

// The sign of a kind as a small picture beside its name, the same shape that is drawn in the graph.
function glyph(kind) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("viewBox", "-1.3 -1.3 2.6 2.6");
  svg.setAttribute("class", "glyph");
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  path.setAttribute("d", kinds[kind].path);
  path.dataset.kind = kind;
  path.setAttribute("fill", kindColour(kind));
  svg.append(path);
  return svg;
}

const touching = nodes.map(() => []);
for (const edge of edges) {
  touching[edge.from].push({ node: edge.to, edge });
  touching[edge.to].push({ node: edge.from, edge });
}

// Only these can be opened in a browser; the page was written with the same check.
function safeLink(url) {
  try {
    return url && ["http:", "https:"].includes(new URL(url).protocol) ? url : null;
  } catch {
    return null;
  }
}
