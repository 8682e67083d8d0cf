"""Reads what was chosen some events at a time, each with all that they lead to, for files whose rows tell of several nodes."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kg.export.choice import BATCH, Choice, Part
from kg.model import Iri
from kg.projection.model import Node, Relationship
from kg.projection.reading import around, whole
from kg.projection.statements import CAUSED
from kg.store.base import Store

_EVENTS = "SELECT DISTINCT ?event WHERE { ?event a diplo:Event }"
_SAID_APART = (
    "SELECT DISTINCT ?said WHERE { ?said a diplo:Statement FILTER NOT EXISTS { ?said diplo:occasion ?event } }"
)
_OF_EVENTS = {*CAUSED, "PARTICIPATED_IN", "PARTICIPATION_EVIDENCE"}


@dataclass(frozen=True, slots=True)
class Batch:
    """Some events and statements with all that they lead to.

    Args:
        nodes: by IRI; other events to which these lead as well, where they were chosen.
        fresh: the nodes that no earlier batch had, without those other events.
        relationships: all between ``nodes``.
        new: those of them that no earlier batch had.
    """

    nodes: Mapping[Iri, Node]
    fresh: tuple[Node, ...]
    relationships: tuple[Relationship, ...]
    new: tuple[Relationship, ...]

    def ends(self, type: str) -> Mapping[Iri, tuple[Node, ...]]:
        """To which nodes relationships of a type lead, by where they begin."""
        found = defaultdict[Iri, list[Node]](list)
        for each in self.relationships:
            if each.type == type:
                found[each.start].append(self.nodes[each.end])
        return {start: tuple(sorted(nodes, key=lambda node: node.iri)) for start, nodes in found.items()}

    def articles(self) -> Mapping[Iri, tuple[Node, ...]]:
        """The articles that tell of each event and statement, by the day on which they were published."""
        evidence, printed = self.ends("EVIDENCED_BY"), self.ends("IN")
        return {
            about: tuple(
                sorted(
                    {node.iri: node for each in quoted for node in printed.get(each.iri, ())}.values(),
                    key=lambda node: (str(node.properties.get("published", "9")), node.iri),
                )
            )
            for about, quoted in evidence.items()
        }


def batches(store: Store, choice: Choice) -> Iterator[Batch]:
    """What was chosen; if everything was, all that events and statements lead to."""
    events = choice.events if choice.events is not None else _all(store, _EVENTS)
    roots = (*events, *(_all(store, _SAID_APART) if choice.events is None else ()))
    seen, chosen = set[Iri](), frozenset(events)
    for start in range(0, len(roots), BATCH):
        batch = _batch(store, roots[start : start + BATCH], chosen, seen)
        seen.update(node.iri for node in batch.fresh)
        yield batch


def _batch(store: Store, roots: tuple[Iri, ...], chosen: frozenset[Iri], seen: set[Iri]) -> Batch:
    pieces = tuple(whole(Part(store, roots)))
    own = {node.iri: node for piece in pieces for node in piece.nodes}
    told = [each for piece in pieces for each in piece.relationships]
    others = sorted({each.end for each in told if each.end in chosen}.difference(own))
    nodes = own | {node.iri: node for node in (around(store, others).nodes if others else ())}
    joined = tuple(each for each in told if each.start in nodes and each.end in nodes)
    fresh = {iri: node for iri, node in own.items() if iri not in seen}
    new = tuple(each for each in joined if each.start in fresh or each.type in _OF_EVENTS)
    return Batch(nodes, tuple(fresh.values()), joined, new)


def _all(store: Store, query: str) -> tuple[Iri, ...]:
    return tuple(sorted(row[0] for row in store.select(query).rows if isinstance(row[0], str)))
