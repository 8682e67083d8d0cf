"""Narrows a picture to some nodes of the graph and what is around them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from kg.model import EventType, Iri
from kg.view.links import Link
from kg.view.records import Records

EVENT_KINDS = frozenset(["event", *map(str, EventType)])
"""The kinds of node that are events."""


@dataclass(frozen=True, slots=True)
class Selection:
    """Nodes to draw, with everything that so many lines lead to; without ``depth``, each event brings who took part and what it was about.

    A node that isn't drawn itself, such as a statement, stands for those that it tells of. ``heading`` says what was asked for.
    """

    nodes: frozenset[Iri]
    depth: int | None = None
    heading: str = ""


def narrowed(
    selection: Selection, records: Records, kinds: Mapping[Iri, str], tied: Sequence[Link]
) -> tuple[dict[Iri, str], list[Link]]:
    """The nodes with their kinds, and the links between them, that a selection leaves."""
    found = _drawn(selection.nodes, records, kinds)
    if selection.depth is None:
        found |= {link.target for link in tied if link.source in found and kinds[link.source] in EVENT_KINDS}
    else:
        found = _around(found, tied, selection.depth)
    kept = {iri: kind for iri, kind in kinds.items() if iri in found}
    return kept, [link for link in tied if link.source in kept and link.target in kept]


def _drawn(nodes: Iterable[Iri], records: Records, kinds: Mapping[Iri, str]) -> set[Iri]:
    found: set[Iri] = set()
    for iri in nodes:
        record = records.get(iri)
        if iri in kinds:
            found.add(iri)
        elif record:
            found.update(other for name in record.properties for other in record.iris(name) if other in kinds)
    return found


def _around(nodes: set[Iri], tied: Iterable[Link], depth: int) -> set[Iri]:
    beside: defaultdict[Iri, set[Iri]] = defaultdict(set)
    for link in tied:
        beside[link.source].add(link.target)
        beside[link.target].add(link.source)
    found, edge = set(nodes), set(nodes)
    for _ in range(depth):
        edge = {other for iri in edge for other in beside[iri]} - found
        found |= edge
    return found
