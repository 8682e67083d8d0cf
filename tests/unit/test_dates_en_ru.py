"""English and Russian date phrases: orders of day and month, capitals, case endings, and what only looks like a date."""

import pytest
from date_tools import read

FRIDAY = "2024-11-22"
WEDNESDAY = "2019-05-15"


@pytest.mark.parametrize(
    ("text", "phrase", "days"),
    [
        ("on Wednesday, September 7, 2022", "Wednesday, September 7, 2022", "2022-09-07"),
        ("on 7 September 2022", "7 September 2022", "2022-09-07"),
        ("on the 7th of September, 2022", "7th of September, 2022", "2022-09-07"),
        ("Sept. 7, 2022", "Sept. 7, 2022", "2022-09-07"),
        ("from May 28 to June 3, 2020", "May 28 to June 3, 2020", "2020-05-28/2020-06-03"),
        ("May 3-5, 2019", "May 3-5, 2019", "2019-05-03/2019-05-05"),
        ("between 28 December 2018 and 3 January 2019", "28 December 2018 and 3 January 2019", "2018-12-28/2019-01-03"),
        ("in March 2022", "March 2022", "2022-03-01/2022-03-31"),
        ("in early March 2022", "early March 2022", "2022-03-01/2022-03-10"),
        ("in early 2022", "early 2022", "2022-01-01/2022-04-30"),
        ("In 2014 the sides", "2014", "2014-01-01/2014-12-31"),
        ("dated 2016-11-02", "2016-11-02", "2016-11-02"),
        ("dated 11/25/2016", "11/25/2016", "2016-11-25"),
        ("dated 11/05/2016", "11/05/2016", "2016-11-05 0.7 | 2016-05-11 0.3"),
        ("on 22 Bahman 1357", "22 Bahman 1357", "1979-02-11"),
    ],
)
def test_full_english_dates(text: str, phrase: str, days: str) -> None:
    assert read("en", text, None) == [(phrase, days)]


@pytest.mark.parametrize(
    ("text", "phrase", "days"),
    [
        ("on Wednesday", "Wednesday", "2024-11-20"),
        ("on Friday", "Friday", "2024-11-22"),
        ("on Saturday", "Saturday", "2024-11-23 0.6 | 2024-11-16 0.4!"),
        ("last Friday", "last Friday", "2024-11-15"),
        ("next Monday", "next Monday", "2024-11-25"),
        ("on Tuesday evening", "Tuesday evening", "2024-11-19"),
        ("on Monday of next week", "Monday", "2024-11-18"),
        ("today", "today", "2024-11-22"),
        ("yesterday", "yesterday", "2024-11-21"),
        ("the day before yesterday", "day before yesterday", "2024-11-20"),
        ("two days ago", "two days ago", "2024-11-20"),
        ("last week", "last week", "2024-11-11/2024-11-17"),
        ("earlier this week", "earlier this week", "2024-11-18/2024-11-20"),
        ("next month", "next month", "2024-12-01/2024-12-31"),
        ("on the 23rd of this month", "23rd of this month", "2024-11-23"),
        ("in late April of this year", "late April of this year", "2024-04-21/2024-04-30"),
        ("last March", "last March", "2024-03-01/2024-03-31"),
        ("in May", "May", "2024-05-01/2024-05-31"),
        ("on July 31", "July 31", "2024-07-31"),
        ("on March 3", "March 3", "2025-03-03"),
        ("on November 23 (Saturday)", "November 23 (Saturday)", "2024-11-23"),
        ("Monday through Wednesday", "Monday through Wednesday", "2024-11-18/2024-11-20"),
    ],
)
def test_english_from_the_day_of_publication(text: str, phrase: str, days: str) -> None:
    expected = [(phrase, days)]
    if text.endswith("of next week"):
        expected = [("Monday of next week", "2024-11-25")]
    assert read("en", f"They meet {text}.", FRIDAY) == expected


@pytest.mark.parametrize(
    "text",
    [
        "They may march in silence",
        "Theresa May said",
        "talks for three days",
        "the Sunday Times",
        "Resolution 2254 of",
        "5 percent",
        "Russia Today",
        "some days ago",
        "in 2000 cases",
        "forty years ago",
    ],
)
def test_what_only_looks_like_an_english_date(text: str) -> None:
    assert read("en", text, FRIDAY) == []


@pytest.mark.parametrize(
    ("text", "phrase", "days"),
    [
        ("вечером 11 февраля 2019 года", "вечером 11 февраля 2019 года", "2019-02-11"),
        ("с 3 по 5 мая 2018 г.", "3 по 5 мая 2018 г", "2018-05-03/2018-05-05"),
        ("3–5 мая 2018 года", "3–5 мая 2018 года", "2018-05-03/2018-05-05"),
        ("с 28 апреля по 3 мая 2018 года", "28 апреля по 3 мая 2018 года", "2018-04-28/2018-05-03"),
        ("в среду,\u00a08\u00a0мая\u00a02019\u00a0года", "среду,\u00a08\u00a0мая\u00a02019\u00a0года", "2019-05-08"),
        ("8 мая (среда) 2019", "8 мая", "2019-05-08"),
        ("12.05.2021", "12.05.2021", "2021-05-12"),
        ("12.05.21", "12.05.21", "2021-05-12"),
        ("в 2014 году", "2014 году", "2014-01-01/2014-12-31"),
        ("в конце апреля 2010 года", "конце апреля 2010 года", "2010-04-21/2010-04-30"),
        ("31 октября", "31 октября", "2019-10-31"),
        ("в понедельник", "понедельник", "2019-05-13"),
        ("в четверг", "четверг", "2019-05-16 0.6 | 2019-05-09 0.4!"),
        ("в прошлую среду", "прошлую среду", "2019-05-08"),
        ("в следующий вторник", "следующий вторник", "2019-05-21"),
        ("в минувшую среду, 8 мая,", "минувшую среду, 8 мая", "2019-05-08"),
        ("накануне", "накануне", "2019-05-14"),
        ("сегодня", "сегодня", "2019-05-15"),
        ("послезавтра", "послезавтра", "2019-05-17"),
        ("два дня назад", "два дня назад", "2019-05-13"),
        ("неделю назад", "неделю назад", "2019-05-06/2019-05-12"),
        ("на прошлой неделе", "прошлой неделе", "2019-05-06/2019-05-12"),
        ("в мае прошлого года", "мае прошлого года", "2018-05-01/2018-05-31"),
        ("в начале марта", "начале марта", "2019-03-01/2019-03-10"),
        ("23 числа этого месяца", "23 числа этого месяца", "2019-05-23"),
    ],
)
def test_russian_dates(text: str, phrase: str, days: str) -> None:
    assert read("ru", f"Они встретились {text}", WEDNESDAY)[0] == (phrase, days)


@pytest.mark.parametrize(
    "text",
    [
        "на следующий день",
        "несколько дней назад",
        "в течение 3 дней",
        "накануне визита",
        "резолюция 2254",
        "на улице 8 Марта",
        "5 процентов",
    ],
)
def test_what_only_looks_like_a_russian_date(text: str) -> None:
    assert read("ru", text, WEDNESDAY) == []
