"""Who takes part where the verb stands last: every verb and noun of the Persian lexicon, in sentences of our own."""

import pytest
from reading_tools import extract, only, who

from kg.extract.compiling import compile_lexicon
from kg.extract.entries import Cls
from kg.lang import load_pack
from kg.model import Status

IRANIAN, RUSSIAN = "محمدجواد ظریف", "سرگئی لاوروف"
A = f"{IRANIAN} وزیر امور خارجه کشورمان"
B = f"{RUSSIAN} همتای روس خود"
TURKISH, FRENCH = "رجب طیب اردوغان", "امانوئل ماکرون"
C = f"{TURKISH} رئیس‌جمهور ترکیه"
D = f"{FRENCH} رئیس جمهور فرانسه"
MINISTERS = {IRANIAN: "participant", RUSSIAN: "participant"}
PRESIDENTS = {TURKISH: "participant", FRENCH: "participant"}
VISITOR = {IRANIAN: "visitor"}

VERBS = [
    (f"{A} امروز وارد مسکو شد.", "visit", VISITOR),
    (f"{A} عازم مسکو شد.", "visit", VISITOR),
    (f"{A} دیروز به مسکو رفت.", "visit", VISITOR),
    (f"{A} به مسکو رسید.", "visit", VISITOR),
    (f"{A} به مسکو آمد.", "visit", VISITOR),
    (f"{A} در مسکو به سر می‌برد.", "visit", VISITOR),
    (f"{C} و {D} در آنکارا گرد هم آمدند.", "meeting", PRESIDENTS),
    (f"{C} دیروز {D} را به حضور پذیرفت.", "meeting", {TURKISH: "host", FRENCH: "participant"}),
]
NOUNS = [
    (f"{A} با {B} دیدار کرد.", "meeting", MINISTERS),
    (f"{A} با {B} گفتگو کرد.", "meeting", MINISTERS),
    (f"{A} با {B} صحبت کرد.", "meeting", MINISTERS),
    (f"{A} با {B} مذاکره کرد.", "meeting", MINISTERS),
    (f"دور دوم مذاکرات {C} و {D} در ژنو برگزار شد.", "negotiation_round", PRESIDENTS),
    (f"نشست {C} و {D} در آنکارا برگزار شد.", "meeting", PRESIDENTS),
    (f"اجلاس سران با حضور {C} و {D} در تهران برگزار شد.", "summit", PRESIDENTS),
    (f"{C} در آنکارا میزبان {D} بود.", "meeting", {TURKISH: "host", FRENCH: "visitor"}),
    (f"{A} ایران را به مقصد مسکو ترک کرد.", "visit", VISITOR),
    (f"{C} از {D} استقبال کرد.", "meeting", {TURKISH: "host", FRENCH: "visitor"}),
    (f"{C} با {D} گفت‌وگوی تلفنی داشت.", "call", PRESIDENTS),
    (f"{C} با {D} تماس گرفت.", "call", PRESIDENTS),
    (f"{A} به مسکو سفر کرد.", "visit", VISITOR),
    (f"{A} به مسکو ورود کرد.", "visit", VISITOR),
    (f"{A} از مسکو بازدید کرد.", "visit", VISITOR),
    (f"{C} نامه‌ای به {D} ارسال کرد.", "correspondence", {TURKISH: "sender", FRENCH: "recipient"}),
]


@pytest.mark.parametrize(("text", "kind", "roles"), [*VERBS, *NOUNS])
def test_each_trigger_takes_its_arguments(text: str, kind: str, roles: dict[str, str]) -> None:
    event = only(text)
    assert (event.type, who(event)) == (kind, roles)


