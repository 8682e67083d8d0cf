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


def test_a_second_office_behind_and_is_that_of_the_same_person() -> None:
    event = only("کاوه رادمنش، وزیر راه و فرستاده ویژه رییس جمهور با «ولادیمیر زلنسکی» رئیس جمهور اوکراین ملاقات کرد.")
    assert set(who(event)) == {"کاوه رادمنش", "ولادیمیر زلنسکی"}


def test_capitals_and_short_names_of_the_well_known_stand_for_their_states() -> None:
    talks = only("مذاکرات تهران و مسکو فردا در ژنو برگزار می‌شود.")
    assert {p.name for p in talks.participants} == {"Iran", "Russia"}
    assert {p.represents for p in only("دیدار لاوروف با ظریف در مونیخ").participants} == {"Iran", "Russia"}


def test_a_capital_behind_another_preposition_is_a_place() -> None:
    stops = extract("وزیر خارجه آلمان به تهران و مسکو سفر کرد.").events
    assert [(stop.place.name if stop.place else None, len(stop.participants)) for stop in stops] == [
        ("Tehran", 1),
        ("Moscow", 1),
    ]


def test_whoever_is_the_host_of_somebody_received_them() -> None:
    event = only("وزیر خارجه قطر دیروز در دوحه میزبان وزیر خارجه نروژ بود.")
    assert who(event) == {"وزیر خارجه قطر": "host", "وزیر خارجه نروژ": "visitor"}


def test_the_comma_parts_one_partner_from_the_next() -> None:
    read = extract("وزیر خارجه مصر پیش از دیدار با وزیر خارجه نروژ، با وزیر خارجه چین نیز گفت‌وگو کرد.")
    assert {frozenset(p.represents for p in event.participants) for event in read.events} >= {
        frozenset({"Egypt", "China"})
    }


@pytest.mark.parametrize(
    "words",
    [
        "مذاکره ایران و آمریکا موضوع یک گزارش تازه است.",
        "وزیر نیرو گفت: سوخت ما همیشه از روسیه به ایران می‌آید.",
    ],
)
def test_what_is_formless_or_no_journey_is_no_event(words: str) -> None:
    assert not extract(words).events


def test_letters_may_go_both_ways() -> None:
    event = only("تهران و واشنگتن نامه‌های تندی رد و بدل کردند.")
    assert {(p.name, p.function.value) for p in event.participants} == {
        ("Iran", "sender"),
        ("United States", "sender"),
    }


def test_the_ministers_of_a_bloc_meet_as_the_bloc() -> None:
    event = only("وزیران نفت اوپک در سومین نشست عادی این سازمان در وین به توافق رسیدند.")
    assert (event.type, [p.represents for p in event.participants]) == ("summit", ["OPEC"])


def test_what_a_body_holds_is_its_own_meeting_whatever_it_prepares() -> None:
    event = only("سازمان همکاری اسلامی فردا در جده نشستی برای بررسی اوضاع سودان برگزار خواهد کرد.")
    assert (event.type, event.status, event.place.name if event.place else None) == ("summit", Status.PLANNED, "Jeddah")


def test_the_city_of_a_conference_is_where_somebody_met_beside_it() -> None:
    event = only("وزیر خارجه ایران در حاشیه کنفرانس امنیتی مونیخ با همتای آلمانی خود دیدار کرد.")
    assert event.place is not None
    assert event.place.name == "Munich"


def test_company_speaks_for_those_whom_it_is_told_behind() -> None:
    read = extract("هیاتی از ایران به ریاست معاون وزیر خارجه برای گفت‌وگو با مقامات افغانستان وارد کابل شد.")
    visit = next(event for event in read.events if event.type == "visit")
    assert {p.represents for p in visit.participants} == {"Iran"}


def test_bound_for_a_place_in_the_present_is_a_plan() -> None:
    assert only("رئیس‌جمهور آمریکا همین ماه عازم هند می‌شود.").status is Status.PLANNED


@pytest.mark.parametrize(
    "words",
    [
        "وزیر خارجه عربستان از شکست توافق با روسیه صحبت کرد.",
        "تحریم تازه مذاکره ایران با آمریکا را مشکل کرده است.",
    ],
)
def test_a_topic_takes_the_state_behind_it(words: str) -> None:
    assert not extract(words).events


def test_so_many_of_a_group_act_together() -> None:
    event = only("۴۰ تن از نمایندگان پارلمان آلمان دیروز در نامه‌ای به رئیس‌جمهور فرانسه هشدار دادند.")
    assert {(p.represents, p.function.value) for p in event.participants} == {
        ("Germany", "sender"),
        ("France", "recipient"),
    }


def test_whoever_hands_over_the_letter_of_another_takes_part() -> None:
    read = extract("وزیر راه ایران با رئیس جمهور اوکراین ملاقات و پیام حسن روحانی را به وی تسلیم کرد.")
    letter = next(event for event in read.events if event.type == "correspondence")
    assert who(letter) == {"حسن روحانی": "sender", "رئیس جمهور اوکراین": "recipient", "وزیر راه ایران": "participant"}


def test_a_delegation_that_comes_along_is_of_the_side_of_its_official() -> None:
    event = only("رئیس جمهوری سوریه دیروز از وزیر خارجه روسیه و هیئت همراه وی استقبال کرد.")
    assert {p.represents for p in event.participants} == {"Syria", "Russia"}


def test_a_prime_minister_told_behind_a_name_without_the_state_is_one_with_it() -> None:
    event = only("«بنیامین نتانیاهو» نخست وزیر، و «بنی گانتز» وزیر دفاع اسرائیل دیروز به آمریکا رفتند.")
    assert set(who(event)) == {"بنیامین نتانیاهو", "بنی گانتز"}


def test_a_visit_is_about_what_it_is_made_to_examine_and_leads_to_the_city_told_elsewhere() -> None:
    event = only(
        "هیأتی از روسیه دیروز برای بررسی بحران ادلب به ترکیه سفر کرد.",
        "سخنگوی هیأت در آنکارا به خبرنگاران گفت سفر مفید بود.",
    )
    assert [topic.name for topic in event.topics] == ["بحران ادلب"]
    assert event.place is not None
    assert event.place.name == "Ankara"
