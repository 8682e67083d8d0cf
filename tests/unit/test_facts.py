import itertools
from collections import Counter
from dataclasses import replace

import pytest
from kg_ontology import DATA, PREFIXES
from sample_article import TEXT, article, call, extraction, meeting, pedersen, visit

from kg.errors import ExtractionError
from kg.facts import article_graph
from kg.facts.vocabulary import DATE, DECIMAL, INTEGER, LABEL, OBJECT, PREDICATE, PREF_LABEL, SUBJECT, TYPE, diplo
from kg.model import (
    ArticleGraph,
    EventMention,
    EventType,
    Extraction,
    Function,
    Kind,
    Literal,
    Participant,
    Span,
    Status,
)
from kg.resolve.entities import resolve

GRAPH = article_graph(resolve(extraction))
KHAJI, LAVRENTIEV, PEDERSEN = (
    DATA + "person/" + name for name in ("ali-asghar-khaji", "alexander-lavrentiev", "geir-pedersen")
)


def of(*events: EventMention, language: str | None = "ar") -> ArticleGraph:
    return article_graph(resolve(Extraction(article, language, events, ())))


def values(graph: ArticleGraph, subject: str, predicate: str) -> list[str | Literal]:
    return [fact.object for fact in graph if (fact.subject, fact.predicate) == (subject, predicate)]


def ones(graph: ArticleGraph, kind: str) -> list[str]:
    return [fact.subject for fact in graph if (fact.predicate, fact.object) == (TYPE, diplo(kind))]


def edges(graph: ArticleGraph, name: str) -> set[tuple[str, str | Literal]]:
    return {(fact.subject, fact.object) for fact in graph if fact.predicate == diplo(name)}


def test_the_same_input_gives_the_same_triples_in_the_same_order_each_once() -> None:
    again = article_graph(resolve(extraction))
    assert again == GRAPH
    assert len(set(GRAPH.triples)) == len(GRAPH.triples)


def test_the_graph_is_a_run_that_used_the_article() -> None:
    assert set(values(GRAPH, GRAPH.name, TYPE)) == {diplo("ExtractionRun"), PREFIXES["prov"] + "Activity"}
    assert values(GRAPH, GRAPH.name, PREFIXES["prov"] + "used") == [GRAPH.article]
    assert values(GRAPH, GRAPH.name, diplo("extractor")) == [Literal("rules")]
    assert values(GRAPH, GRAPH.name, diplo("extractorVersion")) == [Literal("0.1.0")]


def test_the_article_keeps_its_untouched_text() -> None:
    assert values(GRAPH, GRAPH.article, diplo("text")) == [Literal(TEXT)]
    assert values(GRAPH, GRAPH.article, diplo("textLength")) == [Literal(str(len(TEXT)), INTEGER)]
    assert values(GRAPH, GRAPH.article, diplo("published")) == [Literal("2020-10-20", DATE)]
    assert values(GRAPH, GRAPH.article, PREFIXES["dcterms"] + "title") == [Literal(article.title or "", language="ar")]


@pytest.mark.parametrize(
    "source", ["/home/somebody/secret/news.jsonl", "C:\\somebody\\secret\\news.jsonl", "secret/news.jsonl/"]
)
def test_no_path_of_the_readers_machine_enters_the_graph(source: str) -> None:
    graph = article_graph(resolve(replace(extraction, article=replace(article, source=source, key=source))))
    assert values(graph, graph.article, diplo("source")) == [Literal("news.jsonl")]
    assert "secret" not in repr(list(graph))
    assert values(graph, graph.article, diplo("key")) == [Literal(graph.key or "")]


