"""The words that facts were read from, and the articles they stand in."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from kg.model import Iri
from kg.reports.nodes import Node, fetch, local
from kg.store.base import Store


@dataclass(frozen=True, slots=True)
class EvidenceRow:
    """Words of an article that tell a fact: ``start`` and ``end`` count characters of the article's untouched text, or ``in_title`` of its title.

    ``facts`` are the IRIs of what they tell: the event, its participations, its statements.
    """

    quote: str
    start: int
    end: int
    confidence: float | None
    facts: tuple[Iri, ...]
    article: Iri
    name: str
    title: str | None
    site: str | None
    url: str | None
    published: date | None
    published_from: str | None
    in_title: bool = False


def evidence(store: Store, facts: Iterable[Node]) -> tuple[EvidenceRow, ...]:
    """The evidence of some facts, by article and place in it; words that tell several facts are given once."""
    facts = tuple(facts)
    nodes = fetch(store, [one for fact in facts for one in fact.all("diplo:evidence")])
    articles = fetch(store, [article for node in nodes.values() for article in node.all("diplo:article")])
    told: dict[tuple[str, bool, int, int], list[Iri]] = {}
    best: dict[tuple[str, bool, int, int], Node] = {}
    for fact in facts:
        for iri in fact.all("diplo:evidence"):
            node = nodes[iri]
            key = (node.all("diplo:article")[0], not _in_title(node), *_place(node))
            told.setdefault(key, []).append(fact.iri)
            best.setdefault(key, node)
    return tuple(_quoted(best[key], articles[key[0]], tuple(told[key])) for key in sorted(told))


def _in_title(node: Node) -> bool:
    return bool(node.all("diplo:quotedFrom"))


def _place(node: Node) -> tuple[int, int]:
    return int(node.all("diplo:start")[0]), int(node.all("diplo:end")[0])


def _quoted(node: Node, article: Node, facts: tuple[Iri, ...]) -> EvidenceRow:
    start, end = _place(node)
    return EvidenceRow(
        quote=node.one("diplo:quote") or "",
        start=start,
        end=end,
        confidence=node.number("diplo:confidence"),
        facts=facts,
        article=article.iri,
        name=article.one("diplo:name") or local(article.iri),
        title=article.one("dcterms:title"),
        site=article.one("diplo:site"),
        url=article.one("schema:url"),
        published=next(iter(article.days("diplo:published")), None),
        published_from=article.one("diplo:publishedFrom"),
        in_title=_in_title(node),
    )
