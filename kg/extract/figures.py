"""Whoever can take part in an event, as a sentence names them: office and name in any order, delegation, organisation, state."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from kg.extract.lexicon import Cls, Lexicon
from kg.extract.line import Hit, Line
from kg.extract.names import Names
from kg.extract.offices import Office, Offices
from kg.lang import Pack
from kg.model import Kind

_QUOTES = frozenset("\"«»“”'")
_COMMAS = frozenset("،,")


@dataclass(frozen=True, slots=True)
class Figure:
    """A mention of somebody: words ``[first, last)``, of which ``name`` and ``office`` are parts.

    ``id`` and ``label`` come from a gazetteer; ``represents`` is a gazetteer id. ``counterpart`` marks "his counterpart",
    whose office is that of somebody told before. ``link`` is the preposition that brings the mention in, ``joined``
    whether a conjunction does; ``words`` is the name as folded words without the ``clitics`` letters written before it.
    """

    line: int
    first: int
    last: int
    kind: Kind
    name: tuple[int, int] | None = None
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


class Figures:
    """Finds figures with the tables of one pack."""

    def __init__(self, pack: Pack, lexicon: Lexicon) -> None:
        self.names = Names(pack, lexicon)
        self._offices = Offices(pack, lexicon, self.names)
        delegation = pack.table("roles").get("delegation", {})
        self._words = lexicon.words
        fold = self._words.fold
        self._colours = frozenset(fold(word) for word in delegation.get("adjectives", []))
        self._of = frozenset(fold(word) for word in delegation.get("of", []))
        self._prepositions = frozenset(fold(word) for word in pack.table("words").get("prepositions", []))
        self._quantifiers = frozenset(fold(word) for word in pack.table("words").get("quantifiers", []))
        self._definite: str = pack.table("pack").get("clitics", {}).get("definite", "")

    def read(self, line: Line, short: Iterable[tuple[str, ...]] = ()) -> Iterator[Figure]:
        """The figures of a sentence from left to right; ``short`` are short names (as folded words) that stand for somebody known."""
        known = sorted(short, key=len, reverse=True)
        firsts = {name[0] for name in known}
        word = 0
        while word < len(line.tokens):
            if not line.hits[word] and not self.names.may_be(line.norm(word), firsts):
                word += 1
                continue
            several = self._several(line, word)
            if several:
                yield from several
                word = several[-1].last
                continue
            figure = self._short(line, word, known) or self._person(line, word) or self._group(line, word)
            if figure is None:
                word += 1
            else:
                yield figure
                word = figure.last

    def _several(self, line: Line, word: int) -> list[Figure]:
        """One office told of several holders: "the foreign ministers of A, B and C", with or without their names."""
        head = line.at(word, Cls.ROLE)
        if head is None or not head.entry.plural:
            return []
        office = self._offices.read(line, word)
        if office is None or not office.owners:
            return []
        owner = line.at(self._owner_word(line, office), Cls.STATE, Cls.ADJECTIVE, Cls.ORGANIZATION)
        found: list[Figure] = []
        while owner is not None and (not found or owner.part.conjunction or line.norm(owner.first - 1) in _COMMAS):
            found.append(self._holder(line, office, owner, word if not found else owner.first, bool(found)))
            step = found[-1].last + (line.norm(found[-1].last) in _COMMAS)
            owner = line.at(step, Cls.STATE, Cls.ADJECTIVE, Cls.ORGANIZATION)
        return found if len(found) > 1 else []

    def _owner_word(self, line: Line, office: Office) -> int:
        owners = (Cls.STATE, Cls.ADJECTIVE, Cls.ORGANIZATION)
        return next(
            (word for word in range(office.first + 1, office.last) if line.at(word, *owners) is not None), office.first
        )

    def _holder(self, line: Line, office: Office, owner: Hit, first: int, joined: bool) -> Figure:
        name = self._name_behind(line, owner.last)
        own = replace(office, represents=owner.entry.key, represents_name=owner.entry.name, plural=False, owners=())
        made = self._named(line, first, name[1] if name else owner.last, name, own)
        return replace(made, joined=True, link="") if joined else made

    def _made(self, line: Line, first: int, last: int, kind: Kind, **more: object) -> Figure:
        link, joined = self._link(line, first)
        return Figure(line.number, first, last, kind, link=link, joined=joined, **more)  # type: ignore[arg-type]

    def _link(self, line: Line, first: int) -> tuple[str, bool]:
        hit = next((hit for hit in line.hits[first] if hit.part.preposition or hit.part.conjunction), None)
        plain = any(not hit.part.preposition and not hit.part.conjunction for hit in line.hits[first])
        if hit is not None and not plain:
            return hit.part.preposition, bool(hit.part.conjunction)
        ahead = first - 1
        while line.norm(ahead) in _QUOTES or line.norm(ahead) in self._quantifiers:
            ahead -= 1
        before = line.at(ahead, Cls.SMALL)
        return (
            (before.part.stem, False) if before is not None and before.part.stem in self._prepositions else ("", False)
        )

    def _person(self, line: Line, word: int) -> Figure | None:
        start = self._past_titles(line, word)
        counterpart = line.marker(start, "refer.counterpart")
        if counterpart is not None:
            return self._counterpart(line, word, counterpart)
        office = self._offices.read(line, start)
        if office is not None:
            return self._with_office(line, word, office)
        end = self.names.after_office(line, start) if start > word else self.names.alone(line, start)
        if end == start:
            return None
        later = self._apposition(line, end)
        figure = self._named(line, word, later.last if later else end, (start, end), later)
        part = self.names.opening(line.norm(start))
        if start > word or part is None or not (part.conjunction or part.preposition):
            return figure
        words = (part.stem, *(line.norm(i) for i in range(start + 1, end)))
        clitics = len(part.conjunction + part.preposition)
        return replace(figure, words=words, clitics=clitics, link=part.preposition, joined=bool(part.conjunction))

    def _named(self, line: Line, first: int, last: int, name: tuple[int, int] | None, office: Office | None) -> Figure:
        represents = (office.represents, office.represents_name) if office else (None, None)
        return self._made(
            line,
            first,
            last,
            Kind.PERSON,
            name=name,
            office=office,
            represents=represents[0],
            represents_name=represents[1],
        )

    def _with_office(self, line: Line, word: int, office: Office) -> Figure | None:
        if office.plural:
            return self._made(
                line,
                word,
                office.last,
                Kind.DELEGATION,
                office=office,
                plural=True,
                represents=office.represents,
                represents_name=office.represents_name,
            )
        name = self._name_behind(line, office.last)
        return self._named(line, word, name[1] if name else office.last, name, office)

    def _name_behind(self, line: Line, word: int) -> tuple[int, int] | None:
        """The name right behind an office, past honorifics, a comma, a dash or quotation marks."""
        sign = line.norm(word) in ("،", ",", "-", "–", ":")
        start = word + sign
        titled = self._past_titles(line, start, behind=True)
        quoted = line.norm(titled) in _QUOTES
        first = titled + quoted
        end = (
            self.names.alone(line, first, trusted=True)
            if sign and titled == start
            else self.names.after_office(line, first)
        )
        if end == first:
            return None
        return first, end

    def _apposition(self, line: Line, word: int) -> Office | None:
        """An office that follows the name it belongs to: not one that has a name of its own."""
        start = word + (line.norm(word) in ("،", ",", "-", "("))
        head = line.at(start, Cls.ROLE)
        if head is None or head.part.conjunction or head.part.preposition or head.entry.plural:
            return None
        office = self._offices.read(line, start)
        if office is None or not office.full or self._name_behind(line, office.last) is not None:
            return None
        return office

    def _past_titles(self, line: Line, word: int, *, behind: bool = False) -> int:
        """The word after honorifics; ``behind`` an office one that "and" opens belongs to the next person."""
        while True:
            hit = line.at(word, Cls.TITLE)
            if hit is None or (hit.part.conjunction and behind):
                return word
            word = hit.last + (line.norm(hit.last) == "." or line.norm(hit.last) == "/")

    def _counterpart(self, line: Line, word: int, hit: Hit) -> Figure:
        end, owner = hit.last, None
        while (found := line.at(end, Cls.ADJECTIVE, Cls.STATE)) is not None:
            owner, end = owner or found.entry, found.last
        name = self._name_behind(line, end)
        return self._made(
            line, word, name[1] if name else end, Kind.PERSON, name=name, counterpart=True,
            represents=owner.key if owner else None, represents_name=owner.name if owner else None,
        )  # fmt: skip

    def _group(self, line: Line, word: int) -> Figure | None:
        delegation = line.at(word, Cls.DELEGATION)
        if delegation is not None:
            return self._delegation(line, delegation)
        hit = line.at(word, Cls.ORGANIZATION, Cls.STATE)
        if hit is None or self._only_adjective(line, hit):
            return self._body(line, word)
        kind = Kind.ORGANIZATION if hit.entry.cls is Cls.ORGANIZATION else Kind.COUNTRY
        return self._made(
            line,
            word,
            hit.last,
            kind,
            id=hit.entry.key,
            label=hit.entry.name,
            represents=hit.entry.key,
            represents_name=hit.entry.name,
        )

    def _only_adjective(self, line: Line, hit: Hit) -> bool:
        """A spelling that is a state's name and an adjective as well names the state behind a preposition only."""
        if hit.entry.cls is not Cls.STATE or line.at(hit.first, Cls.ADJECTIVE) is None or hit.part.preposition:
            return False
        return line.norm(hit.first - 1) not in self._prepositions

    def _body(self, line: Line, word: int) -> Figure | None:
        found = self._offices.body(line, word)
        if found is None:
            return None
        end, owner = found
        return self._made(
            line,
            word,
            end,
            Kind.ORGANIZATION,
            represents=owner[0] if owner else None,
            represents_name=owner[1] if owner else None,
        )

    def _delegation(self, line: Line, head: Hit) -> Figure | None:
        end, owner, open_ = head.last, None, line.norm(head.last - 1) in self._of
        while end < len(line.tokens):
            hit = line.at(end, Cls.ADJECTIVE, Cls.COMPLEMENT, Cls.STATE, Cls.ORGANIZATION, Cls.ROLE)
            if hit is not None and not hit.part.preposition and (hit.entry.cls is not Cls.ROLE or open_):
                owner = owner or (hit.entry if hit.entry.cls not in (Cls.COMPLEMENT, Cls.ROLE) else None)
                end = hit.last
            elif self._colour(line, end) or (open_ and self._plain(line, end)):
                end += 1
            elif line.norm(end) in self._of and self._plain(line, end + 1):
                end += 1
                open_ = True
                continue
            else:
                break
            open_ = False
        if end == head.last and line.norm(head.last - 1) in self._of:
            return None
        return self._made(
            line,
            head.first,
            end,
            Kind.DELEGATION,
            represents=owner.key if owner else None,
            represents_name=owner.name if owner else None,
        )

    def _plain(self, line: Line, word: int) -> bool:
        """A noun that says whom a group is made of or speaks for."""
        norm = line.norm(word)
        return (
            len(norm) > 3
            and norm[0].isalpha()
            and line.at(word, Cls.SMALL, Cls.VERB, Cls.LIGHT, Cls.SPEECH, Cls.MARKER) is None
        )

    def _colour(self, line: Line, word: int) -> bool:
        norm = line.norm(word).removeprefix("و")
        bare = norm.removeprefix(self._definite) if self._definite else norm
        return norm in self._colours or bare in self._colours or bare.rstrip("ا") in self._colours

    def _short(self, line: Line, word: int, short: list[tuple[str, ...]]) -> Figure | None:
        """A short name of somebody known, perhaps behind a clitic; not where it goes on to a longer name."""
        for part in self._words.parts(line.norm(word)):
            for name in short:
                end = word + len(name)
                spelled = (part.stem, *(line.norm(i) for i in range(word + 1, end)))
                if part.definite or spelled != name or self.names.continues(line, end):
                    continue
                figure = self._made(
                    line,
                    word,
                    end,
                    Kind.PERSON,
                    name=(word, end),
                    words=name,
                    clitics=len(part.conjunction + part.preposition),
                )
                return (
                    figure
                    if not figure.clitics
                    else replace(figure, link=part.preposition, joined=bool(part.conjunction))
                )
        return None
