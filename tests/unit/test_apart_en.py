import pytest

from tests.unit.test_arguments_en import A, B, only, read, who

TWO = "Norwegian Foreign Minister Ingrid Halvorsen met Kenyan President Josephat Mwangi and French President Paul Gauthier. "


def met(text: str, title: str | None = None) -> list[set[str]]:
    return [set(who(event)) for event in read(text, title).events]


@pytest.mark.parametrize(
    "more",
    [
        "Halvorsen held talks with Mwangi in Nairobi. In the meeting with Gauthier, Halvorsen spoke of fishing.",
        "In a separate meeting with Gauthier in Paris, Halvorsen spoke of fishing.",
    ],
)
def test_a_meeting_with_two_is_two_where_it_is_told_of_each(more: str) -> None:
    assert met(TWO + more) == [{"Ingrid Halvorsen", "Josephat Mwangi"}, {"Ingrid Halvorsen", "Paul Gauthier"}]


def test_a_meeting_with_two_is_one_where_it_goes_on_about_one() -> None:
    assert met(f"{TWO}In the meeting with Gauthier, Halvorsen spoke of fishing.") == [
        {"Ingrid Halvorsen", "Josephat Mwangi", "Paul Gauthier"}
    ]


def test_whoever_tells_an_official_of_another_state_something_met_him() -> None:
    text = "Norwegian Foreign Minister Ingrid Halvorsen told Kenyan President Josephat Mwangi that trade would grow."
    assert met(text) == [{"Ingrid Halvorsen", "Josephat Mwangi"}]
    (event,) = read(f"{text} Halvorsen spoke by phone with Mwangi.").events
    assert event.type.value == "call"


def test_a_statement_on_a_call_tells_of_it_and_another_only_speaks() -> None:
    text = f"{A} spoke by phone with {B}."
    assert met(text, "Statement by Spokesperson Eva Lund on the Call with Kenya's Minister")
    assert met(text, "Statement by Spokesperson Eva Lund on Fishing") == []


def test_an_office_of_several_matters_goes_on_with_the_list() -> None:
    text = f"{A} met Kenyan Energy Minister Josephat Mwangi, Industry, Mining, and Trade Minister John Otieno."
    assert set(who(only(text))) == {"Ingrid Halvorsen", "Josephat Mwangi", "John Otieno"}


def test_whoever_serves_in_a_house_of_a_state_speaks_for_it() -> None:
    event = only(f"{A} met Josephat Mwangi, permanent secretary at the Kenyan foreign ministry.")
    assert [p.represents for p in event.participants] == ["Norway", "Kenya"]


def test_a_relative_clause_tells_of_whom_it_stands_behind() -> None:
    event = only(f"{A} said that Kenyan President Josephat Mwangi, who is on a visit to France, is well.")
    assert who(event) == {"Josephat Mwangi": "visitor"}


def test_a_pronoun_acts_in_what_and_hangs_on_its_verb() -> None:
    text = f"{A} visited France, where she addressed the Council of Europe and held talks with President Paul Gauthier."
    assert [set(who(event)) for event in read(text).events][1:] == [{"Ingrid Halvorsen", "Paul Gauthier"}]


def test_the_owner_of_an_office_is_no_member_of_a_list() -> None:
    event = only(f"{A} met Josephat Mwangi, the Kenyan trade minister and French President Gauthier's top envoy.")
    assert "Gauthier" not in set(who(event))


@pytest.mark.parametrize(
    "office", ["Central Bank of Kenya (CBK) Governor", "Chairman of Kenya's People's Consultative Assembly (KPA)"]
)
def test_a_short_name_in_brackets_stands_inside_an_office(office: str) -> None:
    event = only(f"{A} made the remarks in a meeting with {office} Josephat Mwangi in Oslo.")
    assert [(p.name, p.represents) for p in event.participants] == [
        ("Ingrid Halvorsen", "Norway"),
        ("Josephat Mwangi", "Kenya"),
    ]
