"""Arabic visits: who invited whom, whose a visit is, where it leads though that is told apart, and what it tells of meetings."""

from datetime import date

import pytest
from reading_tools import extract, only, who

GUEST, HOST = "سالم الحبسي", "كريم الجبوري"

LATER = date(2023, 5, 9)


@pytest.mark.parametrize(
    "told",
    [
        f"يؤدي وزير الخارجية العماني {GUEST} زيارة رسمية إلى بغداد بدعوة من نظيره العراقي {HOST}.",
        f"بدعوة من وزير الخارجية العراقي {HOST}، يؤدي وزير الخارجية العماني {GUEST} زيارة رسمية إلى بغداد.",
        f"يزور وزير الخارجية العماني {GUEST} بغداد. وتأتي الزيارة تلبية لدعوة رسمية من وزير الخارجية العراقي {HOST}.",
    ],
)
def test_whoever_invites_is_the_host(told: str) -> None:
    assert who(only(told)) == {GUEST: "visitor", HOST: "host"}


def test_an_invitation_to_one_of_two_stops_is_that_of_its_host() -> None:
    told = (
        f"يبدأ الرئيس العماني {GUEST} زيارة رسمية لكوريا الجنوبية يتبعها بزيارة مماثلة لإيران. "
        f"وتأتي الزيارة تلبية لدعوة من الرئيس الإيراني {HOST}."
    )
    hosted = {event.place.name: HOST in who(event) for event in extract(told).events if event.place is not None}
    assert hosted == {"South Korea": False, "Iran": True}


@pytest.mark.parametrize(
    ("told", "places"),
    [
        ("رحب الوزير بالقرار قبل الزيارة المرتقبة لوزير الخارجية البلجيكي إلى تونس.", {"Tunisia"}),
        ("جاء القرار بعد الزيارة المهمة لرئيس الحكومة التونسية للنيجر ومالي.", {"Niger", "Mali"}),
        ("انتقد الخبير زيارة رسمية أدتها وزيرة السياحة التونسية لروسيا.", {"Russia"}),
    ],
)
def test_a_visit_with_the_article_tells_whose_it_is(told: str, places: set[str]) -> None:
    events = extract(told).events
    assert {event.place.name for event in events if event.place is not None} == places
    assert all([role.function for role in event.participants] == ["visitor"] for event in events)


def test_a_meeting_of_several_offices_with_the_article_is_theirs() -> None:
    told = f"يشارك وزير الخارجية المصري {GUEST} بالجزائر في الاجتماع التشاوري لوزراء خارجية تونس والجزائر ومصر."
    assert {role.represents for role in only(told).participants} == {"Tunisia", "Algeria", "Egypt"}


def test_a_body_whose_seat_is_told_does_not_act() -> None:
    event = only("عقد في مقر الجامعة العربية بالقاهرة أمس اجتماع طارئ لوزراء الخارجية العرب لبحث الأوضاع في غزة.")
    assert (event.type, [role.kind for role in event.participants]) == ("summit", ["delegation"])


def test_a_visit_abroad_leads_where_the_visitor_met_his_host() -> None:
    told = f"بحث الرئيس العراقي {HOST} في بغداد الأوضاع مع الرئيس العماني {GUEST} الذي يقوم بأول زيارة له إلى الخارج."
    visit = next(event for event in extract(told).events if event.type == "visit")
    assert visit.place is not None and (visit.place.name, visit.place.inferred) == ("Baghdad", True)


def test_a_foreigner_may_go_to_a_province_that_no_list_knows() -> None:
    told = "قال السفير الفرنسي إنه أدى زيارة إلى ولاية الزعفران. وصرح للجوهرة أف أم أن تونس بلد صديق."
    assert [event.type for event in extract(told).events] == ["visit"]
    assert not extract(told.replace("السفير الفرنسي", "وزير الداخلية التونسي")).events


def test_a_past_meeting_right_behind_a_visit_is_dated_by_it() -> None:
    told = (
        f"يزور الرئيس الكيني جون مواي القاهرة. وقال الخبير إن الوضع صعب. وأضاف أن الأزمة مستمرة. يذكر أن وزير الخارجية العماني {GUEST} كان أدى زيارة إلى "
        f"العراق يومي 3 و4 مايو 2023. وأبرز خلال لقائه بوزير الخارجية العراقي {HOST} حرص بلاده على السلام."
    )
    meeting = next(event for event in extract(told, published=LATER).events if event.type == "meeting")
    assert meeting.date is not None
    assert (meeting.date.earliest, meeting.date.latest) == (
        date(2023, 5, 3),
        date(2023, 5, 4),
    )


def test_a_date_in_the_relative_of_an_occasion_is_its_own() -> None:
    told = (
        f"جاءت التصريحات أمس، في سياق الحديث عن مأدبة العشاء التي جمعت الرئيس العراقي {HOST} مع الرئيس العماني {GUEST} "
        "في 6 أبريل 2023."
    )
    event = only(told, published=LATER)
    assert event.date is not None and event.date.earliest == date(2023, 4, 6)


