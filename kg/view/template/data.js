// The data of the page. Nodes and lines are numbers, the most central node 0; everything else reads them through the functions below.
// Columns of numbers are read at once; names, facts, evidence and articles stand in blocks that are parsed when first asked for.

const byId = (id) => document.getElementById(id);
const read = (name) => JSON.parse(byId(`data-${name}`).textContent);
const columns = read("columns");
const kinds = read("kinds");
const words = read("words");

const nodeCount = columns.nodes.kind.length;
const lineCount = columns.edges.from.length;
const [lineFrom, lineTo] = [Int32Array.from(columns.edges.from), Int32Array.from(columns.edges.to)];
const uncertain = new Set(columns.nodes.uncertain);
const FAMILIES = columns.families;
const familiesOfMask = Array.from({ length: 1 << FAMILIES.length }, (_, mask) => FAMILIES.filter((_, bit) => mask & (1 << bit)));

const blocks = new Map();
function block(name) {
  if (!blocks.has(name)) blocks.set(name, read(name));
  return blocks.get(name);
}
const rowOf = (name, number) => block(`${name}-${Math.floor(number / columns.block)}`)[number % columns.block];

// The last of some sorted starts that isn't after a number.
function startBefore(starts, number) {
  let [low, high] = [0, starts.length];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (starts[middle] <= number) low = middle;
    else high = middle;
  }
  return low;
}

// --- nodes ---
const kindOf = (id) => columns.kinds[columns.nodes.kind[id]];
const isUncertain = (id) => uncertain.has(id);
const dayOf = (id) => rowOf("names", id)[0] || "";
// The name of a node in the language that the reader chose, else the one that the page was written with.
const labelOf = (id) => (spoken === null ? undefined : namesOf(id).find(([, language]) => language === spoken)?.[0]) ?? rowOf("names", id)[1];
let spoken = null;

// All names of a node with their languages: [[text, language], …].
function namesOf(id) {
  const [, label, language, ...others] = rowOf("names", id);
  const names = language < 0 ? [] : [[label, columns.languages[language]]];
  for (let at = 0; at < others.length; at += 2) names.push([others[at], columns.languages[others[at + 1]]]);
  return names;
}

function iriOf(id) {
  const { base, iris } = block("iris");
  return typeof iris[id] === "string" ? base + iris[id] : iris[id][0];
}

// The number of the node with an IRI, or -1.
function numberOf(iri) {
  const { base, iris } = block("iris");
  const at = iri.startsWith(base) ? iris.indexOf(iri.slice(base.length)) : -1;
  return at >= 0 ? at : iris.findIndex((each) => each[0] === iri && typeof each !== "string");
}

// What is known of a node: {facts: [{name, text, node?, evidence, notes, detail}], evidence: [numbers]}.
function aboutNode(id) {
  const at = startBefore(columns.about, id);
  const { strings, rows } = block(`about-${at}`);
  const [evidence, ...facts] = rows[id - columns.about[at]];
  return { evidence, facts: facts.map((fact) => factOf(fact, strings)) };
}

// --- lines ---
const fromOf = (line) => lineFrom[line];
const toOf = (line) => lineTo[line];
const otherEnd = (line, id) => (lineFrom[line] === id ? lineTo[line] : lineFrom[line]);
const familiesOf = (line) => familiesOfMask[columns.edges.families[line]];
const factCount = (line) => columns.edges.facts[line];

// The facts of a line, as those of a node.
function aboutLine(line) {
  const at = startBefore(columns.told, line);
  const { strings, rows } = block(`told-${at}`);
  return rows[line - columns.told[at]].map((fact) => factOf(fact, strings));
}

// A hub has thousands of facts of which few are shown: their words are looked up only then.
function factOf([name, node, text, evidence = [], notes = [], detail = []], strings) {
  const fact = {
    name: columns.facts[name],
    get text() {
      return text < 0 ? labelOf(node) : strings[text];
    },
    evidence,
    get notes() {
      return notes.map((note) => strings[note]);
    },
    detail: strings[detail[0]] ?? "",
  };
  if (node >= 0) fact.node = node;
  return fact;
}

function evidenceOf(number) {
  const [quote, start, end, lang, article, confidence, title] = rowOf("evidence", number);
  return { quote, start, end, lang, article: article < 0 ? null : articleOf(article), confidence, title: Boolean(title) };
}

function articleOf(number) {
  const [title, site, published, url, lang] = rowOf("article", number);
  return { title, site, published, url, lang };
}

// --- who is tied to whom: the lines of node n stand in `linesAt` from `linesStart[n]` to `linesStart[n + 1]` ---
const linesStart = new Int32Array(nodeCount + 1);
const linesAt = new Int32Array(2 * lineCount);
{
  for (let line = 0; line < lineCount; line++) {
    linesStart[lineFrom[line] + 1]++;
    linesStart[lineTo[line] + 1]++;
  }
  for (let id = 0; id < nodeCount; id++) linesStart[id + 1] += linesStart[id];
  const next = linesStart.slice();
  for (let line = 0; line < lineCount; line++) {
    linesAt[next[lineFrom[line]]++] = line;
    linesAt[next[lineTo[line]]++] = line;
  }
}
const degreeOf = (id) => linesStart[id + 1] - linesStart[id];
const linesOf = (id) => linesAt.subarray(linesStart[id], linesStart[id + 1]);
// The nodes tied to a node, the most central first. Every two nodes are tied by one line at most.
const neighboursOf = (id) => Array.from(linesOf(id), (line) => otherEnd(line, id)).sort((a, b) => a - b);

// --- what is drawn below a node, and how large it is ---
const WIDTH = 22;
const EVENTS = new Set(["meeting", "call", "visit", "summit", "negotiation_round", "correspondence", "event"]);
const isEvent = (id) => EVENTS.has(kindOf(id));

const shorts = new Map();
function speak(language) {
  spoken = language;
  shorts.clear();
}

function shortOf(id) {
  if (!shorts.has(id)) shorts.set(id, (isEvent(id) ? [words.kind[kindOf(id)], dayOf(id)].filter(Boolean) : wrap(labelOf(id))).map(isolate));
  return shorts.get(id);
}

// Break a label into two short lines; what doesn't fit ends in an ellipsis.
function wrap(label) {
  let rest = label;
  const rows = [];
  while (rest && rows.length < 2) {
    const space = rest.lastIndexOf(" ", WIDTH);
    const end = rest.length <= WIDTH ? rest.length : space > WIDTH / 3 ? space : WIDTH;
    rows.push(rest.slice(0, end).trimEnd());
    rest = rest.slice(end).trimStart();
  }
  if (rest) rows[1] = `${rows[1].slice(0, WIDTH - 1).trimEnd()}…`;
  return rows;
}

// --- small helpers. Nothing from the data ever becomes markup: text goes in as textContent only. ---
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
  path.setAttribute("fill", signColour(kind));
  svg.append(path);
  return svg;
}

// Only these can be opened in a browser; the page was written with the same check.
function safeLink(url) {
  try {
    return url && ["http:", "https:"].includes(new URL(url).protocol) ? url : null;
  } catch {
    return null;
  }
}
