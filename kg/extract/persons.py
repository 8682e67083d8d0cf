"""Persons as sentences name them: name and office in any order, with honorifics, as "his counterpart", several at once."""

from dataclasses import replace

from kg.extract.entries import Cls
from kg.extract.figure import QUOTES, Figure, Links, Range
from kg.extract.fronted import OWNERS
from kg.extract.holders import named_holders, with_names
from kg.extract.line import Hit, Line
from kg.extract.names import Names
from kg.extract.office import Office
from kg.extract.offices import Offices
from kg.extract.spoken import name_further
from kg.extract.unknown import name_ahead
from kg.lang.gazetteer import entry
from kg.model import Kind

_BEHIND_OFFICE = ("،", ",", "-", "–", ":")
_WELL_KNOWN = 3
# The words of a short form in brackets: "Secretary of the Supreme National Security Council (SNSC) X".
_SHORT_FORM = 3
_BEHIND_NAME = ("،", ",", "-", "(", "»")


class Persons:
    """Finds persons."""

    def __init__(self, names: Names, offices: Offices, links: Links) -> None:
        self._names = names
        self._offices = offices
        self._links = links

    def read(self, line: Line, word: int) -> Figure | None:
        """The person who is named from a word on, or None; a plural office gives a group."""
        start = self._past_titles(line, word)
        counterpart = self._counterpart(line, word, start)
        if counterpart is not None:
            return counterpart
        office = self._offices.read(line, start)
        if office is None:
            return self._by_state(line, word) or self.by_name(line, word, start)
        if office.plural:
            group = self._links.person(line, word, office.last, None, office)
            return replace(group, kind=Kind.DELEGATION, plural=True)
        chain = self._chain(line, office)
        name = self._own_name(line, office, (chain or office).last)
        if name is None and start == word and (ahead := name_ahead(line, self._names, word)) is not None:
            return self._links.person(line, ahead[0], office.last, ahead, office)
        if name is None and chain is None and (further := name_further(line, self._names, office)) is not None:
            before = further[0] - (line.norm(further[0] - 1) in line.grammar.commas)
            name, office = further, replace(office, last=before)
        last = name[1] if name else (chain or office).last
        person = self._links.person(line, word, last, name, office)
        return self._owned(line, person) if name is not None else person

    def _own_name(self, line: Line, office: Office, word: int) -> Range | None:
        """The name behind an office, in the same case: what stands in another one is whose office it is ("X's spokesman Y")."""
        name = self._name_behind(line, word)
        if name is None or not line.grammar.inverted:
            return None if name is not None and self._is_of_another(line, office, name) else name
        behind = self._name_behind(line, name[1])
        owned = name[1] - name[0] == 1 and self._names.is_renowned(line.norm(name[0])) and behind is not None
        if not owned and self._share(line, office.first, *name):
            return name
        return behind if behind is not None and self._share(line, office.first, *behind) else None

    def _is_of_another(self, line: Line, office: Office, name: Range) -> bool:
        """Whether a name of one word is that of somebody renowned who speaks for another state than an office does."""
        known = self._names.known_short.get((line.norm(name[0]),)) if name[1] - name[0] == 1 else None
        own = office.represents or ""
        return known is not None and own.startswith("state/") and known.id.startswith("state/") and known.id != own

    def _share(self, line: Line, office: int, first: int, last: int) -> bool:
        """Whether any word of ``[first, last)`` may stand in the case of an office."""
        share = self._names.nominatives.share
        return any(share(line.norm(office), line.norm(word)) for word in range(first, last))

    def _chain(self, line: Line, office: Office) -> Office | None:
        """The last of several offices of one person, told one behind the other before the name: "the envoy, deputy minister X"."""
        last: Office | None = None
        while line.grammar.inverted and line.norm((last or office).last) in line.grammar.commas:
            following = self._offices.read(line, (last or office).last + 1)
            if following is None or following.plural or not following.full:
                break
            if not _same_side(office, following) or not self._share(
                line, office.first, following.first, following.first + 1
            ):
                break
            last = following
        return last if last is not None and self._own_name(line, office, last.last) is not None else None

    def _owned(self, line: Line, person: Figure) -> Figure:
        """An office whose state stands behind the name: "President X of the Republic of Y"."""
        office, behind = person.office, person.last
        if office is None or office.sides or line.norm(behind) not in line.grammar.owner_behind_name:
            return person
        owner = line.at(behind + 1 + (line.norm(behind + 1) in line.grammar.articles), *OWNERS)
        if owner is None:
            return person
        own = replace(office, sides=(owner.entry,))
        side = owner.entry
        return replace(person, last=owner.last, office=own, represents=side.key, represents_name=side.name)

    def several(self, line: Line, word: int) -> list[Figure]:
        """One office told of several holders: "the foreign ministers of A, B and C", with or without their names."""
        office = self._offices.read(line, word)
        if office is None or not office.plural:
            return self._fronted_several(line, word)
        if not office.sides:
            return self._fronted_several(line, word) or self._named(line, word, office)
        owner = next(
            (hit for i in range(office.first + 1, office.last) if (hit := line.at(i, *OWNERS)) is not None), None
        )
        found: list[Figure] = []
        while owner is not None and (not found or owner.part.conjunction or self._is_joined(line, owner.first)):
            found.append(self._holder(line, office, owner, word if not found else owner.first, joined=bool(found)))
            owner = self._next_owner(line, found[-1].last)
        if len(found) < 2:
            return self._named(line, word, office)
        behind = line.grammar.owner_ahead or line.grammar.bare_genitive
        return with_names(line, self._names, found) if behind else self._called(line, found)

    def named_ahead(self, line: Line, before: list[Figure], holders: list[Figure]) -> list[Figure]:
        """The person right before the office of several of whose name no word is known: "X and Y, the presidents of A and B"."""
        ahead = name_ahead(line, self._names, holders[0].first) if holders[0].office is not None else None
        if ahead is None or not before or before[-1].last > ahead[0]:
            return []
        return [self._links.person(line, *ahead, ahead, None)]

    def _named(self, line: Line, word: int, office: Office) -> list[Figure]:
        """Holders of one office who are told by their names, where the language tells them so."""
        told = line.grammar.owner_ahead or line.grammar.fronted
        return named_holders(line, self._names, self._links, office, word) if told else []

    def _called(self, line: Line, holders: list[Figure]) -> list[Figure]:
        """Holders whose names follow in the same order: "the ministers of A and B, X and Y"."""
        names, word = list[Range](), holders[-1].last
        while line.grammar.fronted and len(names) < len(holders) and line.norm(word) in line.grammar.joiners:
            first = word + 1 + (line.norm(word + 1) in line.grammar.joiners)
            word = self._names.after_office(line, first)
            if word == first:
                break
            names.append((first, word))
        if len(names) < len(holders):
            return holders
        named = [replace(holder, name=name) for holder, name in zip(holders, names, strict=True)]
        return [*named[:-1], replace(named[-1], last=names[-1][1])]

    def _is_joined(self, line: Line, word: int) -> bool:
        """Whether "and" or a comma stands before a word, or before its article."""
        return line.norm(word - 1 - (line.norm(word - 1) in line.grammar.articles)) in line.grammar.joiners

    def _next_owner(self, line: Line, word: int) -> Hit | None:
        """A further state of a list, behind a comma, "and" or both, and its article."""
        for _ in range(2):
            word += line.norm(word) in line.grammar.joiners
        classes = (Cls.STATE, Cls.ORGANIZATION) if line.grammar.owner_ahead else OWNERS
        return line.at(word + (line.norm(word) in line.grammar.articles), *classes)

    def _fronted_several(self, line: Line, word: int) -> list[Figure]:
        """One office with its states before it: "the Iranian, Russian and Turkish foreign ministers"."""
        owners, owner = list[Hit](), line.at(word, *OWNERS) if line.grammar.fronted else None
        while owner is not None:
            owners.append(owner)
            following = self._next_owner(line, owner.last)
            owner = following if following is not None and following.first > owner.last else None
        office = self._offices.read(line, owners[-1].first) if len(owners) > 1 else None
        if office is None or not office.plural:
            return []
        return [self._one_of(line, office, found, last=found is owners[-1]) for found in owners]

    def _one_of(self, line: Line, office: Office, owner: Hit, *, last: bool) -> Figure:
        own = replace(office, sides=(owner.entry,), plural=False)
        made = self._links.person(line, owner.first, office.last if last else owner.last, None, own)
        return replace(made, joined=True, link="") if line.norm(owner.first - 1) in line.grammar.joiners else made

    def _holder(self, line: Line, office: Office, owner: Hit, first: int, *, joined: bool) -> Figure:
        end = self._names.after_office(line, owner.last) if line.grammar.fronted else owner.last
        name = self._name_behind(line, owner.last) if not line.grammar.fronted else (owner.last, end)
        name = name if name is not None and name[1] > name[0] else None
        own = replace(office, sides=(owner.entry,), plural=False)
        made = self._links.person(line, first, name[1] if name else owner.last, name, own)
        return replace(made, joined=True, link="") if joined else made

    def _by_state(self, line: Line, word: int) -> Figure | None:
        """A name behind the state that its bearer speaks for: "Norway's Holm"."""
        owner = line.at(word, *OWNERS) if line.grammar.fronted else None
        if owner is None or line.norm(owner.last) not in line.grammar.possessive:
            return None
        end = self._names.after_office(line, owner.last + 1)
        if end == owner.last + 1:
            return None
        person = self._links.person(line, word, end, (owner.last + 1, end), None)
        return replace(person, represents=owner.entry.key, represents_name=owner.entry.name)

    def by_name(self, line: Line, word: int, start: int | None = None) -> Figure | None:
        """The person whose name begins at ``start``, behind the titles from ``word`` on."""
        start = word if start is None else start
        end = self._names.after_office(line, start) if start > word else self._names.alone(line, start)
        end = self._before_office(line, start) if end == start else end
        if end == start:
            return None
        counterpart = self._counterpart_behind(line, word, (start, end))
        if counterpart is not None:
            return counterpart
        later = self.apposition(line, end)
        last = self.past_second(line, later) if later else end
        figure = self._links.person(line, word, last, (start, end), later)
        part = self._names.opening(line.norm(start))
        if start > word or part is None:
            return figure
        words = (part.stem, *(line.norm(i) for i in range(start + 1, end)))
        clitics = len(part.conjunction + part.preposition)
        return replace(figure, words=words, clitics=clitics, link=part.preposition, joined=bool(part.conjunction))

    def _apart(self, line: Line, word: int) -> int:
        """End of a name behind a comma: of known words, or of a known first one and others up to the next comma."""
        end = self._names.alone(line, word, trusted=True)
        if end > word or self._names.count(line.norm(word)) < _WELL_KNOWN or self._names.ordinary(line.norm(word)):
            return end
        end = self._names.after_office(line, word)
        return end if end - word > 1 and line.norm(end) in line.grammar.commas else word

    def _before_office(self, line: Line, word: int) -> int:
        """End of a name of which only the first word is known, where a comma and the bearer's office follow; else ``word``."""
        if not self._names.count(line.norm(word)) or self._names.ordinary(line.norm(word)):
            return word
        end = self._names.after_office(line, word)
        told = self.apposition(line, end) is not None or self._counterpart_behind(line, word, (word, end)) is not None
        apposed = line.norm(end) in _BEHIND_OFFICE and told
        return end if end - word > 1 and apposed else word

    def _name_behind(self, line: Line, word: int) -> Range | None:
        """The name right behind an office, past the short form of its body, honorifics, a comma, a dash or quotation marks."""
        word += _SHORT_FORM * (line.norm(word) == "(" and line.norm(word + 2) == ")")
        sign = int(line.norm(word) in _BEHIND_OFFICE)
        sign += sign and line.norm(word + 1) in line.grammar.commas
        titled = self._past_titles(line, word + sign, behind=True)
        first = titled + (line.norm(titled) in QUOTES)
        if self._names.opens_next(line, first):
            return None
        apart = bool(sign) and titled == word + sign
        end = self._apart(line, first) if apart else self._names.after_office(line, first)
        return (first, end) if end > first else None

    def apposition(self, line: Line, word: int) -> Office | None:
        """An office that follows the name it belongs to: not one that has a name of its own."""
        start = word + (line.norm(word) in _BEHIND_NAME)
        start += line.norm(word) in QUOTES and line.norm(start) in line.grammar.commas
        start += line.norm(start) in line.grammar.articles | line.grammar.indefinite
        head = line.at(start, Cls.ROLE)
        if head is not None and (head.part.conjunction or head.part.preposition):
            return None
        office = self._offices.read(line, start)
        if office is None or office.plural or not office.full or self._name_behind(line, office.last) is not None:
            return None
        return office

    def past_second(self, line: Line, office: Office) -> int:
        """The end of a second office of the same person behind "and": one of no other side and with no name of its own."""
        conjunctions = line.grammar.joiners - line.grammar.commas
        if not line.grammar.bare_genitive or line.norm(office.last) not in conjunctions:
            return office.last
        second = self._offices.read(line, office.last + 1)
        if second is None or second.plural or not second.full or not _same_state(office, second):
            return office.last
        return office.last if self._name_behind(line, second.last) is not None else second.last

    def _is_office(self, line: Line, title: Hit) -> bool:
        """Whether a title is told with the state that it leads, and so names an office ("the Jordanian king")."""
        head = line.at(title.first, Cls.ROLE)
        if head is None or not head.part.definite:
            return False
        office = self._offices.read(line, title.first)
        return office is not None and bool(office.sides)

    def _past_titles(self, line: Line, word: int, *, behind: bool = False) -> int:
        """The word after honorifics; ``behind`` an office one that "and" or a preposition opens belongs to the next person."""
        while True:
            hit = line.at(word, Cls.TITLE)
            if hit is None or (behind and (hit.part.conjunction or hit.part.preposition)) or self._is_office(line, hit):
                return word
            word = hit.last + (line.norm(hit.last) in (".", "/"))

    def _counterpart(self, line: Line, word: int, start: int) -> Figure | None:
        """ "His counterpart", with its state before or behind it, and its name behind."""
        ahead = line.at(start, *OWNERS) if line.grammar.fronted or line.grammar.owner_ahead else None
        hit = line.marker(ahead.last if ahead is not None else start, "refer.counterpart")
        if hit is None:
            return None
        end, side = hit.last, ahead.entry if ahead is not None else None
        while (found := line.at(end, Cls.ADJECTIVE, Cls.STATE)) is not None:
            side, end = side or found.entry, found.last
        end += line.norm(end) in line.grammar.own
        name = self._name_behind(line, end)
        told = name_ahead(line, self._names, word) if name is None and line.grammar.counterpart_behind else None
        first = told[0] if told is not None else word
        figure = self._links.group(line, first, name[1] if name else end, Kind.PERSON, side)
        return replace(figure, name=name or told, counterpart=True)

    def _counterpart_behind(self, line: Line, word: int, name: Range) -> Figure | None:
        """A name with "his counterpart" behind it, where the language says so of the one named."""
        marker = line.marker(name[1] + (line.norm(name[1]) in _BEHIND_NAME), "refer.counterpart")
        if marker is None or not line.grammar.counterpart_behind:
            return None
        made = self._counterpart(line, word, marker.first)
        return replace(made, name=name) if made is not None and made.name is None else None


def _same_state(one: Office, other: Office) -> bool:
    """Whether two offices speak for one state, themselves or by the body they are of, as far as both are told."""
    sides = {(listed.country or listed.id) for o in (one, other) if (listed := entry(o.represents or "")) is not None}
    return len(sides) < 2


def _same_side(one: Office, other: Office) -> bool:
    """Whether two offices may be held by one person: they speak for the same side, as far as both are told."""
    return None in (one.represents, other.represents) or one.represents == other.represents
