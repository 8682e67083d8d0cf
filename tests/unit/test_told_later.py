"""Nobody is put into an event whom the article names only further down, and nobody visits his own state."""

from reading_tools import extract

LATER = "French Foreign Minister Paul Arnaud said on Tuesday that Paris would support the talks."


def names(*paragraphs: str) -> list[set[str]]:
    return [{p.name for p in event.participants} for event in extract(*paragraphs).events]


def test_a_pronoun_means_nobody_who_is_named_later() -> None:
    found = names(
        "Norway's minister Holm was in Cairo as part of a tour.",
        "He held talks with Egyptian President Hosni Mubarak on Sunday.",
        "The tour also takes in Kenya and Ghana.",
        LATER,
    )
    assert all("Paul Arnaud" not in one for one in found)


def test_an_office_far_below_means_nobody_who_is_named_after_it() -> None:
    found = names(
        "Kenya and Norway signed an accord in Oslo on Monday.",
        "Trade between the two countries has grown for years.",
        "The foreign minister of France met Kenyan President Uhuru Odera in Nairobi last week.",
        "The accord is the first of its kind.",
        "It covers fish and timber.",
        LATER,
    )
    assert found
    assert all("Paul Arnaud" not in one for one in found)


def test_a_short_form_may_stand_between_an_office_and_the_name() -> None:
    (found,) = names(
        "Secretary of Iran's Supreme National Security Council (SNSC) Ali Shamkhani met with Iraqi Interior Minister "
        "Karim Sinjari in Tehran on Monday."
    )
    assert found == {"Ali Shamkhani", "Karim Sinjari"}


def test_nobody_visits_his_own_state() -> None:
    (event,) = extract(
        "أدى رئيس الحكومة التونسية يوسف الشاهد والمستشارة الألمانية أنجيلا ميركل زيارة إلى ألمانيا يوم الاثنين."
    ).events
    functions = {p.represents: p.function.value for p in event.participants}
    assert functions == {"Tunisia": "visitor", "Germany": "host"}
