"""Stores for the tests of the picture: a small story with every kind of node, and one whose every text is hostile."""

from collections.abc import Iterable
from dataclasses import replace

import sample_article
from kg_ontology import DATA, PREFIXES

from kg.facts import article_graph
from kg.model import ArticleGraph, Literal, Triple
from kg.resolve.entities import resolve
from kg.store.memory import MemoryStore

DIPLO, RDF, RDFS, SKOS = PREFIXES["diplo"], PREFIXES["rdf"], PREFIXES["rdfs"], PREFIXES["skos"]
DCTERMS, SCHEMA = PREFIXES["dcterms"], PREFIXES["schema"]
LABEL = RDFS + "label"

HOSTILE = (
    "<script>window.ran = true</script>",
    "<img src=x onerror='window.ran = true'>",
    "</script><script>window.ran = true</script>",
    "\u202eexe.esrever\u2069 مرحبا {{ 7*7 }} ${7*7} <!-- ",
    "<svg onload=window.ran=true> & &lt;b&gt; \u2028 ' \" `",
)
HUGE = "ا<b>" * 25_000


def store_of(triples: Iterable[Triple], name: str = DATA + "graph/test") -> MemoryStore:
    """A store that holds one graph of these triples."""
    store = MemoryStore()
    store.put(ArticleGraph(name, DATA + "article/test", None, tuple(triples)))
    return store


def sample_triples() -> tuple[Triple, ...]:
    """What a perfect extractor makes of the sample article."""
    return article_graph(resolve(sample_article.extraction)).triples


def sample_store() -> MemoryStore:
    """The sample article's graph."""
    return store_of(sample_triples())


def endless(number: int) -> str:
    """A text without end: now and then one of a million characters."""
    return HUGE * (10 if number % 5 == 0 else 1)


def hostile_store() -> MemoryStore:
    """The sample's graph with every label, title, quote, office and subject replaced by something that wants to run."""
    texts = (
        LABEL,
        SKOS + "prefLabel",
        DCTERMS + "title",
        *(DIPLO + name for name in ("quote", "officeText", "aboutText", "site")),
    )
    triples = []
    for number, triple in enumerate(sample_triples()):
        value = triple.object
        if triple.predicate in texts and isinstance(value, Literal):
            text = endless(number) if number % 7 == 0 else f"{HOSTILE[number % len(HOSTILE)]} {number}"
            triple = replace(triple, object=replace(value, value=text))
        elif triple.predicate == SCHEMA + "url" and isinstance(value, Literal):
            triple = replace(triple, object=replace(value, value="javascript:window.ran=true"))
        triples.append(triple)
    return store_of(triples, article_graph(resolve(sample_article.extraction)).name)


def person(slug: str, name: str, language: str = "en") -> tuple[Triple, ...]:
    """A person with a label."""
    iri = f"{DATA}person/{slug}"
    return (
        Triple(iri, RDF + "type", DIPLO + "Person"),
        Triple(iri, LABEL, Literal(name, language=language)),
    )


def meeting(slug: str, *people: str, **properties: str) -> tuple[Triple, ...]:
    """A meeting of persons named by their slugs; ``properties`` are individuals such as ``status="planned"``."""
    iri = f"{DATA}event/{slug}"
    made = [Triple(iri, RDF + "type", DIPLO + name) for name in ("Event", "Meeting")]
    made.append(Triple(iri, LABEL, Literal(f"Meeting {slug}", language="en")))
    made += [Triple(iri, DIPLO + name, DIPLO + value) for name, value in properties.items()]
    for who in people:
        part = f"{DATA}participation/{slug}-{who}"
        made += [
            Triple(iri, DIPLO + "participation", part),
            Triple(part, RDF + "type", DIPLO + "Participation"),
            Triple(part, DIPLO + "participant", f"{DATA}person/{who}"),
        ]
    return tuple(made)


def evidence(event: str, quote: str) -> tuple[Triple, ...]:
    """Evidence for a meeting named by its slug."""
    iri = f"{DATA}evidence/{event}"
    return (
        Triple(f"{DATA}event/{event}", DIPLO + "evidence", iri),
        Triple(iri, RDF + "type", DIPLO + "Evidence"),
        Triple(iri, DIPLO + "quote", Literal(quote, language="en")),
    )
