"""An office in its parts: rank, what it is for, the body it belongs to, and whose it is."""

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files

from kg.extract.entries import Cls
from kg.extract.lexicon import Lexicon
from kg.extract.line import Line, read_line
from kg.lang import Pack
from kg.model import OfficeParts, Sentence, Span
from kg.text.words import Part

_AFFAIRS, _AND, _FIRST = "affairs", "and", ("special", "general")
_SERVED = (" of the ", " to the ")

Parts = Mapping[str, str]


@cache
def _tables() -> Mapping[str, Mapping[str, Parts]]:
    return tomllib.loads(files("kg.lang").joinpath("offices.toml").read_text(encoding="utf-8"))


class OfficeReader:
    """Takes offices apart: by their English names, and by the words of one pack that say what they are for."""

    def __init__(self, pack: Pack, lexicon: Lexicon) -> None:
        matter, fold = pack.table("roles").get("matter", {}), lexicon.words.fold
        self._lexicon = lexicon
        self._open = frozenset(fold(word) for word in matter.get("open", []))
        self._words = {fold(word): english for word, english in matter.get("words", {}).items()}
        self._and = frozenset(fold(word) for word in matter.get("and", []))
        self._as_written = bool(matter.get("as_written", False))

    def read(self, name: str | None, words: Span | None, side: str | None, side_id: str | None) -> OfficeParts | None:
        """The parts of an office by its English name and its own words, held for a state or an organisation (``side``)."""
        if name is None:
            return None
        rank, portfolio, institution = _by_name(name)
        line = self._line(words.text) if words is not None else None
        told = self._told(line, side_id) if line is not None else None
        institution = institution or (_served(line) if line is not None else None)
        if side_id is not None and not side_id.startswith("state/"):
            institution = side
        return OfficeParts(rank, told or portfolio, institution, side)

    def _line(self, text: str) -> Line:
        return read_line(text, Sentence(0, len(text), 0), 0, self._lexicon)

    def _told(self, line: Line, side_id: str | None) -> str | None:
        """What the words of an office say that it is for: behind a preposition ("for political affairs"), or "affairs" anywhere."""
        starts = [word for word in range(len(line.norms)) if self._opens(line, word)]
        if self._as_written:
            return next((found for found in (self._written(line, word, side_id) for word in starts) if found), None)
        runs = (list(self._run(line, word, side_id)) for word in starts)
        return next((found for found in map(_phrase, runs) if found), None)

    def _opens(self, line: Line, word: int) -> bool:
        if line.norm(word - 1) in self._open:
            return True
        if self._as_written or word == 0:
            return False
        parts = self._lexicon.words.parts(line.norm(word))
        behind_clitic = any(part.preposition in self._open for part in parts if part.preposition)
        return behind_clitic or any(self._words.get(part.stem) == _AFFAIRS for part in parts)

    def _run(self, line: Line, word: int, side_id: str | None) -> Iterator[str]:
        """English for the words from here on, up to one that no table has."""
        while word < len(line.norms):
            state = line.at(word, Cls.STATE, Cls.CITY)
            if state is not None and state.entry.key != side_id:
                yield state.entry.name
                word = state.last
                continue
            if line.norm(word) in self._and:
                yield _AND
            else:
                found = self._translated(line.norm(word))
                if found is None:
                    return
                part, english = found
                yield from ((_AND, english) if part.conjunction else (english,))
            word += 1

    def _translated(self, norm: str) -> tuple[Part, str] | None:
        parts = self._lexicon.words.parts(norm)
        return next(((part, self._words[part.stem]) for part in parts if part.stem in self._words), None)

    def _written(self, line: Line, word: int, side_id: str | None) -> str | None:
        """The words themselves, where they are English: up to whose the office is ("of Iran")."""
        last = word
        while last < len(line.norms) and not self._is_side(line, last, side_id):
            last += 1
        while last > word and not line.norm(last - 1)[:1].isalnum():
            last -= 1
        return line.span(word, last).text if last > word else None

    def _is_side(self, line: Line, word: int, side_id: str | None) -> bool:
        of = word + (line.norm(word) in line.grammar.of)
        hit = line.at(of + (line.norm(of) in line.grammar.articles), Cls.STATE, Cls.ORGANIZATION, Cls.ADJECTIVE)
        return hit is not None and hit.entry.key == side_id and of > word


def _served(line: Line) -> str | None:
    """The body of the office that another one serves: "special envoy *of the Russian president*"."""
    inner = [_by_name(hit.entry.name)[2] for hit in line.all(Cls.ROLE)][1:]
    return next((institution for institution in inner if institution is not None), None)


def _phrase(words: list[str]) -> str | None:
    """The words of a portfolio in English order, None where they say nothing: "special political affairs"."""
    while words and words[-1] == _AND:
        words.pop()
    told = [word for word in words if word not in (_AFFAIRS, *_FIRST)]
    if not told:
        return None
    ahead = [word for word in words if word in _FIRST]
    things = [word for word in told if word[:1].isupper()] == told or _AFFAIRS not in words
    return " ".join([*dict.fromkeys(ahead), *told, *(() if things else (_AFFAIRS,))])


def _by_name(name: str) -> tuple[str, str | None, str | None]:
    """Rank, portfolio and institution that the English name of an office tells."""
    whole = _tables()["offices"].get(name)
    if whole is not None:
        return whole.get("rank", name), whole.get("portfolio"), whole.get("institution")
    for served in _SERVED:
        own, found, other = name.rpartition(served)
        if found:
            return own, *_by_name(other)[1:]
    office, found, matter = name.partition(" for ")
    if found:
        rank, _, institution = _by_name(office)
        return rank, matter[:1].lower() + matter[1:], _institution_of(matter) or institution
    return _by_words(name)


def _institution_of(matter: str) -> str | None:
    return _tables()["portfolios"].get(matter.partition(" ")[0], {}).get("institution")


def _by_words(name: str) -> tuple[str, str | None, str | None]:
    """Parts of an office told word by word: its end is an office of its own, a word before it may say what it is for."""
    words = name.split()
    known = [word for word in words[:-1] if word in _tables()["portfolios"]]
    rank = " ".join(word for word in words if word not in known)
    told = [_tables()["portfolios"][word] for word in known]
    portfolio = next((parts["portfolio"] for parts in told), None)
    institution = next((parts["institution"] for parts in told if "institution" in parts), None)
    for first in range(1, len(words)):
        inner = _tables()["offices"].get(" ".join(words[first:]))
        if inner is not None and not known:
            ahead = " ".join(words[:first])
            return (
                f"{ahead} {inner.get('rank', ' '.join(words[first:]))}",
                inner.get("portfolio"),
                inner.get("institution"),
            )
    return rank, portfolio, institution
