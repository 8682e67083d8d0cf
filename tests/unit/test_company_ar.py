"""Who was there besides those whom the verb names, and how a noun is carried by a verb behind it."""

import pytest
from reading_tools import extract, only, who

E = "وزير الخارجية الإيراني محمد جواد ظريف"
C = "الرئيس الروسي فلاديمير بوتين"
IRANIAN, RUSSIAN = "محمد جواد ظريف", "فلاديمير بوتين"


@pytest.mark.parametrize(
    "text",
    [
        f"أكد {E} خلال زيارة يؤديها إلى سوريا أن الحوار مستمر.",
        f"في ختام زيارة قام بها {E} إلى سوريا صدر بيان.",
        f"وصف {E} الزيارة التي أداها إلى سوريا بأنها ناجحة.",
        f"شرع {E} في زيارة إلى سوريا.",
    ],
)
def test_a_visit_may_be_carried_by_a_verb_behind_it(text: str) -> None:
    event = only(text)
    assert (event.type.value, who(event)) == ("visit", {IRANIAN: "visitor"})


def test_talks_with_the_press_are_no_meeting_but_those_with_a_minister_are() -> None:
    event = only(f"صرح {C} عقب مقابلة جمعته ب{E} في موسكو.")
    assert who(event) == {RUSSIAN: "participant", IRANIAN: "participant"}
    assert extract(f"قال {C} في مقابلة مع قناة روسية إن الحوار مستمر.").events == ()


@pytest.mark.parametrize("led", ["برئاسة", "يترأسه", "يقوده"])
def test_whoever_leads_a_delegation_meets_with_it_and_speaks_for_the_same(led: str) -> None:
    event = only(f"استقبل {C} وفدا إيرانيا {led} السيد محمد جواد ظريف.")
    assert {p.represents for p in event.participants} == {"Russia", "Iran"}
    assert set(who(event)) == {RUSSIAN, IRANIAN, "وفدا إيرانيا"}


def test_attendants_without_a_country_speak_for_the_host() -> None:
    event = only(f"استقبل {C} في موسكو {E}.", "وحضر اللقاء وزير الدفاع سيرغي شويغو ووزير الطاقة ألكسندر نوفاك.")
    assert [p.represents for p in event.participants] == ["Russia", "Iran", "Russia", "Russia"]


def test_attendants_end_where_the_last_of_them_is_told_more_of() -> None:
    event = only(f"استقبل {C} {E}.", "وحضر اللقاء السفير الإيراني كاظم جلالي الذي التقى حزب الوحدة في كازان.")
    assert set(who(event)) == {RUSSIAN, IRANIAN, "كاظم جلالي"}


def test_a_son_is_not_his_father() -> None:
    event = only(
        "استقبل الملك عبدالله بن عبدالعزيز ملك السعودية وزير الخارجية الإيراني محمد جواد ظريف.",
        "وحضر اللقاء الأمير متعب بن عبدالله بن عبدالعزيز وزير الحرس الوطني.",
    )
    assert len(event.participants) == 3


def test_a_title_behind_a_preposition_opens_the_next_person() -> None:
    assert who(only(f"التقى {E} رئيس الجمهورية بالمشير خليفة حفتر.")).get("خليفة حفتر") is not None
    event = only("اجتمع الرئيس الروسي بالسيد محمد جواد ظريف وزير الخارجية الإيراني.")
    assert [p.role_name for p in event.participants] == ["President", "Foreign Minister"]


def test_a_feminine_adjective_of_an_office_is_no_name() -> None:
    event = only("استقبل الرئيس الروسي فلاديمير بوتين المستشارة الفدرالية لجمهورية ألمانيا الاتحادية أنغيلا ميركل.")
    assert set(who(event)) == {RUSSIAN, "أنغيلا ميركل"}


def test_the_delegation_of_a_state_is_one_however_it_is_called() -> None:
    event = only(f"استقبل {C} وفدا برلمانيا إيرانيا في موسكو.", "واجتمع الرئيس الروسي بالوفد الإيراني.")
    assert set(who(event)) == {RUSSIAN, "وفدا برلمانيا إيرانيا"}


