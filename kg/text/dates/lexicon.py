"""The words of dates in one language: a pack's ``dates`` table, folded and ready to be looked up as written in a text."""

import unicodedata
from functools import lru_cache
from typing import NamedTuple

from kg.errors import PackError
from kg.lang import Pack, load_pack, packs
from kg.text.dates.table import Entry, Options, entries

MARKS = "".join(chr(c) for c in range(0x0300, 0x0900) if unicodedata.category(chr(c)) == "Mn")
# Invisible signs: soft hyphen, joiners, direction marks.
HIDDEN = "\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff"
_DROPPED = {ord(c): None for c in MARKS + "ـ\u00ad\u061c\u2060\ufeff"}
_DROPPED |= dict.fromkeys([*range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2066, 0x206A)])
_LONGEST_WORD = 24
_REMEMBERED = 20_000

Phrase = tuple[tuple[str, ...], Entry]


class Written(NamedTuple):
    """A word as written: its entry, the clitics before it as (kind, offset), where the stem starts, the phrases it may open.

    A phrase is given by its further words and what they mean together.
    """

    entry: Entry
    clitics: tuple[tuple[str, int], ...]
    stem: int
    phrases: tuple[Phrase, ...]


_CAPITAL_KINDS = frozenset("mwWdD")
_NO_CLITIC_BEFORE = frozenset("aqzg")
OTHER = Entry("x")
_NOTHING = Written(OTHER, (), 0, ())


class Lexicon:
    """Looks words up as they are written, through clitics, vowel signs and variant letters."""

    def __init__(self, pack: Pack) -> None:
        table = pack.table("dates")
        self.options = Options.of(table)
        self._fold = _DROPPED | {ord(a): b for a, b in table.get("fold", {}).items()}
        clitics = table.get("clitics", {})
        self._clitics = dict.fromkeys(clitics.get("prepositions", []), "1") | dict.fromkeys(
            clitics.get("conjunctions", []), "a"
        )
        self._melted: dict[str, str] = clitics.get("melted", {})
        self._words: dict[str, Entry] = {}
        self._parts: set[str] = set()
        self._phrases: dict[str, list[Phrase]] = {}
        for phrase, entry in entries(table):
            self._add(phrase, entry)
        for known in self._phrases.values():
            known.sort(key=lambda item: -len(item[0]))
        self.fold = lru_cache(maxsize=_REMEMBERED)(self._fold_word)
        self.look_up = lru_cache(maxsize=_REMEMBERED)(self._look_up)

    def _fold_word(self, word: str) -> str:
        if word.isascii():
            return word.lower()
        if not unicodedata.is_normalized("NFKC", word):
            word = unicodedata.normalize("NFKC", word)
        return word.casefold().translate(self._fold)

    def may_know(self, word: str) -> bool:
        """Whether a word without vowel signs can be a part of a date at all: a quick look that few words pass."""
        folded, clitics = self._fold_word(word), self._clitics
        if folded in self._parts:
            return True
        for _ in range(2):
            if folded[:1] not in clitics:
                return False
            melted = self._melted.get(folded[:2])
            if melted is not None and melted + folded[2:] in self._parts:
                return True
            folded = folded[1:]
            if folded in self._parts:
                return True
        return False

    def _add(self, phrase: str, entry: Entry) -> None:
        first, *rest = (self._fold_word(word) for word in phrase.split())
        self._parts.update([first, *rest])
        if rest:
            self._phrases.setdefault(first, []).append((tuple(rest), entry))
        else:
            self._words.setdefault(first, entry)

    def _look_up(self, word: str) -> Written:
        if len(word) > _LONGEST_WORD:
            return _NOTHING
        if word.isdecimal():
            return _number(word)._replace(phrases=tuple(self._phrases.get(word, ())))
        found = self._known(word, self._fold_word(word), 0)
        if found is None or (self.options.capitals and found.entry.kind in _CAPITAL_KINDS and not word[0].isupper()):
            return _NOTHING
        return found

    def _known(self, word: str, folded: str, depth: int) -> Written | None:
        entry, phrases = self._words.get(folded), tuple(self._phrases.get(folded, ()))
        if entry is not None or phrases:
            return Written(entry or OTHER, (), 0, phrases)
        clitic = self._clitics.get(folded[:1])
        if clitic is None or depth > 1 or len(folded) < 3:
            return None
        melted = self._melted.get(folded[:2])
        if melted is not None:
            inner = self._known(word, melted + folded[2:], 2)
            return inner and Written(inner.entry, ((clitic, 0),), 0, inner.phrases)
        skipped = next((n for n in range(1, len(word)) if self._fold_word(word[n])), len(word))
        inner = self._known(word[skipped:], folded[1:], depth + 1)
        if inner is None or inner.entry.kind in _NO_CLITIC_BEFORE:
            return None
        clitics = ((clitic, 0), *((kind, at + skipped) for kind, at in inner.clitics))
        return Written(inner.entry, clitics, inner.stem + skipped, inner.phrases)


def _number(word: str) -> Written:
    value = int(word)
    if len(word) == 4 and (1300 <= value <= 1499 or 1800 <= value <= 2199):
        kind = "y"
    elif len(word) <= 2 and value:
        kind = "n" if value <= 31 else "N"
    else:
        return _NOTHING
    return Written(Entry(kind, value), (), 0, ())


@lru_cache(maxsize=16)
def lexicon(language: str) -> Lexicon | None:
    """The date words of a language, or None where no pack tells them.

    Raises:
        PackError: a key or a name in the table is not known.
    """
    if language not in {pack.code for pack in packs()}:
        return None
    pack = load_pack(language)
    try:
        return Lexicon(pack) if pack.table("dates") else None
    except (KeyError, ValueError) as error:
        raise PackError(f"{language}/dates.toml: {error} is no known key or name; mend the file") from error
