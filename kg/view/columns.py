"""The data of a page in a compact form: columns of numbers, tables of strings, and what is read only on opening in blocks."""

from collections.abc import Iterable, Sequence
from typing import Any

from kg_ontology import DATA

from kg.model import Iri
from kg.view.facets import columns, pair_of
from kg.view.graph import ViewArticle, ViewEdge, ViewEvidence, ViewFact, ViewGraph, ViewNode
from kg.view.standing import standing

FAMILIES = ("part", "about", "said", "tie")
BLOCK = 1000
"""So many nodes have their names in one block, so many pieces of evidence or articles stand in one."""
FACTS = 2000
"""A block of facts is closed once it holds so many, so that opening a node never reads much more than its own."""

Json = Any


class Table:
    """Gives each value a number, in the order in which they come."""

    def __init__(self) -> None:
        self._numbers: dict[Any, int] = {}

    def number(self, value: Any) -> int:
        """The number of a value."""
        return self._numbers.setdefault(value, len(self._numbers))

    def values(self) -> list[Any]:
        """All values so far, each at its number."""
        return list(self._numbers)


class Columns:
    """Writes a graph as blocks of JSON; ``template/data.js`` reads them."""

    def __init__(self, graph: ViewGraph) -> None:
        self._graph = graph
        self.number: dict[Iri, int] = {node.iri: place for place, node in enumerate(graph.nodes)}
        self._kinds, self._names, self._languages = Table(), Table(), Table()
        self._evidence, self._articles = Table(), Table()

    def pairs(self) -> list[tuple[int, int]]:
        """The numbers of the two nodes that each line ties."""
        return [(self.number[edge.source], self.number[edge.target]) for edge in self._graph.edges]

    def blocks(self) -> dict[str, Json]:
        """Every block by its name; the one called ``columns`` is read first and says where the others begin."""
        nodes, edges = self._graph.nodes, self._graph.edges
        blocks: dict[str, Json] = {}
        about = self._cut(blocks, "about", nodes)
        told = self._cut(blocks, "told", edges)
        blocks |= _blocks("names", map(self._named, nodes))
        blocks |= _blocks("evidence", map(self._quote, self._evidence.values()))
        blocks |= _blocks("article", map(self._article, self._articles.values()))
        lines = {pair_of(edge): place for place, edge in enumerate(edges)}
        blocks["facets"] = columns(self._graph.facets, self.number, lines)
        blocks["standing"] = standing(len(nodes), self.pairs())
        blocks["iris"] = {"base": DATA, "iris": [_iri(node.iri) for node in nodes]}
        index = {
            "block": BLOCK,
            "about": about,
            "told": told,
            "nodes": {
                "kind": [self._kinds.number(node.kind) for node in nodes],
                "uncertain": [place for place, node in enumerate(nodes) if node.uncertain],
            },
            "edges": self._lines(edges),
            "families": FAMILIES,
            "kinds": self._kinds.values(),
            "facts": self._names.values(),
            "languages": self._languages.values(),
        }
        return {"columns": index} | blocks

    def _lines(self, edges: Iterable[ViewEdge]) -> Json:
        pairs = self.pairs()
        return {
            "from": [one for one, _ in pairs],
            "to": [other for _, other in pairs],
            "families": [sum(1 << FAMILIES.index(family) for family in edge.families) for edge in edges],
            "facts": [len(edge.facts) for edge in edges],
        }

    def _cut(self, blocks: dict[str, Json], name: str, holders: Sequence[ViewNode | ViewEdge]) -> list[int]:
        """Write the facts of nodes or lines block by block; returns the first of each block."""
        starts: list[int] = []
        held, rows, strings = FACTS, list[Json](), Table()
        for place, holder in enumerate(holders):
            if held >= FACTS:
                held, rows, strings = 0, [], Table()
                blocks[f"{name}-{len(starts)}"] = {"strings": strings, "rows": rows}
                starts.append(place)
            facts = [self._fact(fact, strings) for fact in holder.facts]
            rows.append([self._refs(holder.evidence), *facts] if isinstance(holder, ViewNode) else facts)
            held += 1 + len(facts)
        for at in range(len(starts)):
            block = blocks[f"{name}-{at}"]
            block["strings"] = block["strings"].values()
        return starts

    def _fact(self, fact: ViewFact, strings: Table) -> list[Json]:
        """Name, node, text (-1: the node's label), evidence, notes, detail; what is missing at the end is left out."""
        target = self.number.get(fact.target, -1) if fact.target else -1
        same = target >= 0 and self._graph.nodes[target].label == fact.text
        row: list[Json] = [
            self._names.number(fact.name),
            target,
            -1 if same else strings.number(fact.text),
            self._refs(fact.evidence),
            [strings.number(note) for note in fact.notes],
            [strings.number(fact.detail)] if fact.detail else [],
        ]
        while row[-1] == []:
            row.pop()
        return row

    def _refs(self, iris: tuple[Iri, ...]) -> list[int]:
        known = self._graph.evidence
        return list(dict.fromkeys(self._evidence.number(known[iri]) for iri in iris if iri in known))

    def _named(self, node: ViewNode) -> list[Json]:
        """The day of an event or 0, then each name and its language, the label first (-1: it isn't a name that the graph gives)."""
        names = dict.fromkeys(node.names)
        label = next((name for name in names if name[0] == node.label), None)
        row: list[Json] = [node.day or 0, node.label, -1 if label is None else self._languages.number(label[1])]
        for name in names:
            if name != label:
                row += [name[0], self._languages.number(name[1])]
        return row

    def _quote(self, evidence: ViewEvidence) -> list[Json]:
        article = -1 if evidence.article is None else self._articles.number(evidence.article)
        sure = -1 if evidence.confidence is None else round(100 * evidence.confidence)
        row: list[Json] = [evidence.quote, evidence.start, evidence.end, evidence.language, article, sure]
        return row + [1] * evidence.in_title

    def _article(self, article: ViewArticle) -> list[Json]:
        return [article.title, article.site, article.published, article.url, article.language]


def _blocks(name: str, rows: Iterable[Json]) -> dict[str, Json]:
    filled: list[list[Json]] = []
    for place, row in enumerate(rows):
        if place % BLOCK == 0:
            filled.append([])
        filled[-1].append(row)
    return {f"{name}-{place}": block for place, block in enumerate(filled)}


def _iri(iri: Iri) -> Json:
    """What follows the common base, or the whole IRI in a list."""
    return iri.removeprefix(DATA) if iri.startswith(DATA) else [iri]
