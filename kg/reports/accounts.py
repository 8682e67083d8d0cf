"""Reads the accounts of an event: what each article says of it in its own graph, with the view's nodes for people."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlsplit

from kg.model import Iri, Triple
from kg.reports.nodes import Node, expand, fetch, local, node_of, plain, values
from kg.store.base import LEDGERS, Store, identity_ledger


@dataclass(frozen=True, slots=True)
class Account:
    """One account of an event: nodes as the article's graph has them; ``copy`` says that its article copies another one.

    ``shown`` tells for nodes of the graph which node of the view stands for them; what is not in it stands for itself.
    """

    event: Node
    graph: Iri
    article: Node
    participations: tuple[Node, ...]
    statements: tuple[Node, ...]
    shown: Mapping[Iri, Iri]
    copy: bool = False

    @property
    def outlet(self) -> str:
        """What published it."""
        return outlet_of(self.article)

    @property
    def language(self) -> str:
        """The language of the article, ``und`` where it is unknown."""
        return self.article.one("dcterms:language") or "und"

    @property
    def published(self) -> date | None:
        """When the article was published."""
        return next(iter(self.article.days("diplo:published")), None)

    def of(self, node: Iri) -> Iri:
        """The node of the view for a node of this graph."""
        return self.shown.get(node, node)


def outlet_of(article: Node) -> str:
    """What published an article: its site, else the host of its address, else the name of the article itself."""
    host = urlsplit(article.one("schema:url") or "").hostname
    return article.one("diplo:site") or host or article.one("diplo:name") or local(article.iri)


def accounts(store: Store, event: Node) -> tuple[Account, ...]:
    """The accounts of an event of the view, by the day of publication (unknown days last), then outlet."""
    own = event.all("diplo:account") or (event.iri,)
    copies = frozenset(event.all("diplo:copy"))
    found = [_read(store, account, graph, copies) for account in own for graph in _tellers(store, account)]
    return tuple(sorted(found, key=lambda one: (one.published or date.max, one.outlet, one.event.iri)))


def _tellers(store: Store, account: Iri) -> list[Iri]:
    """The article graphs that tell of an account."""
    names = store.tellers(Triple(account, expand("rdf:type"), expand("diplo:Event")))
    return [name for name in names if not name.startswith(LEDGERS)]


def _read(store: Store, account: Iri, graph: Iri, copies: frozenset[Iri]) -> Account:
    def read(iris: Iterable[Iri]) -> tuple[Node, ...]:
        return tuple(node_of(iri, store.facts(iri, graph)) for iri in iris)

    (event,) = read([account])
    parts = read(event.all("diplo:participation"))
    said = read(_said_at(store, account, graph))
    (run,) = read([graph])
    (article,) = fetch(store, run.all("prov:used")).values()
    people = [value for node in parts for value in node.all("diplo:participant")]
    people += [value for node in said for name in ("diplo:speaker", "diplo:addressee") for value in node.all(name)]
    return Account(event, graph, article, parts, said, _shown(store, people, graph), article.iri in copies)


def _said_at(store: Store, account: Iri, graph: Iri) -> list[Iri]:
    """The statements made at the event by this account, in the order of the text."""
    query = f"""SELECT ?statement (MIN(?at) AS ?start) WHERE {{ GRAPH <{graph}> {{
        ?statement diplo:occasion <{account}> ; diplo:evidence/diplo:start ?at }} }} GROUP BY ?statement"""
    rows = store.select(query).rows
    return [name for _, name in sorted((int(plain(start)), plain(name)) for name, start in rows if name and start)]


def _shown(store: Store, nodes: Iterable[Iri], graph: Iri) -> Mapping[Iri, Iri]:
    wanted = sorted(set(nodes))
    if not wanted:
        return {}
    clause = values("node", wanted)
    query = (
        f"SELECT ?node ?into WHERE {{ {clause} GRAPH <{identity_ledger(graph)}> {{ ?node diplo:foldedInto ?into }} }}"
    )
    return {plain(node): plain(into) for node, into in store.select(query).rows if node and into}
