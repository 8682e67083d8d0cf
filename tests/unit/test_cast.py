import pytest
from reading_tools import extract, only, who

X = "كبير مساعدي وزير الخارجية الإيراني علي أصغر خاجي"
Y = "المبعوث الخاص للرئيس الروسي إلى سوريا ألكسندر لافرنتييف"
BOTH = {"علي أصغر خاجي", "ألكسندر لافرنتييف"}


def people(*paragraphs: str, title: str | None = None) -> set[str]:
    """Everybody who takes part or speaks, by the fullest name that the article has for them."""
    read = extract(*paragraphs, title=title)
    parts = [p for event in read.events for p in event.participants] + [s.speaker for s in read.statements]
    return {p.native or p.name for p in parts}


@pytest.mark.parametrize(
    "later",
    [
        "وأكد خاجي أن الحوار هو الحل.",
        "وأكد أصغر خاجي أن الحوار هو الحل.",
        "وأكد كبير مساعدي وزير الخارجية أن الحوار هو الحل.",
        "وأكد المبعوث الروسي أن الحوار هو الحل.",
        "وأكد المبعوث الخاص أن الحوار هو الحل.",
        "وأكد لافرنتييف أن الحوار هو الحل.",
        "من جانبه أكد لافرنتييف أن الحوار هو الحل.",
        "وبحث خاجي مع لافرنتييف الأوضاع في إدلب.",
        "وقال لافرنتييف لخاجي إن الحوار مفيد.",
    ],
)
def test_later_mentions_are_the_same_two_men(later: str) -> None:
    assert people(f"التقى {X} {Y} في طهران.", later) == BOTH


def test_a_name_in_the_headline_is_known_by_its_fullest_form_in_the_body() -> None:
    event = only(f"بحث {X} مع {Y} الأوضاع في سوريا.", title="خاجي ولافرنتييف يبحثان الشأن السوري")
    assert set(who(event)) == BOTH


def test_an_office_in_the_headline_finds_its_holder_in_the_body() -> None:
    title = "وزير الخارجية السوري يلتقي نظيره الإيراني"
    event = only("التقى وزير الخارجية السوري وليد المعلم نظيره الإيراني محمد جواد ظريف في طهران.", title=title)
    assert set(who(event)) == {"وليد المعلم", "محمد جواد ظريف"}


def test_ministers_of_two_states_are_not_one_however_alike_their_offices() -> None:
    found = people("قال وزير الخارجية السوري إن الحوار مفيد.", "وقال وزير الخارجية الروسي إن الحوار صعب.")
    assert len(found) == 2


def test_two_persons_with_one_family_name_stay_two() -> None:
    found = people(
        "التقى الرئيس السوري بشار الأسد وزير الخارجية الإيراني محمد جواد ظريف.",
        "وقال السفير السوري ماهر الأسد إن الزيارة مهمة.",
    )
    assert found == {"بشار الأسد", "محمد جواد ظريف", "ماهر الأسد"}


def test_what_is_learned_of_somebody_later_holds_from_the_beginning() -> None:
    event = only(
        "استقبل الرئيس السوري بشار الأسد في دمشق محمد جواد ظريف.",
        "وأكد وزير الخارجية الإيراني محمد جواد ظريف دعم بلاده.",
    )
    assert {p.native: p.represents for p in event.participants} == {"بشار الأسد": "Syria", "محمد جواد ظريف": "Iran"}


def test_articles_do_not_know_each_other() -> None:
    extract(f"التقى {X} {Y} في طهران.")
    assert extract("وأكد خاجي أن الحوار هو الحل.").statements == ()


def test_a_foreign_envoy_called_geir_is_known_by_his_family_name_later() -> None:
    read = extract(
        f"أجرى {X} اتصالا هاتفيا مع المبعوث الأممي غير بيدرسون.", "وقال بيدرسون إن الحوار مفيد.", "هذا أمر غير مقبول."
    )
    assert {p.native for event in read.events for p in event.participants} == {"علي أصغر خاجي", "غير بيدرسون"}
    assert [s.speaker.native for s in read.statements] == ["غير بيدرسون"]


def test_his_counterpart_holds_the_same_office_for_another_state() -> None:
    event = only("التقى وزير الخارجية السوري وليد المعلم نظيره الإيراني محمد جواد ظريف.")
    assert [(p.role_name, p.represents) for p in event.participants] == [
        ("Foreign Minister", "Syria"),
        ("Foreign Minister", "Iran"),
    ]


def test_two_short_names_side_by_side_are_two_men() -> None:
    assert people(f"التقى {X} {Y} في طهران.", "والتقى خاجي لافرنتييف في طهران.") == BOTH


def test_an_office_behind_a_short_name_is_its_apposition() -> None:
    event = only(
        "استقبل الرئيس السوري بشار الأسد في دمشق محمد جواد ظريف.", "وأكد ظريف وزير الخارجية الإيراني دعم بلاده."
    )
    assert {p.native: p.represents for p in event.participants} == {"بشار الأسد": "Syria", "محمد جواد ظريف": "Iran"}
