"""What the pictures of one page share: the reader's words, the nodes with their facts and evidence, and the lines between them."""

from collections.abc import Iterable

from kg.model import Iri
from kg.reports.nodes import fetch
from kg.store.base import Store
from kg.view.build import graph_around
from kg.view.graph import ViewEdge, ViewEvidence, ViewFact, ViewGraph, ViewNode
from kg.view.words import Words, clean


class Sheet:
    """A page in the making: whoever draws a mark asks for the number of the node or line whose evidence it opens."""

    def __init__(self, store: Store, words: Words, events: Iterable[Iri]) -> None:
        wanted = frozenset(events)
        graph = graph_around(store, words, wanted) if wanted else ViewGraph()
        self.store, self.words = store, words
        self._evidence = graph.evidence
        self._nodes = {node.iri: node for node in graph.nodes}
        self._numbers = {iri: number for number, iri in enumerate(self._nodes)}
        self._lines: list[ViewEdge] = []

    @property
    def rtl(self) -> bool:
        """Whether the page runs from right to left."""
        return self.words.say("direction") == "rtl"

    def node(self, iri: Iri) -> ViewNode:
        """A node with its facts; one that the events don't touch is read with its name alone."""
        if iri not in self._nodes:
            found = fetch(self.store, [iri])[iri]
            kind = next((kind for kind in ("person", "state", "organization") if f"/{kind}/" in iri), "place")
            self._add(ViewNode(iri, kind, clean(found.label(self.words.language)) or self.words.say("unnamed")))
        return self._nodes[iri]

    def number(self, iri: Iri) -> int:
        """The number of a node on the page."""
        self.node(iri)
        return self._numbers[iri]

    def line(self, source: Iri, target: Iri, facts: Iterable[ViewFact]) -> int:
        """Add a line between two nodes, or what stands for one, such as a cell of a matrix; its number on the page."""
        self.node(source), self.node(target)
        self._lines.append(ViewEdge(source, target, ("tie",), tuple(facts)))
        return len(self._lines) - 1

    def told(self, event: Iri, name: str) -> ViewFact:
        """An event as a fact of something else, with its day and its evidence; ``name`` is what such facts are called."""
        node = self.node(event)
        evidence = node.evidence or tuple(one for fact in node.facts for one in fact.evidence)
        return ViewFact(name, node.label, event, (node.day,) if node.day else (), evidence=evidence)

    def texts(self, node: ViewNode, name: str) -> tuple[str, ...]:
        """What is told of a node under the name of a fact, such as ``participants``."""
        wanted = self.words.say(f"fact.{name}")
        return tuple(dict.fromkeys(fact.text for fact in node.facts if fact.name == wanted))

    def evidence(self, node: ViewNode) -> tuple[ViewEvidence, ...]:
        """The words that a node was read from, the earliest article first."""
        iris = dict.fromkeys((*node.evidence, *(one for fact in node.facts for one in fact.evidence)))
        found = dict.fromkeys(self._evidence[iri] for iri in iris if iri in self._evidence)
        return tuple(sorted(found, key=_by_article))

    def graph(self) -> ViewGraph:
        """All that the page holds."""
        return ViewGraph(tuple(self._nodes.values()), tuple(self._lines), self._evidence)

    def _add(self, node: ViewNode) -> None:
        self._numbers[node.iri] = len(self._nodes)
        self._nodes[node.iri] = node


def _by_article(evidence: ViewEvidence) -> tuple[str, str, bool, int]:
    article = evidence.article
    return (
        (article.published if article else "") or "9999",
        article.title if article else "",
        not evidence.in_title,
        evidence.start,
    )
