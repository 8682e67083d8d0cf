import pytest
from reading_tools import extract

from kg.model import StatementMention

X = "وزير الخارجية السوري وليد المعلم"
RUSSIAN = "وزير الخارجية الروسي سيرغي لافروف"
Y = "نظيره الإيراني محمد جواد ظريف"


def said(*paragraphs: str) -> list[tuple[str | None, str, str, str | None]]:
    """Each statement: who, the act, the verb, and what it was about, in the article's words."""
    return [brief(found) for found in extract(*paragraphs).statements]


def brief(found: StatementMention) -> tuple[str | None, str, str, str | None]:
    return found.speaker.native, found.act.value, found.verb.text, found.about.text if found.about else None


@pytest.mark.parametrize(
    ("text", "act", "verb", "about"),
    [
        (f"أكد {X} أن الحوار هو الحل.", "affirm", "أكد", "الحوار هو الحل"),
        (f"شدد {X} على وحدة الأراضي السورية.", "affirm", "شدد", "وحدة الأراضي السورية"),
        (f"قال {X} إن الحوار هو الحل.", "announce", "قال", "الحوار هو الحل"),
        (f"أعلن {X} موعد المؤتمر.", "announce", "أعلن", "موعد المؤتمر"),
        (f"رحب {X} بالتقدم في أعمال اللجنة.", "welcome", "رحب", "التقدم في أعمال اللجنة"),
        (f"انتقد {X} السياسة الأمريكية.", "criticize", "انتقد", "السياسة الأمريكية"),
        (f"دعا {X} إلى رفع العقوبات.", "call_for", "دعا", "رفع العقوبات"),
        (f"تمنى {X} النجاح للمؤتمر.", "hope", "تمنى", "النجاح للمؤتمر"),
        (f"رفض {X} التدخل الأجنبي.", "reject", "رفض", "التدخل الأجنبي"),
        (f"أدان {X} الهجوم الإرهابي.", "condemn", "أدان", "الهجوم الإرهابي"),
        (f"أشاد {X} بالدور الروسي.", "praise", "أشاد", "الدور الروسي"),
        (f"نفى {X} وجود خلاف.", "deny", "نفى", "وجود خلاف"),
    ],
)
def test_each_act_is_told_by_a_verb(text: str, act: str, verb: str, about: str) -> None:
    assert said(text) == [("وليد المعلم", act, verb, about)]


@pytest.mark.parametrize(
    ("text", "act"),
    [
        (f"أكد {X} ضرورة رفع العقوبات.", "call_for"),
        (f"أعرب {X} عن أمله في نجاح المؤتمر.", "hope"),
        (f"أعرب {X} عن رفضه للتدخل الأجنبي.", "reject"),
        (f"أعرب {X} عن قلقه من التصعيد.", "criticize"),
        (f"أعرب {X} عن تقديره للدعم الروسي.", "praise"),
        (f"أعرب {X} عن إدانته للهجوم.", "condemn"),
    ],
)
def test_what_follows_a_plain_verb_turns_the_act(text: str, act: str) -> None:
    assert [found[:2] for found in said(text)] == [("وليد المعلم", act)]


def test_participles_inherit_the_speaker_of_their_sentence() -> None:
    found = said(f"قال {X} إن اللقاء كان طويلا، مضيفا أن العمل مستمر، ومشيدا بالدور الروسي، ومنتقدا العقوبات الغربية.")
    assert [(who, act, verb) for who, act, verb, _ in found] == [
        ("وليد المعلم", "announce", "قال"),
        ("وليد المعلم", "announce", "مضيفا"),
        ("وليد المعلم", "praise", "مشيدا"),
        ("وليد المعلم", "criticize", "منتقدا"),
    ]


def test_the_speaker_goes_on_in_the_next_sentence_that_names_nobody() -> None:
    found = said(f"قال {X} إن الحوار هو الحل.", "وأضاف أن العمل مستمر.")
    assert [(who, verb) for who, _, verb, _ in found] == [("وليد المعلم", "قال"), ("وليد المعلم", "أضاف")]


def test_of_his_side_hands_the_word_to_the_other() -> None:
    found = said(
        f"أكد {X} أن الحوار هو الحل. من جانبه، رحب {RUSSIAN} بالمبادرة. وأضاف لافروف أن بلاده ستدعمها. وشدد على أنها مهمة."
    )
    assert [who for who, *_ in found] == ["وليد المعلم", "سيرغي لافروف", "سيرغي لافروف", "سيرغي لافروف"]


def test_a_short_name_behind_the_verb_is_the_speaker_whose_full_name_is_known() -> None:
    assert said(f"وصل {RUSSIAN} إلى دمشق.", "ورحب لافروف بالتقدم.") == [("سيرغي لافروف", "welcome", "رحب", "التقدم")]


def test_a_statement_at_a_meeting_has_it_for_its_occasion() -> None:
    read = extract(
        f"التقى {X} {Y} في طهران.", "وأكد المعلم أن الحوار هو الحل.", "وأكد السفير الروسي ألكسندر يفيموف دعم بلاده."
    )
    assert [found.occasion for found in read.statements] == [0, None]


@pytest.mark.parametrize("text", [f"عبر {X} الحدود إلى لبنان.", f"جلس {X} بين الضيوف.", f"تابع {X} أعمال الورشة."])
def test_a_verb_of_saying_that_lacks_its_needed_word_says_nothing(text: str) -> None:
    assert said(text) == []


