"""The scorer is held to cases so small that their score can be told by heart."""

from dataclasses import replace

import pytest
from golden_score import table

from kg.evaluate import Count, Result, Score, compare
from kg.evaluate.likeness import similar
from kg.evaluate.misses import flaws, misses, unheard
from kg.evaluate.pages import Occasion, Page, Party, Saying

KHAJI = Party(("علي أصغر خاجي", "Ali Asghar Khaji"), "host", ("كبير المساعدين",), ("Iran",))
LAVRENTIEV = Party(("ألكسندر لافرنتييف", "Alexander Lavrentiev"), "visitor", ("المبعوث الروسي",), ("Russia",))
PEDERSEN = Party(("غير بيدرسون", "Geir Pedersen"), "participant", ("المبعوث الأممي",), ("United Nations",))
MEETING = Occasion(
    "meeting",
    "held",
    "main",
    (KHAJI, LAVRENTIEV),
    ("التقى",),
    ("طهران", "Tehran"),
    "2020-10-21",
    (("عودة اللاجئين", "return of refugees"), ("وقف إطلاق النار", "ceasefire")),
    (("عملية أستانا", "Astana process"),),
)
SAYING = Saying(("خاجي", "Ali Asghar Khaji"), "affirm", ("أكد",))
PAGE = Page("tehran", (MEETING,), (SAYING,))


def scored(*told: Occasion, gold: tuple[Occasion, ...] = (MEETING,)) -> Result:
    return compare(Page("tehran", gold), Page("tehran", told))


def test_what_is_read_perfectly_scores_one_everywhere() -> None:
    result = compare(PAGE, PAGE)
    assert {name: (count.precision, count.recall, count.f1) for name, count in result.score} == {
        name: (1.0, 1.0, 1.0) for name, _ in Score()
    }
    assert all(count.gold for _, count in result.score)
    assert list(misses(result.events)) == list(flaws(result.events)) == []


def test_nothing_told_of_nothing_is_perfect_and_nothing_told_of_something_is_nothing() -> None:
    assert all(count.f1 == 1.0 for _, count in compare(Page("a"), Page("a")).score)
    assert all(count.f1 == count.precision == count.recall == 0.0 for _, count in compare(PAGE, Page("tehran")).score)


def test_a_missing_participant_costs_recall_and_exactness_alone() -> None:
    score = scored(replace(MEETING, parties=(KHAJI,))).score
    assert score.events == score.types == Count(1, 1, 1)
    assert score.exact == Count(0, 1, 1)
    assert score.participants == score.role == score.represents == score.function == Count(1, 2, 1)
    assert (score.participants.precision, score.participants.recall) == (1.0, 0.5)


def test_an_extra_participant_costs_precision() -> None:
    score = scored(replace(MEETING, parties=(KHAJI, LAVRENTIEV, PEDERSEN))).score
    assert score.participants == Count(2, 2, 3)
    assert score.exact == Count(0, 1, 1)


@pytest.mark.parametrize("type_", ["summit", "negotiation_round"])
def test_a_wrong_type_of_the_same_family_is_the_same_event(type_: str) -> None:
    score = scored(replace(MEETING, type=type_)).score
    assert score.events == score.exact == Count(1, 1, 1)
    assert score.types == Count(0, 1, 1)


@pytest.mark.parametrize("type_", ["call", "visit", "correspondence"])
def test_a_type_of_another_family_is_another_event(type_: str) -> None:
    result = scored(replace(MEETING, type=type_))
    assert result.score.events == result.score.place == result.score.exact == Count(0, 1, 1)
    assert list(misses(result.events)) == [
        "tehran: missed main meeting [التقى]: علي أصغر خاجي | ألكسندر لافرنتييف",
        f"tehran: extra main {type_} [التقى]: علي أصغر خاجي | ألكسندر لافرنتييف",
    ]


def test_an_event_of_others_is_another_event() -> None:
    assert scored(replace(MEETING, parties=(PEDERSEN,))).score.events == Count(0, 1, 1)


def test_an_event_told_twice_counts_once() -> None:
    result = scored(MEETING, MEETING)
    assert result.score.events == Count(1, 1, 2)
    assert result.score.participants == Count(2, 2, 4)
    assert len(list(misses(result.events))) == 1


def test_a_participant_told_twice_counts_once() -> None:
    score = scored(replace(MEETING, parties=(KHAJI, KHAJI))).score
    assert score.participants == Count(1, 2, 2)


def test_a_statement_told_twice_counts_once() -> None:
    score = compare(Page("a", (), (SAYING,)), Page("a", (), (SAYING, SAYING))).score
    assert score.statements == score.acts == Count(1, 1, 2)


