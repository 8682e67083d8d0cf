"""Dates of lines and fields: read where they are certain, never guessed."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from kg_loaders.linedates import read_date_field, read_date_line

DAY = date(2021, 3, 14)
LONG = date(2021, 10, 14)


@pytest.mark.parametrize(
    "line",
    [
        "2021-03-14", "2021/3/14", "14/03/2021", "03/14/2021", "14.03.2021", "14-3-2021", "٢٠٢١/٠٣/١٤", "2021-03-14T23:59:00+03:00", "2021-03-14 08:15",
        "March 14, 2021", "14 Mar 2021", "Sunday, 14th of March 2021", "Published: March 14, 2021 at 10:30 a.m. GMT", "Sun, 14 Mar 2021 10:30:00 +0300",
        "14 مارس 2021", "الأحد 14 آذار/مارس 2021", "تاريخ النشر: الأحد 14 آذار 2021 - 10:30", "نشر في 14 مارس 2021 م", "١٤ آذار ٢٠٢١",
        "۲۴ اسفند ۱۳۹۹", "یکشنبه ۲۴ اسفند ۱۳۹۹ - ۱۰:۳۰", "تاریخ انتشار: ۲۴ اسفند ۱۳۹۹", "۱۳۹۹/۱۲/۲۴", "۱۴ مارس ۲۰۲۱",
        "14 марта 2021", "14 марта 2021 г., 10:30", "Опубликовано: 14 марта 2021 года в 10:30", "вс, 14 мар 2021",
    ],
)  # fmt: skip
def test_certain_dates(line: str) -> None:
    found = read_date_line(line)
    assert found is not None
    assert (found.day, found.updated) == (DAY, False)


@pytest.mark.parametrize("line", ["14 تشرين الأول 2021", "14 أكتوبر/تشرين الأول 2021", "الخميس 14 تشرين الاول 2021"])
def test_months_of_two_words(line: str) -> None:
    found = read_date_line(line)
    assert found is not None
    assert found.day == LONG


@pytest.mark.parametrize(
    "line",
    [
        "03/04/2021",
        "3-4-2021",
        "10:30",
        "2:03 P.M. EDT",
        "1399/12/24",
        "31/02/2021",
        "2021-02-30",
        "14 March 2021 - 15 March 2021",
    ],
)
def test_a_date_line_that_tells_no_certain_day(line: str) -> None:
    found = read_date_line(line)
    assert found is not None
    assert found.day is None


@pytest.mark.parametrize(
    "line",
    [
        "14463",
        "2021",
        "May 3",
        "In March 2021",
        "14 марта, 2-я партия",
        "Round 14 of March 2021",
        "4.",
        "+968 24 123456",
        "192.168.1.1",
        "1-0",
        "البند 14",
        "",
        "no digits at all",
        "٤",
    ],
)
def test_lines_that_are_no_dates(line: str) -> None:
    assert read_date_line(line) is None


def test_updates_are_marked() -> None:
    for line in (
        "Updated: 14 March 2021",
        "آخر تحديث: 14 مارس 2021",
        "آخرین به‌روزرسانی: ۲۴ اسفند ۱۳۹۹",
        "Обновлено 14.03.2021",
    ):
        found = read_date_line(line)
        assert found is not None
        assert (found.day, found.updated) == (DAY, True)


@pytest.mark.parametrize(
    ("solar", "day"),
    [
        ("1 فروردین 1400", date(2021, 3, 21)),
        ("30 اسفند 1399", date(2021, 3, 20)),
        ("22 بهمن 1357", date(1979, 2, 11)),
        ("30 اسفند 1403", date(2025, 3, 20)),
        ("31 شهریور 1402", date(2023, 9, 22)),
        ("31 مهر 1402", None),
    ],
)
def test_solar_calendar(solar: str, day: date | None) -> None:
    assert read_date_field(solar) == day


@given(st.dates(date(1900, 1, 1), date(2100, 12, 31)))
def test_every_iso_day_is_read_back(day: date) -> None:
    assert read_date_field(day.isoformat()) == day
    assert read_date_field(f"{day.isoformat()}T00:30:00Z") == day
    assert read_date_field(f"{day.day}.{day.month}.{day.year}") == day


@given(st.integers(0, 65_000))
def test_solar_days_follow_each_other(number: int) -> None:
    months = ["فروردین", "اردیبهشت", "خرداد", "تیر", "مرداد", "شهریور", "مهر", "آبان", "آذر", "دی", "بهمن", "اسفند"]
    year, rest = divmod(number, 365)
    month, day = (rest // 31, rest % 31) if rest < 186 else (6 + (rest - 186) // 30, (rest - 186) % 30)
    read = read_date_field(f"{day + 1} {months[month]} {1300 + year}")
    assert read is not None
    assert abs(read - (date(1921, 3, 21) + timedelta(days=int(year * 365.2422) + rest))) <= timedelta(days=1)


@given(st.text(alphabet="0123456789٠١٢٣۴۵/.-: Marchمارسмарта", max_size=60))
def test_odd_lines_never_raise(line: str) -> None:
    found = read_date_line(line)
    assert found is None or found.words == line
