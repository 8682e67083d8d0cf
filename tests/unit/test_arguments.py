import pytest
from reading_tools import extract, only, who

from kg.extract.compiling import compile_lexicon
from kg.extract.entries import Cls
from kg.lang import load_pack

SYRIAN, IRANIAN, OF_IRAN = "وليد المعلم", "محمد جواد ظريف", "محمد جواد ظريف"
A = f"وزير الخارجية السوري {SYRIAN}"
B = f"نظيره الإيراني {IRANIAN}"
E = f"وزير الخارجية الإيراني {IRANIAN}"
RUSSIAN, TURKISH = "فلاديمير بوتين", "رجب طيب أردوغان"
C = f"الرئيس الروسي {RUSSIAN}"
D = f"الرئيس التركي {TURKISH}"
MINISTERS = {SYRIAN: "participant", IRANIAN: "participant"}
PRESIDENTS = {RUSSIAN: "participant", TURKISH: "participant"}
VISITOR = {IRANIAN: "visitor"}

VERBS = [
    (f"بحث {A} مع {B} العلاقات الثنائية.", "meeting", MINISTERS),
    (f"ناقش {A} مع {B} العلاقات الثنائية.", "meeting", MINISTERS),
    (f"تباحث {A} مع {B} في دمشق.", "meeting", MINISTERS),
    (f"استعرض {A} مع {B} آفاق التعاون.", "meeting", MINISTERS),
    (f"تشاور {A} مع {B} بشأن الأزمة.", "meeting", MINISTERS),
    (f"تناول {A} مع {B} الأوضاع الإنسانية.", "meeting", MINISTERS),
    (f"التقى {A} {B} في طهران.", "meeting", MINISTERS),
    (f"قابلت {A} {B}.", "meeting", MINISTERS),
    (f"اجتمع {A} مع {B}.", "meeting", MINISTERS),
    (f"استقبل {C} {E}.", "meeting", {RUSSIAN: "host", IRANIAN: "visitor"}),
    (f"زار {E} سوريا.", "visit", VISITOR),
    (f"وصل {E} إلى دمشق.", "visit", VISITOR),
    (f"توجه {E} إلى روسيا.", "visit", VISITOR),
    (f"هاتفت {A} {B}.", "call", MINISTERS),
    (f"غادر {A} دمشق إلى موسكو.", "visit", {SYRIAN: "visitor"}),
    (f"حل {E} بدمشق صباح اليوم.", "visit", VISITOR),
    (f"سافر {E} إلى روسيا.", "visit", VISITOR),
    (f"أوفد {C} {E} إلى دمشق.", "visit", {RUSSIAN: "sender", **VISITOR}),
    (f"تحول {E} إلى روسيا.", "visit", VISITOR),
    (f"تحادث {A} مع {B} في دمشق.", "meeting", MINISTERS),
    (f"اتصل {A} ب{B}.", "call", MINISTERS),
    (f"{A} و{B} تحدثا هاتفيا.", "call", MINISTERS),
]
NOUNS = [
    (f"عقد {A} لقاء مع {B} في دمشق.", "meeting", MINISTERS),
    (f"عقد {A} لقاءات مع {B}.", "meeting", MINISTERS),
    (f"عقد اجتماع بين {A} و{B}.", "meeting", MINISTERS),
    (f"أجرى {A} محادثات مع {B}.", "meeting", MINISTERS),
    (f"أقام {A} مأدبة عشاء مع {B}.", "meeting", MINISTERS),
    (f"عقد {A} جلسة مع {B}.", "meeting", MINISTERS),
    (f"عقد {A} جلسة مباحثات مع {B}.", "meeting", MINISTERS),
    (f"عقد مؤتمر المانحين بين {A} و{B}.", "meeting", MINISTERS),
    (f"تحدث {A} مع {B}.", "call", MINISTERS),
    (f"اتفق {A} هاتفيا مع {B}.", "call", MINISTERS),
    (
        "تجري أشغال اللجنة المشتركة التونسية الجزائرية.",
        "meeting",
        {"التونسية": "participant", "الجزائرية": "participant"},
    ),
    (f"حضر {A} غداء مع {B}.", "meeting", MINISTERS),
    (f"أجرى {A} مقابلة مع {B}.", "meeting", MINISTERS),
    (f"تحدث {A} هاتفيا مع {B}.", "call", MINISTERS),
    (f"أجرى {A} مفاوضات مع {B}.", "negotiation_round", MINISTERS),
    (f"عقدت جولة محادثات بين {A} و{B}.", "negotiation_round", MINISTERS),
    (f"أجرى {A} اتصالا هاتفيا مع {B}.", "call", MINISTERS),
    (f"أجرى {A} اتصالا بنظيره الإيراني {IRANIAN}.", "call", MINISTERS),
    (f"قام {E} بزيارة إلى سوريا.", "visit", VISITOR),
    (f"بدأ {E} جولة شملت سوريا.", "visit", VISITOR),
    (f"عقد {C} قمة مع {D} في موسكو.", "summit", PRESIDENTS),
    (f"بعث {C} رسالة إلى {D}.", "correspondence", {RUSSIAN: "sender", TURKISH: "recipient"}),
    (
        f"تسلم {C} أوراق اعتماد السفير الإيراني كاظم جلالي.",
        "meeting",
        {RUSSIAN: "participant", "كاظم جلالي": "participant"},
    ),
    (f"تحدث {C} لدى استقباله {D} في موسكو عن التعاون.", "meeting", PRESIDENTS),
]


