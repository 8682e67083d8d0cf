"""A numbered round is kept as a round of its process, however its number is written."""

import pytest
from kg_loaders.article import Article, Block

from kg.extract.rules import RuleExtractor
from kg.facts import article_graph
from kg.facts.vocabulary import LABEL, diplo
from kg.model import Extraction, Literal
from kg.resolve.entities import resolve

TOLD = [
    (
        "انطلقت في العاصمة الكازاخية الجولة الثالثة عشرة من محادثات أستانا بين وفدي الحكومة السورية والمعارضة برعاية روسيا وتركيا وإيران.",
        13,
    ),
    (
        "انطلقت في العاصمة الكازاخية الجولة الـ13 من محادثات أستانا بين وفدي الحكومة السورية والمعارضة برعاية روسيا وتركيا وإيران.",
        13,
    ),
    ("Delegations of Russia, Turkey and Iran held the 13th round of the Astana talks on Thursday.", 13),
    ("Delegations of Russia, Turkey and Iran held the thirteenth round of the Astana talks on Thursday.", 13),
    ("هیئت‌های روسیه، ترکیه و ایران سیزدهمین دور مذاکرات آستانه را برگزار کردند.", 13),
    ("هیئت‌های روسیه، ترکیه و ایران دور سیزدهم مذاکرات آستانه را برگزار کردند.", 13),
    ("Делегации России, Турции и Ирана провели тринадцатый раунд переговоров в Астанинском формате.", 13),
    ("Делегации России, Турции и Ирана провели 13-й раунд переговоров в Астанинском формате.", 13),
    ("Delegations of Russia, Turkey and Iran held a new round of the Astana talks on Thursday.", None),
    ("Delegations of Russia, Turkey and Iran met on 13 October for the Astana talks.", None),
]


def read(text: str) -> Extraction:
    return RuleExtractor().extract(Article(text, (Block(0, len(text)),)))


@pytest.mark.parametrize(("text", "number"), TOLD)
def test_the_number_of_a_round(text: str, number: int | None) -> None:
    (event,) = read(text).events
    assert [(one.id, one.round) for one in event.processes] == [("process/astana", number)]


def test_two_rounds_are_two_events() -> None:
    told = read(
        "Delegations of Russia, Turkey and Iran held the 13th round of the Astana talks in Nur-Sultan. "
        "Delegations of Russia, Turkey and Iran held the 12th round of the Astana talks in April."
    )
    assert [[one.round for one in event.processes] for event in told.events] == [[13], [12]]


def test_the_graph_has_the_round_and_its_process() -> None:
    resolved = resolve(read(TOLD[0][0]))
    facts = list(article_graph(resolved))
    (found,) = [fact.object for fact in facts if fact.predicate == diplo("round")]
    told = {fact.predicate: fact.object for fact in facts if fact.subject == found}
    assert told[diplo("roundOf")] == "https://w3id.org/diplo-kg/id/process/astana"
    assert getattr(told[diplo("roundNumber")], "value", None) == "13"
    labels = {fact.object for fact in facts if (fact.subject, fact.predicate) == (found, LABEL)}
    assert Literal("Astana process, round 13", language="en") in labels
