"""Whom one meets, where only the partners stand by the noun: "to meet B", "a series of meetings with B", leaders in the plural."""

import pytest
from reading_tools import extract, only, who

E = "وزير الخارجية الإيراني محمد جواد ظريف"
C = "الرئيس الروسي فلاديمير بوتين"
BOTH = {"محمد جواد ظريف", "فلاديمير بوتين"}


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