def test_every_verb_and_noun_of_the_persian_lexicon_is_read_in_a_sentence_here() -> None:
    lexicon = compile_lexicon(load_pack("fa"))
    read = set()
    for trigger in (only(text).trigger.text for text, _, _ in [*VERBS, *NOUNS]):
        first, *rest = lexicon.words.phrase(trigger)
        read |= {
            id(c.entry.frame)
            for c in lexicon.candidates(first)
            if c.entry.cls in (Cls.VERB, Cls.NOUN) and len(c.rest) == len(rest)
        }
    known = {id(e.frame): e for found in lexicon.index.values() for _, e in found if e.frame is not None}
    assert {frame for frame in known if frame not in read} == set(), "write a sentence for each verb and noun"


@pytest.mark.parametrize("talk", ["گفت‌وگو", "گفتگو", "گفت و گو", "گفتوگو", "دیدار و گفت‌وگو", "رایزنی"])
def test_a_half_space_may_be_written_left_out_or_a_blank(talk: str) -> None:
    assert who(only(f"{A} با {B} {talk} کرد.")) == MINISTERS


@pytest.mark.parametrize("office", ["رئیس‌جمهور", "رئیس جمهور", "رئیسجمهور", "رییس جمهور", "رييس جمهوري"])
def test_an_office_is_read_in_every_spelling(office: str) -> None:
    event = only(f"{TURKISH} {office} ترکیه با {D} دیدار کرد.")
    assert [p.represents for p in event.participants] == ["Turkey", "France"]


def test_persian_typed_on_an_arabic_keyboard_is_read() -> None:
    text = f"{A} با {B} در مسکو دیدار و گفتگو کرد.".replace("ی", "ي").replace("ک", "ك")
    assert {p.represents for p in only(text).participants} == {"Iran", "Russia"}


def test_the_writers_own_country_is_iran() -> None:
    assert [p.represents for p in only(f"{A} با {B} دیدار کرد.").participants] == ["Iran", "Russia"]


def test_a_noun_without_a_verb_takes_those_around_it() -> None:
    assert who(only(f"سفر {C} به پاریس.")) == {TURKISH: "visitor"}
    assert who(only(f"دیدار {C} با {D} در پاریس انجام شد.")) == PRESIDENTS


def test_two_verbs_may_share_the_last_one() -> None:
    event = only(f"{C} با {D} دیدار و درباره بحران سوریه رایزنی کرد.")
    assert who(event) == PRESIDENTS


def test_a_subject_acts_behind_its_relative_clause_as_well() -> None:
    events = extract(f"{C} که به پاریس سفر کرده است، با {D} دیدار کرد.").events
    assert {event.type: who(event) for event in events} == {"visit": {TURKISH: "visitor"}, "meeting": PRESIDENTS}


def test_a_place_may_stand_before_the_verb_or_behind_it() -> None:
    told = [f"{A} به مسکو سفر کرد.", f"{A} وارد مسکو شد.", f"سفر {A} به مسکو پایان یافت."]
    assert [event.place.name for event in map(only, told) if event.place is not None] == ["Moscow"] * 3


@pytest.mark.parametrize(
    ("text", "status"),
    [
        (f"قرار است {A} فردا با {B} دیدار کند.", Status.PLANNED),
        (f"{A} فردا به مسکو سفر خواهد کرد.", Status.PLANNED),
        (f"{A} به مسکو سفر می‌کند.", Status.PLANNED),
        (f"{A} به مسکو سفر کرده است.", Status.HELD),
        (f"سفر {A} به مسکو لغو شد.", Status.CANCELLED),
        (f"دیدار {C} با {D} به تعویق افتاد.", Status.POSTPONED),
        (f"سفر {A} به مسکو که برای شنبه برنامه‌ریزی شده بود، لغو شد.", Status.CANCELLED),
    ],
)
def test_the_tense_and_what_stands_behind_tell_the_status(text: str, status: Status) -> None:
    assert only(text).status is status


@pytest.mark.parametrize(
    "text",
    [
        f"{A} با {B} دیدار نکرد.",
        f"{A} باید با {B} دیدار کند.",
        f"{A} از پیشنهاد روسیه استقبال کرد.",
        "مذاکره با آمریکا سودی ندارد.",
        f"{A} در گفت‌وگو با خبرنگاران از مردم تشکر کرد.",
    ],
)
def test_what_did_not_happen_or_is_no_occasion_is_no_event(text: str) -> None:
    assert extract(text).events == ()


