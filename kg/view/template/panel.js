// The panel: what is known of a node or a line, and the words it was read from, numbered.

const FEW = 12;
const MOST_AT_ONCE = 500;
const LONG_QUOTE = 3000;
const FEW_QUOTES = 40;
// Between these a date or a range of numbers keeps its order after words that run from right to left.
const FORWARD = words.direction === "rtl" ? ["\u2066", "\u2069"] : ["", ""];

function openPanel(title, content, kind, subtitle) {
  const panel = byId("panel");
  const head = element("div", "head");
  const over = element("p", "kind");
  if (kind) over.append(glyph(kind));
  over.append(element("span", "", subtitle));
  const close = button("close", "×", () => state.clear());
  close.setAttribute("aria-label", words.close);
  close.removeAttribute("dir");
  const heading = element("h2", "", title);
  heading.id = "panel-title";
  head.append(over, close, heading);
  panel.replaceChildren(head, ...content.filter(Boolean));
  panel.hidden = false;
  panel.scrollTop = 0;
  byId("hint").hidden = true;
}

function showNode(number) {
  const { facts, evidence } = aboutNode(number);
  const numbers = numbering(evidence, facts);
  const acts = element("div", "acts");
  acts.append(...state.acts(number));
  openPanel(labelOf(number), [otherNames(number), acts, factList(facts, numbers), quotes(numbers, [number], facts)], kindOf(number), words.kind[kindOf(number)]);
}

function showEdge(number) {
  const facts = aboutLine(number);
  const numbers = numbering([], facts);
  const ends = [fromOf(number), toOf(number)].map((end) => nodeButton(end, labelOf(end)));
  const list = element("div", "ends");
  list.append(...ends);
  const title = [fromOf(number), toOf(number)].map((end) => isolate(labelOf(end))).join(" — ");
  openPanel(title, [list, factList(facts, numbers), quotes(numbers, [fromOf(number), toOf(number)], facts)], null, familiesOf(number).map((family) => words.family[family]).join(" · "));
}

function otherNames(id) {
  const texts = namesOf(id).map(([name]) => name);
  const others = namesOf(id).filter(([name], at) => name !== labelOf(id) && texts.indexOf(name) === at);
  if (!others.length) return null;
  const list = element("ul", "names");
  list.setAttribute("aria-label", words.fact.names);
  for (const [name, language] of others) {
    const item = element("li", "", name);
    if (language) item.lang = language;
    list.append(item);
  }
  return list;
}

function expandButton(number) {
  const more = state.hiddenCount(number);
  const text = more > MOST_ADDED ? say(words.expand_some, { n: MOST_ADDED, all: more }) : say(words.expand, { n: more });
  return more ? button("expand", text, () => state.expand(number)) : null;
}

// Evidence numbers as the reader sees them, in order of mention.
function numbering(first, facts) {
  const seen = [...first, ...facts.flatMap((fact) => fact.evidence)];
  return new Map([...new Set(seen)].map((evidence, at) => [evidence, at + 1]));
}

function factList(facts, numbers) {
  const list = element("dl", "facts");
  for (const [name, group] of grouped(facts)) {
    list.append(element("dt", "", name));
    const items = (some) => some.map((fact) => factItem(fact, numbers));
    list.append(...items(group.slice(0, FEW)));
    if (group.length > FEW) list.append(moreOf(element("dd"), group.slice(FEW), items));
  }
  return facts.length ? list : null;
}

function grouped(facts) {
  const groups = new Map();
  for (const fact of facts) {
    if (!groups.has(fact.name)) groups.set(fact.name, []);
    groups.get(fact.name).push(fact);
  }
  return groups;
}

// A button in the place of further things, which shows them, a good many at a time.
function moreOf(holder, rest, made) {
  const show = () => {
    holder.before(...made(rest.slice(0, MOST_AT_ONCE)));
    const left = rest.slice(MOST_AT_ONCE);
    if (left.length) holder.replaceWith(moreOf(element(holder.localName, holder.className), left, made));
    else holder.remove();
  };
  holder.append(button("more", say(words.more, { n: rest.length }), show));
  return holder;
}

function factItem(fact, numbers) {
  const item = element("dd");
  const line = element("div", "line");
  if (fact.text) line.append(fact.node === undefined ? element("span", "value", fact.text) : nodeButton(fact.node, fact.text));
  for (const note of fact.notes) line.append(element("span", "note", note));
  const references = (fact.evidence).map((evidence) => numbers.get(evidence)).sort((a, b) => a - b);
  line.append(...references.map(reference));
  item.append(line);
  if (fact.detail) item.append(element("div", "detail", fact.detail));
  return item;
}

function nodeButton(number, text) {
  const made = button("node", "", () => state.selectNode(number, true));
  made.append(glyph(kindOf(number)), element("bdi", "", text));
  return made;
}

function reference(number) {
  const made = button("ref", String(number), () => {
    if (!byId(`evidence-${number}`)) byId("more-evidence").click();
    const quote = byId(`evidence-${number}`);
    quote.scrollIntoView({ block: "nearest" });
    quote.focus();
  });
  made.setAttribute("aria-label", say(words.evidence_of, { n: number }));
  return made;
}

function quotes(numbers, about, facts) {
  if (!numbers.size) return null;
  const section = element("section", "evidence");
  section.append(element("h3", "", words.evidence));
  const shownQuotes = (from, to) => [...numbers].slice(from, to).map(([evidence, number]) => quote(evidenceOf(evidence), number, termsOf(evidence, about, facts)));
  section.append(...shownQuotes(0, FEW_QUOTES));
  if (numbers.size > FEW_QUOTES) {
    const more = button("more", say(words.more, { n: numbers.size - FEW_QUOTES }), () => more.replaceWith(...shownQuotes(FEW_QUOTES)));
    more.id = "more-evidence";
    section.append(more);
  }
  return section;
}

function quote(evidence, number, terms) {
  const figure = element("figure");
  figure.id = `evidence-${number}`;
  figure.tabIndex = -1;
  const sign = element("span", "number", String(number));
  sign.removeAttribute("dir");
  const begin = evidence.quote.slice(0, LONG_QUOTE).replace(/[\ud800-\udbff]$/, "");
  const read = element("blockquote");
  read.dir = "auto";
  fillMarked(read, begin, terms);
  if (evidence.lang) read.lang = evidence.lang;
  const rest = evidence.quote.length - begin.length;
  if (rest) read.append(button("more", say(words.more, { n: rest }), () => fillMarked(read, evidence.quote, terms)));
  figure.append(sign, read, source(evidence));
  return figure;
}

function source(evidence) {
  const caption = element("figcaption");
  const article = evidence.article ?? {};
  const link = safeLink(article.url);
  const title = element(link ? "a" : "cite", "", article.title || words.untitled);
  if (article.lang) title.lang = article.lang;
  if (link) {
    title.href = link;
    title.rel = "noreferrer noopener";
    title.target = "_blank";
    title.title = words.open_article;
  }
  const published = article.published && say(words.published, { date: `${FORWARD[0]}${article.published}${FORWARD[1]}` });
  const characters = say(evidence.title ? words.characters_of_title : words.characters, { start: FORWARD[0] + evidence.start, end: evidence.end + FORWARD[1] });
  const sure = evidence.confidence < 0 ? "" : say(words.sure, { n: evidence.confidence });
  caption.append(title);
  for (const part of [article.site, published, characters, sure]) if (part) caption.append(element("span", "", part));
  return caption;
}
