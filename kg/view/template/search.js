// Finds nodes by name in any script: case, vowel signs, the several forms of Arabic and Persian letters and of digits don't matter.
// What no name spells so is found by its consonants, which sound alike in every script: Lavrov, Лавров and لافروف.

const LETTERS = {
  "ى": "ي", "ی": "ي", "ې": "ي", "ئ": "ي", "ک": "ك", "ڪ": "ك", "ة": "ه", "ۀ": "ه", "ە": "ه", "ہ": "ه", "ھ": "ه", "ؤ": "و", "ٱ": "ا", "ـ": "", "ء": "",
  "ъ": "", "ь": "", "ё": "е", "ı": "i", "ł": "l", "ø": "o", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe", "ʼ": "", "ʿ": "", "ʾ": "", "'": "", "’": "", "‘": "", "`": "",
};

const TOLD_OTHERWISE = new RegExp(`[${Object.keys(LETTERS).join("")}\u0660-\u0669\u06f0-\u06f9]`, "gu");

function fold(text) {
  const plain = text.normalize("NFKD").replace(/[\p{M}\p{Cf}]/gu, "").toLowerCase();
  const letters = plain.replace(TOLD_OTHERWISE, (letter) => LETTERS[letter] ?? digit(letter));
  return letters.replace(/[^\p{L}\p{N}]+/gu, " ").trim();
}

function digit(letter) {
  const code = letter.codePointAt(0);
  if (code >= 0x660 && code <= 0x669) return String(code - 0x660);
  if (code >= 0x6f0 && code <= 0x6f9) return String(code - 0x6f0);
  return letter;
}

// The classes of consonants are those of kg/resolve/skeletons.py; what stands first goes first.
const SOUNDS = [
  [/[\u0600-\u06ff]/u, [["J", "تش|ج|غ|چ"], ["B", "ب|پ"], ["T", "ت|ط"], ["D", "د|ض"], ["F", "ف|ڤ"], ["K", "ق|ك|خ|ح|گ"], ["S", "س|ص|ث|ش"], ["Z", "ز|ظ|ژ|ذ"], ["R", "ر"], ["L", "ل"], ["M", "م"], ["N", "ن"]]],
  [/[\u0400-\u052f]/u, [["J", "дж|дз|тш|г|ж|ч"], ["B", "б|п"], ["F", "ф|в"], ["K", "к|х"], ["S", "с|ш|щ|ц"], ["T", "т"], ["D", "д"], ["Z", "з"], ["R", "р"], ["L", "л"], ["M", "м"], ["N", "н"]]],
  [/[a-z]/u, [["J", "dzh|tsch|tch|zh|dj|ch|gh|j|g"], ["S", "shch|sch|sh|tz|ts|th|s|c(?=[eiy])"], ["F", "ph|f|v"], ["K", "kh|ck|x|k|q|c"], ["B", "b|p"], ["D", "dh|d"], ["T", "t"], ["Z", "z"], ["R", "r"], ["L", "l"], ["M", "m"], ["N", "n"]]],
].map(([letters, groups]) => ({ letters, groups, pattern: new RegExp(groups.map(([, each]) => `(${each})`).join("|"), "gu") }));

// The consonants of a folded name, word by word, repeats written once.
function skeleton(name) {
  return name.split(" ").map(consonants).join(" ");
}

const heardWords = new Map();
function consonants(word) {
  if (!heardWords.has(word)) heardWords.set(word, consonantsOf(word));
  return heardWords.get(word);
}

function consonantsOf(word) {
  const script = SOUNDS.find(({ letters }) => letters.test(word));
  if (!script) return word;
  const codes = Array.from(word.matchAll(script.pattern), ([, ...groups]) => script.groups[groups.findIndex((each) => each !== undefined)][0]);
  return codes.join("").replace(/(.)\1+/g, "$1");
}

// Folded names stand in texts of one line each, between two line breaks: those of a node, and those of a batch of nodes, so that
// most of what doesn't fit is passed over at once.
const BATCH = 250;
const spelled = [];
const sounding = [];
const batches = [];

function foldBatch() {
  const first = spelled.length;
  for (let number = first; number < Math.min(nodeCount, first + BATCH); number++) {
    const forms = namesOf(number).map(([name]) => fold(name));
    if (!forms.length) forms.push(fold(labelOf(number)));
    spelled.push(`\n${forms.join("\n")}\n`);
    sounding.push(isEvent(number) ? "" : `\n${forms.map(skeleton).join("\n")}\n`);
  }
  batches.push({ first, spelled: spelled.slice(first).join(""), sounding: sounding.slice(first).join("") });
}

