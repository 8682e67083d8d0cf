"""What a store keeps: triples, and the graph of an article."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from kg.model.values import Iri


@dataclass(frozen=True, slots=True)
class Literal:
    """An RDF literal; ``datatype`` is an IRI (xsd:string if both it and ``language`` are None)."""

    value: str
    datatype: Iri | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Triple:
    """A fact, ready for any store."""

    subject: Iri
    predicate: Iri
    object: Iri | Literal


@dataclass(frozen=True, slots=True)
class Quad:
    """A fact and the named graph where it stands; ``graph`` is None for the view, which is what queries are answered from."""

    triple: Triple
    graph: Iri | None = None


@dataclass(frozen=True, slots=True)
class ArticleGraph:
    """All facts of one article and extraction run: what a store writes, replaces and retracts as a whole.

    ``name`` is the IRI of the named graph, ``article`` the article's IRI, ``key`` the digest of what names the article
    across edits (None where nothing does), ``title`` what a progress line shows.
    """

    name: Iri
    article: Iri
    key: str | None
    triples: tuple[Triple, ...] = field(repr=False)
    title: str = ""

    def __iter__(self) -> Iterator[Triple]:
        """Iterate over the triples."""
        return iter(self.triples)
