"""Groups and bodies as sentences name them: delegations, organisations, states, unions and parties by their generic noun."""

from dataclasses import replace

from kg.extract.bodies import read_body
from kg.extract.delegations import origin
from kg.extract.entries import Cls, Entry
from kg.extract.figure import Figure, Links
from kg.extract.lexicon import Lexicon
from kg.extract.line import Hit, Line
from kg.extract.offices import Offices
from kg.extract.seats import acting_state
from kg.lang import Pack
from kg.model import Kind

_INSIDE = (Cls.ADJECTIVE, Cls.COMPLEMENT, Cls.STATE, Cls.ORGANIZATION, Cls.ROLE)


class Groups:
    """Finds groups and bodies with the tables of one pack."""

    def __init__(self, pack: Pack, lexicon: Lexicon, offices: Offices, links: Links) -> None:
        delegation, fold = pack.table("roles").get("delegation", {}), lexicon.words.fold
        self._colours = frozenset(fold(word) for word in delegation.get("adjectives", []))
        self._of = frozenset(fold(word) for word in delegation.get("of", []))
        self._grammar = lexicon.grammar
        self._offices = offices
        self._links = links

    def read(self, line: Line, word: int) -> Figure | None:
        """The group or body that begins at a word, or None."""
        if self._grammar.fronted and line.at_any(Cls.DELEGATION):
            led = self._offices.fronted(line, word, Cls.DELEGATION)
            if led is not None:
                return self._links.group(line, word, led.last, Kind.DELEGATION, next(iter(led.sides), None))
        if self._grammar.owner_ahead and (owned := self._owned_ahead(line, word)) is not None:
            return owned
        delegation = line.at(word, Cls.DELEGATION)
        if delegation is not None:
            return self._delegation(line, delegation)
        seat = acting_state(line, word, self._links)
        if seat is not None:
            return self._state(line, *seat)
        hit, body = line.at(word, Cls.ORGANIZATION, Cls.STATE), line.at(word, Cls.BODY)
        longer = hit is not None and body is not None and body.last > hit.last
        if hit is None or longer or self._only_adjective(line, hit):
            return self._body(line, word)
        kind = Kind.ORGANIZATION if hit.entry.cls is Cls.ORGANIZATION else Kind.COUNTRY
        figure = self._links.group(line, word, hit.last, kind, hit.entry)
        return replace(figure, id=hit.entry.key, label=hit.entry.name)

    def _state(self, line: Line, capital: Hit, state: Entry) -> Figure:
        figure = self._links.group(line, capital.first, capital.last, Kind.COUNTRY, state)
        return replace(figure, id=state.key, label=state.name)

    def _owned_ahead(self, line: Line, word: int) -> Figure | None:
        """A group or a body behind the adjective of its state ("the Russian delegation", "the Ukrainian authorities")."""
        side = line.at(word, Cls.ADJECTIVE)
        head = line.at(side.last, Cls.DELEGATION, Cls.BODY) if side is not None else None
        if side is None or head is None:
            return None
        if head.entry.cls is Cls.DELEGATION:
            inner = self._delegation(line, head)
            last = inner.last if inner is not None else head.last
            return self._links.group(line, word, last, Kind.DELEGATION, side.entry)
        end, _ = self._offices.complement(line, head)
        figure = self._links.group(line, word, end, Kind.ORGANIZATION, side.entry)
        return replace(figure, label=f"{head.entry.name} of {side.entry.name}" if head.entry.name else None)

    def _only_adjective(self, line: Line, hit: Hit) -> bool:
        """A spelling that is a state's name and an adjective as well names the state behind a preposition only."""
        adjective = line.at(hit.first, Cls.ADJECTIVE)
        if (
            hit.entry.cls is not Cls.STATE
            or adjective is None
            or adjective.part.cost > hit.part.cost
            or hit.part.preposition
        ):
            return False
        return not self._links.behind_preposition(line, hit.first)

    def _body(self, line: Line, word: int) -> Figure | None:
        found = read_body(line, word, self._offices)
        if found is None:
            return None
        figure = self._links.group(line, word, found.last, Kind.ORGANIZATION, found.side)
        private = self._offices.is_private(line, word, found.last)
        return replace(figure, label=found.english, pair=found.pair, private=private)

    def _delegation(self, line: Line, head: Hit) -> Figure | None:
        """ "A high-level political delegation", "a group of students", "a delegation of the opposition parties"; "a number of meetings" is no group."""
        opened = line.norm(head.last - 1) in self._of
        if opened and (self._counts_holders(line, head.last) or line.at(head.last, Cls.NOUN) is not None):
            return None
        end, side, open_ = head.last, None, opened
        while (step := self._step(line, end, open_=open_)) is not None:
            end, entry, open_ = step
            side = side or entry
        if opened and end == head.last:
            return None
        figure = self._links.group(line, head.first, end, Kind.DELEGATION, side or origin(line, end))
        return replace(figure, private=self._offices.is_private(line, head.last, end))

    def _counts_holders(self, line: Line, word: int) -> bool:
        """Whether "a number of" tells only how many holders of an office: "a number of senior officials"."""
        while (hit := line.at(word, Cls.SMALL)) is not None and hit.entry.key == "quantifiers":
            word = hit.last
        office = line.at(word, Cls.ROLE)
        return office is not None and office.entry.plural and line.grammar.definite != ""

    def _step(self, line: Line, word: int, *, open_: bool) -> tuple[int, Entry | None, bool] | None:
        """The next piece of the phrase: its end, whom it says the group speaks for, and whether "of" leaves it open."""
        hit = line.at(word, *_INSIDE)
        if hit is not None and not hit.part.preposition and (hit.entry.cls is not Cls.ROLE or open_):
            return hit.last, None if hit.entry.cls in (Cls.COMPLEMENT, Cls.ROLE) else hit.entry, False
        if self._colour(line, word) or ((open_ or self._describes(line, word)) and self._plain(line, word)):
            return word + 1, None, open_ and self._owns_next(line, word)
        if line.norm(word) in self._of and self._plain(line, word + 1):
            return word + 1, None, True
        return None

    def _owns_next(self, line: Line, word: int) -> bool:
        """Whether a noun without the article takes the one with it behind ("a delegation of *men* of business")."""
        definite = self._grammar.is_definite
        return not definite(line.norm(word)) and definite(line.norm(word + 1))

    def _describes(self, line: Line, word: int) -> bool:
        """Whether a word looks like an adjective of the noun before it, where only their order says so."""
        grammar = self._grammar
        unknown = not line.hits[word] if word < len(line.hits) else False
        return grammar.bare_genitive and unknown and line.norm(word).endswith(grammar.relational or ("-",))

    def _plain(self, line: Line, word: int) -> bool:
        """A noun that says whom a group is made of or speaks for."""
        norm = line.norm(word)
        blocked = line.at(word, Cls.SMALL, Cls.VERB, Cls.LIGHT, Cls.SPEECH, Cls.MARKER)
        return len(norm) > 3 and norm[0].isalpha() and blocked is None

    def _colour(self, line: Line, word: int) -> bool:
        """An adjective of delegations, perhaps behind "and": "political and military"."""
        norm = line.norm(word)
        joined = (norm.removeprefix(c) for c in self._grammar.conjunctions if norm.startswith(c))
        return any(form in self._colours for base in (norm, *joined) for form in self._grammar.bare(base))
