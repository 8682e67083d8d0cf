"""Whether the kept property graph, or that on a server, holds what the view holds: counts and sums by label and type."""

import hashlib
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from kg_ontology import DATA

from kg.projection.base import Engine, NodeCell, RelationshipCell
from kg.projection.engines import embedded, engine_name
from kg.projection.files import Shelf, ending
from kg.projection.mapping import plan
from kg.projection.opening import FOLDER
from kg.projection.reading import whole
from kg.projection.updating import up_to_date
from kg.store.base import Store
from kg.upkeep.findings import Finding, Part, some

_NAME = "property graph"
_OURS = f"n.iri STARTS WITH '{DATA}'"
"""On a server others may keep nodes of the same labels."""


@dataclass(frozen=True, slots=True)
class Tally:
    """How many nodes of a label or relationships of a type there are, and the sum of their digests, which has no order."""

    count: int = 0
    digest: int = 0

    def with_one(self, text: str) -> "Tally":
        """The tally with one more."""
        value = int.from_bytes(hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest()[:16], "big")
        return Tally(self.count + 1, (self.digest + value) % 2**128)


def kept_graph(store: Store, folder: Path) -> Part:
    """Check the property graph that is kept beside a store in a folder."""
    if Shelf(folder / FOLDER, ending(engine_name())).current() is None:
        return Part(_NAME, "none is kept")
    mend, engine = "kg project --anew", embedded(folder / FOLDER)
    if engine.mark() is None:
        return Part(_NAME, "a file", (Finding("the file can't be read", mend),))
    done = up_to_date(store, engine)
    behind = "behind the store, made anew here" if done.anew else f"after {done.nodes} touched nodes were looked at"
    return _compared(store, engine, behind, mend)


def served_graph(store: Store, place: str) -> Part:
    """Check the property graph that a Neo4j server holds for a working copy, which was pushed there when it was opened."""
    from kg.projection.neo4j import Neo4jEngine

    engine = Neo4jEngine(place)
    try:
        if engine.mark() != store.changes().mark:
            return Part(_NAME, "not compared: somebody is writing to the store")
        return _compared(store, engine, f"at {place}", f"kg --store {place} store sync {place} --anew")
    finally:
        engine.close()


def _compared(store: Store, engine: Engine, how: str, mend: str) -> Part:
    meant = embedded(None)
    meant.rebuild(whole(store), store.changes().mark)
    held = tallies(engine)
    count = sum(each.count for each in held.values())
    found = (Finding(each, mend) for each in apart(held, tallies(meant)))
    return Part(_NAME, f"{count} nodes and relationships, {how}", some(found))


def tallies(engine: Engine) -> Mapping[str, Tally]:
    """What an engine holds, by label of kind and by type of relationship (``:Event``, ``[:MET]``)."""
    found: defaultdict[str, Tally] = defaultdict(Tally)
    for label in plan().kinds:
        for (node,) in engine.cypher(f"MATCH (n:{label}) WHERE {_OURS} RETURN n").rows:
            if isinstance(node, NodeCell):
                found[f":{label}"] = found[f":{label}"].with_one(f"{sorted(node.labels)} {_told(node)}")
        joined = f"MATCH (n:{label})-[r]->(b) WHERE {_OURS} RETURN n.iri, r, b.iri"
        for start, each, end in engine.cypher(joined).rows:
            if isinstance(each, RelationshipCell):
                kind = f"[:{each.type}]"
                found[kind] = found[kind].with_one(f"{label} {start} {_told(each)} {end}")
    return found


def apart(held: Mapping[str, Tally], meant: Mapping[str, Tally]) -> list[str]:
    """Where two engines differ, each as ``:Event 3 instead of 4``; other words with equal numbers differ in content."""
    told = []
    for kind in sorted(held.keys() | meant.keys()):
        one, other = held.get(kind, Tally()), meant.get(kind, Tally())
        if one.count != other.count:
            told.append(f"{kind} {one.count} instead of {other.count}")
        elif one != other:
            told.append(f"{kind} {one.count} with other properties or ends")
    return told


def _told(cell: NodeCell | RelationshipCell) -> str:
    return repr(sorted(cell.properties.items()))
