// Marks in a quote the words that a fact was read from: the names of those it tells of, and what it repeats word by word.

const WORD = /[\p{L}\p{N}\p{M}\u200c]+/gu;
const LONGEST_MARKED = 20000;
const MOST_FACTS = 60;

// What to mark in a piece of evidence: the names of nodes, and those and the words of the facts that rest on it.
function termsOf(evidence, nodes, facts) {
  const citing = facts.filter((fact) => fact.evidence.includes(evidence));
  const telling = (citing.length ? citing : facts).slice(0, MOST_FACTS);
  const named = [...nodes, ...telling.map((fact) => fact.node)].filter((id) => id !== undefined && !isEvent(id));
  const names = [...new Set(named)].flatMap((id) => namesOf(id).map(([name]) => name));
  const texts = telling.flatMap((fact) => [fact.detail, fact.node === undefined ? fact.text : ""]);
  return { names: foldedWords(names), texts: foldedWords(texts) };
}

const foldedWords = (texts) => texts.map((text) => fold(text).split(" ")).filter(([first]) => first);

// Fill an element with a text in which some words are marked.
function fillMarked(holder, text, { names, texts }) {
  holder.replaceChildren();
  let at = 0;
  for (const [start, end] of text.length > LONGEST_MARKED ? [] : merged(rangesIn(text, names, texts))) {
    const mark = document.createElement("mark");
    mark.textContent = text.slice(start, end);
    holder.append(text.slice(at, start), mark);
    at = end;
  }
  holder.append(text.slice(at));
}

function rangesIn(text, names, texts) {
  const there = Array.from(text.matchAll(WORD), (found) => ({ start: found.index, end: found.index + found[0].length, word: fold(found[0]) }));
  const found = [...texts, ...names].flatMap((wanted) => runs(there, wanted));
  // Who isn't named in full is named by the last part of the name.
  const surnames = names.map((words) => words.at(-1)).filter((word) => word.length > 3);
  return [...found, ...surnames.flatMap((word) => runs(there, [word]))];
}

function runs(there, wanted) {
  const found = [];
  for (let at = 0; at + wanted.length <= there.length; at++) {
    if (wanted.every((word, place) => isWord(there[at + place].word, word))) found.push([there[at].start, there[at + wanted.length - 1].end]);
  }
  return found;
}

// A word as it may stand in a sentence: with up to three letters before it in Arabic, with another ending in Russian.
function isWord(there, word) {
  if (there === word) return true;
  if (/\p{Script=Arabic}/u.test(word)) return word.length > 2 && there.length <= word.length + 3 && there.endsWith(word);
  if (!/\p{Script=Cyrillic}/u.test(word) || word.length < 4) return false;
  return there.length <= word.length + 3 && there.startsWith(word.replace(/[аеийоуыэюя]$/u, ""));
}

function merged(ranges) {
  const joined = [];
  for (const [start, end] of ranges.sort((a, b) => a[0] - b[0] || a[1] - b[1])) {
    const last = joined.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else joined.push([start, end]);
  }
  return joined;
}
