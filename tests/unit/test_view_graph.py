import pytest
import sample_article
from kg_ontology import DATA
from view_tools import DIPLO, LABEL, RDF, meeting, person, sample_store, sample_triples, store_of

from kg.errors import QueryError
from kg.model import Literal, Triple
from kg.view.build import build_graph, safe_link
from kg.view.choosing import of_query
from kg.view.graph import ViewEdge, ViewFact, ViewGraph, ViewNode
from kg.view.words import Words


def graph_of(language: str = "en", query: str | None = None) -> ViewGraph:
    store = sample_store()
    return build_graph(store, Words.of(language), None if query is None else of_query(store, query))


def node(graph: ViewGraph, label: str) -> ViewNode:
    return next(found for found in graph.nodes if found.label == label)


def the(graph: ViewGraph, kind: str) -> ViewNode:
    return next(found for found in graph.nodes if found.kind == kind)


def told(holder: ViewNode | ViewEdge, name: str) -> list[ViewFact]:
    return [fact for fact in holder.facts if fact.name == name]


def edge(graph: ViewGraph, one: ViewNode, other: ViewNode) -> ViewEdge:
    return next(found for found in graph.edges if {found.source, found.target} == {one.iri, other.iri})


def test_every_kind_of_the_sample_is_drawn():
    kinds = {found.kind for found in graph_of().nodes}
    assert kinds == {
        "person",
        "delegation",
        "organization",
        "state",
        "meeting",
        "visit",
        "call",
        "topic",
        "process",
        "place",
    }


def test_an_event_tells_what_the_article_tells():
    meeting = the(graph_of(), "meeting")
    assert [fact.text for fact in told(meeting, "Status")] == ["held"]
    (day,) = told(meeting, "Date")
    assert day.text == "2020-10-14 – 2020-10-21"
    assert day.notes == ("disagrees with the date of publication",)
    assert [(fact.text, fact.notes) for fact in told(meeting, "Readings of the date")] == [
        ("2020-10-21", ("60 %",)),
        ("2020-10-14", ("40 %",)),
    ]
    (place,) = told(meeting, "Place")
    assert (place.text, place.notes) == ("Tehran", ("inferred from the context",))
    assert {fact.text for fact in told(meeting, "Topics")} == {"Syrian Constitutional Committee", "situation in Idlib"}
    assert [fact.text for fact in told(meeting, "Processes")] == ["Astana process"]
    (said,) = told(meeting, "Statements made there")
    assert (said.text, said.notes, said.detail) == ("Ali Asghar Khaji", ("welcomed",), "تقدم اجتماعات اللجنة الدستورية")


def test_participants_keep_their_office_and_whom_they_speak_for():
    graph = graph_of("ar")
    (lavrentiev,) = [fact for fact in told(the(graph, "meeting"), "المشاركون") if "لافرنتييف" in fact.text]
    assert lavrentiev.detail == "المبعوث الروسي الخاص"
    assert any("Russia" in note or "روسيا" in note for note in lavrentiev.notes)
    assert lavrentiev.target == node(graph, "ألكسندر لافرنتييف").iri


def test_a_person_tells_offices_events_and_statements():
    khaji = node(graph_of(), "Ali Asghar Khaji")
    assert told(khaji, "Offices")
    assert {fact.text.partition(":")[0] for fact in told(khaji, "Events")} == {"Meeting", "Call"}
    (said,) = told(khaji, "Statements")
    assert said.text == "welcomed"
    assert [fact.text for fact in told(khaji, "Met")] == ["Alexander Lavrentiev"]
    assert ("علي أصغر خاجي", "ar") in khaji.names


def test_each_fact_of_a_line_leads_to_the_words_it_was_read_from():
    graph = graph_of()
    line = edge(graph, node(graph, "Ali Asghar Khaji"), node(graph, "Alexander Lavrentiev"))
    assert line.families == ("tie",)
    assert line.facts
    for fact in line.facts:
        assert fact.evidence
        for iri in fact.evidence:
            quote = graph.evidence[iri]
            assert sample_article.TEXT[quote.start : quote.end] == quote.quote
            assert quote.article is not None
            assert (quote.article.title, quote.article.site, quote.article.url) == (
                sample_article.TITLE,
                "example.org",
                "https://example.org/news/1",
            )


def test_there_is_one_line_for_each_pair():
    graph = graph_of()
    pairs = [frozenset((line.source, line.target)) for line in graph.edges]
    assert len(pairs) == len(set(pairs))
    assert all(len(pair) == 2 for pair in pairs)


def test_nodes_are_ranked_by_what_they_touch():
    graph = graph_of()
    touched = [sum(found.iri in (line.source, line.target) for line in graph.edges) for found in graph.nodes]
    assert touched == sorted(touched, reverse=True)


def test_what_did_not_take_place_is_marked():
    store = store_of(
        (*person("a", "A"), *meeting("held", "a", status="held"), *meeting("off", "a", status="cancelled"))
    )
    marked = {found.label: found.uncertain for found in build_graph(store, Words.of("en")).nodes}
    assert marked == {"A": False, "Meeting held": False, "Meeting off": True}


def test_an_event_of_a_class_that_nobody_knows_is_still_an_event():
    iri = DATA + "event/x"
    store = store_of(
        (Triple(iri, RDF + "type", DIPLO + "Event"), Triple(iri, LABEL, Literal("Signing", language="en")))
    )
    assert [(found.kind, found.label) for found in build_graph(store, Words.of("en")).nodes] == [("event", "Signing")]


def test_a_query_chooses_the_nodes_and_events_bring_their_own():
    graph = graph_of(query="SELECT ?e WHERE { ?e a diplo:Visit }")
    assert {found.kind for found in graph.nodes} == {"visit", "person", "delegation", "place"}
    assert all({line.source, line.target} <= {found.iri for found in graph.nodes} for line in graph.edges)


def test_a_query_for_people_draws_people_and_their_direct_ties():
    graph = graph_of(query="SELECT ?p WHERE { ?p a diplo:Person }")
    assert {found.kind for found in graph.nodes} == {"person"}
    assert {family for line in graph.edges for family in line.families} == {"tie"}


def test_a_malformed_query_is_refused():
    with pytest.raises(QueryError):
        graph_of(query="SELECT WHERE")


def test_an_empty_store_is_an_empty_graph():
    assert build_graph(store_of(()), Words.of("en")) == ViewGraph()


def test_the_order_of_the_triples_does_not_matter():
    one = build_graph(store_of(sample_triples()), Words.of("fa"))
    assert build_graph(store_of(reversed(sample_triples())), Words.of("fa")) == one


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        " JavaScript:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "//host/x",
        "http://",
        "http://[",
        "",
        "vbscript:x",
    ],
)
def test_only_web_addresses_become_links(url):
    assert safe_link(url) is None


def test_a_web_address_is_kept():
    assert safe_link(" https://example.org/a?b=ج ") == "https://example.org/a?b=ج"


def test_a_tie_is_told_from_both_ends():
    graph = graph_of()
    assert [fact.text for fact in told(node(graph, "Russia"), "Represented by")] == ["Alexander Lavrentiev"]
    assert "Alexander Lavrentiev" in {fact.text for fact in told(node(graph, "Tehran"), "Visited by")}
    assert [fact.text for fact in told(node(graph, "Geir Pedersen"), "Spoke by telephone")] == ["Ali Asghar Khaji"]