def test_a_verb_of_saying_without_anybody_to_say_it_is_left_out() -> None:
    assert said("وأكد أن الحوار هو الحل.") == []


def test_a_known_concept_said_is_a_topic_of_the_statement() -> None:
    (found,) = extract(f"رحب {X} بعودة اللاجئين إلى بلادهم.").statements
    assert [topic.span.text for topic in found.topics if topic.span] == ["عودة اللاجئين"]


@pytest.mark.parametrize(
    ("text", "act", "verb", "about"),
    [
        (f"حذر {X} من التصعيد.", "other", "حذر", "التصعيد"),
        (f"أشار {X} إلى دور روسيا.", "affirm", "أشار", "دور روسيا"),
        (f"قال {X} عقب لقائه مع {Y} إن الحوار مفيد.", "announce", "قال", "الحوار مفيد"),
    ],
)
def test_the_thing_said_is_found_behind_subject_and_circumstances(text: str, act: str, verb: str, about: str) -> None:
    assert said(text) == [("وليد المعلم", act, verb, about)]


def test_a_noun_behind_a_preposition_is_no_verb() -> None:
    found = said(f"أكد {X} أن الحوار هو الحل، مشددا على رفض التدخل.")
    assert [(act, verb, about) for _, act, verb, about in found] == [
        ("affirm", "أكد", "الحوار هو الحل"),
        ("reject", "مشددا", "رفض التدخل"),
    ]


@pytest.mark.parametrize(("text", "about"), [("وأكد الجانبان على أهمية التنسيق.", "أهمية التنسيق")])
def test_what_both_sides_say_does_not_begin_with_them(text: str, about: str) -> None:
    assert {found[3] for found in said(f"التقى {X} {Y} في طهران.", text)} == {about}


def test_both_sides_say_it_each() -> None:
    found = said(f"التقى {X} {Y} في طهران.", "وأكد الجانبان على أهمية التنسيق.")
    assert sorted(who or "" for who, *_ in found) == ["محمد جواد ظريف", "وليد المعلم"]


@pytest.mark.parametrize(
    ("text", "act", "verb", "about"),
    [
        (f"عبر {X} عن شكره لروسيا.", "praise", "عبر", "شكره لروسيا"),
        (f"بين {X} أن الحل سياسي.", "affirm", "بين", "الحل سياسي"),
    ],
)
def test_the_thing_said_is_found_further_on(text: str, act: str, verb: str, about: str) -> None:
    assert said(text) == [("وليد المعلم", act, verb, about)]


def test_what_both_sides_mean_is_found_behind_the_time_of_saying() -> None:
    found = said(f"التقى {X} {Y} في طهران.", "وأكد الوزيران خلال اللقاء وحدة الموقف.")
    assert {about for *_, about in found} == {"وحدة الموقف"}


def test_the_thing_said_is_found_behind_circumstances() -> None:
    assert said(f"أكد {X} خلال لقائه {Y} وحدة الموقف.") == [("وليد المعلم", "affirm", "أكد", "وحدة الموقف")]


FA, EN, RU = (
    "وزیر خارجه ایران محمدجواد ظریف",
    "Russian Foreign Minister Sergey Lavrov",
    "Министр иностранных дел России Сергей Лавров",
)


@pytest.mark.parametrize(
    ("text", "act"),
    [
        (f"قال {X} إن الحوار هو الحل.", "announce"),
        (f"قال {X} إن على الجميع أن يدركوا أن الحل السياسي يجب أن يبدأ الآن.", "call_for"),
        (f"وأضاف {X} أن دمشق لن تقبل شروطا مسبقة.", "reject"),
        (f"قال {X} إننا نأمل في نتائج قريبة.", "hope"),
        (f"{FA} گفت: سیاست ما در منطقه روشن است.", "affirm"),
        (f"{FA} گفت: طرف‌های دیگر باید به وعده‌های خود عمل کنند.", "call_for"),
        (f"{FA} گفت: این پیش‌شرط‌ها را نمی‌پذیریم.", "reject"),
        (f"{FA} افزود: دور بعدی گفت‌وگوها در وین برگزار خواهد شد.", "announce"),
        (f"{FA} گفت: این اقدام نقض آشکار توافق است.", "criticize"),
        (f"{EN} said that Moscow has a clear position.", "affirm"),
        (f"{EN} said that all parties must return to the table.", "call_for"),
        (f"{EN} said that new sanctions are unacceptable.", "reject"),
        (f"{EN} said that the strike was a violation of international law.", "criticize"),
        (f"{EN} said that the next round will open in Geneva.", "announce"),
        (f"{RU} сказал, что позиция Москвы хорошо известна.", "affirm"),
        (f"{RU} заявил, что стороны должны вернуться к переговорам.", "call_for"),
        (f"{RU} заявил, что такие условия неприемлемы.", "reject"),
        (f"{RU} отметил, что новые санкции являются грубым нарушением договоренностей.", "criticize"),
    ],
)
def test_what_is_said_tells_the_act_of_a_verb_that_only_says(text: str, act: str) -> None:
    assert [found[1] for found in said(text)] == [act]


def test_of_several_cues_the_one_of_the_first_table_counts() -> None:
    assert [found[1] for found in said(f"{EN} said that the talks were constructive and must go on.")] == ["call_for"]


def test_a_verb_that_tells_its_act_keeps_it_whatever_is_said() -> None:
    assert [found[1] for found in said(f"{EN} warned that all parties must return to the table.")] == ["other"]
