"""Arabic occasions told without plain words of their own: by relatives, in person, by invitations, short names, several delegations."""

import pytest
from reading_tools import extract, only, who

PRESIDENT, CHANCELLOR = "الباجي قائد السبسي", "أنجيلا ميركل"


def test_a_relative_tells_whom_its_antecedent_met() -> None:
    event = only(f"قالت المستشارة الألمانية {CHANCELLOR} التي التقت الرئيس التونسي {PRESIDENT} إن اليونان تعافت.")
    assert set(who(event)) == {CHANCELLOR, PRESIDENT}


def test_whoever_is_visited_in_person_is_the_host() -> None:
    event = only("ستكون المستشارة الألمانية أنجيلا ميركل أول زعيمة أجنبية تزور الرئيس الأمريكي دونالد ترامب.")
    assert who(event) == {CHANCELLOR: "visitor", "دونالد ترامب": "host"}


def test_several_of_one_side_are_those_whom_a_visitor_met() -> None:
    told = "زار رئيس الوزراء العراقي حيدر العبادي طهران حيث التقى الرئيس الإيراني حسن روحاني ووزير الخارجية الإيراني محمد جواد ظريف."
    meeting = next(event for event in extract(told).events if event.type == "meeting")
    assert set(who(meeting)) == {"حيدر العبادي", "حسن روحاني", "محمد جواد ظريف"}


def test_what_is_said_has_a_subject_of_its_own() -> None:
    told = "قال وزير الخارجية المصري سامح شكري إن الرئيس المصري عبد الفتاح السيسي سيتوجه إلى موسكو للقاء الرئيس الروسي فلاديمير بوتين."
    meeting = next(event for event in extract(told).events if event.type == "meeting")
    assert set(who(meeting)) == {"عبد الفتاح السيسي", "فلاديمير بوتين"}


@pytest.mark.parametrize(
    "told",
    [
        "دعا الرئيس الإيراني حسن روحاني نظيره الروسي فلاديمير بوتين إلى زيارة طهران.",
        "تلقى الرئيس الروسي فلاديمير بوتين دعوة من الرئيس الإيراني حسن روحاني لزيارة طهران.",
    ],
)
def test_an_invitation_is_a_visit_of_the_guest(told: str) -> None:
    event = only(told)
    assert who(event) == {"فلاديمير بوتين": "visitor", "حسن روحاني": "host"}


def test_delegations_told_together_are_as_many_sides() -> None:
    event = only("عقد وفدا حركتي فتح وحماس اجتماعا في القاهرة.")
    assert {p.represents for p in event.participants} == {"Fatah", "Hamas"}


def test_a_group_and_who_heads_it_meet_whoever_is_told_behind() -> None:
    event = only("التقى الوفد الروسي برئاسة سيرغي لافروف في باريس الرئيس الفرنسي فرانسوا هولاند.")
    assert {p.represents for p in event.participants} == {"Russia", "France"}


def test_who_speaks_in_a_call_and_whom_he_speaks_to_called() -> None:
    event = only("هنأ الرئيس الفلسطيني محمود عباس في اتصال هاتفي الرئيس المصري عبد الفتاح السيسي.")
    assert event.type == "call"
    assert set(who(event)) == {"محمود عباس", "عبد الفتاح السيسي"}


def test_well_known_people_are_sides_by_their_short_names() -> None:
    event = only("كشف مصدر أن اجتماعا سيعقد غدا بين عباس ونتنياهو في القدس.")
    assert {p.represents for p in event.participants} == {"Palestine", "Israel"}


def test_a_short_name_is_not_that_of_another_states_office() -> None:
    event = only("سيزور الرئيس المكسيكي ترامب في واشنطن.")
    assert {(p.represents, p.function) for p in event.participants} == {
        ("Mexico", "visitor"),
        ("United States", "host"),
    }


def test_and_opens_a_further_body() -> None:
    event = only("استؤنفت في الدوحة المفاوضات بين الحكومة السودانية وحركة حماس.")
    assert {p.represents for p in event.participants} == {"Sudan", "Hamas"}


def test_the_sender_and_the_recipient_stand_around_a_letter() -> None:
    told = "نقل رئيس الحكومة التونسي يوسف الشاهد إلى الرئيس السوداني عمر البشير رسالة من الرئيس الباجي قائد السبسي."
    assert who(only(told)) == {"يوسف الشاهد": "participant", "عمر البشير": "recipient", PRESIDENT: "sender"}


def test_a_session_of_the_security_council_is_a_meeting() -> None:
    assert only("عقد مجلس الأمن الدولي جلسة مشاورات مغلقة حول الوضع في ليبيا.").type == "meeting"


def test_a_body_whose_session_somebody_is_met_at_takes_no_part() -> None:
    told = "سيلتقي الرئيس الأمريكي دونالد ترامب مع الرئيس المصري عبد الفتاح السيسي خلال اجتماع الجمعية العامة للأمم المتحدة."
    assert {"دونالد ترامب", "عبد الفتاح السيسي"} in [set(who(event)) for event in extract(told).events]
