from datetime import date

from kg_ontology import DATA
from view_tools import DIPLO, evidence, meeting, person, sample_store, store_of

from kg.model import Literal, Triple
from kg.view.build import build_graph
from kg.view.choosing import of_query
from kg.view.columns import Columns
from kg.view.graph import ViewGraph
from kg.view.standing import MEASURED, standing
from kg.view.words import Words


def graph_of(query: str | None = None) -> ViewGraph:
    store = sample_store()
    return build_graph(store, Words.of("en"), None if query is None else of_query(store, query))


def facets_of(graph: ViewGraph) -> dict:
    return Columns(graph).blocks()["facets"]


def day(number: int) -> str:
    return date.fromordinal(number + date(1970, 1, 1).toordinal()).isoformat()


def test_an_event_tells_what_it_can_be_filtered_by():
    graph = graph_of()
    facets = facets_of(graph)
    at = facets["node"].index(next(n for n, node in enumerate(graph.nodes) if node.kind == "meeting"))
    assert facets["status"][at] == "held"
    assert (day(facets["from"][at]), day(facets["to"][at])) == ("2020-10-14", "2020-10-21")
    named = {
        kind: {facets["values"][kind][place]["label"] for place in facets[kind][at]}
        for kind in ("topic", "process", "country")
    }
    assert named == {
        "topic": {"Syrian Constitutional Committee", "situation in Idlib"},
        "process": {"Astana process"},
        "country": {"Russia", "Iran"},
    }


def test_a_value_that_is_drawn_leads_to_its_node():
    graph = graph_of()
    for values in facets_of(graph)["values"].values():
        for value in values:
            assert graph.nodes[value["node"]].iri == value["iri"]


def test_a_tie_between_people_knows_the_events_it_was_made_of_though_they_are_not_drawn():
    graph = graph_of("SELECT ?p { ?p a diplo:Person }")
    facets = facets_of(graph)
    label = {node.iri: node.label for node in graph.nodes}
    ends = [frozenset((label[edge.source], label[edge.target])) for edge in graph.edges]
    tied = {ends[line]: events for line, events in facets["ties"]}
    assert set(tied) == {
        frozenset(("Ali Asghar Khaji", "Alexander Lavrentiev")),
        frozenset(("Ali Asghar Khaji", "Geir Pedersen")),
    }
    assert all(facets["node"][event] == -1 for events in tied.values() for event in events)
    (met,) = tied[frozenset(("Ali Asghar Khaji", "Alexander Lavrentiev"))]
    assert [facets["values"]["country"][place]["node"] for place in facets["country"][met]] == [-1, -1]


def test_what_is_not_known_is_no_day_and_no_confidence():
    odd = Triple(f"{DATA}event/x", DIPLO + "earliest", Literal("some day"))
    facets = facets_of(build_graph(store_of((*person("a", "A"), *meeting("x", "a"), odd)), Words.of("en")))
    assert [facets[name] for name in ("status", "from", "to", "confidence")] == [[""], [None], [None], [None]]


def test_an_end_that_is_missing_is_the_other_one():
    begun = Triple(f"{DATA}event/x", DIPLO + "earliest", Literal("2020-10-14"))
    facets = facets_of(build_graph(store_of((*meeting("x"), begun)), Words.of("en")))
    assert facets["from"] == facets["to"]
    assert day(facets["from"][0]) == "2020-10-14"


def test_words_say_how_sure_one_is_of_them():
    sure = Triple(f"{DATA}evidence/x", DIPLO + "confidence", Literal("0.87"))
    store = store_of((*meeting("x"), *evidence("x", "They met."), sure))
    assert Columns(build_graph(store, Words.of("en"))).blocks()["evidence-0"] == [["They met.", 0, 0, "en", -1, 87]]


def test_who_stands_between_two_groups_is_seen_and_the_groups_are_told_apart():
    groups = [(a, b) for start in (1, 5) for a in range(start, start + 4) for b in range(a + 1, start + 4)]
    measured = standing(10, [*groups, (0, 1), (0, 5)])
    assert measured["between"][0] == max(measured["between"]) > 0
    assert len({measured["community"][n] for n in (2, 3, 4)}) == len({measured["community"][n] for n in (6, 7, 8)}) == 1
    assert measured["community"][2] != measured["community"][6]
    assert (measured["between"][9], measured["community"][9]) == (0, 0)


def test_beyond_what_is_measured_a_node_joins_its_most_central_neighbour():
    far = MEASURED + 5
    measured = standing(far + 1, [(0, 1), (1, 2), (2, far), (0, MEASURED)])
    assert measured["community"][far] == measured["community"][2]
    assert measured["between"][far] == 0


def test_without_lines_nothing_stands_anywhere():
    assert standing(2, []) == {"between": [0, 0], "community": [0, 0]}
