from datetime import date, timedelta

from hypothesis import assume, given
from hypothesis import strategies as st

from kg.authority import Authority, Fact, Term
from kg.authority.accepting import examined_text
from kg.authority.dates import When, when
from kg.authority.reader import read_text
from kg.authority.writer import csv_text
from kg.facts.authority import ledger_facts, ledger_triples

HEAD = "id,property,value,lang,from,to,source\n"
SLUGS = st.from_regex(r"[a-z0-9]{1,6}(-[a-z0-9]{1,6})?", fullmatch=True)
TEXTS = st.text(st.characters(exclude_categories=("C", "Z"), include_characters=' ,"\u200c#'), min_size=1).filter(
    lambda text: text == text.strip() and text
)
DAYS = st.dates(date(1900, 1, 1), date(2100, 1, 1))
DATES = st.one_of(
    DAYS.map(date.isoformat),
    DAYS.map(lambda day: day.isoformat()[:7]),
    DAYS.map(lambda day: day.isoformat()[:4]),
    DAYS.map(lambda day: f"{day.isoformat()}.."),
    DAYS.map(lambda day: f"..{day.isoformat()[:7]}"),
    st.just(""),
).map(when)


@st.composite
def facts(draw: st.DrawFn) -> Fact:
    """A fact that is well formed as a row."""
    person = f"person/{draw(SLUGS)}"
    source = draw(TEXTS.filter(lambda text: "://" not in text))
    if draw(st.booleans()):
        return Fact(
            person,
            draw(st.sampled_from(["name", "alias"])),
            draw(TEXTS),
            draw(st.sampled_from(["ar", "en", "sr-Latn"])),
            source=source,
        )
    start, end = draw(DATES), draw(DATES)
    if start.earliest and end.latest and start.earliest > end.latest:
        start, end = end, start
    if start.earliest and end.latest and start.earliest > end.latest:
        start = when("")
    return Fact(person, "holds", f"office/RU/{draw(SLUGS)}", "", start, end, source)


@given(st.lists(facts(), min_size=1, max_size=8))
def test_what_is_written_is_read_back(told: list[Fact]) -> None:
    reading = read_text(csv_text(told), "a.csv")
    assert [row.fact for row in reading.rows] == told
    assert reading.problems == ()


@given(st.lists(facts(), min_size=1, max_size=8, unique=True))
def test_a_ledger_gives_back_what_was_put_into_it(told: list[Fact]) -> None:
    assert list(ledger_facts(reversed(ledger_triples("a.csv", told)))) == told


@given(st.text())
def test_any_text_is_read_or_refused(text: str) -> None:
    reading = examined_text(text, "a.csv", Authority(()))
    assert reading.problems


@given(st.lists(st.text(max_size=20), max_size=12))
def test_any_cells_are_read_or_refused(cells: list[str]) -> None:
    for row in (",".join(cells), ",".join(f'"{cell}"' for cell in cells)):
        reading = examined_text(HEAD + row, "a.csv", Authority(()))
        assert reading.problems
        assert all(problem.file == "a.csv" and problem.message for problem in reading.problems)


@given(DATES, DATES, DAYS)
def test_what_is_sure_is_possible(start: When, end: When, day: date) -> None:
    assume(start.earliest is None or end.latest is None or start.earliest <= end.latest)
    term = Term("person/a", "office/RU/b", start, end, "x")
    if term.surely(day):
        assert term.perhaps(day)


@given(DAYS, DAYS, DAYS, DAYS)
def test_two_holders_are_a_mistake_exactly_where_they_share_more_than_the_day_of_a_handover(
    first: date, last: date, begun: date, ended: date
) -> None:
    (first, last), (begun, ended) = sorted((first, last)), sorted((begun, ended))
    last, ended = last + timedelta(days=1), ended + timedelta(days=1)
    rows = "".join(
        f"person/{who},holds,office/RU/x,,{since},{until},p 1\n"
        for who, since, until in (("a", first, last), ("b", begun, ended))
    )
    names = "person/a,name,A,en,,,p 1\nperson/b,name,B,en,,,p 1\noffice/RU/x,name,X,en,,,p 1\n"
    own = names + "state/RU,name,R,en,,,p 1\noffice/RU/x,of,state/RU,,,,p 1\n"
    found = examined_text(HEAD + own + rows, "a.csv", Authority(())).problems
    assert bool(found) == (max(first, begun) < min(last, ended))
