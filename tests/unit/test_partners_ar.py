"""Whom one meets, where only the partners stand by the noun: "to meet B", "a series of meetings with B", leaders in the plural."""

import pytest
from reading_tools import extract, only, who

E = "وزير الخارجية الإيراني محمد جواد ظريف"
C = "الرئيس الروسي فلاديمير بوتين"
IRANIAN, RUSSIAN = "محمد جواد ظريف", "فلاديمير بوتين"
BOTH = {IRANIAN, RUSSIAN}


@pytest.mark.parametrize(
    "text",
    [
        f"أبدى {C} استعداده للقاء {E}.",
        f"قال {C} إنه سيتشرف بلقاء {E} في الظروف المناسبة.",
        f"أكد {E} لدى لقائه بموسكو {C} أن الحوار مستمر.",
        f"{E} يجري سلسلة من اللقاءات مع {C}.",
        f"عقد {E} أمس عددا من الاجتماعات مع {C}.",
    ],
)
def test_a_noun_with_nobody_but_the_partner_takes_in_whom_the_sentence_is_about(text: str) -> None:
    event = only(text)
    assert (event.type.value, set(who(event))) == ("meeting", BOTH)


def test_several_partners_are_one_side() -> None:
    read = extract(f"وصل {C} إلى دمشق لإجراء مباحثات مع {E} والرئيس السوري بشار الأسد.").events
    assert [set(who(event)) for event in read] == [{"فلاديمير بوتين"}, {*BOTH, "بشار الأسد"}]


def test_whoever_is_met_on_a_journey_does_not_travel() -> None:
    read = extract(f"أعلن {C} أنه سيتوجه إلى طهران للقاء {E}.").events
    assert [set(who(event)) for event in read] == [{"فلاديمير بوتين"}, BOTH]


@pytest.mark.parametrize("leaders", ["زعماء سبع دول", "قادة دول المنطقة", "القادة العرب"])
def test_leaders_in_the_plural_are_somebody_and_officials_are_not(leaders: str) -> None:
    assert len(only(f"اجتمع {C} مع {leaders} في موسكو.").participants) == 2
    assert extract(f"اجتمع {C} مع مسؤولين في موسكو.").events == ()


def test_whoever_is_brought_along_is_not_whom_the_host_meets() -> None:
    visit, meeting = extract(
        f"يحل {C} بسوريا في زيارة تستغرق يومين، يلتقي خلالها الرئيس السوري بشار الأسد ترافقه وزيرة الثقافة السورية."
    ).events
    assert visit.type.value == "visit"
    assert set(who(meeting)) >= {"فلاديمير بوتين", "بشار الأسد"}


def test_a_verb_that_carries_the_noun_before_it_carries_no_letter_behind_it() -> None:
    events = extract(f"سلم {E} {C} خلال لقاء جمعهما بموسكو رسالة خطية من الرئيس الإيراني حسن روحاني.").events
    letter = next(event for event in events if event.type.value == "correspondence")
    assert who(letter) == {IRANIAN: "participant", RUSSIAN: "recipient", "حسن روحاني": "sender"}


def test_a_secretary_of_state_at_a_ministry_is_one_official() -> None:
    event = only(f"استقبل كاتب الدولة لدى وزير الخارجية التونسي صبري باش طبجي {E}.")
    assert who(event) == {"صبري باش طبجي": "host", "محمد جواد ظريف": "visitor"}