def test_who_said_it_stands_before_the_verb_and_what_behind_or_before() -> None:
    said = extract(f"{A} گفت: تحریم‌ها باید لغو شود. وی بر اهمیت صلح تاکید کرد. {C} خواستار آتش‌بس شد.").statements
    assert [(s.speaker.native, s.act) for s in said] == [
        (IRANIAN, "call_for"),
        (IRANIAN, "affirm"),
        (TURKISH, "call_for"),
    ]
    assert [s.about.text for s in said if s.about is not None][1] == "اهمیت صلح"


def test_an_unknown_surname_is_found_before_its_office() -> None:
    event = only("کاظم فرزانه‌پور، وزیر خارجه ایران، با سالم الدوسری، همتای عمانی خود، دیدار کرد.")
    assert set(who(event)) == {"کاظم فرزانه‌پور", "سالم الدوسری"}


def test_those_who_were_there_join_the_meeting_told_before() -> None:
    event = only(f"{C} با {D} دیدار کرد. در این دیدار {A} نیز حضور داشت.")
    assert who(event) == {**PRESIDENTS, IRANIAN: "participant"}


def test_talks_by_phone_are_a_call() -> None:
    event = only(f"{C} تلفنی با {D} درباره بحران سوریه صحبت کرد.")
    assert (event.type, who(event)) == ("call", PRESIDENTS)
    assert [topic.name for topic in event.topics] == ["situation in Syria"]


def test_an_office_may_be_of_two_things() -> None:
    event = only(f"وزیر انرژی و معادن الجزایر با {C} دیدار کرد.")
    assert [p.represents for p in event.participants] == ["Algeria", "Turkey"]


def test_that_country_is_the_one_told_last() -> None:
    event = only(f"{C} امروز با وزیر خارجه قطر و وزیر دفاع این کشور دیدار کرد.")
    assert [p.represents for p in event.participants] == ["Turkey", "Qatar", "Qatar"]


def test_a_letter_needs_somebody_to_whom_it_goes() -> None:
    assert extract(f"{C} در پیامی از مردم تشکر کرد.").events == ()
    handed = extract(f"{A} با {C} دیدار و پیام حسن روحانی را به وی تسلیم کرد.").events
    roles = {"حسن روحانی": "sender", TURKISH: "recipient", IRANIAN: "participant"}
    assert roles in [who(event) for event in handed]


def test_an_office_of_several_states_behind_the_names_is_each_ones_own() -> None:
    event = only(f"«{TURKISH}» و «{FRENCH}» رؤسای جمهور ترکیه و فرانسه دیروز در پاریس دیدار کردند.")
    assert [(p.native, p.represents) for p in event.participants] == [(TURKISH, "Turkey"), (FRENCH, "France")]


def test_that_delegation_is_the_one_told_before() -> None:
    events = extract(f"هیأتی از دولت عمان با {C} دیدار کرد.", "این هیأت دیروز وارد آنکارا شد.").events
    assert [(event.type, [p.represents for p in event.participants]) for event in events] == [
        ("meeting", ["Oman", "Turkey"]),
        ("visit", ["Oman"]),
    ]


def test_a_holder_of_an_office_of_that_country_is_known_again_by_it() -> None:
    event = only(
        f"وزارت دفاع ترکیه خبر داد خلوصی آکار، وزیر دفاع این کشور، با {D} دیدار کرد.",
        f"وزیر دفاع ترکیه با {D} دیدار کرد.",
    )
    assert [(p.native, p.represents) for p in event.participants] == [("خلوصی آکار", "Turkey"), (FRENCH, "France")]


