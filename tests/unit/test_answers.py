"""Answers are put in order and unfolded column by column."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import StoreError
from kg.questions.answers import Answer, ordered, unfolded

COLUMNS = ("month", "topic", "events")
ROWS = st.lists(
    st.tuples(st.sampled_from(["2020-09", "2020-10"]), st.sampled_from("abc"), st.integers(0, 99)), min_size=1
)


@given(ROWS)
def test_a_row_stands_for_each_thing_that_is_listed(rows):
    topics = sorted({topic for _, topic, _ in rows})
    lists = [", ".join(f"{month} {n}" for month, of, n in rows if of == topic) for topic in topics]
    told = unfolded(Answer(("topic", "listed"), (topics, lists)), COLUMNS)
    assert told.columns == COLUMNS
    assert list(zip(*told.cells, strict=True)) == sorted(rows, key=lambda row: row[1])


def test_an_answer_without_lists_or_without_rows_stays():
    told = Answer(("topic",), (["a"],))
    assert unfolded(told, ()) is told
    assert unfolded(Answer(("topic", "listed"), ()), COLUMNS) == Answer(COLUMNS, ())


@pytest.mark.parametrize("listed", ["2020-10 7, 2020-11", "2020-10, 7", "2020-10 7 8", "", "2020-10 seven"])
def test_a_list_that_cannot_be_read_says_what_makes_it_anew(listed):
    with pytest.raises(StoreError, match="kg resolve --anew"):
        unfolded(Answer(("topic", "listed"), (["a"], [listed])), COLUMNS)


def test_cells_without_a_value_come_first():
    told = ordered(Answer(("topic", "events"), (["b", None, "a"], [1, 2, 3])), ("topic",))
    assert list(zip(*told.cells, strict=True)) == [(None, 2), ("a", 3), ("b", 1)]


@given(ROWS)
def test_rows_are_put_in_the_order_of_columns_and_then_stay(rows):
    told = ordered(Answer(COLUMNS, tuple(zip(*rows, strict=True))), ("topic", "month"))
    assert list(zip(*told.cells, strict=True)) == sorted(rows, key=lambda row: (row[1], row[0]))
