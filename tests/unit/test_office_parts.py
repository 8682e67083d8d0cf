"""Offices are taken apart into rank, portfolio, institution and whose they are, alike in all languages."""

from dataclasses import replace

import pytest
from kg_loaders.article import Article, Block
from sample_article import extraction

from kg.extract.officeparts import _by_name
from kg.extract.rules import RuleExtractor
from kg.facts import article_graph
from kg.facts.vocabulary import LABEL, diplo
from kg.lang import packs
from kg.model import Literal, OfficeParts
from kg.resolve.entities import resolve

ASSISTANT = OfficeParts("Assistant Minister", "special political affairs", "Ministry of Foreign Affairs", "Iran")
ENVOY = OfficeParts("Special Envoy", "Syria", "Presidency", "Russia")
MINISTER = OfficeParts("Minister", "defence", "Ministry of Defence", "Iraq")
DEPUTY = OfficeParts("Deputy Minister", "foreign affairs", "Ministry of Foreign Affairs", "Egypt")
TOLD = {
    "ar": (
        "التقى مساعد وزير الخارجية الإيراني للشؤون السياسية الخاصة علي أصغر أحمدي المبعوث الخاص للرئيس الروسي إلى سوريا إيغور سميرنوف في طهران.",
        "التقى وزير الدفاع العراقي كريم الجبوري نائب وزير الخارجية المصري طارق المنياوي في بغداد.",
    ),
    "en": (
        "The assistant foreign minister for special political affairs of Iran, Ali Asghar Ahmadi, met the special envoy of the Russian president for Syria, Igor Smirnov, in Tehran.",
        "Iraqi Defence Minister Karim al-Jubouri met Egyptian Deputy Foreign Minister Tarek al-Minyawi in Baghdad.",
    ),
    "fa": (
        "علی‌اصغر احمدی دستیار وزیر امور خارجه ایران در امور ویژه سیاسی با الکساندر ایوانوف فرستاده ویژه رئیس‌جمهور روسیه در امور سوریه دیدار کرد.",
        "محمد حسینی وزیر دفاع عراق با یوسف کریمی معاون وزیر امور خارجه مصر دیدار کرد.",
    ),
    "ru": (
        "Помощник министра иностранных дел Ирана по специальным политическим вопросам Али Ахмади встретился в Тегеране со специальным представителем президента России по Сирии Игорем Смирновым.",
        "Министр обороны Ирака Карим Джабури встретился в Багдаде с заместителем министра иностранных дел Египта Тареком Миньяви.",
    ),
}


@pytest.mark.parametrize("language", TOLD)
def test_an_office_is_taken_apart(language: str) -> None:
    envoy = replace(ENVOY, rank="Special Representative") if language == "ru" else ENVOY
    for text, parts in zip(TOLD[language], ((ASSISTANT, envoy), (MINISTER, DEPUTY)), strict=True):
        (event,) = RuleExtractor().extract(Article(text, (Block(0, len(text)),))).events
        assert tuple(one.office for one in event.participants) == parts


def test_an_office_of_an_organisation_belongs_to_it() -> None:
    text = "UN special envoy for Yemen Hans Berger met Omani Foreign Minister Salem al-Habsi in Muscat."
    (event,) = RuleExtractor().extract(Article(text, (Block(0, len(text)),))).events
    assert event.participants[0].office == OfficeParts("Special Envoy", "Yemen", "United Nations", "United Nations")


def test_every_office_that_a_pack_names_in_english_has_a_rank() -> None:
    names = {
        head[key]
        for pack in packs()
        for head in pack.table("roles").get("head", [])
        for key in ("en", "en_of")
        if key in head
    }
    names |= {name for pack in packs() for name in pack.table("roles").get("phrase", {}).values()}
    assert names
    assert all(_by_name(name)[0] for name in names)


def test_the_graph_has_one_node_for_one_office() -> None:
    facts = list(article_graph(resolve(extraction)))
    held = {fact.object for fact in facts if fact.predicate == diplo("office")}
    (office,) = held
    told = {fact.predicate: fact.object for fact in facts if fact.subject == office}
    assert told[diplo("officeRank")] == Literal("Senior Assistant", language="en")
    assert told[diplo("portfolio")] == Literal("foreign affairs", language="en")
    assert told[diplo("institution")] == Literal("Ministry of Foreign Affairs", language="en")
    assert told[diplo("officeOf")] == "https://w3id.org/diplo-kg/id/state/IR"
    assert told[LABEL] == Literal(
        "Senior Assistant for foreign affairs, Ministry of Foreign Affairs, Iran", language="en"
    )
