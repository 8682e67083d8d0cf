"""Offices: where a phrase that names one ends, what it is called in English, and for whom its holder speaks."""

from collections.abc import Mapping
from dataclasses import dataclass

from kg.extract.lexicon import Cls, Lexicon
from kg.extract.line import Hit, Line
from kg.extract.names import Names
from kg.lang import Pack

_OWNERS = (Cls.ADJECTIVE, Cls.STATE, Cls.ORGANIZATION)


@dataclass(frozen=True, slots=True)
class Office:
    """An office phrase, words ``[first, last)``: its English name, whom it speaks for (gazetteer id and name), its rank.

    ``full`` is False for a bare head ("the minister"), which only points back.
    """

    first: int
    last: int
    name: str
    represents: str | None
    represents_name: str | None
    rank: int
    plural: bool
    full: bool
    owners: tuple[tuple[str, str], ...] = ()


class Offices:
    """Reads office phrases with the tables of one pack."""

    def __init__(self, pack: Pack, lexicon: Lexicon, names: Names) -> None:
        data = pack.table("roles")
        words = lexicon.words
        self._phrases: list[tuple[tuple[str, ...], str]] = sorted(
            ((words.phrase(key), english) for key, english in data.get("phrase", {}).items()),
            key=lambda item: -len(item[0]),
        )
        self._portfolio: Mapping[str, str] = {
            words.fold(key): english for key, english in data.get("portfolio", {}).items()
        }
        self._qualifiers: Mapping[str, str] = {
            words.fold(key): english for key, english in data.get("qualifier", {}).items()
        }
        self._deputies = frozenset(data.get("deputies", {}).get("names", ()))
        self._definite: str = pack.table("pack").get("clitics", {}).get("definite", "")
        self._relational = tuple(pack.table("pack").get("adjectives", {}).get("relational", ()))
        self._names = names

    def read(self, line: Line, word: int) -> Office | None:
        """The office phrase that begins at a word, or None."""
        head = line.at(word, Cls.ROLE)
        if head is None:
            return None
        end, owners = self._complement(line, head)
        if head.entry.of_state and not head.part.definite and not owners:
            return None
        if (
            end == head.last
            and not head.part.definite
            and not head.entry.plural
            and not self._names.after_office(line, end) > end
        ):
            return None
        owner = owners[0] if owners else (None, None)
        name = self._english(line, head, end)
        rank = (
            min(head.entry.rank, 1)
            if name.startswith(head.entry.name) and head.entry.name != head.entry.key
            else head.entry.rank
        )
        return Office(word, end, name, *owner, rank, head.entry.plural, end > head.last, tuple(owners))

    def body(self, line: Line, word: int) -> tuple[int, tuple[str, str] | None] | None:
        """The end of a phrase that names a body ("the union of the parties"), and the state or organisation that it belongs to."""
        head = line.at(word, Cls.BODY)
        if head is None:
            return None
        end, owners = self._complement(line, head)
        if end == head.last or (head.part.definite and end - head.first < 2):
            return None
        return end, owners[0] if owners else None

    def _complement(self, line: Line, head: Hit) -> tuple[int, list[tuple[str, str]]]:
        word, abroad, owners = head.last, False, list[tuple[str, str]]()
        preps, opening = set(head.entry.preps), True
        while word < len(line.tokens):
            step = self._step(line, word, preps, opening=opening, bound=head.part.definite and word == head.last)
            if step is None:
                break
            hit, last, preposition = step
            abroad = abroad or preposition not in ("", "ل", "عن", "من", "باسم")
            if hit is not None and hit.entry.cls is Cls.ROLE and owners:
                break
            if hit is not None and hit.entry.cls in _OWNERS and not abroad:
                owners.append((hit.entry.key, hit.entry.name))
            if hit is not None and hit.entry.cls is Cls.ROLE:
                preps |= hit.entry.preps
            opening = (
                hit is not None and (hit.entry.cls is Cls.ROLE or hit.entry.key == "nouns") and not hit.part.definite
            )
            word = last
        return word, owners

    def _step(
        self, line: Line, word: int, preps: set[str], *, opening: bool, bound: bool
    ) -> tuple[Hit | None, int, str] | None:
        """The next piece of the phrase: the hit that it is, its end, and the preposition that brings it in."""
        if line.norm(word) in preps:
            hit, end, _ = self._piece(line, word + 1, {""}, opening=True, bound=False) or (None, word + 2, "")
            return (hit, end, line.norm(word)) if line.norm(word + 1)[:1].isalpha() else None
        return self._piece(line, word, preps | {""}, opening=opening, bound=bound)

    def _piece(
        self, line: Line, word: int, preps: set[str], *, opening: bool, bound: bool
    ) -> tuple[Hit | None, int, str] | None:
        norm = line.norm(word)
        if not norm or not norm[0].isalpha():
            return None
        for hit in line.hits[word]:
            entry, part = hit.entry, hit.part
            if part.preposition not in preps or (part.conjunction and entry.cls is not Cls.COMPLEMENT):
                continue
            if part.conjunction and not (entry.key == "nouns" and (part.definite or self._is_definite(line, hit.last))):
                continue
            if bound and entry.key == "nouns" and not part.definite and not part.preposition:
                continue
            if entry.cls in (*_OWNERS, Cls.COMPLEMENT, Cls.CITY) or (entry.cls is Cls.ROLE and not part.conjunction):
                return hit, hit.last, part.preposition
        if not bound and self._plain_definite(line, word, opening=opening):
            return None, word + 1, ""
        return None

    def _is_definite(self, line: Line, word: int) -> bool:
        return bool(self._definite) and line.norm(word).startswith(self._definite)

    def _plain_definite(self, line: Line, word: int, *, opening: bool) -> bool:
        """A definite word that is in no list goes on with the phrase: behind a bare noun unless it is a known name, else as an adjective."""
        norm = line.norm(word)
        if not self._definite or not norm.startswith(self._definite) or len(norm) < 5:
            return False
        if line.at(word, Cls.NOUN, Cls.MARKER, Cls.TITLE) is not None:
            return False
        if opening:
            return self._names.count(norm) < 3
        return norm.endswith(self._relational) and self._names.ordinary(norm)

    def _english(self, line: Line, head: Hit, end: int) -> str:
        norms = tuple(line.norm(word) for word in range(head.first, end))
        stems = (head.part.stem, *(self._bare(line, word) for word in range(head.first + 1, end)))
        for phrase, english in self._phrases:
            if (
                norms[: len(phrase)] == phrase
                or stems[: len(phrase)] == phrase
                or (norms and (head.part.stem, *norms[1 : len(phrase)]) == phrase)
            ):
                return english
        words: list[str] = []
        for word in range(head.last, end):
            nested = line.at(word, Cls.ROLE)
            if nested is not None:
                joint = " " if head.entry.key in self._deputies else " of the "
                return (
                    " ".join([*words, head.entry.key])
                    + joint
                    + self._english(line, nested, self._run(line, nested, end))
                )
            english = self._portfolio.get(line.norm(word)) or self._qualifiers.get(line.norm(word))
            if english and english not in words:
                words.append(english)
        of_things = any(
            line.at(word, Cls.COMPLEMENT) is not None and not line.at(word, *_OWNERS) for word in range(head.last, end)
        )
        return " ".join([*words, head.entry.name if of_things and not words else head.entry.key])

    def _run(self, line: Line, head: Hit, end: int) -> int:
        """End of the words right behind a nested head that belong to it, not to the office around it."""
        word = head.last
        while word < end and (self._portfolio.get(line.norm(word)) or line.at(word, Cls.ROLE) is not None):
            word += 1
        return word

    def _bare(self, line: Line, word: int) -> str:
        norm = line.norm(word)
        return norm.removeprefix(self._definite) if self._definite else norm
