"""The members of a body that brackets behind it name: "the 4+1 group (Russia, China, France and Germany)"."""

from kg.extract.coordination import coordinated
from kg.extract.scene import Party, Scene
from kg.model import Kind


def with_members(scene: Scene, parties: list[Party]) -> list[Party]:
    """Parties, and the states that brackets right behind a body among them list as its members."""
    last = parties[-1].figure.last if parties else 0
    if not parties or parties[-1].figure.kind is not Kind.ORGANIZATION or scene.line.norm(last) != "(":
        return parties
    first = next(scene.within(last + 1, last + 3), None)
    if first is None or first.figure.kind is not Kind.COUNTRY or first.figure.link:
        return parties
    members = [party for party in coordinated(scene, first) if party.figure.kind is Kind.COUNTRY]
    return [*parties, *(members if len(members) > 1 else [])]
