"""The measures of groups, on examples whose scores were worked out by hand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.evaluate.clusters import b_cubed, ceaf, missed, wrong

TRUE = dict(zip("abcde", "11122", strict=True))


def test_groups_that_are_right_score_one() -> None:
    assert b_cubed(TRUE, TRUE).f1 == ceaf(TRUE, TRUE).f1 == 1.0
    assert not [*wrong(TRUE, TRUE), *missed(TRUE, TRUE)]


def test_one_group_of_all() -> None:
    told = dict.fromkeys(TRUE, "x")
    score = b_cubed(told, TRUE)
    assert (score.precision, score.recall) == (pytest.approx((3 * 3 / 5 + 2 * 2 / 5) / 5), 1.0)
    assert ceaf(told, TRUE).precision == pytest.approx(2 * 3 / 8)
    assert ceaf(told, TRUE).recall == pytest.approx(2 * 3 / 8 / 2)
    assert len(list(wrong(told, TRUE))) == 6
    assert not list(missed(told, TRUE))


def test_each_on_its_own() -> None:
    told = {thing: thing for thing in TRUE}
    score = b_cubed(told, TRUE)
    assert (score.precision, score.recall) == (1.0, pytest.approx((3 / 3 + 2 / 2) / 5))
    assert list(missed(told, TRUE)) == [("a", "b"), ("a", "c"), ("b", "c"), ("d", "e")]


def test_nothing_at_all() -> None:
    assert b_cubed({}, {}).f1 == ceaf({}, {}).f1 == 0.0


@given(st.lists(st.tuples(st.sampled_from("xyz"), st.sampled_from("123")), min_size=1, max_size=12))
def test_scores_are_shares_and_one_only_for_what_is_right(rows: list[tuple[str, str]]) -> None:
    told = {str(number): group for number, (group, _) in enumerate(rows)}
    true = {str(number): group for number, (_, group) in enumerate(rows)}
    right = not [*wrong(told, true), *missed(told, true)]
    for score in (b_cubed(told, true), ceaf(told, true)):
        assert 0 < score.f1 <= 1 + 1e-9
        assert (score.f1 > 1 - 1e-9) == right