@pytest.mark.parametrize(("told", "dated"), [('لصحيفة "عمان اليوم"', False), ("في بيان صدر اليوم", True)])
def test_the_day_in_the_name_of_a_newspaper_is_no_date(told: str, dated: bool) -> None:
    event = only(f"انتقد السفير {told} زيارة وزير الخارجية العماني {GUEST} إلى العراق.", published=LATER)
    assert (event.date is not None) is dated


def test_what_is_planned_takes_no_date_of_the_past() -> None:
    told = (
        f"دعا الرئيس العراقي {HOST} الرئيس العماني {GUEST} إلى زيارة بغداد. "
        f"وكانت مظاهرة ضد زيارة الرئيس العماني إلى بغداد خرجت اليوم."
    )
    assert all(event.date is None for event in extract(told, published=LATER).events)


def test_the_chancellor_alone_is_the_one_told_before() -> None:
    told = "قالت المستشارة الألمانية أنجيلا ميركل إن بلادها مستعدة. وأضافت المستشارة التي التقت الرئيس التونسي الباجي قائد السبسي أنها معنية."
    assert "أنجيلا ميركل" in who(only(told))


def test_a_delegation_of_his_country_speaks_for_who_heads_it() -> None:
    told = (
        f"أدى وزير الخارجية العماني {GUEST} زيارة إلى تونس لترؤس وفد بلاده في أشغال لجنة التشاور السياسي التونسية العمانية. "
        f"واستقبل الرئيس التونسي {HOST} الوزير العماني."
    )
    session = next(event for event in extract(told).events if event.processes or "أشغال" in event.trigger.text)
    assert {role.represents for role in session.participants if role.kind != "country"} == {"Oman"}
    assert GUEST in who(session)


def test_a_session_told_with_a_reception_is_another_occasion() -> None:
    told = f"استقبل الرئيس التونسي {HOST} الوزير الأول الجزائري {GUEST} الذي يؤدي زيارة لترؤس وفد بلاده في أشغال اللجنة المشتركة التونسية الجزائرية."
    first, second = (event for event in extract(told).events if event.type == "meeting")
    assert set(who(first)) == {HOST, GUEST}
    assert "Algeria" in {role.represents for role in second.participants}


def test_a_delegation_that_comes_along_speaks_for_its_leader() -> None:
    told = f"يزور الرئيس الألماني {GUEST} تونس. ويرافق الرئيس الألماني في هذه الزيارة وفد هام يضم رجال أعمال."
    assert {role.represents for role in only(told).participants} == {"Germany"}


def test_attendants_ahead_of_the_other_side_are_of_one_side() -> None:
    told = (
        f"بحث الرئيس العراقي {HOST} في بغداد الأوضاع مع الرئيس العماني {GUEST}. وحضر اللقاء وزير الخارجية العراقي هوشيار زيباري، "
        "والسيد مقرن بن صالح رئيس المخابرات العامة، ومن الجانب العماني وزير الخارجية يوسف بن علوي."
    )
    sides = {role.native or (role.span.text if role.span else ""): role.represents for role in only(told).participants}
    assert (sides["مقرن بن صالح"], sides["يوسف بن علوي"]) == ("Iraq", "Oman")


def test_whoever_the_president_of_an_invitation_is_hosts() -> None:
    event = only(f"سحب الرئيس العراقي {HOST} دعوته للرئيس العماني {GUEST} لزيارة بغداد.")
    assert who(event) == {GUEST: "visitor", HOST: "host"}


def test_an_envoy_for_the_solution_of_a_crisis_is_told_with_it() -> None:
    told = f"يزور المبعوث الخاص للرئيس الروسي لحل الأزمة السورية {GUEST} طهران على رأس وفد سياسي."
    assert GUEST in who(only(told))


@pytest.mark.parametrize(
    ("told", "place"),
    [
        ("تحتضن القاهرة غدا اجتماعا لوزراء خارجية مصر والأردن وفلسطين.", "Cairo"),
        ("تستضيف مدينة جدة غدا مباحثات بين وزير الخارجية العراقي ونظيره الإيراني.", "Jeddah"),
    ],
)
def test_what_hosts_an_occasion_is_its_place(told: str, place: str) -> None:
    found = only(told).place
    assert found is not None and found.name == place


def test_a_delegation_told_behind_place_and_day_makes_the_visit() -> None:
    told = f"أعلن وزير الصحة التونسي {HOST} عن زيارة مرتقبة لتونس، بعد شهر رمضان، لوفد بريطاني رفيع المستوى."
    assert {role.represents for role in only(told).participants} == {"United Kingdom"}


def test_whoever_is_sent_visits() -> None:
    event = only(f"أوفد الرئيس العراقي {HOST} أمس مبعوثه {GUEST} إلى القاهرة.")
    assert (event.type, who(event)) == ("visit", {HOST: "sender", GUEST: "visitor"})
