"""Persian: names that no list knows, several sides before a noun, invitations, and those who come along; sentences of our own."""

from datetime import date

import pytest
from reading_tools import extract, only, who

from kg.model import Status


def test_a_name_of_unknown_words_is_told_by_the_office_behind_it() -> None:
    event = only("رجب طیب اردوغان رئیس‌جمهور ترکیه و چارلز میشل رئیس شورای اتحادیه اروپا تلفنی گفتگو کردند.")
    assert who(event) == {"رجب طیب اردوغان": "participant", "چارلز میشل": "participant"}


def test_a_counterpart_may_have_the_name_before_it() -> None:
    event = only("«حلوصی آکار» وزیر دفاع ترکیه و «مارک اسپر» همتای آمریکایی وی در آنکارا دیدار کردند.")
    named = {(p.native or ""): (p.represents, p.role.text if p.role else "") for p in event.participants}
    assert named["مارک اسپر"] == ("United States", "همتای آمریکایی وی")


def test_holders_told_before_their_common_office_take_its_states() -> None:
    event = only("محمدجواد ظریف و المار ممدیارف، وزیران خارجه ایران و جمهوری آذربایجان در باکو گفت‌وگو کردند.")
    assert {p.native: p.represents for p in event.participants} == {
        "محمدجواد ظریف": "Iran",
        "المار ممدیارف": "Azerbaijan",
    }


@pytest.mark.parametrize(
    "words",
    [
        "وزیر خارجه مصر و مشاور امنیت ملی آمریکا در دیداری که با یکدیگر داشتند بر همکاری تاکید کردند.",
        "وزیر خارجه مصر و مشاور امنیت ملی آمریکا در دیداری، بر همکاری تاکید کردند.",
    ],
)
def test_several_sides_before_a_noun_met_there(words: str) -> None:
    assert {p.represents for p in only(words).participants} == {"Egypt", "United States"}


def test_whoever_is_invited_is_the_visitor_and_whoever_invites_the_host() -> None:
    event = only("رئیس جمهور ترکیه از ولادیمیر پوتین رئیس جمهور روسیه دعوت کرد به آنکارا سفر کند.")
    assert (event.type, event.status) == ("visit", Status.PLANNED)
    assert who(event) == {"ولادیمیر پوتین": "visitor", "رئیس جمهور ترکیه": "host"}


def test_who_invited_a_visitor_is_his_host() -> None:
    event = only("امانوئل ماکرون رئیس جمهور فرانسه به دعوت نخست وزیر ژاپن وارد توکیو شد.")
    assert who(event) == {"امانوئل ماکرون": "visitor", "نخست وزیر ژاپن": "host"}


def test_the_verb_of_arriving_says_that_the_visit_took_place() -> None:
    event = only("امانوئل ماکرون رئیس جمهور فرانسه برای انجام یک سفر رسمی وارد توکیو شد.")
    assert event.status is Status.HELD


def test_what_somebody_is_only_ready_for_is_no_event() -> None:
    assert not extract("وزیر خارجه نروژ گفت کشورش آماده است با روسیه مذاکره کند.").events


def test_the_president_of_our_country_is_the_one_named_with_the_state() -> None:
    read = extract(
        "حسن روحانی رئیس جمهوری اسلامی ایران وارد توکیو شد.", "نخست وزیر ژاپن از رییس جمهور کشورمان استقبال کرد."
    )
    assert "حسن روحانی" in who(read.events[1])


def test_a_well_known_person_keeps_the_own_state_before_that_country() -> None:
    event = only("عربستان موافقت کرد و عمران خان، نخست وزیر این کشور با حسن روحانی رئیس جمهور ایران دیدار کرد.")
    assert {p.represents for p in event.participants} == {"Pakistan", "Iran"}


def test_where_and_when_is_told_by_the_verb_whose_subject_is_the_meeting() -> None:
    read = extract(
        "پنجمین اجلاس سران روز دوشنبه در عشق‌آباد برگزار شد.",
        "رئیس‌جمهور ایران و رئیس‌جمهور ترکمنستان در این اجلاس شرکت کردند.",
        published=date(2020, 10, 20),
    )
    assert read.events[0].place is not None
    assert (read.events[0].place.name, len(read.events[0].participants)) == ("Ashgabat", 2)
