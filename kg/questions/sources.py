"""What questions need of a graph, in either language: names to find nodes by, names to show, and the answer to a query."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol

from kg_ontology import NAMESPACE

from kg.model import Iri, Literal
from kg.projection.base import Cell
from kg.projection.values import plain
from kg.questions import completing
from kg.questions.answers import Answer, unfolded
from kg.questions.byname import CLASSES, ByName
from kg.questions.catalogue import Question, Sort
from kg.store.base import Store, Term
from kg.store.days import Days
from kg.store.terms import batches, named, term

Terms = Mapping[str, tuple[Term, ...]]

_LABELS = "SELECT DISTINCT ?node ?label WHERE {{ VALUES ?class {{ {classes} }} ?node a ?class ; rdfs:label ?label }}"
_OTHERS = "SELECT DISTINCT ?node ?label WHERE { ?node a diplo:Person ; skos:altLabel ?label }"
_SHOWN = "SELECT ?node ?label WHERE {{ VALUES ?node {{ {iris} }} ?node rdfs:label ?label {only} }}"
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
        tags = ", ".join(str(term(Literal(tag))) for tag in dict.fromkeys((language, "en")))
        # Most have a name in these languages: those in all others are read only where one has none.
        for only in (f"FILTER(LANG(?label) IN ({tags}))", ""):
            for iris in batches([node for node in nodes if node not in best]):
                for node, label in self._store.select(_SHOWN.format(iris=iris, only=only)).rows:
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


def _plain(column: Sequence[Term | None]) -> Sequence[Cell]:
    """The cells of a column of terms, each made once: in a long one the same terms come again and again."""
    known = {
        id(value): None if value is None else plain(value) for value in {id(each): each for each in column}.values()
    }
    return list(map(known.__getitem__, map(id, column)))
