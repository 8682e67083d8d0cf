"""A mention of somebody or something that can take part, and how it hangs in its sentence."""

from dataclasses import dataclass

from kg.extract.entries import Cls, Entry
from kg.extract.lexicon import Lexicon
from kg.extract.line import Line
from kg.extract.office import Office
from kg.lang import Pack
from kg.model import Kind

QUOTES = frozenset("\"«»“”'")
Range = tuple[int, int]
_LONGEST_QUANTIFIER, _LONGEST_APPOSED = 3, 4


@dataclass(frozen=True, slots=True)
class Figure:
    """A mention of somebody: words ``[first, last)``, of which ``name`` and ``office`` are parts.

    ``id`` and ``label`` come from a gazetteer; ``represents`` is a gazetteer id. ``counterpart`` marks "his counterpart",
    whose office is that of somebody told before. ``link`` is the preposition that brings the mention in, ``joined``
    whether a conjunction does; ``words`` is the name as folded words without the ``clitics`` letters written before it.
    ``pair`` holds the ids of those whose body it is, of a body of several;
    ``private`` marks a company, a club or the like.
    """

    line: int
    first: int
    last: int
    kind: Kind
    name: Range | None = None
    office: Office | None = None
    id: str | None = None
    label: str | None = None
    represents: str | None = None
    represents_name: str | None = None
    counterpart: bool = False
    plural: bool = False
    link: str = ""
    joined: bool = False
    words: tuple[str, ...] = ()
    clitics: int = 0
    pair: tuple[str, ...] = ()
    private: bool = False


class Links:
    """Says which preposition or conjunction brings a mention in."""

    def __init__(self, pack: Pack, lexicon: Lexicon) -> None:
        words, fold = pack.table("words"), lexicon.words.fold
        self._morphology = lexicon.words.morphology
        self._prepositions = frozenset(fold(word) for word in words.get("prepositions", []))

    def of(self, line: Line, first: int) -> tuple[str, bool]:
        """The preposition before the mention that begins at a word, and whether a conjunction is written before it."""
        hits = line.hits[first]
        attached = next((hit for hit in hits if hit.part.preposition or hit.part.conjunction), None)
        if attached is not None and all(hit.part.preposition or hit.part.conjunction for hit in hits):
            return attached.part.preposition, bool(attached.part.conjunction)
        ahead = first - 1
        while (behind := self._skipped(line, ahead)) is not None:
            own = line.at(behind + 1, Cls.SMALL)
            if own is not None and own.part.preposition:
                return own.part.preposition, bool(own.part.conjunction)
            ahead = behind
        ahead = self._behind_apposed(line, first, ahead)
        before = line.at(ahead, Cls.SMALL)
        spoken = ahead == 0 and line.at(ahead, Cls.SPEECH) is not None
        linked = before is not None and before.part.stem in self._prepositions and not spoken
        return (before.part.stem if before is not None and linked else "", False)

    def _skipped(self, line: Line, word: int) -> int | None:
        """The word before a quotation mark or a quantifier ("with each of A and B") that ends at a word."""
        if line.norm(word) in QUOTES or self._describes(line, word):
            return word - 1
        for first in range(word, max(word - _LONGEST_QUANTIFIER, -1), -1):
            for hit in line.hits[first]:
                if hit.last == word + 1 and hit.entry.cls is Cls.SMALL and hit.entry.key == "quantifiers":
                    return first - 1
        return None

    def _behind_apposed(self, line: Line, first: int, word: int) -> int:
        """The word before plain nouns of a name, in its case ("with the engineer of the plant X"); the same where there are none."""
        if self._morphology is None or line.hits[first]:
            return word
        start = word
        while start > max(word - _LONGEST_APPOSED, 0) and not line.hits[start] and line.norm(start)[:1].isalpha():
            start -= 1
        if start == word or line.norm(start) not in self._prepositions:
            return word
        noun, name = self._morphology.cases(line.norm(start + 1)), self._morphology.cases(line.norm(first))
        return word if noun.isdisjoint(name) else start

    def _describes(self, line: Line, word: int) -> bool:
        """Whether a word is a plain adjective or participle of the mention behind it, in its case."""
        norm = line.norm(word)
        if self._morphology is None or not norm.endswith(line.grammar.describing) or line.hits[word]:
            return False
        return not self._morphology.cases(norm).isdisjoint(self._morphology.cases(line.norm(word + 1)))

    def may_stand(self, line: Line, word: int, case: str) -> bool:
        """Whether a word may stand in a case; so where the language has none or the word does not show it."""
        cases = self._morphology.cases(line.norm(word)) if self._morphology is not None else frozenset()
        return case in (cases or (case,))

    def behind_preposition(self, line: Line, word: int) -> bool:
        """Whether a preposition of its own stands right before a word."""
        return line.norm(word - 1) in self._prepositions

    def group(self, line: Line, first: int, last: int, kind: Kind, side: Entry | None) -> Figure:
        """A figure without a name: a delegation, a body; ``side`` is the gazetteer entry that it speaks for."""
        link, joined = self.of(line, first)
        key, name = (side.key, side.name) if side is not None else (None, None)
        return Figure(line.number, first, last, kind, represents=key, represents_name=name, link=link, joined=joined)

    def person(self, line: Line, first: int, last: int, name: Range | None, office: Office | None) -> Figure:
        """A person by name, by office, or by both."""
        link, joined = self.of(line, first)
        key, side = (office.represents, office.represents_name) if office is not None else (None, None)
        return Figure(
            line.number, first, last, Kind.PERSON, name, office,
            represents=key, represents_name=side, link=link, joined=joined,
        )  # fmt: skip
