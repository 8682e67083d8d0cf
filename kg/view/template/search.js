// Finds nodes by name in any script: case, vowel signs, the several forms of Arabic and Persian letters and of digits don't matter.
// What no name spells so is found by its consonants, which sound alike in every script: Lavrov, Лавров and لافروف.

const LETTERS = {
  "ى": "ي", "ی": "ي", "ې": "ي", "ئ": "ي", "ک": "ك", "ڪ": "ك", "ة": "ه", "ۀ": "ه", "ە": "ه", "ہ": "ه", "ھ": "ه", "ؤ": "و", "ٱ": "ا", "ـ": "", "ء": "",
  "ъ": "", "ь": "", "ё": "е", "ı": "i", "ł": "l", "ø": "o", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe", "ʼ": "", "ʿ": "", "ʾ": "", "'": "", "’": "", "‘": "", "`": "",
};

function fold(text) {
  const plain = text.normalize("NFKD").replace(/[\p{M}\p{Cf}]/gu, "").toLowerCase();
  const letters = Array.from(plain, (letter) => LETTERS[letter] ?? digit(letter)).join("");
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

function consonants(word) {
  const script = SOUNDS.find(({ letters }) => letters.test(word));
  if (!script) return word;
  const codes = Array.from(word.matchAll(script.pattern), ([, ...groups]) => script.groups[groups.findIndex((each) => each !== undefined)][0]);
  return codes.join("").replace(/(.)\1+/g, "$1");
}

function distance(forms, asked, number) {
  if (forms.includes(asked)) return 0;
  if (forms.some((form) => form.startsWith(asked))) return 1;
  return isEvent(number) ? 3 : 2;
}

const spelled = [];
const sounding = [];

function names(number) {
  return [labelOf(number), ...namesOf(number).map(([name]) => name)];
}

// Fold the names up to that of a node; all but the first time there is nothing to do.
function foldNames(upTo) {
  for (let number = spelled.length; number < upTo; number++) {
    spelled.push(names(number).map(fold));
    sounding.push(isEvent(number) ? [] : spelled[number].map(skeleton));
  }
}

// Names are folded while the reader looks at the picture, so that the first search needn't wait.
function foldAhead() {
  foldNames(Math.min(nodeCount, spelled.length + 2000));
  if (spelled.length < nodeCount) setTimeout(foldAhead, 10);
}

// At most `most` nodes with a name that holds every word asked for. A name that is just that comes first, then names that start
// with it, then other people and things, then events (which are named after all who take part), at last what only sounds so; the
// most central of each first.
function search(query, most = 12) {
  const asked = fold(query).split(" ").filter(Boolean);
  if (!asked.length) return { found: [], total: 0 };
  foldNames(nodeCount);
  const hits = [];
  const sounds = asked.map((word) => [word, voiced(word)].map(consonants));
  const heard = sounds.some(([sound]) => sound.length > 1);
  for (let number = 0; number < nodeCount; number++) {
    let at = spelled[number].findIndex((form) => asked.every((word) => form.includes(word)));
    const far = at < 0 ? 4 : distance(spelled[number], asked.join(" "), number);
    if (at < 0 && heard) at = sounding[number].findIndex((form) => soundsLike(form, sounds));
    if (at >= 0) hits.push({ number, name: names(number)[at], far });
  }
  hits.sort((a, b) => a.far - b.far || a.number - b.number);
  return { found: hits.slice(0, most), total: hits.length };
}

// Every word asked for sounds like a word of the name, or like the beginning of one if there is enough of it to tell.
function soundsLike(form, sounds) {
  const there = form.split(" ");
  return sounds.every((ways) => ways.some((sound) => there.some((each) => each === sound || (sound.length > 2 && each.startsWith(sound)))));
}

// و and w may stand for a v between two others: لاوروف, Lawrow.
const voiced = (word) => word.replace(/(?<=.)و(?=.)/gu, "ف").replace(/w/gu, "v");