def test_an_event_says_what_it_is() -> None:
    (event,) = ones(GRAPH, "Meeting")
    assert set(values(GRAPH, event, TYPE)) == {diplo("Meeting"), diplo("Event")}
    assert values(GRAPH, event, LABEL) == [
        Literal("Meeting: Ali Asghar Khaji – Alexander Lavrentiev (2020-10-14/2020-10-21)", language="en"),
        Literal("لقاء: علي أصغر خاجي – ألكسندر لافرنتييف (2020-10-14/2020-10-21)", language="ar"),
    ]
    assert values(GRAPH, event, diplo("status")) == [diplo("held")]
    assert values(GRAPH, event, diplo("salience")) == [diplo("main")]
    assert values(GRAPH, event, diplo("topic")) == [
        DATA + "topic/constitutional-committee",
        DATA + "topic/situation-in-idlib",
    ]
    assert values(GRAPH, event, diplo("process")) == [DATA + "process/astana"]
    assert values(GRAPH, event, diplo("place")) == [DATA + "place/tehran"]
    assert values(GRAPH, event, diplo("confidence")) == [Literal("0.95", DECIMAL)]


def test_flags_are_written_only_where_they_are_set() -> None:
    flagged = {
        (fact.subject, fact.predicate) for fact in GRAPH if fact.object == Literal("true", PREFIXES["xsd"] + "boolean")
    }
    (event,) = ones(GRAPH, "Meeting")
    assert flagged == {(event, diplo("placeInferred")), (event, diplo("dateConflict"))}


def test_dates_are_an_interval_with_ranked_candidates() -> None:
    (event,) = ones(GRAPH, "Meeting")
    assert values(GRAPH, event, diplo("earliest")) == [Literal("2020-10-14", DATE)]
    assert values(GRAPH, event, diplo("latest")) == [Literal("2020-10-21", DATE)]
    candidates = [str(node) for node in values(GRAPH, event, diplo("dateCandidate"))]
    told = [[values(GRAPH, node, diplo(name))[0] for name in ("rank", "earliest", "share")] for node in candidates]
    assert told == [
        [Literal("1", INTEGER), Literal("2020-10-21", DATE), Literal("0.6", DECIMAL)],
        [Literal("2", INTEGER), Literal("2020-10-14", DATE), Literal("0.4", DECIMAL)],
    ]


def test_a_date_that_cannot_be_placed_keeps_its_words_only() -> None:
    assert meeting.date is not None
    graph = of(replace(meeting, date=replace(meeting.date, candidates=(), conflict=False)))
    (event,) = ones(graph, "Meeting")
    assert values(graph, event, diplo("dateText")) == [Literal("يوم الأربعاء", language="ar")]
    assert values(graph, event, diplo("dateUnresolved")) == [Literal("true", PREFIXES["xsd"] + "boolean")]
    assert not values(graph, event, diplo("earliest")) + values(graph, event, diplo("dateCandidate"))
    assert values(graph, event, LABEL)[0] == Literal("Meeting: Ali Asghar Khaji – Alexander Lavrentiev", language="en")


@pytest.mark.parametrize(
    ("partial", "literal", "kind"), [("XXXX-10-20", "--10-20", "gMonthDay"), ("XXXX-10", "--10", "gMonth")]
)
def test_a_date_without_its_year_keeps_its_month_and_day(partial: str, literal: str, kind: str) -> None:
    assert meeting.date is not None
    graph = of(replace(meeting, date=replace(meeting.date, candidates=(), conflict=False, partial=partial)))
    (event,) = ones(graph, "Meeting")
    assert values(graph, event, diplo("dateYearless")) == [Literal(literal, PREFIXES["xsd"] + kind)]


def test_everything_that_is_claimed_has_its_own_evidence_in_the_article() -> None:
    claims = ones(GRAPH, "Event") + ones(GRAPH, "Participation") + ones(GRAPH, "Statement")
    assert len(claims) == 3 + 6 + 1
    nodes = [node for claim in claims for node in values(GRAPH, claim, diplo("evidence"))]
    assert all(values(GRAPH, claim, diplo("evidence")) for claim in claims)
    assert set(Counter(nodes).values()) == {1}
    for node in map(str, nodes):
        (start,), (end,), (quote,) = (values(GRAPH, node, diplo(name)) for name in ("start", "end", "quote"))
        assert isinstance(start, Literal) and isinstance(end, Literal)
        assert quote == Literal(TEXT[int(start.value) : int(end.value)], language="ar")
        assert values(GRAPH, node, diplo("article")) == [GRAPH.article]
        assert values(GRAPH, node, diplo("run")) == [GRAPH.name]
        assert values(GRAPH, node, diplo("confidence"))


