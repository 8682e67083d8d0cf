"""Whom officials of a list speak for where only the first of them is told with a state."""

from collections.abc import Sequence

from kg.extract.fronted import OWNERS
from kg.extract.line import Line
from kg.extract.officegap import opens_office
from kg.extract.scene import Party
from kg.model import Kind

# The marks of words such as "his country".
OWN = "refer.his_country"


def share_side(line: Line, lead: Party | None, last: Party | None, party: Party) -> Party:
    """ "Turkish President X, Prime Minister Y and Defence Minister Z": the state ahead of the first goes for those joined to it.

    ``last`` is the mention before, ``lead`` the first of its list; given back is the first of the list that the mention stands in.
    """
    if lead is None or last is None or not _joined(line, last, party):
        return party
    office, character = lead.figure.office, party.character
    told = office is not None and office.sides and (lead.figure.plural or line.at(office.first, *OWNERS) is not None)
    behind = party.figure.represents if lead.figure.link in line.grammar.shared_behind else None
    if behind is not None and lead.character.represents is None and _leaves_open(lead):
        lead.character.represents, lead.character.represents_name = behind, party.figure.represents_name
    if told and office is not None and character.represents is None and _leaves_open(party):
        character.represents, character.represents_name = office.represents, office.represents_name
    return lead


def _leaves_open(party: Party) -> bool:
    """Whether an office is of a kind that states have, and no state is told with it."""
    office = party.figure.office
    return office is not None and office.home and not office.sides and not office.plural


def _joined(line: Line, last: Party, party: Party) -> bool:
    """Whether the second mention is the next of a list, or the first that a group is said to include."""
    gap = [line.norm(word) for word in range(last.figure.last, party.figure.first)]
    if last.figure.plural:
        return party.figure.link in line.grammar.including and len(gap) <= 2
    if line.grammar.fronted and 0 < len(gap) <= 2 and set(gap) <= line.grammar.joiners:
        return True
    return bool(gap) and opens_office(line, last.figure.last, party.figure)


def serve_there(line: Line, last: Party | None, party: Party) -> None:
    """ "X, secretary of state at the Danish foreign ministry": whoever serves in a house of a state speaks for that state."""
    if last is None or party.figure.link not in line.grammar.serving or party.figure.represents is None:
        return
    if last.character.represents is not None or last.figure.office is None:
        return
    if all(
        line.norm(word) in line.grammar.serving | line.grammar.articles
        for word in range(last.figure.last, party.figure.first)
    ):
        last.character.represents = party.figure.represents
        last.character.represents_name = party.figure.represents_name


def speak_for_own(line: Line, party: Party, told: Sequence[Party]) -> None:
    """ "X headed his country's delegation": it speaks for whom the first official told before it speaks for, or the one whose relative
    clause it stands in.
    """
    figure = party.figure
    if figure.kind is not Kind.DELEGATION or party.character.represents is not None:
        return
    words = range(figure.first + 1, figure.last + 1)
    people = [p for p in told if p.figure.kind is Kind.PERSON and p.character.represents is not None]
    if people and any(line.marker(word, OWN) is not None for word in words):
        near = range(people[-1].figure.last, people[-1].figure.last + 2)
        relative = any(line.marker(word, "clause.relative") is not None for word in near)
        party.character.take_side((people[-1] if relative else people[0]).character)