def test_a_state_is_narrowed_to_the_city_that_is_told_elsewhere() -> None:
    visit = extract(f"{A} به چین سفر کرد.", f"{A} صبح امروز به پکن رسید.").events[0]
    assert (visit.type, visit.place and visit.place.name) == ("visit", "Beijing")


def test_a_city_is_the_place_behind_any_noun() -> None:
    event = only(f"{C} با {D} گفت‌وگوهای سیاسی در استانبول انجام داد.")
    assert event.place is not None
    assert event.place.name == "Istanbul"


def test_do_carries_only_the_noun_beside_it() -> None:
    text = f"این شبکه تصویر دیدار {C} و {D} را مسدود کرد."
    assert only(text).rule == "fa:noun:meeting"


@pytest.mark.parametrize("word", ["خواستار", "پیشنهاد", "احتمال"])
def test_a_meeting_that_somebody_wants_is_planned(word: str) -> None:
    (event, *_) = extract(f"مسکو {word} دیدار {C} با {D} شد.").events
    assert event.status is Status.PLANNED


def test_a_meeting_that_is_said_to_lack_is_none() -> None:
    assert extract(f"عدم دیدار {C} با {D} ادامه دارد.").events == ()
    assert extract(f"{C} و {D} درباره لزوم همکاری منطقه‌ای گفت‌وگو کردند.").events != ()


def test_talks_told_again_after_a_call_are_that_call() -> None:
    event = only(f"{C} و {D} در تماسی تلفنی گفت‌وگو کردند.", f"محور گفت‌وگوی {TURKISH} و {FRENCH} بحران سوریه بود.")
    assert (event.type, who(event)) == ("call", PRESIDENTS)


def test_a_letter_to_each_of_several_is_as_many_letters() -> None:
    events = extract(
        f"{C} با ارسال نامه‌های جداگانه به رهبر معظم انقلاب اسلامی و رئیس‌جمهور عراق، عید را تبریک گفت."
    ).events
    assert [(event.type, [p.function for p in event.participants]) for event in events] == [
        ("correspondence", ["sender", "recipient"])
    ] * 2


def test_talks_of_states_or_delegations_are_a_round_and_those_of_persons_a_meeting() -> None:
    told = {"ترکیه و روسیه": "negotiation_round", f"{C} و {D}": "meeting"}
    assert {who: only(f"مذاکرات {who} در آنکارا ادامه یافت.").type.value for who in told} == told


def test_a_state_that_is_looked_at_is_visited() -> None:
    event = only(f"{C} دیروز از پاکستان بازدید کرد.")
    assert (event.type, event.place and event.place.name) == ("visit", "Pakistan")


def test_a_well_known_name_needs_no_office() -> None:
    event = only("دونالد ترامپ ماه آینده به هند سفر خواهد کرد.")
    assert [(p.native, p.represents) for p in event.participants] == [("دونالد ترامپ", "United States")]


def test_the_only_date_told_before_an_event_is_its_own() -> None:
    event = only(f"{C} روز گذشته تأکید کرد که پس از دیدار با {D} خوش‌بین است.")
    assert event.date is not None
    assert event.date.span.text == "روز گذشته"


def test_a_plan_printed_late_is_not_put_off_for_a_year() -> None:
    event = only(f"قرار است {C} یکشنبه ۲۷ مهر با {D} دیدار کند.")
    assert event.date is not None
    assert event.date.earliest is not None
    assert event.date.earliest.year == 2020


def test_an_adviser_is_not_of_the_place_where_he_is_met() -> None:
    event = only(f"{C} با جان بولتون، مشاور رئیس جمهور آمریکا در استانبول دیدار کرد.")
    assert event.place is not None
    assert event.place.name == "Istanbul"


def test_his_counterpart_may_be_one_word_with_his_state() -> None:
    event = only("هایکو ماس وزیر خارجه آلمان با سرگئی لاوروف، همتای روسی‌اش، دیدار کرد.")
    assert [p.represents for p in event.participants] == ["Germany", "Russia"]
