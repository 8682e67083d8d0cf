"""Offices: where a phrase that names one ends, what it is called in English, and for whom its holder speaks."""

from dataclasses import replace

from kg.extract.complements import Complements
from kg.extract.entries import Cls, Entry
from kg.extract.fronted import Fronted, Fronting
from kg.extract.lexicon import Lexicon
from kg.extract.line import Hit, Line
from kg.extract.names import Names
from kg.extract.office import Office
from kg.extract.officenames import OfficeNames
from kg.lang import Pack


class Offices:
    """Reads office phrases with the tables of one pack."""

    def __init__(self, pack: Pack, lexicon: Lexicon, names: Names) -> None:
        self._english = OfficeNames(pack, lexicon)
        self._complements = Complements(lexicon.grammar, names, self._read)
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
        outer = self.read(line, inner.last + 1) or self._owned_bare(line, inner.last + 1)
        if outer is None:
            return inner
        name = f"{outer.name} of the {inner.name}"
        return replace(outer, first=inner.first, name=name, sides=inner.sides or outer.sides, full=True)

    def _owned_bare(self, line: Line, word: int) -> Office | None:
        """A bare head behind the office whose holder it belongs to: "the Secretary-General's envoy"."""
        found = self._fronting.read(line, word, Cls.ROLE)
        return self._fronted(line, found, owned=True) if found is not None else None

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
        group = end + (line.norm(end) in line.grammar.determiners)
        if unsaid and head.entry.plural and line.at(group, Cls.DELEGATION) is not None:
            return None
        bare = unsaid and not head.part.definite and not head.entry.plural and not owned
        if bare and self._names.after_office(line, end) == end and not self._points_back(line, head):
            return None
        if head.entry.of_state and not head.part.definite and not sides:
            return None
        name = self._english.english(line, head, end)
        of_things = head.entry.name != head.entry.key and name.startswith(head.entry.name)
        generic = head.entry.generic and name == head.entry.key
        private = self.is_private(line, head.last, end)
        rank = 0 if of_things or private else self._english.rank(head.entry, name)
        home = head.entry.home and not of_things and not private
        vague = name in (head.entry.key, head.entry.name) and self._english.is_of_things(line, head.last, end)
        plural, full, deputy = head.entry.plural, not unsaid, self._english.is_deputy(name)
        return Office(word, end, name, sides, rank, plural, full, home, vague, generic and not vague, deputy, private)

    def _points_back(self, line: Line, head: Hit) -> bool:
        """Whether a bare head of rank may mean somebody told before: nothing that it could be of stands behind it."""
        if not self._grammar.bare_offices or head.entry.rank < 1 or head.entry.generic:
            return False
        known = head.last < len(line.hits) and bool(line.hits[head.last])
        return known or not self._names.nominatives.shows(line.norm(head.last), "gent")

    def _fronted(self, line: Line, found: Fronted, *, owned: bool = False) -> Office | None:
        """An office whose modifiers stand before its head; a bare head is one with the article, in the plural or with a name."""
        head = found.head
        bare = not owned and not found.full and not head.part.definite and not head.entry.plural
        if bare and self._names.after_office(line, found.last) == found.last:
            return None
        name = self._english.fronted(line, found)
        rank = min(head.entry.rank, 1) if found.things else head.entry.rank
        home = head.entry.home
        generic, deputy = head.entry.generic and not found.things, self._english.is_deputy(name)
        end, sides, plural = found.last, found.sides, head.entry.plural
        return Office(found.first, end, name, sides, rank, plural, found.full, home, generic=generic, deputy=deputy)

    def fronted(self, line: Line, word: int, head: Cls) -> Fronted | None:
        """A phrase of another head with its modifiers before it ("a high-level Afghan delegation", "the Afghan government")."""
        return self._fronting.read(line, word, head)

    def is_private(self, line: Line, first: int, last: int) -> bool:
        """Whether words of a phrase name a company, a club or the like."""
        return self._english.is_private(line, first, last)

    def complement(self, line: Line, head: Hit) -> tuple[int, tuple[Entry, ...]]:
        """What a head is of and whose it is, behind it: where that ends, and the states and bodies named in it."""
        return self._complements.read(line, head)
