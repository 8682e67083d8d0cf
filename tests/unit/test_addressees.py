"""A statement tells to whom it is made, where the text does."""

import json

import pytest
from kg_loaders.article import Article, Block

from kg.explain import Label, explain
from kg.export.contract import to_json
from kg.extract.rules import RuleExtractor
from kg.facts import article_graph
from kg.facts.vocabulary import diplo
from kg.model import Extraction
from kg.resolve.entities import resolve

TOLD = {
    "ar": "أبلغ وزير الخارجية العماني سالم الحبسي نظيره العراقي كريم الجبوري أن مسقط ترحب بالمبادرة.",
    "ar-to": "وقال وزير الخارجية العماني سالم الحبسي للمبعوث الأممي هانس برغر إن مسقط ترحب بالمبادرة.",
    "en": "Omani Foreign Minister Salem al-Habsi told his Iraqi counterpart Karim al-Jubouri that Muscat welcomes the initiative.",
    "fa": "سالم احمدی وزیر امور خارجه عمان به محمد حسینی وزیر امور خارجه عراق گفت که مسقط از این ابتکار استقبال می‌کند.",
    "ru": "Министр иностранных дел Омана Салем Хабси сообщил министру иностранных дел Ирака Кариму Джабури, что Маскат приветствует инициативу.",
}
HEARERS = {"ar-to": "United Nations"}
UNTOLD = {
    "ar": "قال وزير الخارجية العماني سالم الحبسي إن مسقط ترحب بزيارة وزير الخارجية العراقي كريم الجبوري.",
    "en": "Omani Foreign Minister Salem al-Habsi said that Muscat welcomes the letter to Iraqi Foreign Minister Karim al-Jubouri.",
    "fa": "سالم احمدی وزیر امور خارجه عمان در سفر به عراق گفت که مسقط از این ابتکار استقبال می‌کند.",
    "ru": "Министр иностранных дел Омана Салем Хабси заявил, что Маскат направил письмо министру иностранных дел Ирака Кариму Джабури.",
}


def read(text: str) -> Extraction:
    return RuleExtractor().extract(Article(text, (Block(0, len(text)),)))


@pytest.mark.parametrize("case", TOLD)
def test_whom_something_is_said_to(case: str) -> None:
    said = read(TOLD[case]).statements[0]
    assert said.speaker.represents == "Oman"
    assert said.addressee is not None
    assert said.addressee.represents == HEARERS.get(case, "Iraq")
    assert said.about is None or said.addressee.span is None or said.addressee.span.text not in said.about.text


@pytest.mark.parametrize("case", UNTOLD)
def test_whoever_is_told_of_in_what_is_said_is_no_addressee(case: str) -> None:
    said = read(UNTOLD[case]).statements
    assert said
    assert [one.addressee for one in said] == [None] * len(said)


def test_the_addressee_is_in_the_graph_the_contract_and_the_explanation() -> None:
    extraction = read(TOLD["en"])
    resolved = resolve(extraction)
    addressee = resolved.statements[0].addressee
    assert addressee is not None
    assert addressee.iri in {fact.object for fact in article_graph(resolved) if fact.predicate == diplo("addressee")}
    assert json.loads(to_json(resolved))["statements"][0]["addressee"]["name"] == "Karim al-Jubouri"
    assert Label.ADDRESSEE in {mark.label for mark in explain(extraction).marks}