def test_a_city_that_is_spelled_like_another_state_is_the_city_unless_only_people_of_the_state_are_told_of() -> None:
    city = extract(f"زار {E} عمان والتقى الملك الأردني عبد الله الثاني.").events
    state = extract(f"زار {E} عمان.", "وقال وزير الخارجية العماني يوسف بن علوي إن الزيارة مهمة.").events
    assert [e.place and e.place.name for e in (*city, *state)] == ["Amman", "Amman", "Oman"]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (f"وفي الجزائر، التقى {C} {E}.", "Algeria"),
        (f"التقى {C} {E} بالجزائر.", "Algeria"),
    ],
)
def test_a_state_that_opens_the_clause_or_stands_by_the_verb_is_where_it_was(text: str, place: str) -> None:
    found = only(text).place
    assert found is not None
    assert found.name == place


def test_states_may_be_told_by_adjectives_behind_the_noun() -> None:
    event = only("عقد في الرياض اجتماع ثلاثي سعودي أمريكي روسي.")
    assert [p.name for p in event.participants] == ["Saudi Arabia", "United States", "Russia"]


def test_a_meeting_that_brought_two_together_is_theirs() -> None:
    event = only(f"سلم {E} رئيس الوزراء العراقي حيدر العبادي خلال لقاء جمعهما في بغداد دعوة رسمية.")
    assert set(who(event)) == {IRANIAN, "حيدر العبادي"}


def test_a_list_without_and_ends_with_its_first_member() -> None:
    event = only(f"استقبل {C}، وفدا برلمانيا إيرانيا، في موسكو.")
    assert who(event) == {RUSSIAN: "host", "وفدا برلمانيا إيرانيا": "visitor"}


def test_and_opens_the_office_of_another_who_has_a_state_of_his_own() -> None:
    event = only(f"اجتمع {E} مع المستشارة الألمانية ورئيس الوزراء البريطاني في برلين.")
    assert [p.represents for p in event.participants] == ["Iran", "Germany", "United Kingdom"]


def test_an_adjective_that_is_a_family_name_too_belongs_to_the_office() -> None:
    event = only(f"استقبل {C} رئيس الوزراء الكندي جاستن ترودو.")
    assert [(p.native, p.represents) for p in event.participants][1] == ("جاستن ترودو", "Canada")


def test_a_movement_is_named_by_what_follows_it() -> None:
    event = only(f"استقبل {C} في موسكو الأمين العام لحركة مشروع تونس محسن مرزوق.")
    assert "محسن مرزوق" in who(event)


def test_well_known_people_speak_for_their_own_and_home_officials_beside_them_too() -> None:
    event = only("استقبل الرئيس بشار الأسد وزير الخارجية الإيراني محمد جواد ظريف بحضور وزير الدفاع علي أيوب.")
    assert [p.represents for p in event.participants] == ["Syria", "Iran", "Syria"]


def test_an_office_without_a_state_means_the_one_of_the_home_president() -> None:
    event = only(
        f"استقبل رئيس الجمهورية قيس سعيد {E} الذي نقل تحيات الرئيس الإيراني حسن روحاني.",
        "وأكد رئيس الدولة خلال اللقاء دعمه للحوار.",
    )
    assert set(who(event)) == {"قيس سعيد", IRANIAN}


def test_the_destination_of_a_visit_is_no_part_of_the_visitor() -> None:
    event = only("قال إن زيارة رئيس الجمهورية قيس سعيد إلى قطر ناجحة.", "وتأتي زيارة رئيس الجمهورية لدولة قطر بعد شهر.")
    assert ([p.represents for p in event.participants], event.place and event.place.name) == (["Tunisia"], "Qatar")


@pytest.mark.parametrize("place", ["الجمهورية الفرنسية", "فرنسا"])
def test_a_state_may_be_called_a_republic_by_its_adjective(place: str) -> None:
    found = only(f"يؤدي {E} زيارة إلى {place}.").place
    assert found is not None
    assert found.name == "France"


def test_a_number_of_officials_are_the_officials() -> None:
    event = only(f"أجرى {E} لقاء مع عدد من كبار المسؤولين الروس في موسكو.")
    assert [p.represents for p in event.participants] == ["Iran", "Russia"]


def test_a_name_spelled_with_and_without_its_last_letter_is_one_man() -> None:
    event = only(
        f"استقبل {C} وزير الثقافة الإيراني رضا صالح أميري.", "وأكد رضا صالحي أميري خلال اللقاء أن التعاون مستمر."
    )
    assert len(event.participants) == 2


def test_meetings_with_several_are_one_with_each() -> None:
    events = extract(f"يعقد {E} في برلين لقاءات مع المستشارة الألمانية ورئيس الوزراء البريطاني.").events
    assert [[p.represents for p in event.participants] for event in events] == [
        ["Iran", "Germany"],
        ["Iran", "United Kingdom"],
    ]


