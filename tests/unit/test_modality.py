from datetime import date

import pytest
from kg_loaders.article import Article, Block
from reading_tools import extract, only

from kg.extract.rules import RuleExtractor

C = "الرئيس الروسي فلاديمير بوتين"
D = "الرئيس التركي رجب طيب أردوغان"
E = "وزير الخارجية الإيراني محمد جواد ظريف"


@pytest.mark.parametrize(
    ("text", "status"),
    [
        (f"التقى {C} {D} في موسكو.", "held"),
        (f"{C} يلتقي {D} في موسكو.", "held"),
        (f"سيلتقي {C} {D} في موسكو.", "planned"),
        (f"سوف يلتقي {C} {D} في موسكو.", "planned"),
        (f"من المقرر أن يلتقي {C} {D} في موسكو.", "planned"),
        (f"يلتقي {C} {D} الأسبوع المقبل في موسكو.", "planned"),
        (f"يلتقي {C} غدا {D} في موسكو.", "planned"),
        (f"سيعقد اجتماع بين {C} و{D} في موسكو.", "planned"),
        (f"يعتزم {C} عقد لقاء مع {D}.", "planned"),
        (f"يزور {E} سوريا الأسبوع المقبل.", "planned"),
        (f"من المتوقع أن يصل {E} إلى دمشق.", "planned"),
        (f"أرجأ {E} زيارته إلى سوريا.", "postponed"),
        (f"تأجلت زيارة {E} إلى دمشق.", "postponed"),
        (f"تم تأجيل اللقاء بين {C} و{D}.", "postponed"),
        (f"ألغى {E} زيارته إلى دمشق.", "cancelled"),
        (f"ألغي اللقاء بين {C} و{D}.", "cancelled"),
        (f"إلغاء زيارة {E} إلى دمشق.", "cancelled"),
        (f"تم عقد لقاء بين {C} و{D} في موسكو.", "held"),
    ],
)
def test_tense_and_neighbours_tell_whether_it_took_place(text: str, status: str) -> None:
    assert only(text).status.value == status


@pytest.mark.parametrize(
    "text",
    [
        f"وكان {C} قد التقى {D} الشهر الماضي في موسكو.",
        f"يذكر أن {C} التقى {D} في موسكو.",
        f"تجدر الإشارة إلى أن {E} زار دمشق.",
        f"سبق أن التقى {C} {D} في موسكو.",
    ],
)
def test_what_is_told_as_history_is_background(text: str) -> None:
    events = extract("أعلن الكرملين أن العمل مستمر على تسوية الأزمة.", "وأضاف أن الأوضاع في تحسن.", text).events
    assert [event.salience.value for event in events] == ["background"]


def test_the_news_is_main_and_the_history_behind_it_background() -> None:
    events = extract(f"التقى {C} {D} في موسكو أمس.", f"وكان {E} قد زار دمشق الشهر الماضي.").events
    assert [(event.type.value, event.salience.value) for event in events] == [
        ("meeting", "main"),
        ("visit", "background"),
    ]


def test_a_long_gone_day_makes_background_of_what_happened_on_it() -> None:
    text = f"التقى {C} {D} في موسكو في 3 مارس 2018."
    first = "أعلن الكرملين أن العمل مستمر على تسوية الأزمة."
    (event,) = extract(first, text).events
    (unknown,) = extract(first, text, published=None).events
    assert (event.salience.value, unknown.salience.value) == ("background", "main")


def test_a_day_after_publication_is_a_plan_unless_the_verb_is_past() -> None:
    assert only(f"يزور {E} دمشق في 25 أكتوبر 2020.").status.value == "planned"
    assert only(f"زار {E} دمشق في 25 أكتوبر 2020.").status.value == "held"


def test_the_date_of_an_event_is_that_of_its_own_clause() -> None:
    events = extract(f"التقى {C} {D} في موسكو يوم 19 أكتوبر 2020، فيما زار {E} دمشق يوم 12 أكتوبر 2020.").events
    assert [event.date and event.date.earliest for event in events] == [date(2020, 10, 19), date(2020, 10, 12)]


def test_an_event_without_a_date_phrase_has_no_date() -> None:
    assert only(f"التقى {C} {D} في موسكو.").date is None


def test_an_occasion_that_is_denied_is_told_as_denied() -> None:
    event = only(f"نفى المتحدث عقد لقاء بين {C} و{D}.")
    assert (event.status.value, len(event.participants)) == ("denied", 2)


def test_a_month_alone_makes_background_of_what_happened_in_it() -> None:
    first = "أعلن الكرملين أن العمل مستمر على تسوية الأزمة."
    (event,) = extract(first, f"التقى {C} {D} في موسكو في مايو.", published=date(2020, 10, 20)).events
    (news,) = extract(first, f"التقى {C} {D} في موسكو أمس.", published=date(2020, 10, 20)).events
    assert (event.salience.value, news.salience.value) == ("background", "main")


def test_what_is_told_once_of_others_further_down_is_background() -> None:
    lines = ["وأكد الجانبان أهمية الحوار.", "وأشار بوتين إلى التقدم في المحادثات."]
    told = f"وزار {E} دمشق."
    events = extract(f"التقى {C} {D} في موسكو.", *lines, told).events
    assert [event.salience.value for event in events] == ["main", "background"]
    same = extract(f"التقى {C} {D} في موسكو.", *lines, "وزار بوتين دمشق.").events
    assert [event.salience.value for event in same] == ["main", "main"]


def test_the_relative_behind_a_noun_tells_what_will_be() -> None:
    assert only(f"لقاء مرتقب بين {C} و{D} في موسكو.").status.value == "planned"


DENIED = [
    ("نفت وزارة الخارجية اللبنانية، اليوم، أن يكون الرئيس اللبناني وسيم كرم قد التقى الرئيس القبرصي ستافروس ياكوفو.", "denied"),
    ("نفى الرئيس اللبناني وسيم كرم الاتهامات، والتقى في بيروت الرئيس القبرصي ستافروس ياكوفو.", "held"),
    ("The Lebanese foreign ministry denied on Monday that President Wassim Karam had met Cypriot President Stavros Iakovou in Nicosia.", "denied"),
    ("Lebanese President Wassim Karam denied the charge and met Cypriot President Stavros Iakovou in Nicosia.", "held"),
    ("سخنگوی وزارت امور خارجه ایران خبر دیدار علی احمدی وزیر امور خارجه با محمد حسینی وزیر خارجه عراق را تکذیب کرد.", "denied"),
    ("МИД Ливана опроверг сообщения о встрече президента Ливана Васима Карама с президентом Кипра Ставросом Якову.", "denied"),
    ("Президент Ливана Васим Карам опроверг обвинения и встретился с президентом Кипра Ставросом Якову.", "held"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "status"), DENIED)
def test_a_denial_reaches_what_is_denied_and_nothing_else(text: str, status: str) -> None:
    (event,) = RuleExtractor().extract(Article(text, (Block(0, len(text)),))).events
    assert event.status.value == status
