"""Offices: where a phrase that names one ends, what it is called in English, and for whom its holder speaks."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from kg.extract.fronted import OWNERS, Fronted, Fronting
from kg.extract.lexicon import Cls, Entry, Lexicon
from kg.extract.line import Hit, Line
from kg.extract.names import Names
from kg.lang import Pack
from kg.model import EventType


@dataclass(frozen=True, slots=True)
class Office:
    """An office phrase, words ``[first, last)``: its English name, the states and bodies it names as its own, its rank.

    ``full`` is False for a bare head ("the minister"), which only points back; ``home`` where news leave the country out for
    their own officials; ``vague`` where it is of something that ``name`` does not tell; ``generic`` where whoever leads a
    state is called so ("the leader"); ``deputy`` where it is that of somebody's deputy.
    """

    first: int
    last: int
    name: str
    sides: tuple[Entry, ...]
    rank: int
    plural: bool
    full: bool
    home: bool = False
    vague: bool = False
    generic: bool = False
    deputy: bool = False

    @property
    def represents(self) -> str | None:
        """The gazetteer id of whom its holder speaks for."""
        return self.sides[0].key if self.sides else None

    @property
    def represents_name(self) -> str | None:
        """The English name of whom its holder speaks for."""
        return self.sides[0].name if self.sides else None


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
        self._ranks: Mapping[str, int] = {head["en"]: head.get("rank", 0) for head in data.get("head", [])}
        self._deputies = frozenset(data.get("deputies", {}).get("names", ()))
        self._grammar = lexicon.grammar
        self._names = names
        self._fronting = Fronting(names)

    def read(self, line: Line, word: int) -> Office | None:
        """The office phrase that begins at a word, or None."""
        if not 0 <= word < len(line.hits) or not line.hits[word] or not line.at_any(Cls.ROLE):
            return None
        key = ("office", word)
        if key not in line.memo:
            line.memo[key] = self._whole(line, word)
        office: Office | None = line.memo[key]
        return office

    def _whole(self, line: Line, word: int) -> Office | None:
        if self._grammar.fronted:
            found = self._fronting.read(line, word, Cls.ROLE)
            described = found is not None and line.at(found.last, Cls.NOUN) is not None
            return self._with_outer(line, self._fronted(line, found)) if found is not None and not described else None
        return self._owned_ahead(line, word) if self._grammar.owner_ahead else self._read(line, word)

    def _with_outer(self, line: Line, inner: Office | None) -> Office | None:
        """ "The Russian president's special envoy" is the office of the envoy, of the president's side."""
        if inner is None or line.norm(inner.last) not in self._grammar.possessive:
            return inner
        outer = self.read(line, inner.last + 1)
        if outer is None:
            return inner
        name = f"{outer.name} of the {inner.name}"
        return replace(outer, first=inner.first, name=name, sides=inner.sides or outer.sides, full=True)

    def _owned_ahead(self, line: Line, word: int) -> Office | None:
        """An office whose state or whose adjectives stand before a head that goes on as ever ("the Russian minister of ...")."""
        first, side = word, None
        while (ahead := line.at(first, Cls.ADJECTIVE, Cls.COMPLEMENT)) is not None and line.at(first, Cls.ROLE) is None:
            if ahead.entry.key == "nouns":
                return None
            side = ahead.entry if ahead.entry.cls is Cls.ADJECTIVE else side
            first = ahead.last
        office = self._read(line, first, owned=side is not None)
        if office is None or first == word:
            return office
        sides = (side,) if side is not None and not office.sides else office.sides
        return replace(office, first=word, sides=sides, full=office.full or side is not None)

    def _read(self, line: Line, word: int, *, owned: bool = False) -> Office | None:
        """The office phrase that begins with its head; ``owned`` where its state stands before it."""
        head = line.at(word, Cls.ROLE)
        if head is None:
            return None
        end, sides = self.complement(line, head)
        unsaid = end == head.last and not head.entry.whole
        bare = unsaid and not head.part.definite and not head.entry.plural and not owned
        if bare and self._names.after_office(line, end) == end:
            return None
        if head.entry.of_state and not head.part.definite and not sides:
            return None
        name = self._english(line, head, end)
        of_things = head.entry.name != head.entry.key and name.startswith(head.entry.name)
        generic = head.entry.generic and name == head.entry.key
        rank = 0 if of_things else self._rank(head.entry, name)
        home = head.entry.home and not of_things
        vague = name in (head.entry.key, head.entry.name) and self._is_of_things(line, head.last, end)
        plural, full, deputy = head.entry.plural, not unsaid, self._is_deputy(name)
        return Office(word, end, name, sides, rank, plural, full, home, vague, generic and not vague, deputy)

    def _is_deputy(self, name: str) -> bool:
        """Whether an English name is that of a deputy: "Deputy Foreign Minister"."""
        return not self._deputies.isdisjoint((name, name.partition(" ")[0]))

    def _is_of_things(self, line: Line, first: int, last: int) -> bool:
        """Whether words behind a head name something that it is of, other than "that country"."""
        found = (line.at(word, Cls.COMPLEMENT) for word in range(first, last) if not self._determined(line, word))
        return any(hit is not None and hit.entry.key == "nouns" for hit in found)

    def _determined(self, line: Line, word: int) -> bool:
        return line.norm(word - 1) in self._grammar.determiners

    def _rank(self, head: Entry, name: str) -> int:
        """The rank of an office: of a head that leads anything ("head of the ministry") that of what it is called in English."""
        return self._ranks.get(name, 1) if head.generic and name != head.key else head.rank

    def _fronted(self, line: Line, found: Fronted) -> Office | None:
        """An office whose modifiers stand before its head; a bare head is one with the article, in the plural or with a name."""
        head = found.head
        bare = not found.full and not head.part.definite and not head.entry.plural
        if bare and self._names.after_office(line, found.last) == found.last:
            return None
        parts = (self._portfolio.get(line.norm(i)) or self._qualifiers.get(line.norm(i)) for i in found.before)
        name = " ".join([*(part for part in parts if part), head.entry.key])
        rank = min(head.entry.rank, 1) if found.things else head.entry.rank
        home = head.entry.home and not found.things
        generic, deputy = head.entry.generic and not found.things, self._is_deputy(name)
        end, sides, plural = found.last, found.sides, head.entry.plural
        return Office(found.first, end, name, sides, rank, plural, found.full, home, generic=generic, deputy=deputy)

    def fronted(self, line: Line, word: int, head: Cls) -> Fronted | None:
        """A phrase of another head with its modifiers before it ("a high-level Afghan delegation", "the Afghan government")."""
        return self._fronting.read(line, word, head)

    def complement(self, line: Line, head: Hit) -> tuple[int, tuple[Entry, ...]]:
        """What a head is of and whose it is, behind it: where that ends, and the states and bodies named in it."""
        word, abroad, sides = head.last, False, list[Entry]()
        preps, opening = set(head.entry.preps), True
        while word < len(line.tokens):
            bound = head.part.definite and word == head.last
            step = self._step(line, word, preps, opening=opening, bound=bound) or self._joined(line, word)
            if step is None or (step[0] is not None and step[0].entry.cls is Cls.ROLE and sides):
                break
            if step[0] is not None and self._opens_another(line, step[0]):
                break
            hit, word, preposition = step
            if hit is not None and hit.part.preposition and self._leads_there(line, head, hit):
                return hit.first, tuple(sides)
            place = hit is not None and hit.entry.cls in (Cls.STATE, Cls.ADJECTIVE, Cls.CITY)
            abroad = abroad or (place and bool(preposition) and preposition not in line.grammar.of)
            if hit is not None and hit.entry.cls in OWNERS and not abroad:
                sides.append(hit.entry)
            nested = hit is not None and hit.entry.cls is Cls.ROLE
            preps |= hit.entry.preps if hit is not None and nested else set()
            noun = hit is not None and hit.entry.key == "nouns"
            opening = hit is not None and (nested or noun) and not hit.part.definite
        return word, tuple(sides)

    def _leads_there(self, line: Line, head: Hit, place: Hit) -> bool:
        """Whether a state behind a whole office is where a visit leads: "the visit of the president of the republic to Qatar"."""
        visit = line.at(head.first - 1, Cls.NOUN)
        whole = line.at(place.first - 1, Cls.COMPLEMENT) is not None
        return whole and place.entry.cls is Cls.STATE and visit is not None and visit.entry.key == EventType.VISIT

    def _opens_another(self, line: Line, hit: Hit) -> bool:
        """Whether "and" opens the office of somebody else, or a delegation: one told with its own state, or without a name behind it."""
        if not hit.part.conjunction or line.at(hit.first, Cls.DELEGATION) is not None:
            return bool(hit.part.conjunction)
        if line.at(hit.first, Cls.ROLE) is None:
            return False
        second = self._read(line, hit.first)
        return second is not None and (bool(second.sides) or self._names.after_office(line, second.last) == second.last)

    def _joined(self, line: Line, word: int) -> tuple[Hit | None, int, str] | None:
        """ "Foreign and defence": a further thing that an office is of behind "and", in a language without an article."""
        before, after = line.at(word - 1, Cls.COMPLEMENT), line.at(word + 1, Cls.COMPLEMENT)
        possible = line.grammar.bare_genitive or line.grammar.no_articles
        if not possible or line.norm(word) not in line.grammar.joiners - line.grammar.commas:
            return None
        if before is None or after is None or after.entry.key != "nouns" or line.at(word + 1, Cls.ROLE, Cls.DELEGATION):
            return None
        return after, after.last, ""

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
        for hit in sorted(line.hits[word], key=_owners_first):
            entry, part = hit.entry, hit.part
            if part.preposition not in preps or (part.conjunction and entry.cls is not Cls.COMPLEMENT):
                continue
            if part.conjunction and not (
                entry.key == "nouns" and (part.definite or self._grammar.is_definite(line.norm(hit.last)))
            ):
                continue
            if bound and entry.key == "nouns" and not part.definite and not part.preposition:
                continue
            if entry.cls in (*OWNERS, Cls.COMPLEMENT, Cls.CITY) or (entry.cls is Cls.ROLE and not part.conjunction):
                return hit, hit.last, part.preposition
        if self._plain_definite(line, word, opening=opening and not bound) or self._genitive(line, word):
            return None, word + 1, ""
        return None

    def _genitive(self, line: Line, word: int) -> bool:
        """A word that is in no list right behind a bare noun that needs one ("the movement of *the project* of Tunis")."""
        noun, norm = line.at(word - 1, Cls.COMPLEMENT), line.norm(word)
        if noun is None or noun.entry.key != "nouns" or noun.part.definite or not line.grammar.definite:
            return False
        free = (
            line.at(word, Cls.SMALL, Cls.MARKER, Cls.TITLE, Cls.ROLE, Cls.NOUN, Cls.VERB, Cls.SPEECH, Cls.LIGHT) is None
        )
        follows = line.grammar.is_definite(line.norm(word + 1)) or line.at(word + 1, *OWNERS) is not None
        return (
            free
            and follows
            and norm[:1].isalpha()
            and not line.grammar.is_definite(norm)
            and self._names.count(norm) < 3
        )

    def _plain_definite(self, line: Line, word: int, *, opening: bool) -> bool:
        """A definite word that is in no list goes on with the phrase: behind a bare noun unless it is a known name, else as an adjective."""
        norm = line.norm(word)
        if not self._grammar.is_definite(norm) or len(norm) < 5:
            return False
        if line.at(word, Cls.NOUN, Cls.MARKER, Cls.TITLE) is not None or self._names.small(norm):
            return False
        if opening:
            return self._names.count(norm) < 3
        return norm.endswith(self._grammar.relational) and (self._names.ordinary(norm) or self._names.describes(norm))

    def _english(self, line: Line, head: Hit, end: int) -> str:
        norms = tuple(line.norm(word) for word in range(head.first, end))
        stems = (
            head.part.stem,
            *(self._grammar.without_article(line.norm(word)) for word in range(head.first + 1, end)),
        )
        plain = tuple(line.norm(i) for i in range(head.first + 1, end) if line.at(i, Cls.ADJECTIVE) is None)
        for phrase, english in self._phrases:
            if (
                norms[: len(phrase)] == phrase
                or stems[: len(phrase)] == phrase
                or (norms and (head.part.stem, *norms[1 : len(phrase)]) == phrase)
                or (head.part.stem, *plain)[: len(phrase)] == phrase
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
            part = self._told_of(line, word) or self._qualifiers.get(line.norm(word))
            if part and part not in words:
                words.append(part)
        of_things = any(
            line.at(word, Cls.COMPLEMENT) is not None and not line.at(word, *OWNERS) for word in range(head.last, end)
        )
        return " ".join([*words, head.entry.name if of_things and not words else head.entry.key])

    def _run(self, line: Line, head: Hit, end: int) -> int:
        """End of the words right behind a nested head that belong to it, not to the office around it."""
        word = head.last
        while word < end and (self._tells(line, word) or (word + 1 < end and self._tells(line, word + 1))):
            word += 1
        return word

    def _tells(self, line: Line, word: int) -> bool:
        """Whether a word says what an office is of, or is an office itself."""
        return bool(self._told_of(line, word)) or line.at(word, Cls.ROLE) is not None

    def _told_of(self, line: Line, word: int) -> str | None:
        """The English of what an office is of; "country" in "that country" is nothing of the kind."""
        return None if self._determined(line, word) else self._portfolio.get(line.norm(word))


def _owners_first(hit: Hit) -> tuple[int, int, bool]:
    """Order of readings: the longest, the plainest, and a state before a noun that offices are of ("affairs of Syria")."""
    return hit.first - hit.last, hit.part.cost, hit.entry.cls not in OWNERS
