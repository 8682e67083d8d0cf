"""The ontology defines every term of the graph in four languages, and a reasoner finds no clash and no wrong type in it."""

import re
from functools import cache
from pathlib import Path

import pytest
from graphs import prefixes, rdf, triples
from kg_ontology import NAMESPACE, PREFIXES, root
from owlrl import DeductiveClosure, OWLRL_Semantics
from rdflib import OWL, RDF, RDFS, SKOS, Graph, Literal, URIRef, namespace
from sample_article import extraction

from kg.facts import article_graph
from kg.facts.vocabulary import ACTS, EVENT_CLASSES, FUNCTIONS, diplo
from kg.model import Salience, Status
from kg.resolve.entities import resolve

LANGUAGES = {"en", "ar", "fa", "ru"}
GRAPH_PAGE = Path(__file__).parents[2] / "docs" / "graph.md"
MAPPINGS = sorted(file.name for file in root().joinpath("mappings").iterdir())
VOCABULARIES = {
    "prov": namespace.PROV,
    "org": namespace.ORG,
    "schema": namespace.SDO,
    "time": namespace.TIME,
    "foaf": namespace.FOAF,
}
ERROR = URIRef("http://www.daml.org/2002/03/agents/agent-ont#error")
# What the other vocabularies themselves say cannot be both at once; they are not part of the project.
NEIGHBOURS = """
@prefix foaf: <http://xmlns.com/foaf/0.1/> . @prefix prov: <http://www.w3.org/ns/prov#> . @prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> . @prefix time: <http://www.w3.org/2006/time#> .
foaf:Person owl:disjointWith foaf:Organization , foaf:Project . foaf:Document owl:disjointWith foaf:Organization , foaf:Project .
foaf:Person rdfs:subClassOf foaf:Agent . foaf:Organization rdfs:subClassOf foaf:Agent .
prov:Activity owl:disjointWith prov:Entity . prov:Person rdfs:subClassOf prov:Agent . prov:Organization rdfs:subClassOf prov:Agent .
prov:used rdfs:domain prov:Activity ; rdfs:range prov:Entity . prov:wasDerivedFrom rdfs:domain prov:Entity ; rdfs:range prov:Entity .
prov:wasGeneratedBy rdfs:domain prov:Entity ; rdfs:range prov:Activity . time:ProperInterval owl:disjointWith time:Instant .
"""


@cache
def read(*parts: str) -> Graph:
    """A file of the ontology; the graph is nobody's to change."""
    return Graph().parse(data=root().joinpath(*parts).read_text(encoding="utf-8"), format="turtle")


def whole() -> Graph:
    graph = Graph()
    for part in (read("diplo.ttl"), *(read("mappings", name) for name in MAPPINGS)):
        graph += part
    return graph


def defined() -> set[URIRef]:
    return {term for term in read("diplo.ttl").subjects(RDF.type) if str(term).startswith(NAMESPACE)}  # type: ignore[misc]


def clashes(graph: Graph) -> list[str]:
    """What the OWL RL closure of a graph finds wrong in it; the closure stays in the graph."""
    graph.parse(data=NEIGHBOURS, format="turtle")
    # Nothing follows from a label, but the closure carries each along.
    for annotation in (RDFS.label, RDFS.comment):
        graph.remove((None, annotation, None))
    DeductiveClosure(OWLRL_Semantics).expand(graph)
    return [str(message) for message in graph.objects(None, ERROR)]


@pytest.mark.parametrize("term", sorted(defined()), ids=lambda term: term.removeprefix(NAMESPACE))
def test_every_term_is_named_in_four_languages_and_explained(term):
    ontology = read("diplo.ttl")
    labels = list(ontology.objects(term, RDFS.label))
    assert {label.language for label in labels} == LANGUAGES and len(labels) == len(LANGUAGES)
    assert all(str(label).strip() for label in labels)
    [comment] = ontology.objects(term, RDFS.comment)
    assert comment.language == "en" and comment.endswith(".")


def test_labels_are_written_in_their_own_script():
    scripts = {
        "en": "[A-Za-z]",
        "ar": "[\u0621-\u064a]",
        "fa": "[\u0621-\u064a\u067e\u0686\u06a9\u06af\u06cc]",
        "ru": "[\u0400-\u04ff]",
    }
    for label in read("diplo.ttl").objects(None, RDFS.label):
        assert re.search(scripts[label.language], str(label)), label
        assert label.language != "ar" or not re.search("[\u06a9\u06cc\u067e\u0686\u06af]", str(label)), (
            f"Persian letter: {label}"
        )
        assert label.language != "fa" or not re.search("[\u0643\u064a\u0649]", str(label)), f"Arabic letter: {label}"


def test_the_ontology_tells_its_version_and_licence():
    ontology = read("diplo.ttl")
    iri = URIRef(NAMESPACE.rstrip("#"))
    assert (iri, RDF.type, OWL.Ontology) in ontology
    version = ontology.value(iri, OWL.versionInfo)
    assert str(ontology.value(iri, OWL.versionIRI)) == f"{iri}/{version}"


def test_every_term_of_the_page_about_the_graph_is_defined():
    page = GRAPH_PAGE.read_text(encoding="utf-8")
    # "`diplo:asParticipant asHost`" and "`diplo:met`" alike: all words of a span that opens with the prefix.
    spans = [span for span in re.findall("`([^`]*)`", page) if "diplo:" in span]
    words = {
        word
        for span in spans
        for word in re.findall(r"(?:diplo:|(?<= ))([A-Za-z]+)\b(?![:\"])", span.partition("diplo:")[2])
    }
    words |= set(re.findall(r"diplo:([A-Za-z]+)", page))
    meant = {word for word in words if URIRef(NAMESPACE + word) in defined()}
    assert set(re.findall(r"diplo:([A-Za-z]+)", page)) <= meant
    assert {"asRecipient", "participation", "textLength", "fromEvent"} <= meant


