from reading_tools import extract, only, told, who

X = "كبير مساعدي وزير الخارجية الإيراني علي أصغر خاجي"
Y = "المبعوث الخاص للرئيس الروسي إلى سوريا ألكسندر لافرنتييف"
BOTH = {"علي أصغر خاجي": "participant", "ألكسندر لافرنتييف": "participant"}


def test_one_occasion_told_three_times_is_one_event_with_three_pieces_of_evidence() -> None:
    event = only(
        f"بحث {X} أمس مع {Y} تطورات الأوضاع في سوريا.",
        "وتم خلال اللقاء بحث إعادة الإعمار.",
        "وبحث الجانبان خلال هذا اللقاء عودة اللاجئين.",
        title="خاجي ولافرنتييف يبحثان الشأن السوري",
    )
    assert who(event) == BOTH
    assert event.evidence.text.startswith("بحث")
    assert len(event.more_evidence) >= 2


def test_the_headline_adds_no_second_event() -> None:
    event = only("استقبل الرئيس السوري بشار الأسد وزير الخارجية الإيراني محمد جواد ظريف.", title="الأسد يستقبل ظريف")
    assert who(event) == {"بشار الأسد": "host", "محمد جواد ظريف": "visitor"}


def test_the_same_man_meets_two_others_on_two_occasions() -> None:
    events = extract(
        "التقى وزير الخارجية الإيراني محمد جواد ظريف الرئيس السوري بشار الأسد في دمشق.",
        "كما التقى ظريف وزير الخارجية السوري وليد المعلم.",
    ).events
    assert [set(who(event)) for event in events] == [
        {"محمد جواد ظريف", "بشار الأسد"},
        {"محمد جواد ظريف", "وليد المعلم"},
    ]


def test_the_same_men_on_two_days_meet_twice() -> None:
    events = extract(
        f"التقى {X} {Y} في طهران يوم 19 أكتوبر 2020.",
        "وكان خاجي قد التقى لافرنتييف في موسكو يوم 12 أغسطس 2020.",
    ).events
    assert [(set(who(event)), event.salience.value) for event in events] == [
        (set(BOTH), "main"),
        (set(BOTH), "background"),
    ]


def test_a_meeting_and_a_call_of_the_same_men_are_two_events() -> None:
    events = extract(f"التقى {X} {Y} في طهران.", "وكان خاجي قد أجرى اتصالا هاتفيا مع لافرنتييف الشهر الماضي.").events
    assert [event.type.value for event in events] == ["meeting", "call"]


def test_visits_to_two_cities_of_one_state_are_two_and_a_city_and_its_state_one() -> None:
    visitor = "وزير الخارجية الإيراني محمد جواد ظريف"
    two = extract(f"زار {visitor} دمشق.", "وزار ظريف حلب.").events
    one = extract(f"زار {visitor} دمشق.", "ووصل ظريف إلى سوريا.").events
    assert ([event.place and event.place.name for event in two], len(one)) == (["Damascus", "Aleppo"], 1)


def test_a_cancelled_occasion_and_a_held_one_stay_two() -> None:
    events = extract(f"التقى {X} {Y} في طهران.", "وألغي اللقاء بين خاجي ولافرنتييف في موسكو.").events
    assert sorted(event.status.value for event in events) == ["cancelled", "held"]


def test_a_telling_that_only_points_back_makes_no_event_of_its_own() -> None:
    assert extract("وتناول اللقاء عودة اللاجئين.", "وكان الاجتماع مثمرا.").events == ()


def test_what_one_telling_lacks_another_adds() -> None:
    event = only(f"التقى {X} {Y}.", "وجرى اللقاء في طهران يوم 19 أكتوبر 2020.")
    assert told(event) == ("meeting", "held", set(BOTH))
    assert event.place is not None and event.place.name == "Tehran"
    assert event.date is not None and event.date.span.text.endswith("19 أكتوبر 2020")


def test_telling_it_again_makes_an_event_surer_and_never_less_sure() -> None:
    once = only(f"التقى {X} {Y} في طهران.")
    twice = only(f"التقى {X} {Y} في طهران.", "واجتمع خاجي مع لافرنتييف في طهران.")
    assert once.confidence < twice.confidence <= 1