@pytest.mark.parametrize(
    ("text", "kind", "parts"), [*VERBS, *NOUNS], ids=lambda value: value if isinstance(value, str) else ""
)
def test_a_trigger_finds_its_arguments(text: str, kind: str, parts: dict[str, str]) -> None:
    event = only(text)
    assert (event.type.value, who(event)) == (kind, parts)


def test_every_verb_and_noun_of_the_lexicon_is_read_in_a_sentence_here() -> None:
    pack = load_pack("ar")
    lexicon = compile_lexicon(pack)
    triggers = [only(text).trigger.text for text, _, _ in [*VERBS, *NOUNS]]
    read = set()
    for trigger in triggers:
        first, *rest = lexicon.words.phrase(trigger)
        read |= {
            id(c.entry.frame)
            for c in lexicon.candidates(first)
            if c.entry.cls in (Cls.VERB, Cls.NOUN) and len(c.rest) == len(rest)
        }
    frames = {
        id(entry.frame): entry for found in lexicon.index.values() for _, entry in found if entry.frame is not None
    }
    unread = {frame for frame in frames if frame not in read}
    assert unread == set(), "write a sentence for each verb and noun of triggers.toml"


@pytest.mark.parametrize(
    "text",
    [
        f"{C} يلتقي {D} في موسكو.",
        f"التقى {C} في موسكو أمس {D}.",
        f"التقى {C}، أمس الاثنين، {D}.",
        f"التقى {C} مع {D}.",
        f"والتقى {C} {D}.",
        f"{C} الذي التقى {D} أكد أهمية الحوار.",
        f"اجتمع {C} ب{D}.",
        f"لقاء بين {C} و{D}.",
        f"عقد لقاء أمس في موسكو بين {C} و{D}.",
        f"قال {C} خلال لقائه {D} إن الحوار مفيد.",
        f"قال {C} عقب لقائه مع {D} إن الحوار مفيد.",
        f"جرت في موسكو محادثات بين {C} و{D}.",
        f"جرى لقاء ثنائي بين {C} و{D}.",
    ],
)
def test_word_orders_and_light_verbs_tell_the_same_meeting(text: str) -> None:
    event = only(text)
    assert (event.type.value, who(event)) == ("meeting", PRESIDENTS)


def test_two_states_that_discuss_a_thing_meet() -> None:
    event = only("ألمانيا وفرنسا تبحثان الأزمة الأوكرانية.")
    assert [p.name for p in event.participants] == ["Germany", "France"]


def test_a_state_that_takes_part_as_itself_represents_nobody() -> None:
    event = only("ألمانيا وفرنسا تبحثان الأزمة الأوكرانية.")
    assert [(p.kind, p.represents) for p in event.participants] == [("country", None), ("country", None)]


def test_holders_told_by_one_plural_office_meet_each_other() -> None:
    event = only("التقى وزيرا خارجية روسيا وتركيا في موسكو.")
    assert [(p.role_name, p.represents) for p in event.participants] == [
        ("Foreign Minister", "Russia"),
        ("Foreign Minister", "Turkey"),
    ]


def test_whoever_receives_a_call_or_a_letter_is_told_from_the_sender() -> None:
    call = only(f"تلقى {A} اتصالا هاتفيا من {B}.")
    letter = only(f"تلقى {C} رسالة خطية من {D}.")
    assert who(call) == MINISTERS
    assert who(letter) == {RUSSIAN: "recipient", TURKISH: "sender"}


def test_a_letter_carried_by_an_envoy_goes_to_whom_it_is_handed() -> None:
    event = only(f"سلم السفير الإيراني مهدي سبحاني رسالة إلى {C}.")
    assert who(event) == {"مهدي سبحاني": "sender", RUSSIAN: "recipient"}


def test_a_visitor_brings_a_delegation_along_that_speaks_for_the_same_state() -> None:
    event = only(f"زار {E} دمشق على رأس وفد سياسي.")
    assert who(event) == {IRANIAN: "visitor", "وفد سياسي": "visitor"}
    assert {p.represents for p in event.participants} == {"Iran"}


def test_a_visit_to_two_places_is_two_visits() -> None:
    events = extract(f"بدأ {E} جولة شملت سوريا ولبنان.").events
    assert [event.place and event.place.name for event in events] == ["Syria", "Lebanon"]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (f"التقى {C} {D} في موسكو.", "Moscow"),
        (f"زار {E} دمشق.", "Damascus"),
        (f"وصل إلى بغداد {E}.", "Baghdad"),
        (f"التقى السفير السوري في طهران شفيق ديوب {E}.", None),
        (f"بحث {C} مع {D} الأوضاع في سوريا.", None),
        (f"بحث {C} مع {D} التطورات في إدلب.", None),
    ],
)
def test_the_venue_is_told_from_offices_and_from_what_was_talked_about(text: str, place: str | None) -> None:
    found = only(text).place
    assert (found and found.name) == place


