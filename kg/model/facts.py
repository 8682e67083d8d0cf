"""What a store keeps: triples, and the graph of an article."""

from collections.abc import Iterator
from dataclasses import dataclass, field

Iri = str


@dataclass(frozen=True, slots=True, init=False)
class Literal:
    """An RDF literal; ``datatype`` is an IRI (xsd:string if both it and ``language`` are None)."""

    value: str
    datatype: Iri | None
    language: str | None

    def __init__(self, value: str, datatype: Iri | None = None, language: str | None = None) -> None:
        """Fill the slots themselves: literals and facts are made by the thousand, and so they are in half the time."""
        _VALUE(self, value)
        _DATATYPE(self, datatype)
        _LANGUAGE(self, language)


@dataclass(frozen=True, slots=True, init=False)
class Triple:
    """A fact, ready for any store."""

    subject: Iri
    predicate: Iri
    object: Iri | Literal

    def __init__(self, subject: Iri, predicate: Iri, object: Iri | Literal) -> None:
        """Fill the slots themselves."""
        _SUBJECT(self, subject)
        _PREDICATE(self, predicate)
        _OBJECT(self, object)


_VALUE, _DATATYPE, _LANGUAGE = (Literal.__dict__[name].__set__ for name in Literal.__slots__)
_SUBJECT, _PREDICATE, _OBJECT = (Triple.__dict__[name].__set__ for name in Triple.__slots__)


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
