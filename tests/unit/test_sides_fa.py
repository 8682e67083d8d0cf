"""Persian: the other side of a meeting told by one alone, who speaks of himself, counterparts of several, bodies of capitals; sentences of our own."""

from datetime import date

import pytest
from reading_tools import extract, only, who

from kg.model import Status

BOTH = {"participant"}


@pytest.mark.parametrize(
    "words",
    [
        "محمدجواد ظریف در دیدار سفیر نروژ روابط دو کشور را خوب خواند.",
        "محمدجواد ظریف در تماس تلفنی وزیر خارجه نروژ گفت روابط دو کشور خوب است.",
        "در دیدار با سفیر نروژ، محمدجواد ظریف وزیر خارجه ایران گفت روابط دو کشور خوب است.",
    ],
)
def test_who_acts_at_the_meeting_of_somebody_met_him(words: str) -> None:
    event = only(words)
    assert {p.represents for p in event.participants} == {"Iran", "Norway"}
    assert set(who(event).values()) == BOTH


def test_a_noun_behind_the_owner_of_an_office_is_no_part_of_it() -> None:
    event = only("امیر قطر با وزیر خارجه نروژ روابط اسلو و دوحه را بررسی و دیدار کرد.")
    assert "وزیر خارجه نروژ" in who(event)


@pytest.mark.parametrize(
    "words",
    [
        "وزیر دفاع نروژ گفت: من با وزیر دفاع ژاپن در توکیو دیدار کردم.",
        "وزیر دفاع نروژ وارد فرودگاه شد. وزیر دفاع نروژ گفت: سفر خوبی بود. دیروز با وزیر دفاع ژاپن دیدار کردیم.",
    ],
)
def test_whoever_speaks_of_himself_takes_part(words: str) -> None:
    event = next(event for event in extract(words).events if event.type == "meeting")
    assert {p.represents for p in event.participants} == {"Norway", "Japan"}


def test_counterparts_of_several_states_are_as_many() -> None:
    event = only("وزیر خارجه قطر در نیویورک با همتایان هلندی، سوئدی و نروژی خود دیدار کرد.")
    assert [p.represents for p in event.participants] == ["Qatar", "Netherlands", "Sweden", "Norway"]


def test_a_letter_may_go_to_a_body_and_an_envoy_serves_in_no_letter() -> None:
    event = only("نماینده دائم نروژ در سازمان ملل در نامه‌ای به شورای امنیت این اقدام را محکوم کرد.")
    assert list(who(event).values()) == ["sender", "recipient"]


def test_the_government_of_a_capital_is_that_of_its_state() -> None:
    event = only("دور تازه مذاکرات میان نروژ و دولت کابل روز دوشنبه در دوحه آغاز شد.")
    assert "Afghanistan" in {p.represents for p in event.participants}


def test_members_of_this_delegation_are_the_delegation() -> None:
    text = "هیئتی از نروژ وارد توکیو شد. قرار است اعضای این هیئت با وزیر خارجه ژاپن دیدار کنند."
    meeting = next(event for event in extract(text).events if event.type == "meeting")
    assert {p.represents for p in meeting.participants} == {"Norway", "Japan"}


def test_that_country_is_where_an_ambassador_serves() -> None:
    event = only("سفیر نروژ در ژاپن با وزیر دفاع این کشور دیدار کرد.")
    assert {p.represents for p in event.participants} == {"Norway", "Japan"}


def test_a_visit_is_of_who_acts_in_its_relative() -> None:
    event = only("طی سفری که رجب طیب اردوغان رئیس جمهور ترکیه به ژاپن داشت، قراردادی امضا شد.")
    assert (event.type, who(event)) == ("visit", {"رجب طیب اردوغان": "visitor"})


def test_he_met_his_counterpart_who_is_of_another_state_than_the_one_told_last() -> None:
    text = "پادشاه اردن از علی لاریجانی رئیس مجلس ایران استقبال کرد. وی سپس با همتای اردنی خود دیدار کرد."
    events = extract(text).events
    assert [{p.represents for p in event.participants} for event in events] == [{"Jordan", "Iran"}] * len(events)


def test_meetings_apart_are_as_many_as_partners() -> None:
    text = "وزیر خارجه نروژ در دیدارهای جداگانه با وزیر خارجه ژاپن و وزیر خارجه قطر گفت‌وگو کرد."
    assert len(extract(text).events) == 2


def test_the_day_of_saying_is_not_that_of_what_is_planned() -> None:
    text = "کاخ سفید امروز در بیانیه‌ای اعلام کرد که دونالد ترامپ به ژاپن می‌رود."
    event = only(text, published=date(2020, 2, 11))
    assert (event.status, event.date) == (Status.PLANNED, None)


def test_what_somebody_warns_of_or_asks_is_no_event() -> None:
    assert not extract("وزیر خارجه نروژ به شهروندان خود نسبت به سفر به عراق هشدار داد.").events
    assert not extract("آیا نروژ و ژاپن درباره صید با هم مذاکره می‌کنند؟").events


def test_holders_may_be_counted() -> None:
    event = only("رئیس جمهور لبنان نشستی با سفرای پنج عضو دائم شورای امنیت برگزار کرد.")
    assert [p.represents for p in event.participants] == ["Lebanon", "United Nations Security Council"]
    event = only("رئیس جمهور لبنان با سفرای پنج کشور اروپایی دیدار کرد.")
    assert event.participants[1].role_name == "Ambassador"


def test_the_president_is_that_of_the_own_state_where_news_leave_out_his_office() -> None:
    text = "حسن روحانی با ولادیمیر پوتین رئیس جمهور روسیه تلفنی گفت‌وگو کرد. رئیس جمهور دیروز با امیر قطر دیدار کرد."
    meeting = next(event for event in extract(text).events if event.type == "meeting")
    assert {p.represents for p in meeting.participants} == {"Iran", "Qatar"}


def test_a_name_between_two_offices_belongs_to_the_one_that_has_no_other() -> None:
    text = "مایک پامپئو، وزیر خارجه آمریکا محمد توفیق علاوی، نخست وزیر عراق را در بغداد به حضور پذیرفت."
    assert {p.native: p.represents for p in only(text).participants} == {
        "مایک پامپئو": "United States",
        "محمد توفیق علاوی": "Iraq",
    }


def test_headlines_told_in_one_sentence_don_t_share_their_people() -> None:
    text = (
        "سفر دونالد ترامپ به هند، تمدید تحریم‌ها و دیدار وزیر خارجه قطر و وزیر خارجه ژاپن، از جمله مهم‌ترین خبرها بودند."
    )
    told = {event.type: {p.represents for p in event.participants} for event in extract(text).events}
    assert told == {"visit": {"United States"}, "meeting": {"Qatar", "Japan"}}


def test_who_leaves_a_place_for_another_goes_to_the_other() -> None:
    event = only("امانوئل ماکرون رئیس جمهور فرانسه پیش از ترک پاریس به مقصد توکیو گفت این سفر مهم است.")
    assert event.place is not None
    assert event.place.name == "Tokyo"


def test_what_somebody_travels_for_takes_place_where_the_visit_leads() -> None:
    text = "امانوئل ماکرون رئیس جمهور فرانسه ماه گذشته به آمریکا رفت تا با دونالد ترامپ رئیس جمهور آمریکا گفتگو کند."
    meeting = next(event for event in extract(text).events if event.type == "meeting")
    assert meeting.place is not None
    assert meeting.place.name == "United States"
