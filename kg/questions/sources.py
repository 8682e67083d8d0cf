"""What questions need of a graph, in either language: names to find nodes by, names to show, and the answer to a query."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol

from kg_ontology import NAMESPACE

from kg.model import Iri, Literal
from kg.projection.base import Cell, Engine, NodeCell, Parameter
from kg.projection.mapping import plan
from kg.projection.nodes import plain
from kg.questions import completing
from kg.questions.answers import Answer, unfolded
from kg.questions.byname import CLASSES, ByName
from kg.questions.catalogue import Question, Sort
from kg.store.base import Store, Term
from kg.store.days import Days
from kg.store.names import Names
from kg.store.terms import batches, named, term

Terms = Mapping[str, tuple[Term, ...]]

_LABELS = "SELECT DISTINCT ?node ?label WHERE {{ VALUES ?class {{ {classes} }} ?node a ?class ; rdfs:label ?label }}"
_OTHERS = "SELECT DISTINCT ?node ?label WHERE { ?node a diplo:Person ; skos:altLabel ?label }"
_SHOWN = "SELECT ?node ?label WHERE {{ VALUES ?node {{ {iris} }} ?node rdfs:label ?label }}"
_EXACTLY = "SELECT DISTINCT ?event WHERE {{ VALUES ?event {{ {iri} }} ?event a diplo:Event }}"
_ACCOUNT = "SELECT DISTINCT ?event WHERE {{ ?event diplo:account ?account FILTER(STRSTARTS(STR(?account), {start})) }}"
_STARTING = "SELECT DISTINCT ?event WHERE {{ ?event a diplo:Event FILTER(STRSTARTS(STR(?event), {start})) }}"
_DAYS = "days"
"""What a line of a query begins with that wants the events of a period."""
_FEW = 5_000
"""Of more events a list in a query is slower than comparing days."""


class Source(Protocol):
    """A graph that questions can be put to."""

    @property
    def by_name(self) -> ByName:
        """What finds nodes by name."""
        ...

    def events(self, start: Iri) -> tuple[Iri, ...]:
        """The event with this IRI, else those whose IRI, or the IRI of one of their accounts, begins so; sorted."""
        ...

    def names(self, nodes: Sequence[Iri], language: str) -> Mapping[Iri, str]:
        """The best name of each node: in the language asked for, else in English, else any; of several the first in order."""
        ...

    def answer(self, asked: Question, terms: Terms) -> Answer:
        """The answer to a question's query; nodes are told by their IRIs."""
        ...


class StoreSource:
    """A store, asked in SPARQL."""

    def __init__(self, store: Store) -> None:
        self._store = store

    @property
    def by_name(self) -> ByName:
        """What finds nodes by name; a published state may have a file of names."""
        return ByName(self._labels, getattr(self._store, "names", None))

    def events(self, start: Iri) -> tuple[Iri, ...]:
        """The event with this IRI, else those whose IRI, or the IRI of one of their accounts, begins so; sorted."""
        iri, begin = named(start), term(Literal(start))
        for query in (_EXACTLY, _STARTING, _ACCOUNT):
            found = tuple(
                sorted(str(event) for (event,) in self._store.select(query.format(iri=iri, start=begin)).rows)
            )
            if found:
                return found
        return ()

    def names(self, nodes: Sequence[Iri], language: str) -> Mapping[Iri, str]:
        """The best name of each node."""
        best: dict[Iri, tuple[int, str]] = {}
        for iris in batches(nodes):
            for node, label in self._store.select(_SHOWN.format(iris=iris)).rows:
                if isinstance(label, Literal):
                    candidate = ({language: 0, "en": 1}.get(label.language or "", 2), label.value)
                    best[str(node)] = min(best.get(str(node), candidate), candidate)
        return {node: name for node, (_, name) in best.items()}

    def answer(self, asked: Question, terms: Terms) -> Answer:
        """The answer to a question's SPARQL query."""
        query = self._query(asked, terms)
        table = self._store.select(completing.sparql(query, {**terms, **self._days(asked, query, terms)}))
        # rdflib makes an empty row of no groups at all.
        if len(table.rows) == 1 and not any(table.rows[0]):
            return Answer(table.columns, ())
        told = Answer(table.columns, tuple(map(_plain, zip(*table.rows, strict=True))))
        return unfolded(told, asked.columns)

    def _days(self, asked: Question, query: str, terms: Terms) -> Terms:
        """The events that may have been in a period, where a query wants them, the store knows, and they are few."""
        ends = {
            each.kind: str(plain(terms[each.name][0]))
            for each in asked.parameters
            if each.kind in (Sort.FROM, Sort.TO) and each.name in terms
        }
        if not ends or not completing.speaks_of(query, {_DAYS}):
            return {}
        days: Days | None = getattr(self._store, "days", None)
        events = None if days is None else days.between(ends.get(Sort.FROM), ends.get(Sort.TO), _FEW)
        return {} if events is None else {_DAYS: events}

    def _labels(self, kind: Sort) -> Iterable[tuple[Iri, str]]:
        classes = " ".join(str(named(NAMESPACE + name)) for name in CLASSES[kind])
        rows = list(self._store.select(_LABELS.format(classes=classes)).rows)
        if CLASSES[kind] == ("Person",):
            rows += self._store.select(_OTHERS).rows
        return [(node, label.value) for node, label in rows if isinstance(node, str) and isinstance(label, Literal)]

    def _query(self, asked: Question, terms: Terms) -> str:
        """The query that reads what is counted already, where the store has true counts and it tells all that is asked."""
        narrowed = {each.name for each in asked.parameters if each.kind is not Sort.LANGUAGE} & terms.keys()
        if asked.counted is None or not completing.speaks_of(asked.counted, narrowed):
            return asked.sparql
        return asked.counted if getattr(self._store, "counted", False) else asked.sparql


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


def _plain(column: Sequence[Term | None]) -> Sequence[Cell]:
    """The cells of a column of terms, each made once: in a long one the same terms come again and again."""
    known = {
        id(value): None if value is None else plain(value) for value in {id(each): each for each in column}.values()
    }
    return list(map(known.__getitem__, map(id, column)))


def _all(node: NodeCell) -> Iterable[str]:
    """The names and aliases of a node."""
    for key, value in node.properties.items():
        texts: Cell = (value,) if key.startswith("name_") else value if key == "aliases" else ()
        if isinstance(texts, tuple):
            yield from (text for text in texts if isinstance(text, str))
