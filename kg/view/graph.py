"""What a picture shows: nodes, one line per pair of them, and for each the facts and the words they were read from."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from kg.model import Iri

Pair = tuple[Iri, Iri]


@dataclass(frozen=True, slots=True)
class ViewArticle:
    """Where words were read; ``url`` is set only for http and https."""

    title: str
    site: str = ""
    published: str = ""
    url: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class ViewEvidence:
    """The words of a fact, character ``start`` to ``end`` of the article's untouched text, or ``in_title`` of its title.

    ``confidence`` (0 to 1) says how far the words bear out what was read in them.
    """

    quote: str
    start: int
    end: int
    language: str | None = None
    article: ViewArticle | None = None
    in_title: bool = False
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class ViewFact:
    """One thing known: ``name: text (notes) detail``, in words for the reader.

    ``target`` is the node that ``text`` names, where it names one; ``evidence`` the IRIs of the evidence for this fact.
    """

    name: str
    text: str
    target: Iri | None = None
    notes: tuple[str, ...] = ()
    detail: str = ""
    evidence: tuple[Iri, ...] = ()


@dataclass(frozen=True, slots=True)
class ViewNode:
    """A node: ``label`` in the reader's language, ``names`` all (text, language) it goes by, ``day`` when an event was.

    ``uncertain`` marks an event that was not held as far as is known (planned, postponed, cancelled, denied).
    """

    iri: Iri
    kind: str
    label: str
    names: tuple[tuple[str, str], ...] = ()
    facts: tuple[ViewFact, ...] = ()
    evidence: tuple[Iri, ...] = ()
    uncertain: bool = False
    day: str = ""


@dataclass(frozen=True, slots=True)
class ViewEdge:
    """All that ties two nodes, drawn as one line; ``families`` says of what sort (part, about, said, tie)."""

    source: Iri
    target: Iri
    families: tuple[str, ...]
    facts: tuple[ViewFact, ...]


@dataclass(frozen=True, slots=True)
class EventFacets:
    """What one event can be filtered by: days since 1970, confidence in percent, and its topics, processes and countries."""

    iri: Iri
    status: str
    earliest: int | None
    latest: int | None
    confidence: int | None
    values: tuple[tuple[Iri, ...], ...]


@dataclass(frozen=True, slots=True)
class Facets:
    """The events behind a picture, drawn or not.

    ``ties`` are those from which the lines between two nodes that are no events were made; ``labels`` name the values.
    """

    events: tuple[EventFacets, ...] = ()
    ties: Mapping[Pair, tuple[Iri, ...]] = field(default_factory=dict)
    labels: Mapping[Iri, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ViewGraph:
    """A picture before it is laid out; ``nodes`` are sorted by how many others they touch, the most central first.

    ``left_out`` more nodes would have been too many for one page.
    """

    nodes: tuple[ViewNode, ...] = ()
    edges: tuple[ViewEdge, ...] = ()
    evidence: dict[Iri, ViewEvidence] = field(default_factory=dict)
    facets: Facets = Facets()
    left_out: int = 0