def test_a_participant_named_elsewhere_brings_those_words_as_evidence() -> None:
    graph = of(replace(call, participants=(meeting.participants[1],)))
    (participation,) = ones(graph, "Participation")
    quotes = [values(graph, str(node), diplo("quote"))[0] for node in values(graph, participation, diplo("evidence"))]
    assert quotes == [Literal(call.evidence.text, language="ar"), Literal("ألكسندر لافرنتييف", language="ar")]


@pytest.mark.parametrize(
    "wrong", [Span(0, 4, "نعم "), Span(0, 0, ""), Span(-4, -1, TEXT[-4:-1]), Span(len(TEXT), len(TEXT) + 3, "abc")]
)
def test_words_that_the_article_does_not_have_are_refused(wrong: Span) -> None:
    with pytest.raises(ExtractionError, match="not what the article says"):
        of(replace(meeting, evidence=wrong))


def test_participations_carry_function_office_and_principal() -> None:
    (event,) = ones(GRAPH, "Meeting")
    first = str(values(GRAPH, event, diplo("participation"))[0])
    assert values(GRAPH, first, diplo("participant")) == [KHAJI]
    assert values(GRAPH, first, diplo("function")) == [diplo("asParticipant")]
    assert values(GRAPH, first, diplo("onBehalfOf")) == [DATA + "state/IR"]
    assert values(GRAPH, first, diplo("officeText")) == [
        Literal("كبير مساعدي وزير الخارجية الإيراني", language="ar"),
        Literal("Senior Assistant to the Foreign Minister", language="en"),
    ]


def test_direct_edges_follow_from_what_was_held() -> None:
    assert edges(GRAPH, "met") == {(KHAJI, LAVRENTIEV), (LAVRENTIEV, KHAJI)}
    assert edges(GRAPH, "spokeWith") == {(KHAJI, PEDERSEN), (PEDERSEN, KHAJI)}
    assert edges(GRAPH, "visited") == {(LAVRENTIEV, DATA + "place/tehran")}
    assert (PEDERSEN, DATA + "organization/united-nations") in edges(GRAPH, "represents")


@pytest.mark.parametrize("status", [status for status in Status if status is not Status.HELD])
def test_what_was_not_held_makes_nobody_meet(status: Status) -> None:
    graph = of(*(replace(mention, status=status) for mention in (meeting, visit, call)))
    assert not edges(graph, "met") | edges(graph, "spokeWith") | edges(graph, "visited")
    assert edges(graph, "represents")


def test_letters_go_from_sender_to_recipient() -> None:
    sender, recipient = meeting.participants
    pair = (replace(sender, function=Function.SENDER), replace(recipient, function=Function.RECIPIENT))
    graph = of(replace(meeting, type=EventType.CORRESPONDENCE, participants=pair))
    assert edges(graph, "wroteTo") == {(KHAJI, LAVRENTIEV)}
    assert not edges(graph, "met")


def test_only_people_meet_and_nobody_meets_himself() -> None:
    state = Participant(None, "Turkey", Kind.COUNTRY, id="state/TR")
    graph = of(replace(meeting, participants=(meeting.participants[0], meeting.participants[0], state)))
    assert not edges(graph, "met")


def test_every_direct_edge_has_a_tie_to_its_event() -> None:
    direct = {
        (s, name, o) for name in ("met", "spokeWith", "visited", "wroteTo", "represents") for s, o in edges(GRAPH, name)
    }
    tied = {tuple(values(GRAPH, tie, role)[0] for role in (SUBJECT, PREDICATE, OBJECT)) for tie in ones(GRAPH, "Tie")}
    assert {(s, diplo(name), o) for s, name, o in direct} == tied
    assert all(values(GRAPH, tie, diplo("fromEvent"))[0] in ones(GRAPH, "Event") for tie in ones(GRAPH, "Tie"))


def test_every_label_has_a_language() -> None:
    for language in ("ar", None, "xx", "not a tag!"):
        graph = of(meeting, language=language)
        labels = [fact.object for fact in graph if fact.predicate in (LABEL, PREF_LABEL)]
        assert labels
        assert all(isinstance(label, Literal) and label.language for label in labels)


