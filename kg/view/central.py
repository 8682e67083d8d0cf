"""Finds the most central part of a store that is too large for one page, and reads it without reading the rest."""

from collections.abc import Iterator

from kg_ontology import NAMESPACE

from kg.model import Iri, Literal
from kg.store.base import Store, Term
from kg.store.terms import batches

Row = tuple[Term | None, ...]

_DRAWN = " ".join(
    f"diplo:{name}" for name in ("Event", "Process", "Topic", "Place", "Person", "Organization", "State", "Delegation")
)
_KINDS = f"SELECT ?s ?c WHERE {{ VALUES ?c {{ {_DRAWN} }} ?s a ?c }}"
# What ties a node to another: the shape of a line, from one end to the other.
_TIED = (
    "{one} diplo:participation/diplo:participant {other}",
    "{one} diplo:place|diplo:topic|diplo:process|diplo:during {other}",
    "{one} diplo:met|diplo:spokeWith|diplo:visited|diplo:wroteTo|diplo:represents {other}",
    "?said diplo:speaker {one} ; diplo:topic|diplo:addressee|diplo:occasion {other}",
)
_BOTH_WAYS = " UNION ".join(
    f"{{ {line.format(one=one, other=other)} }}" for line in _TIED for one, other in (("?s", "?o"), ("?o", "?s"))
)
_DEGREES = f"SELECT ?s (COUNT(DISTINCT ?o) AS ?degree) WHERE {{ {_BOTH_WAYS} FILTER(?s != ?o) }} GROUP BY ?s"
# What a fact rests on or names; people aren't followed to all whom they met.
_FOLLOWED = frozenset(
    f"{NAMESPACE}{name}"
    for name in (
        *("participation", "dateCandidate", "evidence", "article", "participant", "onBehalfOf"),
        *("speaker", "addressee", "occasion", "topic", "process", "place", "during"),
    )
)
_ABOUT = "SELECT ?s ?p ?o WHERE {{ VALUES ?s {{ {nodes} }} ?s ?p ?o FILTER(?p != diplo:text) }}"
_TIES = "SELECT ?s ?p ?o WHERE {{ VALUES ?e {{ {nodes} }} ?s diplo:fromEvent ?e ; a diplo:Tie ; ?p ?o }}"
_SAID = "SELECT ?s ?p ?o WHERE {{ VALUES ?e {{ {nodes} }} ?s diplo:speaker ?e ; a diplo:Statement ; ?p ?o }}"
_SAID_AT = _SAID.replace("diplo:speaker", "diplo:occasion")


def drawn(store: Store) -> dict[Iri, bool]:
    """The nodes of a store that can be drawn, and whether each is an event."""
    events: dict[Iri, bool] = {}
    for iri, kind in store.select(_KINDS).rows:
        if isinstance(iri, str):
            events[iri] = events.get(iri, False) or kind == NAMESPACE + "Event"
    return events


def most_central(store: Store, nodes: dict[Iri, bool], most: int) -> frozenset[Iri]:
    """So many of some nodes, those that touch most others; of equals those whose IRI comes first.

    A quarter of them is no events, or more where events are few: a person touches more than an event ever does, and people without
    the events that tie them tell nothing.
    """
    degree = {str(iri): int(count.value) for iri, count in store.select(_DEGREES).rows if isinstance(count, Literal)}
    ranked = sorted(nodes, key=lambda iri: (-degree.get(iri, 0), iri))
    events = [iri for iri in ranked if nodes[iri]]
    others = [iri for iri in ranked if not nodes[iri]][: max(most // 4, most - len(events))]
    return frozenset([*others, *events[: most - len(others)]])


def rows_around(store: Store, nodes: frozenset[Iri]) -> Iterator[Row]:
    """The triples of some nodes, of all that their facts rest on, and of what these name.

    What others did with them is left out: of a person, only participations in the events among the nodes are read.
    """
    seen: set[Iri] = set()
    wanted = set(nodes)
    rounds = [(_SAID, nodes), (_SAID_AT, nodes), (_TIES, nodes)]
    while rounds:
        query, asked = rounds.pop(0)
        found = set[Iri]()
        for row in _asked(store, query, sorted(asked)):
            if query is not _ABOUT:
                seen.add(str(row[0]))
            if row[1] in _FOLLOWED and isinstance(row[2], str):
                found.add(row[2])
            yield row
        wanted |= found
        if not rounds and (wanted := wanted - seen):
            seen |= wanted
            rounds.append((_ABOUT, frozenset(wanted)))


def _asked(store: Store, query: str, nodes: list[Iri]) -> Iterator[Row]:
    for some in batches(nodes):
        yield from store.select(query.format(nodes=some)).rows