def test_every_term_that_facts_are_written_in_is_defined():
    told = {*EVENT_CLASSES.values(), *FUNCTIONS.values(), *ACTS.values(), *map(diplo, (*Status, *Salience))}
    for fact in article_graph(resolve(extraction)):
        told |= {fact.predicate} | ({fact.object} if isinstance(fact.object, str) else set())
    own = {URIRef(term) for term in told if term.startswith(NAMESPACE)}
    assert own and own <= defined()


@pytest.mark.parametrize("name", MAPPINGS)
def test_alignments_speak_of_defined_terms_and_of_their_own_vocabulary(name):
    mapping = read("mappings", name)
    nodes = {node for triple in mapping for node in triple if isinstance(node, URIRef)}
    own = {node for node in nodes if node.startswith(NAMESPACE)}
    assert own and own <= defined()
    stem = name.removesuffix(".ttl")
    general = tuple(PREFIXES[name] for name in ("rdf", "rdfs", "owl", "skos"))
    others = {node for node in nodes - own if not str(node).startswith(general)}
    assert {node for node in others if not node.startswith(PREFIXES[stem])} == set()
    assert others or stem == "skos"


@pytest.mark.parametrize("name", VOCABULARIES)
def test_alignments_name_terms_that_exist(name):
    nodes = {node for triple in read("mappings", f"{name}.ttl") for node in triple if isinstance(node, URIRef)}
    missing = [node for node in nodes if node.startswith(PREFIXES[name]) and node not in VOCABULARIES[name]]
    assert not missing


def test_event_codes_are_those_of_the_schemes():
    ontology = read("diplo.ttl")
    codes = {
        (str(term).removeprefix(NAMESPACE), str(code), str(code.datatype).removeprefix(NAMESPACE))
        for term, code in ontology.subject_objects(SKOS.notation)
    }
    assert {("Call", "041", "cameo"), ("Visit", "042", "cameo"), ("asHost", "043", "cameo")} <= codes
    assert {("asMediator", "045", "cameo"), ("NegotiationRound", "046", "cameo"), ("Meeting", "040", "cameo")} <= codes
    assert {code for _, code, scheme in codes if scheme == "plover"} == {"CONSULT"}
    assert {code for _, code, scheme in codes if scheme == "ploverMode"} <= {
        "visit",
        "third-party",
        "multilateral",
        "phone",
    }
    assert {scheme for *_, scheme in codes} == {"cameo", "plover", "ploverMode"}


def test_a_reasoner_finds_no_clash_in_the_graphs_of_three_articles():
    assert clashes(whole() + rdf("tehran") + rdf("telephone") + rdf("geneva")) == []


def test_a_reasoner_finds_no_clash_in_what_is_written_of_an_article():
    graph = whole()
    for fact in article_graph(resolve(extraction)):
        value = fact.object
        target = (
            URIRef(value)
            if isinstance(value, str)
            else Literal(value.value, lang=value.language, datatype=value.datatype)
        )
        graph.add((URIRef(fact.subject), URIRef(fact.predicate), target))
    assert clashes(graph) == []


def test_a_state_that_is_visited_may_be_a_place():
    graph = whole() + rdf("tehran")
    graph.parse(
        data=f"{prefixes()}\nstate:IR a diplo:Place . event:tehran-visit diplo:place state:IR .", format="turtle"
    )
    assert clashes(graph) == []


@pytest.mark.parametrize(
    "planted",
    [
        "person:ali-asghar-khaji a diplo:State .",
        "person:ali-asghar-khaji diplo:place place:tehran .",
        "event:tehran-meeting diplo:participation event:tehran-visit .",
        "event:tehran-visit a diplo:Call .",
        "evidence:tehran-meeting diplo:article person:ali-asghar-khaji .",
        "statement:khaji-welcome diplo:occasion place:tehran .",
        "diplo:held owl:sameAs diplo:planned .",
        "diplo:main owl:sameAs diplo:background .",
        "process:astana a diplo:Person .",
        "article:tehran a prov:Activity .",
    ],
)
def test_a_reasoner_finds_a_planted_clash(planted):
    graph = whole() + rdf("tehran")
    graph.parse(data=f"{prefixes()}\n@prefix owl: <{OWL}> .\n{planted}", format="turtle")
    assert clashes(graph)


def test_a_reasoner_infers_no_type_that_was_not_meant():
    graph = whole() + rdf("tehran")
    told = {(fact.subject, fact.object) for fact in triples(rdf("tehran")) if fact.predicate == str(RDF.type)}
    parents = {(str(child), str(parent)) for child, parent in whole().subject_objects(RDFS.subClassOf)}
    allowed = told | {(node, parent) for node, kind in told for child, parent in parents if child == kind}
    assert clashes(graph) == []
    nodes = {node for node, _ in told}
    inferred = {
        (str(node), str(kind))
        for node, kind in graph.subject_objects(RDF.type)
        if str(node) in nodes and str(kind).startswith(NAMESPACE)
    }
    assert inferred <= allowed


def test_participants_reach_the_event_in_other_vocabularies():
    graph = whole() + rdf("tehran")
    clashes(graph)
    event, khaji = (URIRef(PREFIXES["kgid"] + name) for name in ("event/tehran-meeting", "person/ali-asghar-khaji"))
    assert (event, URIRef(PREFIXES["sem"] + "hasActor"), khaji) in graph
    assert (event, namespace.SDO.participant, khaji) in graph
    assert (event, RDF.type, URIRef(PREFIXES["sem"] + "Event")) in graph
    assert (khaji, RDF.type, namespace.FOAF.Person) in graph
