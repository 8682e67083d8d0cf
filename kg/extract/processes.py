"""The named tracks, formats and forums of diplomacy that a sentence tells of: those known by name, and those named after whose they are."""

from collections.abc import Iterator

from kg.extract.entries import Cls, Entry
from kg.extract.lexicon import Lexicon
from kg.extract.line import Hit, Line
from kg.extract.proper import proper_name
from kg.lang import Pack
from kg.model import Named, Span

_TRACKS = ("commission", "series", "talks", "initiative")
_TWO, _LONGEST = 2, 3
_PARTIES = (Cls.STATE, Cls.ADJECTIVE)


def add_tracks(lexicon: Lexicon, pack: Pack) -> None:
    """Enter the words that name a track together with whose it is: "joint commission", "summit", "talks"."""
    for kind in _TRACKS:
        for track in pack.table("processes").get(kind, []):
            for form in track["forms"]:
                lexicon.add(form, Entry(Cls.MARKER, f"process.{kind}", name=track["en"]))


def processes(line: Line, first: int, last: int) -> list[Named]:
    """The processes named in ``[first, last)``: once each, the known ones first."""
    found: dict[str, Named] = {}
    for word in range(first, last) if line.at_any(Cls.PROCESS) else ():
        hit = line.at(word, Cls.PROCESS)
        if hit is not None:
            found.setdefault(hit.entry.name, Named(line.bare_span(hit), hit.entry.name, hit.entry.key))
    known = [named.span for named in found.values() if named.span is not None]
    for named in _tracks(line, first, last):
        if not any(named.span is not None and _overlap(named.span, span) for span in known):
            found.setdefault(named.name, named)
    return list(found.values())


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def may_name(line: Line) -> bool:
    """Whether a sentence has a word that a process may be named by."""
    return line.at_any(Cls.PROCESS) or any(f"process.{kind}" in line.marks for kind in _TRACKS)


def _tracks(line: Line, first: int, last: int) -> Iterator[Named]:
    for kind, read in (
        ("commission", _commission),
        ("series", _series),
        ("talks", _talks),
        ("initiative", _initiative),
    ):
        end = 0
        for hit in line.marks.get(f"process.{kind}", ()):
            if first <= hit.first < last and hit.first >= end:
                named = read(line, hit)
                if named is not None:
                    end = hit.last
                    yield named


def _commission(line: Line, hit: Hit) -> Named | None:
    """A bilateral commission, with the two states that stand beside it, where they do."""
    start, end = _ahead(line, hit.first), _behind(line, hit.last)
    words = (*range(start, hit.first), *range(hit.last, end))
    states = list(dict.fromkeys(h.entry.name for h in (line.at(word, *_PARTIES) for word in words) if h is not None))
    span = _span(line, hit, start, end)
    if len(states) == 2:
        return Named(span, f"{states[0]}–{states[1]} {hit.entry.name}")
    return Named(span, span.text if line.grammar.subject_first and line.grammar.articles else hit.entry.name)


def commission_parties(line: Line, first: int, last: int) -> list[Hit]:
    """The two states whose commission is named in ``[first, last)``, by the words that tell them behind it."""
    for hit in line.marks.get("process.commission", ()):
        if first <= hit.first < last:
            behind = (line.at(word, *_PARTIES) for word in range(hit.last, _behind(line, hit.last)))
            states = {found.entry.key: found for found in behind if found is not None}
            return list(states.values()) if len(states) == _TWO else []
    return []


def _ahead(line: Line, word: int) -> int:
    """Where the states before a commission begin: "Iran-Iraq", "Iran Afghanistan", "Turkish-Iranian"."""
    while word > 0 and (line.at(word - 1, *_PARTIES) is not None or _is_pair(line, word - 1)):
        word -= 1
    return word


def _is_pair(line: Line, word: int) -> bool:
    """Whether a word is two names joined by a hyphen, where names have capital letters."""
    token = line.tokens[word]
    return "-" in token.norm and bool(line.grammar.capitals) and line.text[token.start].isupper()


def _behind(line: Line, word: int) -> int:
    """Where the states behind a commission end: "between Iran and Iraq", the adjectives of both."""
    end, joiners = word, line.grammar.joiners | {"-", "–"}
    linked = line.preposition(word) is not None and line.at(word + 1, *_PARTIES) is not None
    word += linked
    while True:
        hit = line.at(word, *_PARTIES)
        if hit is not None:
            word = end = hit.last
        elif end == word and line.norm(word) in joiners and line.at(word + 1, *_PARTIES) is not None:
            word += 1
        else:
            return end


def _series(line: Line, hit: Hit) -> Named | None:
    """A summit or ministerial meeting of a body: "NATO summit"."""
    body = _beside(line, hit, Cls.ORGANIZATION)
    return _of(line, hit, body, body.entry.name) if body is not None else None


def _talks(line: Line, hit: Hit) -> Named | None:
    """Talks that are known by the city that houses them, or, where they say what for, by whose they are: "Vienna talks", "EU accession talks"."""
    city = _beside(line, hit, Cls.CITY)
    if city is None and hit.last - hit.first >= _TWO and line.grammar.fronted:
        city = _beside(line, hit, Cls.STATE, Cls.ADJECTIVE, Cls.ORGANIZATION)
    return _of(line, hit, city, city.entry.name) if city is not None else None


def _initiative(line: Line, hit: Hit) -> Named | None:
    """An initiative, with the nouns and adjectives behind it that say which one: "the partnership initiative"."""
    if line.grammar.capitals:
        own = proper_name(line, hit)
        return Named(line.span(*own), line.span(*own).text) if own is not None else None
    end = hit.last
    while end - hit.last < _LONGEST and _names(line, end, hit):
        end += 1
    span = line.bare_span(hit, end)
    return Named(span, span.text) if end > hit.last else None


def _names(line: Line, word: int, hit: Hit) -> bool:
    """Whether a word goes on with the name of an initiative: one with the article, or an adjective that has none as its noun has."""
    norm = line.norm(word)
    if not norm[:1].isalpha() or line.at(word, Cls.VERB, Cls.SPEECH, Cls.LIGHT, Cls.SMALL, Cls.TITLE) is not None:
        return False
    bound = word == hit.last and not hit.part.definite
    return line.grammar.is_definite(norm) or (bound and line.at(word, Cls.ROLE, Cls.COMPLEMENT) is not None)


def _beside(line: Line, hit: Hit, *classes: Cls) -> Hit | None:
    """What stands right before a head, where modifiers do so, else right behind it."""
    if line.grammar.fronted:
        ahead = (line.at(word, *classes) for word in range(max(0, hit.first - 6), hit.first))
        found = next((found for found in ahead if found is not None and found.last == hit.first), None)
        return found or _owner(line, hit.last, *classes)
    return line.at(hit.last, *classes)


def _owner(line: Line, word: int, *classes: Cls) -> Hit | None:
    """Whose a head before a word is said to be: "meetings of the World Bank"."""
    if line.norm(word) not in line.grammar.owner_behind_name:
        return None
    return line.at(word + 1 + (line.norm(word + 1) in line.grammar.articles), *classes)


def _of(line: Line, hit: Hit, owner: Hit, name: str) -> Named:
    start, end = min(hit.first, owner.first), max(hit.last, owner.last)
    return Named(_span(line, hit, start, end), f"{name} {hit.entry.name}")


def _span(line: Line, hit: Hit, start: int, end: int) -> Span:
    return line.span(start, end) if start < hit.first else line.bare_span(hit, end)