def test_a_meeting_on_a_visit_took_place_where_the_visit_led() -> None:
    visit, meeting = sorted(
        extract(f"وصل {E} إلى دمشق.", f"والتقى ظريف {A}.").events, key=lambda event: event.type != "visit"
    )
    assert (visit.place and visit.place.inferred, meeting.place and (meeting.place.name, meeting.place.inferred)) == (
        False,
        ("Damascus", True),
    )


@pytest.mark.parametrize(
    "attended",
    [
        "حضر اللقاء السفير الإيراني مهدي سبحاني والسفير السوري شفيق ديوب.",
        "وحضر اللقاء من الجانب الإيراني السفير مهدي سبحاني، ومن الجانب السوري السفير شفيق ديوب.",
    ],
)
def test_who_else_was_there_takes_part_for_the_side_told(attended: str) -> None:
    event = only(f"التقى {A} {B} في دمشق.", attended)
    assert who(event) == {**MINISTERS, "مهدي سبحاني": "participant", "شفيق ديوب": "participant"}
    assert [p.represents for p in event.participants] == ["Syria", "Iran", "Iran", "Syria"]


def test_whoever_lends_the_occasion_his_care_mediates() -> None:
    event = only(f"أجرى {A} محادثات مع {B} برعاية {C}.")
    assert who(event) == {**MINISTERS, RUSSIAN: "mediator"}


def test_a_pronoun_behind_the_verb_is_whom_the_sentence_before_was_about() -> None:
    visit, meeting = extract(f"وصل {E} إلى موسكو.", f"واستقبله {C}.").events
    assert (who(visit), who(meeting)) == (VISITOR, {RUSSIAN: "host", IRANIAN: "visitor"})


def test_an_official_without_a_state_speaks_for_the_one_that_the_article_is_about() -> None:
    event = only(f"استقبل وزير الخارجية {SYRIAN} في دمشق {B}.", "وقال المعلم إن سوريا تريد السلام وإن دور سوريا مهم.")
    assert [p.represents for p in event.participants] == ["Syria", "Iran"]


@pytest.mark.parametrize(
    "text",
    [
        f"عقد {C} لقاء صحفيا مع وكالات الأنباء.",
        f"بحث {A} العلاقات الثنائية.",
        f"زار {A} دمشق.",
        f"التقى {A} رئيس الوزراء السوري حسين عرنوس.",
        f"يجب أن يلتقي {C} {D}.",
        f"لم يلتق {C} {D}.",
        f"وصل {E} إلى قناعة بأهمية الحوار.",
        "وصل التعاون بين البلدين إلى مستوى جديد.",
        "زار السياح المدينة القديمة في دمشق.",
        f"ألقى {C} كلمة في موسكو.",
    ],
)
def test_what_is_no_occasion_between_governments_is_left_out(text: str) -> None:
    assert extract(text).events == ()


FAISAL = "وزير الخارجية السوري فيصل المقداد"


def test_a_name_that_reads_as_a_joined_verb_cuts_nothing() -> None:
    assert who(only(f"بحث {FAISAL} مع {B} العلاقات الثنائية.")) == {
        "فيصل المقداد": "participant",
        IRANIAN: "participant",
    }


def test_a_visit_may_name_its_place_right_behind_it() -> None:
    event = only(f"يعتزم {E} زيارة دمشق.")
    assert (event.type.value, event.status.value, event.place and event.place.name) == ("visit", "planned", "Damascus")


def test_states_and_offices_are_shown_without_the_clitics_before_them() -> None:
    event = only("ألمانيا وفرنسا تبحثان الأزمة الأوكرانية.")
    assert set(who(event)) == {"ألمانيا", "فرنسا"}
    event = only(f"اجتمع {E} بالرئيس الروسي فلاديمير بوتين والرئيس التركي {TURKISH}.")
    assert [p.role and p.role.text for p in event.participants] == [
        "وزير الخارجية الإيراني",
        "الرئيس الروسي",
        "الرئيس التركي",
    ]


def test_each_of_a_list_of_partners_takes_part() -> None:
    event = only(f"اجتمع {E} مع كل من {C} و{D} في موسكو.")
    assert set(who(event)) == {IRANIAN, RUSSIAN, TURKISH}


def test_between_may_be_said_twice() -> None:
    assert who(only(f"عقد لقاء في موسكو بين {C} وبين {D}.")) == PRESIDENTS


def test_two_heads_of_one_dual_office_meet() -> None:
    assert who(only(f"التقى الرئيسان الروسي {RUSSIAN} والتركي {TURKISH} في موسكو.")) == PRESIDENTS


def test_a_president_and_the_parliament_of_the_same_state_are_one_government() -> None:
    assert extract("التقى الرئيس اللبناني ميشال عون رئيس مجلس النواب اللبناني نبيه بري في بيروت.").events == ()