@pytest.mark.parametrize(
    "text",
    [
        f"أكد {E}، خلال زيارته، أنه حضر للقاء {C}.",
        f"قال {E} إن اللقاء مع {C} كان مفيدا.",
        f"أكد {E} لدى لقائه بموسكو {C} أن الحوار مستمر.",
    ],
)
def test_who_speaks_of_a_meeting_with_somebody_met_him(text: str) -> None:
    assert set(who(extract(text).events[0])) == {IRANIAN, RUSSIAN}


def test_whose_words_are_reported_met_the_one_told_beside() -> None:
    event = extract(
        f"أشاد {C} بالعلاقات مع طهران.", f"ونقلت وكالة الأنباء عن بوتين قوله، خلال لقاء مع {E}، إن الحوار مفيد."
    ).events[0]
    assert set(who(event)) == {IRANIAN, RUSSIAN}


def test_an_official_meets_the_head_of_a_body_that_is_not_listed() -> None:
    event = only(f"التقى {E} الأمين العام للمنظمة الدولية للحرف في جنيف.")
    assert [p.represents for p in event.participants] == ["Iran", None]


def test_the_kind_of_a_place_may_stand_before_its_name() -> None:
    found = only(f"أدى {E} زيارة إلى مدينة باريس الفرنسية.").place
    assert found is not None
    assert found.name == "Paris"


def test_whoever_comes_along_is_a_visitor_too() -> None:
    event = only(f"وصل {E} إلى موسكو.", "ويرافق الوزير خلال هذه الزيارة وزير الطاقة علي أردكانيان.")
    assert who(event) == {IRANIAN: "visitor", "علي أردكانيان": "visitor"}


def test_a_verb_of_headlines_is_no_name() -> None:
    event = only(f"أعلن {E} ذلك اليوم.", title="وزير الخارجية الإيراني يؤجل زيارته إلى باريس")
    assert (event.status.value, event.participants[0].native) == ("postponed", IRANIAN)


def test_whoever_is_received_came_unless_by_his_own_side() -> None:
    event = only(f"استقبل {C} في موسكو {E} ووزير الدفاع الروسي سيرغي شويغو.")
    assert who(event) == {RUSSIAN: "host", IRANIAN: "visitor", "سيرغي شويغو": "participant"}


def test_a_date_before_what_is_said_is_that_of_saying_it() -> None:
    event = only(f"أعلن المتحدث أمس الاثنين أن {E} التقى {C} الأربعاء 14 أكتوبر 2020 في موسكو.")
    assert event.date is not None
    assert event.date.span.text == "الأربعاء 14 أكتوبر 2020"


def test_a_meeting_during_a_visit_is_dated_by_the_visit() -> None:
    events = extract(
        f"يؤدي {E} زيارة إلى موسكو يومي 28 و29 أكتوبر 2020.", "وسيجري ظريف خلال هذه الزيارة محادثات مع الرئيس الروسي."
    ).events
    assert [event.date and event.date.span.text for event in events] == ["يومي 28 و29 أكتوبر 2020"] * 2


@pytest.mark.parametrize(
    ("text", "status"),
    [
        (f"ويلتقي {E} خلال هذه الزيارة {C}.", "planned"),
        (f"عرض برنامج الزيارة التي سيؤديها {E} إلى موسكو.", "planned"),
        (f"أعرب {E} عن استعداده للقاء {C}.", "planned"),
        (f"{E} يلتقي {C}.", "held"),
        (f"شارك {C} ورئيس الوزراء الهندي ناريندرا مودي أمس في افتتاح الدورة العاشرة لقمة بريكس.", "held"),
    ],
)
def test_what_the_present_tells_of_a_meeting_below_the_headline_lies_ahead(text: str, status: str) -> None:
    assert extract(text).events[0].status.value == status


def test_a_venue_stands_behind_the_day_or_the_word_for_a_city() -> None:
    day = only(f"بحث {E}، اليوم الثلاثاء بموسكو، مع {C} الأزمة السورية.")
    kind = only(f"التقى {E} {C} في مدينة سوتشي.")
    assert [event.place and event.place.name for event in (day, kind)] == ["Moscow", "Sochi"]


def test_a_president_and_a_party_of_his_own_country_meet_at_home() -> None:
    leader = "رئيس حركة النهضة راشد الغنوشي"
    assert not extract(f"استقبل الرئيس التونسي الباجي قائد السبسي {leader} في تونس.").events
    assert len(extract(f"استقبل الرئيس الجزائري عبد العزيز بوتفليقة {leader} في الجزائر.").events) == 1
