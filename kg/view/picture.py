"""The data of a page: what is drawn where, and what a reader finds on opening a node or a line, as plain JSON values."""

from dataclasses import dataclass
from typing import Any

from kg.model import Iri
from kg.view.graph import ViewArticle, ViewEdge, ViewEvidence, ViewFact, ViewGraph, ViewNode
from kg.view.layout import Point, Size, place

MOST_DRAWN = 1000
_LETTER, _LINE = 6.8, 16.0
_SMALLEST, _LARGEST = 9.0, 24.0

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Picture:
    """A graph ready for the page. ``nodes`` and ``edges`` are for the renderer, ``details`` for the panel.

    ``drawn`` nodes come first in ``nodes`` and have a place; ``lines`` is the number of lines between them.
    """

    nodes: list[Json]
    edges: list[Json]
    details: Json
    drawn: int
    lines: int

    @classmethod
    def of(cls, graph: ViewGraph, limit: int) -> "Picture":
        """Lay out the ``limit`` most central nodes and number everything."""
        number = {node.iri: place for place, node in enumerate(graph.nodes)}
        pairs = [(number[edge.source], number[edge.target]) for edge in graph.edges]
        sizes = _radii(len(graph.nodes), pairs)
        drawn = min(limit, len(graph.nodes))
        inside = [pair for pair in pairs if max(pair) < drawn]
        places: list[Point | None] = list(
            place([_box(node, size) for node, size in zip(graph.nodes[:drawn], sizes, strict=False)], inside)
        )
        places += [None] * (len(graph.nodes) - drawn)
        nodes = [_node(n, node, sizes[n], places[n]) for n, node in enumerate(graph.nodes)]
        edges = [
            {"id": n, "from": a, "to": b, "families": list(graph.edges[n].families)} for n, (a, b) in enumerate(pairs)
        ]
        return cls(nodes, edges, _Details(graph, number).json(), drawn, len(inside))


def _radii(count: int, pairs: list[tuple[int, int]]) -> list[float]:
    degree = [0] * count
    for pair in pairs:
        for node in pair:
            degree[node] += 1
    return [round(min(_SMALLEST + 2.6 * touches**0.5, _LARGEST), 1) for touches in degree]


def _box(node: ViewNode, radius: float) -> Size:
    """The room that a node takes with its label below it."""
    widest = max((len(line) for line in node.short), default=0)
    return max(2 * radius, widest * _LETTER) + 14, 2 * (radius + len(node.short) * _LINE) + 8


def _node(number: int, node: ViewNode, size: float, spot: Point | None) -> Json:
    where = {} if spot is None else {"x": spot[0], "y": spot[1]}
    return {
        "id": number,
        "kind": node.kind,
        "label": node.label,
        "short": list(node.short),
        "size": size,
        "uncertain": node.uncertain,
    } | where


class _Details:
    """Numbers evidence and articles so that each is written once."""

    def __init__(self, graph: ViewGraph, number: dict[Iri, int]) -> None:
        self._graph, self._number = graph, number
        self._evidence: dict[ViewEvidence, int] = {}
        self._articles: dict[ViewArticle, int] = {}

    def json(self) -> Json:
        nodes = [self._node(node) for node in self._graph.nodes]
        edges = [self._facts(edge) for edge in self._graph.edges]
        evidence = [self._quote(quote) for quote in self._evidence]
        articles = [
            {
                "title": article.title,
                "site": article.site,
                "published": article.published,
                "url": article.url,
                "lang": article.language,
            }
            for article in self._articles
        ]
        return {"nodes": nodes, "edges": edges, "evidence": evidence, "articles": articles}

    def _node(self, node: ViewNode) -> Json:
        return {"iri": node.iri, "names": node.names, "facts": self._facts(node), "evidence": self._refs(node.evidence)}

    def _facts(self, holder: ViewNode | ViewEdge) -> list[Json]:
        return [self._fact(fact) for fact in holder.facts]

    def _fact(self, fact: ViewFact) -> Json:
        target = self._number.get(fact.target) if fact.target else None
        full = {
            "name": fact.name,
            "text": fact.text,
            "node": target,
            "notes": fact.notes,
            "detail": fact.detail,
            "evidence": self._refs(fact.evidence),
        }
        return {key: value for key, value in full.items() if value not in (None, "", (), [])}

    def _refs(self, iris: tuple[Iri, ...]) -> list[int]:
        known = self._graph.evidence
        return list(
            dict.fromkeys(self._evidence.setdefault(known[iri], len(self._evidence)) for iri in iris if iri in known)
        )

    def _quote(self, evidence: ViewEvidence) -> Json:
        article = None if evidence.article is None else self._articles.setdefault(evidence.article, len(self._articles))
        return {
            "quote": evidence.quote,
            "start": evidence.start,
            "end": evidence.end,
            "lang": evidence.language,
            "article": article,
        } | ({"title": True} if evidence.in_title else {})
