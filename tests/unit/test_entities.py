from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from kg_ontology import DATA
from made_articles import made
from sample_article import article, call, delegation, extraction, khaji, meeting, pedersen, span, tehran, visit

from kg.model import Entity, EventMention, Extraction, Function, Kind, Named, Participant, Resolved
from kg.resolve import iris
from kg.resolve.entities import resolve


def resolved(mention: EventMention, of: object = article, language: str | None = "ar") -> Resolved:
    return resolve(Extraction(of, language, (mention,), ()))  # type: ignore[arg-type]


def entity(participant: Participant, of: object = article, language: str | None = "ar") -> Entity:
    return resolved(replace(call, participants=(participant,)), of, language).events[0].participants[0]


def person(name: str, **more: object) -> Participant:
    return Participant(span("خاجي"), name, Kind.PERSON, **{"native": name} | more)  # type: ignore[arg-type]


def test_known_things_are_named_by_their_ids() -> None:
    first, second, third = resolve(extraction).events
    assert [each.iri for each in first.participants] == [
        DATA + "person/ali-asghar-khaji",
        DATA + "person/alexander-lavrentiev",
    ]
    assert [each and each.iri for each in first.represents] == [DATA + "state/IR", DATA + "state/RU"]
    assert second.place and second.place.iri == DATA + "place/tehran"
    assert [each.iri for each in first.processes] == [DATA + "process/astana"]
    assert [each.iri for each in first.topics] == [
        DATA + "topic/constitutional-committee",
        DATA + "topic/situation-in-idlib",
    ]
    assert third.represents[1] is not None
    assert (third.represents[1].iri, third.represents[1].type) == (DATA + "organization/united-nations", "Organization")
    assert second.represents[1] is None


def test_labels_are_english_and_native_and_in_every_language_where_a_gazetteer_knows_the_thing() -> None:
    first, second, _ = resolve(extraction).events
    assert first.participants[0].labels == (("Ali Asghar Khaji", "en"), ("علي أصغر خاجي", "ar"))
    assert second.place and second.place.labels == (
        ("Tehran", "en"),
        ("طهران", "ar"),
        ("تهران", "fa"),
        ("Тегеран", "ru"),
    )


def test_english_text_gives_one_label() -> None:
    assert entity(person("Geir  Pedersen"), language="en").labels == (("Geir Pedersen", "en"),)


def test_a_full_name_is_one_person_everywhere() -> None:
    assert entity(person("Ali Asghar Khaji")) == entity(person("Ali Asghar Khaji"), made(1))
    assert entity(person("ALI ASGHAR KHAJÍ")).iri == DATA + "person/ali-asghar-khaji"


@pytest.mark.parametrize(
    "alone", [person("Lavrov"), person("لافروف"), person("Foreign Minister of Syria", native=None)]
)
def test_nobody_is_merged_across_articles_on_a_surname_or_an_office(alone: Participant) -> None:
    here, there = entity(alone), entity(alone, made(1))
    assert here.iri.startswith(DATA + "person/")
    assert here.iri != there.iri
    assert here == entity(replace(alone, span=None))


def test_two_offices_of_one_article_are_two_people() -> None:
    one = entity(person("Foreign Minister of Syria", native=None))
    assert one.iri != entity(person("Foreign Minister of Russia", native=None)).iri


def test_names_that_a_careless_fold_would_merge_stay_apart() -> None:
    names = ["علي أصغر خاجي", "سيرغي لافروف", "Сергей Лавров", "علی‌اکبر ولایتی", "Korea North", "Korea South"]
    assert len({entity(person(name)).iri for name in names}) == len(names)
    states = [Participant(None, name, Kind.COUNTRY) for name in ("Sudan", "South Sudan", "السودان")]
    assert len({entity(state).iri for state in states}) == 3


def test_spellings_that_differ_in_marks_only_are_one() -> None:
    for pair in (
        ("علیّ أصغر", "علي اصغر"),
        ("علی‌ اکبر", "علي اكبر"),
        ("Серге́й Лавров", "сергей лавров"),
        ("Çavuşoğlu Mevlüt", "cavusoglu mevlut"),
    ):
        assert len({entity(person(name)).iri for name in pair}) == 1


def test_delegations_belong_to_their_article() -> None:
    one = entity(delegation)
    assert one.type == "Delegation"
    assert one.iri != entity(delegation, made(1)).iri
    assert one.iri != entity(replace(delegation, represents="Russia")).iri


def test_an_organization_without_id_is_known_by_its_name() -> None:
    committee = Participant(None, "Red Cross", Kind.ORGANIZATION)
    assert entity(committee, made(1)) == entity(committee)
    assert entity(committee).iri == DATA + "organization/red-cross"


def test_topics_in_no_english_are_known_by_their_normalised_words() -> None:
    def topic(words: str, language: str | None = "ar") -> Entity:
        return resolved(replace(call, topics=(Named(None, words),)), made(3), language).events[0].topics[0]

    assert topic("الأوضاع  الإنسانيّة").iri == topic("الاوضاع الانسانية").iri
    assert topic("الأوضاع").iri != topic("الأوضاع", "fa").iri
    assert topic("الأوضاع").labels == (("الأوضاع", "ar"),)
    assert topic("Trade").labels == (("Trade", "en"),)


def test_an_id_tells_the_class_and_is_made_safe() -> None:
    assert entity(Participant(None, "The UN", Kind.COUNTRY, id="organization/united-nations")).type == "Organization"
    assert entity(person("X Y", id="person/x y>")).iri == DATA + "person/x%20y%3E"


def test_every_event_has_its_own_iri() -> None:
    tour = (visit, replace(visit, place=replace(tehran, name="Beirut", id="place/beirut")), visit)
    events = resolve(Extraction(article, "ar", tour, ())).events
    assert len({event.iri for event in events}) == 3


def test_event_iris_depend_on_what_is_told_not_on_order_or_confidence() -> None:
    turned = replace(meeting, participants=meeting.participants[::-1], confidence=0.1, rule="other")
    assert resolved(turned).events[0].iri == resolved(meeting).events[0].iri
    assert resolved(meeting, made(1)).events[0].iri != resolved(meeting).events[0].iri
    assert resolved(replace(meeting, participants=(pedersen,))).events[0].iri != resolved(meeting).events[0].iri


def test_statements_are_tied_to_their_occasion() -> None:
    told = resolve(extraction)
    (statement,) = told.statements
    assert statement.occasion == told.events[0].iri
    assert statement.speaker == told.events[0].participants[0]
    lost = replace(
        extraction, statements=tuple(replace(extraction.statements[0], occasion=nth) for nth in (None, 99, -1))
    )
    again = resolve(lost).statements
    assert [each.occasion for each in again] == [None, None, None]
    assert len({each.iri for each in again}) == 3


def test_nothing_of_a_function_enters_the_name() -> None:
    assert entity(khaji(function=Function.HOST)) == entity(khaji())


@given(st.text(), st.text())
def test_slugs_never_lose_letters(one: str, other: str) -> None:
    short = iris.slug(one)
    assert short is None or (short.isascii() and short == iris.slug(short))
    if iris.named("topic", one, "ar") == iris.named("topic", other, "ar") and short:
        assert iris.slug(other) == short


@given(st.none() | st.text())
def test_a_tag_is_always_a_tag(language: str | None) -> None:
    assert iris.tag(language) == iris.tag(iris.tag(language))
    assert iris.tag(language).isascii()
