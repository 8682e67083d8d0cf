"""A store on a SPARQL 1.1 server: the same graphs, ledgers and view as on disk, by query and update over HTTP."""

from collections.abc import Iterable, Iterator
from itertools import islice

import pyoxigraph as ox
from kg_ontology import NAMESPACE

from kg.errors import StoreError
from kg.model import ArticleGraph, Iri, Literal, Quad, Triple
from kg.store.endpoint import Endpoint
from kg.store.notes import notes, prologue
from kg.store.remotereading import RemoteReading
from kg.store.terms import canonical, named, parts, placed, whole
from kg.store.updating import data, insert, retract

_PROBE = NAMESPACE + "probe"
_FILLING = 2_000


class RemoteStore(RemoteReading):
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

    def _held(self, graphs: Iterable[ox.NamedNode]) -> list[ox.NamedNode]:
        """Those of some named graphs that there are: to list all would read the whole data set at every write."""
        asked = " ".join(map(str, graphs))
        rows = self.select(
            f"SELECT ?g WHERE {{ VALUES ?g {{ {asked} }} FILTER EXISTS {{ GRAPH ?g {{ ?s ?p ?o }} }} }}"
        ).rows
        return [named(str(graph)) for (graph,) in rows]

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


def _canonical(facts: Iterable[Triple]) -> Iterator[Triple]:
    """Facts with one form for equal numbers, since a server may keep the one that it is given."""
    for fact in facts:
        value = fact.object
        yield fact if isinstance(value, str) else Triple(fact.subject, fact.predicate, canonical(value))


def _canonical_quad(quad: Quad) -> Quad:
    (fact,) = _canonical([quad.triple])
    return Quad(fact, quad.graph)
