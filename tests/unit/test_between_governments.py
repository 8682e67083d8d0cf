"""What is between governments and what is not: officials at home, clubs and companies, places that only name something."""

import pytest
from reading_tools import extract, only, who

MINISTER = "وزير الخارجية السوري وليد المعلم"


@pytest.mark.parametrize(
    "text",
    [
        "استقبل رئيس جمعية الفنانين التونسية سامي بن عمر رئيس رابطة الشعراء الأردنية خالد الكيلاني.",
        "أدى وزير النقل سمير العبيدي زيارة إلى صفاقس. وقال الوزير للجوهرة أف أم إن الطريق جاهزة.",
        "اجتمع وزير النقل سمير العبيدي مع رئيس الهيئة المستقلة كمال بن سالم في قصر قرطاج بتونس.",
        f"زار {MINISTER} جناح إيران في المعرض.",
        "ستستقبل فرنسا المزيد من الطلبة السوريين.",
        "زار مدير المتحف كريم بن سالم إيران.",
    ],
)
def test_no_event_between_governments(text: str) -> None:
    assert extract(text).events == ()


def test_a_private_guest_of_another_state_meets_an_official() -> None:
    event = only(f"استقبل {MINISTER} رئيس غرفة التجارة الإيرانية محمد كريمي.")
    assert [p.represents for p in event.participants] == ["Syria", "Iran"]


def test_words_of_a_state_s_own_news_show_whose_officials_go_without_a_country() -> None:
    text = "التقى وزير النقل سمير العبيدي في قصر قرطاج بتونس وزير النقل الليبي خالد المبروك. وأشاد الليبيون في ليبيا باللقاء."
    event = only(text)
    assert {p.represents for p in event.participants} == {"Tunisia", "Libya"}


def test_a_summit_called_by_its_body_needs_nobody_else() -> None:
    event = only("تنعقد القمة العربية في عمان يوم 29 مارس 2017.")
    assert [p.name for p in event.participants] == ["Arab League"]


def test_her_visit_is_no_man_s() -> None:
    text = f"قال {MINISTER} إن اللوحات جميلة. واستوحت الفنانة اللوحات من زيارتها إلى إيران."
    assert extract(text).events == ()


def test_the_subject_behind_that_is_whom_the_sentence_is_about() -> None:
    event = only(f"عين {MINISTER} مديرا للمكتب قبل أن يتوجه إلى طهران.")
    assert [p.name for p in event.participants] == ["Walid al-Muallem"]


def test_a_session_is_an_event_where_the_commission_of_two_states_meets() -> None:
    event = only("انعقدت الدورة الثالثة للجنة الكبرى المشتركة التونسية الجزائرية يوم 9 مارس 2017 بتونس.")
    assert [p.name for p in event.participants] == ["Tunisia", "Algeria"]
    assert extract("انعقدت الدورة الثالثة للمهرجان بتونس.").events == ()


def test_a_leader_who_is_visited_is_the_host() -> None:
    event = only("ستزور رئيسة الوزراء البريطانية تيريزا ماي الرئيس الأمريكي دونالد ترامب في واشنطن.")
    assert who(event) == {"تيريزا ماي": "visitor", "دونالد ترامب": "host"}


def test_whoever_had_been_somewhere_is_whom_the_sentence_is_about() -> None:
    events = extract("قال الرئيس الفرنسي إيمانويل ماكرون إنه كان قد زار تونس والجزائر.").events
    assert [who(event) for event in events] == [{"إيمانويل ماكرون": "visitor"}] * 2


def test_the_next_person_of_a_list_is_no_name_of_the_office_before() -> None:
    event = only("التقى رئيس الحكومة وإسماعيل هنية رئيس المكتب السياسي لحركة حماس وزير الخارجية المصري سامح شكري.")
    assert "إسماعيل هنية" in who(event)


def test_what_stands_before_the_main_subjects_was_talked_about() -> None:
    text = "مثلت الهجرة غير النظامية والأزمة الليبية أبرز محاور اللقاء الذي جمع وزير الخارجية السوري وليد المعلم بنظيره الإيراني محمد جواد ظريف."
    assert {topic.name for topic in only(text).topics} >= {"migration"}


CULTURE = "وقرأ الشاعر قصائد في أمسية شعرية في المهرجان أمام لوحات الفنانين."


def test_an_article_about_culture_tells_only_what_officials_of_two_sides_do() -> None:
    guest = f"استقبل {MINISTER} مجموعة من طلبة المدرسة الإيرانية الجديدة. {CULTURE}"
    assert extract(guest).events == ()
    event = only(f"استقبل {MINISTER} السفير الإيراني كاظم جلالي. {CULTURE}")
    assert event.type.value == "meeting"


def test_a_quantifier_may_carry_the_preposition_of_what_it_counts() -> None:
    assert extract("ناقشت الجلسات التوقعات الاقتصادية لكل من الصين والهند.").events == ()


def test_a_summit_of_others_as_well_is_not_that_of_one_body() -> None:
    assert extract("انتهت القمة الأفريقية الفرنسية في باماكو.").events == ()


@pytest.mark.parametrize(
    ("office", "name"),
    [
        ("رئيس المركز العربي للدراسات السياسية والاجتماعية", "رياض الصيداوي"),
        ("وزير التجارة في حكومة تصريف الأعمال،", "محسن حسن"),
        ("زعيم حزب العمال المعارض البريطاني", "جيرمي كوربين"),
    ],
)
def test_a_speaker_s_name_may_stand_behind_more_of_an_office_than_is_known(office: str, name: str) -> None:
    [statement] = extract(f"وقال {office} {name} إن الاتفاق مهم.").statements
    assert statement.speaker.native == name
