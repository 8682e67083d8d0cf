"""A store on a SPARQL 1.1 server: the same graphs, ledgers and view as on disk, by query and update over HTTP."""

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from types import TracebackType
from typing import Self

import pyoxigraph as ox
from kg_ontology import NAMESPACE, PREFIXES

from kg.errors import QueryError, StoreError
from kg.model import ArticleGraph, Iri, Literal, Quad, Triple
from kg.store.answers import table_of
from kg.store.base import LEDGERS, Changes, Known, Mark, Table, Term
from kg.store.endpoint import Endpoint
from kg.store.notes import notes, prologue
from kg.store.sparql import is_graph_query, refuse
from kg.store.terms import canonical, named, parts, placed, read_triple, term, whole
from kg.store.updating import data, insert, retract

_JSON, _TRIPLES = "application/sparql-results+json", "application/n-triples"
_PROBE = NAMESPACE + "probe"
_FILLING = 2_000
_PREFIX = re.compile(r"([A-Za-z]\w*):")


class RemoteStore:
    """A store on a server; who else writes to the data set at the same time isn't kept out."""

    def __init__(self, place: str, *, create: bool = False) -> None:
        """Reach a data set by its address.

        Raises:
            StoreError: the server isn't there, refuses us, has no such data set, or its default graph is the union of all
                graphs, so that the view couldn't be told apart.
        """
        self._server = Endpoint(place)
        self.place = place
        if create and not self.graphs():
            self._check_default_graph()

    def put(self, graph: ArticleGraph, replaces: Iterable[Iri] = ()) -> None:
        """Write an article's graph and drop the graphs it replaces, in one request."""
        name = named(graph.name)
        stale = self._held(dict.fromkeys([*map(named, replaces), name]))
        facts = " ".join(f"{subject} {predicate} {value} ." for subject, predicate, value in parts(_canonical(graph)))
        self._server.update(";\n".join([*map(retract, stale), insert(name, facts)]))

    def revise(self, gone: Iterable[Quad], come: Iterable[Quad]) -> None:
        """Take facts out of the view and of ledgers and put others in, in one request."""
        leaving, coming = list(placed(map(_canonical_quad, gone))), list(placed(map(_canonical_quad, come)))
        steps = [f"DELETE DATA {{ {data(leaving)} }}"] * bool(leaving) + [f"INSERT DATA {{ {data(coming)} }}"] * bool(
            coming
        )
        if steps:
            self._server.update(";\n".join(steps))

    def fill(self, quads: Iterable[Quad]) -> None:
        """Write facts as they are into an empty data set, in many requests."""
        facts = map(_canonical_quad, quads)
        while batch := list(islice(facts, _FILLING)):
            self._server.update(f"INSERT DATA {{ {data(map(whole, batch))} }}")

    def annotate(self, update: str) -> tuple[Iri, ...]:
        """Run a SPARQL update that writes to graphs of notes alone, in one request."""
        names = notes(update)
        self._server.update(prologue(update) + update)
        return names

    def drop(self, name: Iri) -> bool:
        """Remove a named graph; False if there was none."""
        held = self._held([named(name)])
        for graph in held:
            self._server.update(retract(graph))
        return bool(held)

    def known(self, article: Iri, key: str | None) -> tuple[Known, ...]:
        """The graphs held for this article IRI, or for an article with this key."""
        asked = f"{{ GRAPH ?g {{ {named(article)} a diplo:Article }} BIND({named(article)} AS ?a) }}"
        if key is not None:
            asked += f" UNION {{ GRAPH ?g {{ ?a diplo:key {ox.Literal(key)} }} }}"
        rows = self.select(f"SELECT DISTINCT ?g ?a WHERE {{ {asked} }}").rows
        return tuple(Known(str(graph), str(iri)) for graph, iri in sorted(rows, key=str))

    def graphs(self) -> tuple[Iri, ...]:
        """Names of all article graphs, sorted."""
        return tuple(name for name in self._names() if not name.startswith(LEDGERS))

    def ledgers(self) -> tuple[Iri, ...]:
        """Names of all ledgers, sorted."""
        return tuple(name for name in self._names() if name.startswith(LEDGERS))

    def triples(self, graph: Iri | None = None) -> Iterator[Triple]:
        """The triples of one named graph, or of the view; those of one subject come one after another."""
        if graph is not None:
            found = ox.parse(self._server.graph(graph), format=ox.RdfFormat.N_TRIPLES)
            yield from sorted(map(read_triple, found), key=lambda fact: fact.subject)
            return
        for subject, predicate, target in self.select("SELECT ?s ?p ?o WHERE { ?s ?p ?o } ORDER BY ?s").rows:
            yield _triple(subject, predicate, target)

    def quads(self, predicate: Iri, target: Iri | None = None) -> Iterator[Quad]:
        """All facts of the named graphs that have this predicate (and this object, if one is given), in no order."""
        wanted = "" if target is None else f"FILTER(?o = {named(target)}) "
        asked = f"SELECT ?s ?o ?g WHERE {{ GRAPH ?g {{ ?s {named(predicate)} ?o {wanted}}} }}"
        for subject, found, graph in self.select(asked).rows:
            yield Quad(_triple(subject, predicate, found), str(graph))

    def facts(self, subject: Iri, graph: Iri | None = None) -> tuple[Triple, ...]:
        """The facts of a named graph, or of the view, about one node, in no order."""
        pattern = f"{named(subject)} ?p ?o"
        inside = pattern if graph is None else f"GRAPH {named(graph)} {{ {pattern} }}"
        rows = self.select(f"SELECT ?p ?o WHERE {{ {inside} }}").rows
        return tuple(_triple(subject, predicate, target) for predicate, target in rows)

    def about(self, subject: Iri) -> Iterator[Quad]:
        """All facts of the named graphs about one node, in no order."""
        asked = f"SELECT ?p ?o ?g WHERE {{ GRAPH ?g {{ {named(subject)} ?p ?o }} }}"
        for predicate, found, graph in self.select(asked).rows:
            yield Quad(_triple(subject, predicate, found), str(graph))

    def tellers(self, fact: Triple) -> tuple[Iri, ...]:
        """The named graphs that hold a fact, sorted."""
        ((subject, predicate, target),) = parts([fact])
        rows = self.select(f"SELECT DISTINCT ?g WHERE {{ GRAPH ?g {{ {subject} {predicate} {target} }} }}").rows
        return tuple(sorted(str(graph) for (graph,) in rows))

    def changes(self, since: Mark | None = None) -> Changes:
        """Everything: others may change the data set, and a server doesn't tell what."""
        return Changes(Mark("", 0), None)

    def select(self, query: str, bindings: Mapping[str, Term] | None = None) -> Table:
        """Answer a SELECT or ASK over the view."""
        refuse(query, dataset=True)
        asked = _prefixed(query)
        if bindings:
            names = " ".join(f"?{name}" for name in bindings)
            asked += f"\nVALUES ({names}) {{ ({' '.join(str(term(value)) for value in bindings.values())}) }}"
        answer = self._server.query(asked, _JSON)
        try:
            return table_of(ox.parse_query_results(answer, format=ox.QueryResultsFormat.JSON))
        except (SyntaxError, ValueError) as error:
            raise QueryError("this query gives a graph, not a table: use SELECT or ASK") from error

    def within(self, query: str, seconds: float | None, limit: int | None) -> Table | tuple[Triple, ...]:
        """Answer a query of any form, the first ``limit`` rows, when the server does so in time."""
        refuse(query, dataset=True)
        if is_graph_query(query):
            answer = self._server.query(_prefixed(query), _TRIPLES, seconds)
            return tuple(map(read_triple, ox.parse(answer, format=ox.RdfFormat.N_TRIPLES)))[:limit]
        answer = self._server.query(_prefixed(query), _JSON, seconds)
        return table_of(ox.parse_query_results(answer, format=ox.QueryResultsFormat.JSON), limit)

    def construct(self, query: str) -> tuple[Triple, ...]:
        """Answer a CONSTRUCT or DESCRIBE over the view."""
        refuse(query, dataset=True)
        answer = self._server.query(_prefixed(query), _TRIPLES)
        try:
            return tuple(map(read_triple, ox.parse(answer, format=ox.RdfFormat.N_TRIPLES)))
        except (SyntaxError, ValueError) as error:
            raise QueryError("this query gives a table, not a graph: use CONSTRUCT or DESCRIBE") from error

    def __len__(self) -> int:
        """Number of facts in the article graphs."""
        kept = " && ".join(f'!STRSTARTS(STR(?g), "{kind}")' for kind in LEDGERS)
        counted = self.select(f"SELECT (COUNT(*) AS ?n) WHERE {{ GRAPH ?g {{ ?s ?p ?o }} FILTER({kept}) }}").rows[0][0]
        return int(counted.value) if isinstance(counted, Literal) else 0

    def close(self) -> None:
        """Let go of the connections."""
        self._server.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _held(self, graphs: Iterable[ox.NamedNode]) -> list[ox.NamedNode]:
        """Those of some named graphs that there are: to list all would read the whole data set at every write."""
        asked = " ".join(map(str, graphs))
        rows = self.select(
            f"SELECT ?g WHERE {{ VALUES ?g {{ {asked} }} FILTER EXISTS {{ GRAPH ?g {{ ?s ?p ?o }} }} }}"
        ).rows
        return [named(str(graph)) for (graph,) in rows]

    def _names(self) -> list[Iri]:
        return sorted(str(name) for (name,) in self.select("SELECT DISTINCT ?g WHERE { GRAPH ?g { ?s ?p ?o } }").rows)

    def _check_default_graph(self) -> None:
        fact = f"<{_PROBE}> <{_PROBE}> <{_PROBE}>"
        self._server.update(f"INSERT DATA {{ GRAPH <{_PROBE}> {{ {fact} }} }}")
        shown = self.select(f"ASK {{ {fact} }}").rows[0][0]
        self._server.update(f"DELETE DATA {{ GRAPH <{_PROBE}> {{ {fact} }} }}")
        if isinstance(shown, Literal) and shown.value == "true":
            raise StoreError(
                f"the default graph at {self.place} is the union of all graphs: the view needs one of its own; "
                "change that on the server, or load what kg export nquads writes, for reading"
            )


def _prefixed(query: str) -> str:
    """The query with the prefixes of the ontology that it uses and doesn't declare, before its first line."""
    used = set(_PREFIX.findall(query))
    told = {name for name in used if re.search(rf"PREFIX\s+{name}:", query, re.IGNORECASE)}
    lines = [f"PREFIX {name}: <{iri}>" for name, iri in PREFIXES.items() if name in used - told]
    return "\n".join([" ".join(lines), query])


def _canonical(facts: Iterable[Triple]) -> Iterator[Triple]:
    """Facts with one form for equal numbers, since a server may keep the one that it is given."""
    for fact in facts:
        value = fact.object
        yield fact if isinstance(value, str) else Triple(fact.subject, fact.predicate, canonical(value))


def _canonical_quad(quad: Quad) -> Quad:
    (fact,) = _canonical([quad.triple])
    return Quad(fact, quad.graph)


def _triple(subject: object, predicate: object, target: Term | None) -> Triple:
    assert target is not None
    return Triple(str(subject), str(predicate), target)
