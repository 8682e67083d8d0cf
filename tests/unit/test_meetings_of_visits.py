"""A visit and the meeting during it are two events, and the meeting names its visit."""

from datetime import date

import pytest
from kg_loaders.article import Article, Block

from kg.extract.rules import RuleExtractor
from kg.facts import article_graph
from kg.facts.vocabulary import diplo
from kg.model import Extraction
from kg.resolve.entities import resolve

VISITS = {
    "ar": (
        "وصل وزير الخارجية العماني سالم الحبسي إلى بغداد يوم الاثنين.",
        "والتقى الحبسي نظيره العراقي كريم الجبوري وبحث معه العلاقات الثنائية.",
        "وأجرى الحبسي اتصالا هاتفيا مع وزير الخارجية المصري طارق المنياوي.",
    ),
    "en": (
        "Omani Foreign Minister Salem al-Habsi arrived in Baghdad on Monday.",
        "Al-Habsi met his Iraqi counterpart Karim al-Jubouri and discussed bilateral relations.",
        "Al-Habsi also spoke by phone with Egyptian Foreign Minister Tarek al-Minyawi.",
    ),
    "fa": (
        "سالم احمدی وزیر امور خارجه عمان روز دوشنبه وارد بغداد شد.",
        "احمدی در این سفر با محمد حسینی وزیر امور خارجه عراق دیدار و گفت‌وگو کرد.",
        "احمدی همچنین با یوسف کریمی وزیر امور خارجه مصر تلفنی گفت‌وگو کرد.",
    ),
    "ru": (
        "Министр иностранных дел Омана Салем Хабси прибыл в понедельник с визитом в Багдад.",
        "Хабси встретился с министром иностранных дел Ирака Каримом Джабури.",
        "Хабси провёл телефонный разговор с министром иностранных дел Египта Тареком Миньяви.",
    ),
}
PLANNED = {
    "ar": "يزور وزير الخارجية العماني سالم الحبسي بغداد الأسبوع المقبل. وسيلتقي الحبسي خلال الزيارة وزير الخارجية العراقي كريم الجبوري.",
    "en": "Omani Foreign Minister Salem al-Habsi will visit Baghdad next week. During the visit he will meet Iraqi Foreign Minister Karim al-Jubouri.",
    "fa": "سالم احمدی وزیر امور خارجه عمان هفته آینده به بغداد سفر خواهد کرد. احمدی در این سفر با محمد حسینی وزیر امور خارجه عراق دیدار خواهد کرد.",
    "ru": "Министр иностранных дел Омана Салем Хабси на следующей неделе посетит Багдад. В ходе визита Хабси встретится с министром иностранных дел Ирака Каримом Джабури.",
}


def read(text: str) -> Extraction:
    return RuleExtractor().extract(Article(text, (Block(0, len(text)),), published=date(2023, 5, 9)))


@pytest.mark.parametrize("language", VISITS)
def test_a_meeting_names_the_visit_and_a_call_names_none(language: str) -> None:
    read_ = read(" ".join(VISITS[language]))
    assert [(event.type.value, event.during) for event in read_.events] == [
        ("visit", None),
        ("meeting", 0),
        ("call", None),
    ]


@pytest.mark.parametrize("language", PLANNED)
def test_what_is_planned_belongs_to_the_visit_that_is_planned(language: str) -> None:
    visit, meeting = read(PLANNED[language]).events
    assert (visit.status.value, meeting.status.value) == ("planned", "planned")
    assert (visit.type.value, meeting.during) == ("visit", 0)


@pytest.mark.parametrize("language", VISITS)
def test_a_meeting_of_another_passage_keeps_its_visit(language: str) -> None:
    other = "fa" if language != "fa" else "ru"
    paragraphs = (" ".join(VISITS[other][::2]), " ".join(VISITS[language]))
    text = "\n".join(paragraphs)
    cut = len(paragraphs[0])
    blocks = (Block(0, cut), Block(cut + 1, len(text)))
    events = RuleExtractor().extract(Article(text, blocks, published=date(2023, 5, 9))).events
    assert [event.type.value for event in events if event.during is not None] == ["meeting"]
    assert all(event.during is None or events[event.during].type.value == "visit" for event in events)
    assert all(
        event.during is None or events[event.during].evidence.start > cut or language == other for event in events
    )


@pytest.mark.parametrize(
    "text",
    [
        "Omani Foreign Minister Salem al-Habsi will visit Baghdad on May 20. "
        "On Monday al-Habsi met Iraqi Foreign Minister Karim al-Jubouri in Muscat.",
        "Omani Foreign Minister Salem al-Habsi arrived in Baghdad on Monday. "
        "Al-Habsi met Egyptian Foreign Minister Tarek al-Minyawi in Cairo on April 3.",
    ],
)
def test_a_meeting_elsewhere_or_before_belongs_to_no_visit(text: str) -> None:
    events = read(text).events
    assert {event.type.value for event in events} == {"visit", "meeting"}
    assert all(event.during is None for event in events)


def test_the_graph_ties_the_meeting_to_the_visit() -> None:
    resolved = resolve(read(" ".join(VISITS["en"])))
    tied = {(fact.subject, fact.object) for fact in article_graph(resolved) if fact.predicate == diplo("during")}
    assert tied == {(resolved.events[1].iri, resolved.events[0].iri)}
