"""Dates whose year nothing tells keep what they say: the month, and the day."""

from datetime import date

import pytest

from kg.text.dates import find_dates


def partial(language: str, text: str, published: date | None = None) -> str | None:
    (found,) = find_dates(text, 0, len(text), language, published)
    return found.partial


@pytest.mark.parametrize(
    ("language", "text", "known"),
    [
        ("en", "They met on 20 October in Oslo.", "XXXX-10-20"),
        ("en", "They met on Tuesday, October 20.", "XXXX-10-20"),
        ("en", "They met in October.", "XXXX-10"),
        ("en", "They met from 3 to 5 May.", "XXXX-05"),
        ("en", "They met from 30 May to 2 June.", None),
        ("en", "They met on 20 October 2020.", None),
        ("en", "They met in October 2020.", None),
        ("en", "They met on Tuesday.", None),
        ("ru", "Они встретились 29 февраля.", "XXXX-02-29"),
        ("ru", "Они встретились в марте.", "XXXX-03"),
        ("ru", "Они встретились 31 июня.", None),
        ("ar", "التقى الوزيران في 5 مايو.", "XXXX-05-05"),
        ("fa", "آنها در ۲۰ مهر دیدار کردند.", None),
    ],
)
def test_what_is_known_of_a_date_without_its_year(language: str, text: str, known: str | None) -> None:
    assert partial(language, text) == known


def test_a_day_of_publication_makes_the_date_whole() -> None:
    assert partial("en", "They met on 20 October in Oslo.", date(2020, 10, 22)) is None
