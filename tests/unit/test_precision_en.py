"""What English news tell that is no occasion of diplomacy, or not of those whom a careless reading names."""

import pytest
from kg_loaders.article import Article, Block

from kg.extract.reading import Reading
from kg.lang import load_pack
from kg.model import EventMention

PACK = load_pack("en")

SPOKEN = "Norwegian Foreign Ministry spokesman Harald Lind said the vote was unfair."


def told(text: str) -> list[EventMention]:
    return list(Reading(PACK).read(Article(text, (Block(0, len(text)),))).events)


def names(event: EventMention) -> set[str]:
    return {one.name for one in event.participants}


@pytest.mark.parametrize(
    "text",
    [
        "Kenya hosts Norway's largest radar station.",
        "Kenya and the host community Norway supports live in peace.",
        "The symposium will be hosted by Kenya and Norway next year.",
        "Kenya is ready to negotiate with Norway.",
        "Kenya is open to talks with Norway.",
        "Kenya gave its envoys a mandate to negotiate with Norway.",
    ],
)
def test_what_is_wished_or_no_guest_is_no_meeting(text: str) -> None:
    assert told(text) == []


def test_a_spokesman_is_not_whom_a_meeting_without_subject_was_of() -> None:
    assert told(f"{SPOKEN} A meeting with Kenya's defence minister, Josephat Mwangi, took place in Nairobi.") == []


def test_between_leaves_no_side_to_whoever_was_told_before() -> None:
    text = "Norwegian Foreign Minister Ingrid Halvorsen welcomed the truce. It followed talks between the Kenyan government and the rebels."
    assert [event for event in told(text) if "Ingrid Halvorsen" in names(event)] == []


def test_whose_visit_it_is_meets_whom_the_visit_is_for() -> None:
    text = (
        "Spokesman Harald Lind is in Nairobi ahead of Norwegian Foreign Minister Ingrid Halvorsen's visit to Kenya "
        "to meet with President Peter Otieno of Kenya."
    )
    meeting = next(event for event in told(text) if event.type == "meeting")
    assert names(meeting) == {"Ingrid Halvorsen", "Peter Otieno"}


def test_a_verb_does_not_carry_a_meeting_that_a_preposition_and_an_article_bring_in() -> None:
    text = (
        "The Bank of Kenya opened its first branch during a meeting with Norwegian Foreign Minister Ingrid Halvorsen."
    )
    assert [event.rule for event in told(text) if "light" in event.rule] == []
