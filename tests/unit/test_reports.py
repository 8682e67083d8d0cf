from datetime import date
from pathlib import Path

import pytest
from cli_help import sample
from kg_ontology import DATA, NAMESPACE, PREFIXES
from sample_article import article

from kg.errors import KgError, QueryError
from kg.model import ArticleGraph, EventType, Salience, Status, Triple
from kg.reports import EventFilter, events, show, stats
from kg.reports.show import find_event
from kg.store.asking import Asked, answer
from kg.store.base import Store, Table
from kg.store.memory import MemoryStore
from kg.store.oxigraph import OxigraphStore
from kg.store.sparql import form

TYPE = PREFIXES["rdf"] + "type"
EVENT = NAMESPACE + "Event"


@pytest.fixture(params=["memory", "oxigraph"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Store:
    made: Store = MemoryStore() if request.param == "memory" else OxigraphStore(tmp_path / "store", create=True)
    made.put(sample)
    return made


def test_events_are_listed_by_date_and_those_without_one_come_last(store: Store) -> None:
    assert [(row.type.value, row.earliest) for row in events(store)] == [
        ("call", date(2020, 10, 1)),
        ("meeting", date(2020, 10, 14)),
        ("visit", None),
    ]


def test_an_event_keeps_its_doubts(store: Store) -> None:
    meeting = next(row for row in events(store) if row.type is EventType.MEETING)
    assert (meeting.earliest, meeting.latest, meeting.date_conflict) == (date(2020, 10, 14), date(2020, 10, 21), True)
    assert (meeting.place, meeting.place_inferred) == ("Tehran", True)
    assert meeting.participants == ("Alexander Lavrentiev", "Ali Asghar Khaji")
    assert meeting.processes == ("Astana process",)
    assert (meeting.status, meeting.salience, meeting.sources) == (Status.HELD, Salience.MAIN, 1)


def test_labels_come_in_the_language_asked_for_where_there_are_any(store: Store) -> None:
    meeting = next(row for row in events(store, language="ar") if row.type is EventType.MEETING)
    assert "علي أصغر خاجي" in meeting.participants


@pytest.mark.parametrize(
    ("wanted", "types"),
    [
        (EventFilter(type=EventType.CALL), ["call"]),
        (EventFilter(status=Status.PLANNED), []),
        (EventFilter(person="Lavrentiev"), ["meeting", "visit"]),
        (EventFilter(person="Лаврентьев"), ["meeting", "visit"]),
        (EventFilter(person="لافرنتييف"), ["meeting", "visit"]),
        (EventFilter(person="kgid:person/alexander-lavrentiev"), ["meeting", "visit"]),
        (EventFilter(person="Kissinger"), []),
        (EventFilter(process="ASTANA"), ["meeting"]),
        (EventFilter(process="أستانا"), ["meeting"]),
        (EventFilter(topic="idlib"), ["meeting"]),
        (EventFilter(topic="<> . ?s ?p ?o"), []),
        (EventFilter(since=date(2020, 10, 21)), ["meeting"]),
        (EventFilter(since=date(2020, 10, 22)), []),
        (EventFilter(until=date(2020, 10, 1)), ["call"]),
        (EventFilter(since=date(2020, 10, 5), until=date(2020, 10, 14)), ["call", "meeting"]),
        (EventFilter(limit=1), ["call"]),
        (EventFilter(person="Khaji", type=EventType.MEETING), ["meeting"]),
    ],
)
def test_filters(store: Store, wanted: EventFilter, types: list[str]) -> None:
    assert [row.type.value for row in events(store, wanted)] == types


def test_show_tells_everything_of_the_meeting(store: Store) -> None:
    meeting = next(row for row in events(store) if row.type is EventType.MEETING)
    report = show(store, meeting.iri)
    assert report.row == meeting
    khaji = next(one for one in report.participants if one.name == "Ali Asghar Khaji")
    assert khaji.native == ("علي أصغر خاجي",)
    assert khaji.offices == ("Senior Assistant to the Foreign Minister", "كبير مساعدي وزير الخارجية الإيراني")
    assert khaji.represents == "Iran"
    assert [(one.earliest, one.share) for one in report.dates] == [(date(2020, 10, 21), 0.6), (date(2020, 10, 14), 0.4)]
    (said,) = report.statements
    assert (said.speaker, said.act, said.verb) == ("Ali Asghar Khaji", "welcome", "رحب")


def test_every_quote_stands_at_its_offsets_in_the_article(store: Store) -> None:
    for row in events(store):
        quotes = show(store, row.iri).evidence
        assert quotes
        assert all(article.text[one.start : one.end] == one.quote for one in quotes)
        assert all((one.title, one.published_from) == (article.title, "jsonl:published") for one in quotes)


@pytest.mark.parametrize("shorten", [lambda iri: iri, lambda iri: "kgid:event/" + iri[-20:], lambda iri: iri[-20:-14]])
def test_an_event_is_found_by_iri_prefixed_name_or_first_letters(store: Store, shorten: object) -> None:
    assert callable(shorten)
    for row in events(store):
        assert show(store, shorten(row.iri)).row == row


@pytest.mark.parametrize("name", ["zzzz", "0", "https://example.org/x", 'a"b', "", "kgid:person/alexander-lavrentiev"])
def test_what_is_no_event_is_named(store: Store, name: str) -> None:
    with pytest.raises(KgError, match="kg events") as told:
        show(store, name)
    assert f"'{name}'" in str(told.value)


def test_an_ambiguous_id_lists_what_it_may_mean() -> None:
    iris = [f"{DATA}event/ab{letter}" for letter in "cde"]
    store = MemoryStore()
    store.put(ArticleGraph(f"{DATA}graph/1", f"{DATA}article/1", None, tuple(Triple(iri, TYPE, EVENT) for iri in iris)))
    with pytest.raises(KgError, match=r"'ab' fits 3 events \(abc, abd, abe\); give more letters"):
        show(store, "ab")
    assert find_event(store, "abd") == iris[1]


def test_stats_count_what_the_article_tells(store: Store) -> None:
    counted = stats(store)
    assert dict(counted.nodes) | {"Topic": 2} == dict(counted.nodes)
    assert counted.events_by_type == (("Call", 1), ("Meeting", 1), ("Visit", 1))
    assert (counted.first, counted.last) == (date(2020, 10, 1), date(2020, 10, 21))
    assert (counted.articles_by_language, counted.articles_without_events) == ((("ar", 1),), 0)
    assert counted.quads == len(store)


def test_stats_of_nothing() -> None:
    counted = stats(MemoryStore())
    assert {count for _, count in counted.nodes} == {0}
    assert (counted.first, counted.quads, counted.events_by_type) == (None, 0, ())


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("SELECT * { ?s ?p ?o }", "SELECT"),
        ("# construct\nPREFIX describe: <http://ask/> ask { ?s ?p ?o }", "ASK"),
        ("prefix ex: <http://x/#select> CONSTRUCT WHERE { ?s ex:ask ?o }", "CONSTRUCT"),
        ("BASE <http://x/> DESCRIBE <a>", "DESCRIBE"),
        ("nonsense", None),
    ],
)
def test_the_form_of_a_query(query: str, expected: str | None) -> None:
    assert form(query) == expected


def test_queries_of_every_form_are_answered(store: Store) -> None:
    assert isinstance(answer(store, Asked("ASK { ?e a diplo:Meeting }")).found, Table)
    made = answer(store, Asked("CONSTRUCT { ?a diplo:met ?b } WHERE { ?a diplo:met ?b }")).found
    assert not isinstance(made, Table)
    assert {one.predicate.rsplit("#")[-1] for one in made} == {"met"}


@pytest.mark.parametrize("query", ["SELECT ?x {", "nonsense", "", "INSERT DATA { <a:a> <a:b> <a:c> }"])
def test_a_bad_query_is_an_error_of_the_user(store: Store, query: str) -> None:
    with pytest.raises(QueryError):
        answer(store, Asked(query))
