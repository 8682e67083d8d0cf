"""Persons as sentences name them: name and office in any order, with honorifics, as "his counterpart"."""

from dataclasses import replace

from kg.extract.apposition import BEHIND_OFFICE, Apposition
from kg.extract.counterparts import Counterparts
from kg.extract.figure import Figure, Links, Range
from kg.extract.fronted import OWNERS
from kg.extract.line import Line
from kg.extract.names import Names
from kg.extract.office import Office
from kg.extract.offices import Offices
from kg.extract.spoken import name_further
from kg.extract.unknown import name_ahead
from kg.model import Kind


class Persons:
    """Finds persons."""

    def __init__(self, names: Names, offices: Offices, links: Links, apposition: Apposition) -> None:
        self._names = names
        self._offices = offices
        self._links = links
        self._apposition = apposition
        self.counterparts = Counterparts(names, links, apposition)

    def read(self, line: Line, word: int) -> Figure | None:
        """The person who is named from a word on, or None; a plural office gives a group."""
        start = self._apposition.past_titles(line, word)
        counterpart = self.counterparts.read(line, word, start)
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
        name = self._apposition.name_behind(line, word)
        if name is None or not line.grammar.inverted:
            return None if name is not None and self._is_of_another(line, office, name) else name
        behind = self._apposition.name_behind(line, name[1])
        owned = name[1] - name[0] == 1 and self._names.is_renowned(line.norm(name[0])) and behind is not None
        if not owned and self._share(line, office.first, *name):
            return name
        return behind if behind is not None and self._share(line, office.first, *behind) else None

    def _is_of_another(self, line: Line, office: Office, name: Range) -> bool:
        """Whether a name is that of somebody renowned who speaks for another state than an office does, or has an office of its own."""
        known = self._names.known_short.get((line.norm(name[0]),)) if name[1] - name[0] == 1 else None
        own = office.represents or ""
        if known is not None and own.startswith("state/") and known.id.startswith("state/") and known.id != own:
            return True
        return self._apposition.is_of_another(line, office, name)

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
        counterpart = self.counterparts.behind(line, word, (start, end))
        if counterpart is not None:
            return counterpart
        later = self._apposition.office_behind(line, end)
        last = self._apposition.past_second(line, later) if later else end
        figure = self._links.person(line, word, last, (start, end), later)
        part = self._names.opening(line.norm(start))
        if start > word or part is None:
            return figure
        words = (part.stem, *(line.norm(i) for i in range(start + 1, end)))
        clitics = len(part.conjunction + part.preposition)
        return replace(figure, words=words, clitics=clitics, link=part.preposition, joined=bool(part.conjunction))

    def _before_office(self, line: Line, word: int) -> int:
        """End of a name of which only the first word is known, where a comma and the bearer's office follow; else ``word``."""
        if not self._names.count(line.norm(word)) or self._names.ordinary(line.norm(word)):
            return word
        end = self._names.after_office(line, word)
        told = (
            self._apposition.office_behind(line, end) is not None
            or self.counterparts.behind(line, word, (word, end)) is not None
        )
        apposed = line.norm(end) in BEHIND_OFFICE and told
        return end if end - word > 1 and apposed else word


def _same_side(one: Office, other: Office) -> bool:
    """Whether two offices may be held by one person: they speak for the same side, as far as both are told."""
    return None in (one.represents, other.represents) or one.represents == other.represents
