"""Persian: unknown names, pronouns and officials without a name, and what only looks like somebody who acts."""

import pytest
from reading_tools import extract, only, who

TURKISH, FRENCH = "رجب طیب اردوغان", "امانوئل ماکرون"
C, D = f"{TURKISH} رئیس‌جمهور ترکیه", f"{FRENCH} رئیس جمهور فرانسه"
BOTH = {TURKISH: "participant", FRENCH: "participant"}


@pytest.mark.parametrize("name", ["«بلزک درونگ»", "«بلزک درونگ»،", "بلزک درونگ،"])
def test_a_name_that_nobody_knows_is_told_by_the_office_behind_it(name: str) -> None:
    event = only(f"{name} سفیر فرانسه در آنکارا، دیروز با {C} دیدار کرد.")
    assert [(p.native, p.represents) for p in event.participants] == [("بلزک درونگ", "France"), (TURKISH, "Turkey")]


def test_ordinary_words_ahead_of_an_office_are_no_name() -> None:
    event = only(f"به نوشته این روزنامه معتبر، سفیر فرانسه در آنکارا با {C} دیدار کرد.")
    assert [p.native for p in event.participants] == [None, TURKISH]


def test_a_stray_half_space_behind_a_comma_parts_nobody_from_his_office() -> None:
    told = f"{TURKISH}،\u200c رئیس‌جمهور ترکیه با {D} دیدار کرد."
    assert [p.represents for p in only(told).participants] == ["Turkey", "France"]


def test_who_is_told_beside_the_object_of_a_preposition_does_not_act() -> None:
    event = only(f"{C} در سالگرد روابط ایران و ژاپن با {D} دیدار کرد.")
    assert who(event) == BOTH


def test_what_he_did_is_told_of_whom_the_sentence_is_about() -> None:
    events = extract(
        f"سخنان {TURKISH} رئیس‌جمهور ترکیه در حالی منتشر شد که او دیروز با {D} و امیر قطر دیدار کرد."
    ).events
    assert [next(p.native for p in event.participants) for event in events] == [TURKISH]


def test_a_clause_that_tells_what_somebody_said_has_a_subject_of_its_own() -> None:
    event = only(f"{C} با اشاره به اینکه {D} فردا به مسکو سفر می‌کند، از این تصمیم استقبال کرد.")
    assert (event.type, who(event)) == ("visit", {FRENCH: "visitor"})


def test_officials_of_both_sides_are_those_told_by_name() -> None:
    event = only(f"{C} با {D} دیدار کرد.", "دیدار مقامات ترکیه و فرانسه درباره بحران سوریه بود.")
    assert (event.type, who(event)) == ("meeting", BOTH)


def test_officials_told_first_give_way_to_those_told_by_name() -> None:
    event = only("دیدار مقامات ترکیه و فرانسه دیروز برگزار شد.", f"{C} با {D} دیدار کرد.")
    assert who(event) == BOTH


@pytest.mark.parametrize(
    ("text", "kind", "name"),
    [
        ("نشست اضطراری شورای امنیت درباره لیبی دیروز برگزار شد.", "meeting", "United Nations Security Council"),
        ("دبیرکل خواستار برگزاری نشست وزرای خارجه اتحادیه اروپا شد.", "summit", "Foreign Ministers of European Union"),
    ],
)
def test_a_body_of_states_meets_alone(text: str, kind: str, name: str) -> None:
    event = only(text)
    assert (event.type, [p.name for p in event.participants]) == (kind, [name])


@pytest.mark.parametrize("body", ["شورای امنیت ملی عراق", "شورای شهر تهران", "حزب عدالت و توسعه"])
def test_a_body_of_one_state_does_not(body: str) -> None:
    assert not extract(f"نشست {body} دیروز برگزار شد.").events


def test_who_talks_with_nobody_told_talks_with_nobody() -> None:
    assert not extract(f"{C} وارد آنکارا شد. {D} درباره بحران سوریه در پاریس گفت‌وگو کرد.").events[1:]


def test_a_ministry_that_is_quoted_does_not_act_with_the_minister() -> None:
    event = only(f"به نقل از وبگاه وزارت خارجه ترکیه، {C} با {D} دیدار کرد.")
    assert who(event) == BOTH


def test_a_process_is_no_journey() -> None:
    assert not extract(f"{C} خواهان احیای روند صلح در سوریه شد.").events


def test_the_president_alone_is_the_one_told_before() -> None:
    events = extract(f"{C} با {D} دیدار کرد. سفر رئیس‌جمهور به قطر فردا انجام می‌شود.").events
    assert [event.type.value for event in events] == ["meeting", "visit"]


def test_a_delegation_that_travels_is_known_behind_a_number() -> None:
    event = only("سفر یک هیأت قطری به ترکیه دیروز آغاز شد.")
    assert [(p.kind.value, p.represents) for p in event.participants] == [("delegation", "Qatar")]


@pytest.mark.parametrize(
    "text",
    [
        "رئیس سازمان نظام مهندسی در نامه‌ای به حسن روحانی رئیس‌جمهور ایران خواستار کاهش مالیات شد.",
        "حسن روحانی رئیس‌جمهور ایران دیروز با وزیر بهداشت دیدار کرد.",
        "رئیس‌جمهور دیروز با رهبر معظم انقلاب دیدار کرد.",
    ],
)
def test_officials_told_without_a_state_are_of_the_home_state(text: str) -> None:
    assert not extract(text).events


def test_two_states_that_write_news_in_one_language_are_two_sides() -> None:
    event = only("وزیر خارجه ایران دیروز با وزیر خارجه افغانستان دیدار کرد.")
    assert [p.represents for p in event.participants] == ["Iran", "Afghanistan"]


def test_accusations_that_are_brought_arrive_nowhere() -> None:
    assert not extract(f"{C} به چین و روسیه هم اتهام‌هایی وارد کرد.").events