// Names are folded while the reader looks at the picture, so that the first search needn't wait.
const whenIdle = window.requestIdleCallback ?? ((work) => setTimeout(() => work({ timeRemaining: () => 1 }), 20));
function foldAhead() {
  whenIdle((deadline) => {
    do foldBatch();
    while (spelled.length < nodeCount && deadline.timeRemaining() > 10);
    if (spelled.length < nodeCount) foldAhead();
  });
}

// At most `most` nodes with a name that holds every word asked for. A name that is just that comes first, then names that start
// with it, then other people and things, then events (which are named after all who take part), at last what only sounds so; the
// most central of each first.
function search(query, most = 12) {
  const asked = fold(query).split(" ").filter(Boolean);
  if (!asked.length) return { found: [], total: 0 };
  while (spelled.length < nodeCount) foldBatch();
  const hits = [[], [], [], [], []];
  const sounds = asked.map((word) => [word, voiced(word)].map(consonants));
  const heard = sounds.some(([sound]) => sound.length > 1);
  const patterns = sounds.map(patternOf);
  const whole = asked.join(" ");
  for (const batch of batches) {
    const maySpell = asked.every((word) => batch.spelled.includes(word));
    const maySound = heard && maySoundLike(batch.sounding, sounds);
    if (!maySpell && !maySound) continue;
    for (let number = batch.first; number < Math.min(nodeCount, batch.first + BATCH); number++) {
      const far = maySpell ? distance(spelled[number], asked, whole, number) : -1;
      if (far >= 0) hits[far].push(number);
      else if (maySound && patterns.every((pattern) => pattern.test(sounding[number])) && (asked.length === 1 || namesIn(sounding[number]).some((form) => soundsLike(form, sounds)))) hits[4].push(number);
    }
  }
  const total = hits.reduce((sum, some) => sum + some.length, 0);
  return { found: hits.flat().slice(0, most).map((number) => ({ number, name: nameFound(number, asked, sounds) })), total };
}

const maySoundLike = (text, sounds) => sounds.every((ways) => ways.some((sound) => text.includes(sound)));
const namesIn = (text) => text.slice(1, -1).split("\n");

// Finds one way of sounding in the names of a node: as a word, or as the beginning of one if there is enough of it to tell.
const patternOf = (ways) => new RegExp(`[\\n ](?:${ways.map((sound) => (sound.length > 2 ? sound : `${sound}(?=[\\n ])`)).join("|")})`, "u");

// How far the names of a node, as one text, are from the words asked for; -1 where none holds them all.
function distance(forms, asked, whole, number) {
  const at = forms.indexOf(whole);
  if (at < 0) return asked.length > 1 && inOneName(forms, asked) ? (isEvent(number) ? 3 : 2) : -1;
  const start = forms[at - 1] === "\n" ? at : forms.indexOf(`\n${whole}`) + 1;
  if (!start) return isEvent(number) ? 3 : 2;
  return forms[start + whole.length] === "\n" || forms.includes(`\n${whole}\n`) ? 0 : 1;
}

// Whether one name holds every word: there may be a hundred thousand of them to look through, so nothing is cut out.
function inOneName(forms, [first, ...others]) {
  if (!others.every((word) => forms.includes(word))) return false;
  for (let at = forms.indexOf(first); at >= 0; at = forms.indexOf(first, at)) {
    const [start, end] = [forms.lastIndexOf("\n", at), forms.indexOf("\n", at)];
    const inside = (word) => {
      const place = forms.indexOf(word, start);
      return place >= 0 && place < end;
    };
    if (others.every(inside)) return true;
    at = end;
  }
  return false;
}

// The name by which a node was found: its label where that fits.
function nameFound(number, asked, sounds) {
  const all = [labelOf(number), ...namesOf(number).map(([name]) => name)];
  const fits = (name) => asked.every((word) => fold(name).includes(word));
  return all.find(fits) ?? all.find((name) => soundsLike(skeleton(fold(name)), sounds)) ?? all[0];
}

// Every word asked for sounds like a word of the name, or like the beginning of one if there is enough of it to tell.
function soundsLike(form, sounds) {
  const there = form.split(" ");
  return sounds.every((ways) => ways.some((sound) => there.some((each) => each === sound || (sound.length > 2 && each.startsWith(sound)))));
}

// و and w may stand for a v between two others: لاوروف, Lawrow.
const voiced = (word) => word.replace(/(?<=.)و(?=.)/gu, "ف").replace(/w/gu, "v");
