// Finds nodes by name in any script: case, vowel signs, the several forms of Arabic and Persian letters and of digits don't matter.

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

function distance(forms, asked, number) {
  if (forms.includes(asked)) return 0;
  if (forms.some((form) => form.startsWith(asked))) return 1;
  return isEvent(number) ? 3 : 2;
}

let folded = null;

function names(number) {
  return [labelOf(number), ...namesOf(number).map(([name]) => name)];
}

// At most `most` nodes with a name that holds every word asked for. A name that is just that comes first, then names that start
// with it, then other people and things, then events (which are named after all who take part); the most central of each first.
function search(query, most = 12) {
  folded ??= Array.from({ length: nodeCount }, (_, number) => names(number).map(fold));
  const asked = fold(query).split(" ").filter(Boolean);
  if (!asked.length) return { found: [], total: 0 };
  const hits = [];
  folded.forEach((forms, number) => {
    const at = forms.findIndex((form) => asked.every((word) => form.includes(word)));
    if (at >= 0) hits.push({ number, name: names(number)[at], far: distance(forms, asked.join(" "), number) });
  });
  hits.sort((a, b) => a.far - b.far || a.number - b.number);
  return { found: hits.slice(0, most), total: hits.length };
}
