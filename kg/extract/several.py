"""One office told of several holders: "the foreign ministers of A, B and C", with or without their names."""

from dataclasses import replace

from kg.extract.apposition import Apposition
from kg.extract.entries import Cls
from kg.extract.figure import Figure, Links, Range
from kg.extract.fronted import OWNERS
from kg.extract.holders import named_holders, with_names
from kg.extract.line import Hit, Line
from kg.extract.names import Names
from kg.extract.office import Office
from kg.extract.offices import Offices
from kg.extract.unknown import name_ahead
from kg.model import Kind


class Several:
    """Finds the holders of one office who are told together."""

    def __init__(self, names: Names, offices: Offices, links: Links, apposition: Apposition) -> None:
        self._names = names
        self._offices = offices
        self._links = links
        self._apposition = apposition

    def read(self, line: Line, word: int) -> list[Figure]:
        """One office told of several holders: "the foreign ministers of A, B and C", with or without their names."""
        office = self._offices.read(line, word)
        if office is None or not office.plural:
            return self._fronted(line, word)
        if not office.sides:
            return self._fronted(line, word) or self._named(line, word, office)
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

    def _fronted(self, line: Line, word: int) -> list[Figure]:
        """One office with its states before it: "the Iranian, Russian and Turkish foreign ministers"."""
        owners, owner = list[Hit](), line.at(word, *OWNERS) if line.grammar.fronted else None
        while owner is not None:
            owners.append(owner)
            following = self._next_owner(line, owner.last)
            owner = following if following is not None and following.first > owner.last else None
        office = self._offices.read(line, owners[-1].first) if len(owners) > 1 else None
        if office is None or not office.plural:
            return self._counterparts(line, owners) if office is None else []
        return [self._one_of(line, office, found, last=found is owners[-1]) for found in owners]

    def _counterparts(self, line: Line, owners: list[Hit]) -> list[Figure]:
        """Counterparts of several states: "his Turkish and Indonesian counterparts"."""
        mark = line.marker(owners[-1].last, "refer.counterpart") if len(owners) > 1 else None
        if mark is None:
            return []
        ends = [*(owner.last for owner in owners[:-1]), mark.last]
        made = [
            replace(self._links.group(line, owner.first, end, Kind.PERSON, owner.entry), counterpart=True)
            for owner, end in zip(owners, ends, strict=True)
        ]
        return [made[0], *(replace(figure, joined=True, link="") for figure in made[1:])]

    def _one_of(self, line: Line, office: Office, owner: Hit, *, last: bool) -> Figure:
        own = replace(office, sides=(owner.entry,), plural=False)
        made = self._links.person(line, owner.first, office.last if last else owner.last, None, own)
        return replace(made, joined=True, link="") if line.norm(owner.first - 1) in line.grammar.joiners else made

    def _holder(self, line: Line, office: Office, owner: Hit, first: int, *, joined: bool) -> Figure:
        end = self._names.after_office(line, owner.last) if line.grammar.fronted else owner.last
        name = self._apposition.name_behind(line, owner.last) if not line.grammar.fronted else (owner.last, end)
        name = name if name is not None and name[1] > name[0] else None
        own = replace(office, sides=(owner.entry,), plural=False)
        made = self._links.person(line, first, name[1] if name else owner.last, name, own)
        return replace(made, joined=True, link="") if joined else made