def test_a_statement_is_known_by_speaker_and_verb() -> None:
    others = (replace(SAYING, speaker=("لافرنتييف",)), replace(SAYING, verb=("انتقد",)))
    result = compare(Page("a", (), (SAYING,)), Page("a", (), others))
    assert result.score.statements == Count(0, 1, 2)
    assert list(unheard(result.sayings)) == ["a: missed affirm [أكد]: خاجي"]


def test_a_statement_of_another_act_is_found_but_its_act_is_wrong() -> None:
    result = compare(Page("a", (), (SAYING,)), Page("a", (), (replace(SAYING, act="hope"),)))
    assert (result.score.statements, result.score.acts) == (Count(1, 1, 1), Count(0, 1, 1))
    assert list(unheard(result.sayings)) == ["a: affirm [أكد]: خاجي: told as hope"]


def test_of_two_events_with_the_same_parties_each_finds_its_own() -> None:
    earlier = replace(MEETING, status="planned", date="2020-09-01", trigger=("اجتمع",), place=())
    result = scored(MEETING, earlier, gold=(earlier, MEETING))
    assert list(flaws(result.events)) == []


def test_parts_are_told_apart() -> None:
    told = replace(
        MEETING,
        status="planned",
        salience="background",
        date="2020-10-20/2020-10-21",
        place=("دمشق", "Damascus"),
        parties=(replace(KHAJI, function="participant", role=("وزير الدفاع",), represents=()), LAVRENTIEV),
        topics=(("عودة اللاجئين السوريين",), ("إعادة الإعمار",)),
        processes=(),
    )
    result = scored(told)
    score = result.score
    assert score.status == score.salience == score.date == score.place == Count(0, 1, 1)
    assert (score.function, score.role, score.represents) == (Count(1, 2, 2), Count(1, 2, 2), Count(1, 2, 1))
    assert (score.topics, score.processes) == (Count(1, 2, 2), Count(0, 1, 0))
    assert [line.removeprefix("tehran: main meeting [التقى]: ") for line in flaws(result.events)] == [
        "status held, told planned",
        "salience main, told background",
        "date 2020-10-21, told 2020-10-20/2020-10-21",
        "place طهران, told دمشق",
        "علي أصغر خاجي is host, told participant",
        "علي أصغر خاجي has the role كبير المساعدين, told وزير الدفاع",
        "علي أصغر خاجي has the represents Iran, told nothing",
        "topic missed: وقف إطلاق النار",
        "topic extra: إعادة الإعمار",
        "process missed: عملية أستانا",
    ]


def test_a_date_that_nobody_knows_is_no_hit() -> None:
    score = scored(replace(MEETING, date=""), gold=(replace(MEETING, date=""),)).score
    assert score.date == Count(0, 0, 0)


def test_scores_of_articles_add_up() -> None:
    result = compare(PAGE, PAGE) + scored(MEETING, MEETING)
    assert result.score.events == Count(2, 2, 3)
    assert len(result.events) == 3


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("غير بيدرسون", "غير بيدرسن"),
        ("الأمم المتحدة", "للامم المتحده"),
        ("إيران", "ايران"),
        ("مُحمد علّوش", "محمد علوش"),
        ("الساعدي", "ناظم الساعدي"),
        ("علی‌اصغر خاجی", "علي اصغر خاجي"),
        ("Сергей Лавров", "сергей лавров"),
        ("The Arab League", "arab league"),
        ("Hadi al-Bahra", "Hadi Bahra"),
        ("Li Jianwei", "Li Jian Wei"),
    ],
)
def test_folded_names_are_the_same(one: str, other: str) -> None:
    assert similar((one,), (other,)) > 0
    assert similar((other,), ("شيء آخر", one)) > 0


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("وزير الخارجية الروسي", "الرئيس الروسي"),
        ("Foreign Minister of Iran", "Prime Minister of Iran"),
        ("حسن", "حسين"),
        ("خاجي", "وفد من كبار مساعدي خاجي"),
        ("العراق", "إيران"),
        ("", "إيران"),
        ("من", "من"),
    ],
)
def test_other_names_are_others(one: str, other: str) -> None:
    assert similar((one,), (other,)) == 0


def test_the_table_shows_each_measure_with_its_floor() -> None:
    lines = list(table(compare(PAGE, PAGE).score, {"events": 0.9}))
    assert len(lines) == 1 + len(list(Score()))
    assert lines[1].split() == ["events", "1.000", "1.000", "1.000", "1", "1", "1", "0.90"]
    assert lines[2].split() == ["types", "1.000", "1.000", "1.000", "1", "1", "1"]
