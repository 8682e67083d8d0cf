"""The solar and lunar Hijri calendars, against days that are known."""

from datetime import date

import pytest

from kg.text.dates.calendars import day_of, month_in, month_of, step, year_of

# The first of Farvardin as the Iranian calendar centre announced it.
NOWRUZ = {
    1357: date(1978, 3, 21),
    1370: date(1991, 3, 21),
    1375: date(1996, 3, 20),
    1387: date(2008, 3, 20),
    1388: date(2009, 3, 21),
    1399: date(2020, 3, 20),
    1400: date(2021, 3, 21),
    1403: date(2024, 3, 20),
    1404: date(2025, 3, 21),
}


@pytest.mark.parametrize("year", sorted(NOWRUZ))
def test_solar_years_begin_at_nowruz(year: int) -> None:
    assert day_of("solar", year, 1, 1) == NOWRUZ[year]


@pytest.mark.parametrize("year", [1370, 1375, 1379, 1383, 1387, 1391, 1395, 1399, 1403, 1408])
def test_solar_leap_years_have_a_thirtieth_of_esfand(year: int) -> None:
    assert day_of("solar", year, 12, 30) is not None
    assert day_of("solar", year + 1, 12, 30) is None


def test_known_days() -> None:
    assert day_of("solar", 1357, 11, 22) == date(1979, 2, 11)
    assert day_of("lunar", 1445, 9, 1) == date(2024, 3, 11)
    assert day_of("lunar", 1441, 10, 1) == date(2020, 5, 24)
    assert day_of("gregorian", 2016, 2, 29) == date(2016, 2, 29)


@pytest.mark.parametrize(
    ("calendar", "year", "month", "day"),
    [
        ("gregorian", 2015, 2, 29),
        ("solar", 1398, 7, 31),
        ("solar", 1398, 13, 1),
        ("lunar", 1200, 1, 1),
        ("solar", 900, 1, 1),
        ("gregorian", 2015, 1, 0),
    ],
)
def test_days_that_are_not(calendar: str, year: int, month: int, day: int) -> None:
    assert day_of(calendar, year, month, day) is None  # type: ignore[arg-type]


def test_stretches() -> None:
    assert month_of("gregorian", 2016, 2) == (date(2016, 2, 1), date(2016, 2, 29))
    assert year_of("gregorian", 2016, "late") == (date(2016, 9, 1), date(2016, 12, 31))
    assert year_of("lunar", 1700) is None
    assert month_in("lunar", date(1800, 1, 1)) is None
    assert month_in("solar", date(1700, 1, 1)) is None
    assert step(2020, 12, 1) == (2021, 1)
    assert step(2020, 1, -13) == (2018, 12)
