"""Whatever the text, dates keep their promises: exact offsets, order, shares, dates that mean themselves, and no hang."""

from datetime import date, timedelta

import pytest
from hang import guarded
from hypothesis import given
from hypothesis import strategies as st

from kg.lang import load_pack
from kg.text.dates import find_dates
from kg.text.dates.calendars import MONTHS, day_of, month_in, month_of
from kg.text.dates.table import WEEKDAYS, entries

LANGUAGES = ["ar", "en", "fa", "ru"]
WORDS = {code: sorted({phrase for phrase, _ in entries(load_pack(code).table("dates"))}) for code in LANGUAGES}
NUMBERS = ["0", "1", "٣", "۱۲", "31", "98", "1398", "2016", "٢٠١٩", "12/5/2016", "2016-11-02", "12.05.21"]
SIGNS = [
    " ",
    "  ",
    "\n",
    "\u00a0",
    "،",
    ",",
    ".",
    "/",
    "-",
    "(",
    ")",
    "«",
    "»",
    "\u200c",
    "\u200f",
    "ـ",
    "\u064e",
    "و",
    "لل",
]
DAYS = st.dates(date(1950, 1, 1), date(2060, 12, 31))
PUBLISHED = st.none() | st.dates()


@st.composite
def told(draw: st.DrawFn) -> tuple[str, str]:
    """A language and a jumble of its date words, numbers, signs and anything else."""
    language = draw(st.sampled_from(LANGUAGES))
    piece = st.sampled_from(WORDS[language]) | st.sampled_from(NUMBERS) | st.text(max_size=4)
    pieces = draw(st.lists(st.tuples(piece, st.sampled_from(SIGNS)), max_size=12))
    return language, "".join(word + sign for word, sign in pieces)


@given(told(), PUBLISHED, st.booleans())
def test_mentions_are_exact_ordered_and_apart(text_of: tuple[str, str], published: date | None, future: bool) -> None:
    language, text = text_of
    end = 0
    for mention in find_dates(text, 0, len(text), language, published, future=future):
        span = mention.span
        assert end <= span.start < span.end <= len(text)
        assert text[span.start : span.end] == span.text == span.text.strip()
        end = span.end
        shares = [candidate.share for candidate in mention.candidates]
        assert not shares or sum(shares) == pytest.approx(1)
        assert shares == sorted(shares, reverse=True)
        assert all(candidate.earliest <= candidate.latest for candidate in mention.candidates)
        assert not mention.conflict or len(mention.candidates) > 1


@given(told(), PUBLISHED, st.integers(0, 30), st.integers(0, 30))
def test_words_around_the_stretch_are_not_read(
    text_of: tuple[str, str], published: date | None, before: int, after: int
) -> None:
    language, text = text_of
    alone = find_dates(text, 0, len(text), language, published)
    padded = " " * before + text + " " * after
    moved = find_dates(padded, before, before + len(text), language, published)
    assert [(m.span.start - before, m.span.text, m.candidates) for m in moved] == [
        (m.span.start, m.span.text, m.candidates) for m in alone
    ]


@given(DAYS, PUBLISHED, st.sampled_from(LANGUAGES), st.data())
def test_a_written_day_means_itself(day: date, published: date | None, language: str, data: st.DataObject) -> None:
    table = load_pack(language).table("dates")
    month = data.draw(st.sampled_from(table["months"]["gregorian"][str(day.month)]))
    weekday = data.draw(st.sampled_from(table["weekdays"][WEEKDAYS[day.weekday()]]))
    for text in (f"{day.day} {month} {day.year}", f"{weekday} {day.day} {month} {day.year}", day.isoformat()):
        (mention,) = find_dates(text, 0, len(text), language, published)
        assert (mention.span.text, mention.earliest, mention.latest, mention.conflict) == (text, day, day, False)


@given(st.dates(date(2000, 1, 1), date(2060, 12, 31)), DAYS)
def test_a_solar_day_means_itself(day: date, published: date) -> None:
    year, month = month_in("solar", day) or (0, 0)
    first, _ = month_of("solar", year, month) or (day, day)
    name = load_pack("fa").table("dates")["months"]["solar"][str(month)][0]
    text = f"{(day - first).days + 1} {name} {year}"
    (mention,) = find_dates(text, 0, len(text), "fa", published)
    assert mention.earliest == mention.latest == day


@given(DAYS, st.sampled_from(LANGUAGES), st.integers(0, 6))
def test_a_bare_weekday_lies_within_a_week(published: date, language: str, weekday: int) -> None:
    text = load_pack(language).table("dates")["weekdays"][WEEKDAYS[weekday]][0]
    (mention,) = find_dates(text, 0, len(text), language, published)
    assert all(candidate.earliest.weekday() == weekday for candidate in mention.candidates)
    assert published - timedelta(days=6) <= mention.candidates[-1].earliest <= published + timedelta(days=1)
    assert mention.conflict == ((weekday - published.weekday()) % 7 == 1)


@given(st.sampled_from(["gregorian", "solar", "lunar"]), DAYS)
def test_calendars_agree_with_themselves(calendar: str, day: date) -> None:
    year, month = month_in(calendar, day) or (0, 0)  # type: ignore[arg-type]
    first, last = month_of(calendar, year, month) or (date.max, date.min)  # type: ignore[arg-type]
    assert first <= day <= last
    assert 1 <= month <= MONTHS
    assert day_of(calendar, year, month, (day - first).days + 1) == day  # type: ignore[arg-type]
    assert day_of(calendar, year, month, (last - first).days + 2) is None  # type: ignore[arg-type]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "unit",
    [
        "1",
        "1 ",
        "1 و ",
        "1/",
        "1.1",
        "\u064e",
        "و",
        "لل",
        "(",
        "، ",
        "أمس ",
        "من 3 ",
        "يوم ",
        "\u200f",
        "tomorrow",
        "May ",
        "12/5/",
        "الأربعاء و",
        "в ",
        "-",
        "نهاية ",
    ],
)
def test_nothing_repeated_hangs(language: str, unit: str) -> None:
    text = (unit * 200_000)[:200_000]
    with guarded():
        find_dates(text, 0, len(text), language, date(2020, 10, 20))
