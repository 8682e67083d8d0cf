"""Whether the kept property graph holds what the view holds: counts and sums by label and type of relationship."""

import hashlib
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from kg.projection.base import Engine, NodeCell, RelationshipCell
from kg.projection.mapping import plan


@dataclass(frozen=True, slots=True)
class Tally:
    """How many nodes of a label or relationships of a type there are, and the sum of their digests, which has no order."""

    count: int = 0
    digest: int = 0

    def with_one(self, text: str) -> "Tally":
        """The tally with one more."""
        value = int.from_bytes(hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest()[:16], "big")
        return Tally(self.count + 1, (self.digest + value) % 2**128)


def tallies(engine: Engine) -> Mapping[str, Tally]:
    """What an engine holds, by label of kind and by type of relationship (``:Event``, ``[:MET]``)."""
    found: defaultdict[str, Tally] = defaultdict(Tally)
    for label in plan().kinds:
        for (node,) in engine.cypher(f"MATCH (n:{label}) RETURN n").rows:
            if isinstance(node, NodeCell):
                found[f":{label}"] = found[f":{label}"].with_one(f"{sorted(node.labels)} {_told(node)}")
        for start, each, end in engine.cypher(f"MATCH (a:{label})-[r]->(b) RETURN a.iri, r, b.iri").rows:
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