def test_a_concept_has_one_preferred_label_per_language() -> None:
    graph = of(meeting, replace(meeting, topics=(replace(meeting.topics[0], span=Span.of(TEXT, 0, 4)),)))
    told = Counter(
        (fact.subject, fact.object.language)
        for fact in graph
        if fact.predicate == PREF_LABEL and isinstance(fact.object, Literal)
    )
    assert set(told.values()) == {1}


@pytest.mark.parametrize(
    ("language", "label"),
    [
        ("ar", "اتصال هاتفي: علي أصغر خاجي – غير بيدرسون"),
        ("fa", "گفت‌وگوی تلفنی: "),
        ("ru", "Телефонный разговор: "),
        ("en", None),
        (None, None),
    ],
)
def test_event_labels_in_the_articles_language(language: str | None, label: str | None) -> None:
    graph = of(call, language=language)
    (event,) = ones(graph, "Call")
    english, *native = values(graph, event, LABEL)
    assert english == Literal("Call: Ali Asghar Khaji – Geir Pedersen (2020-10-01/2020-10-10)", language="en")
    assert [each.value.startswith(label or "?") for each in native if isinstance(each, Literal)] == [True] * bool(label)


def test_long_lists_and_lone_visitors_have_short_labels() -> None:
    crowd = tuple(replace(pedersen, name=f"Mister Number{n}", native=None) for n in range(9))
    graph = of(
        replace(visit, participants=visit.participants[:1]),
        replace(meeting, participants=crowd, date=None),
        replace(meeting, participants=()),
    )
    labels = [values(graph, event, LABEL)[0] for event in ones(graph, "Event")]
    assert [each.value for each in labels if isinstance(each, Literal)] == [
        "Visit: Alexander Lavrentiev – Tehran",
        "Meeting: Mister Number0 – Mister Number1 – Mister Number2 – Mister Number3 – +5",
        "Meeting: Tehran (2020-10-14/2020-10-21)",
    ]


def test_a_statement_says_who_said_what_on_which_occasion() -> None:
    (statement,) = ones(GRAPH, "Statement")
    (event,) = ones(GRAPH, "Meeting")
    expected = {
        "speaker": KHAJI,
        "onBehalfOf": DATA + "state/IR",
        "act": diplo("welcome"),
        "verbText": Literal("رحب", language="ar"),
        "aboutText": Literal("تقدم اجتماعات اللجنة الدستورية", language="ar"),
        "topic": DATA + "topic/constitutional-committee",
        "occasion": event,
        "confidence": Literal("0.9", DECIMAL),
    }
    for name, value in expected.items():
        assert values(GRAPH, statement, diplo(name)) == [value]
    assert values(GRAPH, statement, LABEL) == [
        Literal("Ali Asghar Khaji, welcome: Syrian Constitutional Committee", language="en"),
        Literal("علي أصغر خاجي: رحب – تقدم اجتماعات اللجنة الدستورية", language="ar"),
    ]


def test_half_a_surrogate_pair_is_replaced_and_offsets_stay() -> None:
    odd = replace(article, text="\ud83d" + TEXT[1:], title="\udc00")
    graph = article_graph(resolve(Extraction(odd, "ar", (), ())))
    (text,) = values(graph, graph.article, diplo("text"))
    assert isinstance(text, Literal)
    assert text.value == "\ufffd" + TEXT[1:]


def test_a_place_that_is_a_state_is_both() -> None:
    assert visit.place is not None
    graph = of(replace(visit, place=replace(visit.place, name="Iran", id="state/IR")))
    assert set(values(graph, DATA + "state/IR", TYPE)) == {diplo("Place"), diplo("State")}


def test_a_known_topic_tells_of_which_it_is_a_part() -> None:
    told = replace(meeting, topics=(replace(meeting.topics[0], id="topic/oil-market"),))
    facts = {(fact.subject, fact.object) for fact in of(told) if fact.predicate == PREFIXES["skos"] + "broader"}
    above = [DATA + f"topic/{name}" for name in ("oil-market", "energy", "economic-cooperation")]
    assert set(itertools.pairwise(above)) <= facts
