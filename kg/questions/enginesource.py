"""Puts questions to a property graph, in Cypher."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from kg.model import Iri
from kg.projection.base import Cell, Engine, NodeCell, Parameter
from kg.projection.mapping import plan
from kg.projection.values import plain
from kg.questions import completing
from kg.questions.answers import Answer
from kg.questions.byname import CLASSES, ByName
from kg.questions.catalogue import Question, Sort
from kg.questions.sources import Terms
from kg.store.names import Names


class EngineSource:
    """A property graph, asked in Cypher."""

    def __init__(self, engine: Engine, kept: Names | None = None) -> None:
        """Take the graph and the names that a store keeps, which are looked at only if they are of the state that the graph holds."""
        self._engine = engine
        self._kept = kept if kept is not None and kept.mark == engine.mark() else None

    @property
    def by_name(self) -> ByName:
        """What finds nodes by name."""
        return ByName(self._labels, self._kept)

    def events(self, start: Iri) -> tuple[Iri, ...]:
        """The event with this IRI, else those whose IRI begins so; sorted. Accounts aren't in a property graph."""
        for test in ("=", "STARTS WITH"):
            query = f"MATCH (e:Event) WHERE e.iri {test} $start RETURN e.iri AS event ORDER BY event"
            found = tuple(str(event) for (event,) in self._engine.cypher(query, {"start": start}).rows)
            if found:
                return found
        return ()

    def names(self, nodes: Sequence[Iri], language: str) -> Mapping[Iri, str]:
        """The best name of each node."""
        kinds: dict[str, list[Iri]] = defaultdict(list)
        for node in nodes:
            if label := plan().label(node):
                kinds[label].append(node)
        key = f"name_{language.replace('-', '_')}"
        found: dict[Iri, str] = {}
        for label, iris in kinds.items():
            query = f"MATCH (n:{label}) WHERE n.iri IN $iris RETURN n.iri AS node, coalesce(n[$key], n.name) AS name"
            rows = self._engine.cypher(query, {"iris": iris, "key": key}).rows
            found |= {str(node): name for node, name in rows if isinstance(name, str)}
        return found

    def _labels(self, kind: Sort) -> Iterable[tuple[Iri, str]]:
        rows = (row for label in CLASSES[kind] for row in self._engine.cypher(f"MATCH (n:{label}) RETURN n").rows)
        return [
            (str(node.properties["iri"]), name) for (node,) in rows if isinstance(node, NodeCell) for name in _all(node)
        ]

    def answer(self, asked: Question, terms: Terms) -> Answer:
        """The answer to a question's Cypher query; the terms go in as parameters."""
        kinds = {each.name: each.kind for each in asked.parameters}
        given: dict[str, Parameter] = {
            name: tuple(map(str, values)) if kinds[name].of_nodes else plain(values[0])
            for name, values in terms.items()
        }
        told = self._engine.cypher(completing.cypher(asked.cypher, terms), given)
        return Answer(told.columns, tuple(zip(*told.rows, strict=True)))


def _all(node: NodeCell) -> Iterable[str]:
    """The names and aliases of a node."""
    for key, value in node.properties.items():
        texts: Cell = (value,) if key.startswith("name_") else value if key == "aliases" else ()
        if isinstance(texts, tuple):
            yield from (text for text in texts if isinstance(text, str))
