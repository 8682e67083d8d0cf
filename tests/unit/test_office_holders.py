from datetime import date

import pytest

from kg.authority import Authority, Fact, Term
from kg.authority.dates import when
from kg.resolve.holders import Post, conflict, holder
from kg.resolve.known import starter

PAGE = "https://example.org/page"
OFFICE = "office/RU/foreign-minister"
MINISTER = Post("Minister", "foreign affairs", "state/RU")


def authority(*terms: str, more: tuple[Fact, ...] = ()) -> Authority:
    """Terms in one office: ``ivanov 1998-09-11 2004-02-24``."""
    facts = [
        Fact(OFFICE, "name", "Foreign Minister of Russia", "en", source=PAGE),
        Fact(OFFICE, "of", "state/RU", source=PAGE),
        Fact(OFFICE, "rank", "Minister", source=PAGE),
        Fact(OFFICE, "portfolio", "foreign affairs", source=PAGE),
        Fact("person/ivanov", "name", "Igor Ivanov", "en", source=PAGE),
        Fact("person/lavrov", "name", "Sergey Lavrov", "en", source=PAGE),
    ]
    for term in terms:
        person, start, end = term.split(" ")
        facts.append(Fact(f"person/{person}", "holds", OFFICE, "", when(start), when(end), PAGE))
    return Authority((*facts, *more))


TWO = authority("ivanov 1998-09-11 2004-03-09", "lavrov 2004-03-09 2021-03..")


@pytest.mark.parametrize(
    ("start", "end", "sure"),
    [
        ("2004-03-09", "2012-05-21", ("2004-03-09", "2012-05-21")),
        ("2004", "2012", ("2004-12-31", "2012-01-01")),
        ("2004-03", "2021-03..", ("2004-03-31", "2021-03-01")),
        ("..2019-10-04", "2019-10-04..", ("2019-10-04", "2019-10-04")),
        ("2004-03-09", "", ("2004-03-09", "2004-03-09")),
        ("", "2012-05-21", ("2012-05-21", "2012-05-21")),
        ("2004", "", None),
        ("", "2012", None),
        ("..2004", "", None),
        ("2012", "2012", None),
        ("", "", None),
    ],
)
def test_only_what_the_dates_show_is_sure(start: str, end: str, sure: tuple[str, str] | None) -> None:
    term = Term("person/a", OFFICE, when(start), when(end), PAGE)
    assert term.sure == (tuple(map(date.fromisoformat, sure)) if sure else None)
    if term.sure:
        assert term.surely(term.sure[0])
        assert term.perhaps(term.sure[1])


@pytest.mark.parametrize(
    ("day", "person"),
    [
        (date(2003, 6, 1), "person/ivanov"),
        (date(2005, 6, 1), "person/lavrov"),
        (date(2004, 3, 9), None),
        (date(1998, 9, 10), None),
        (date(2022, 1, 1), None),
    ],
)
def test_an_office_means_its_holder_on_the_day(day: date, person: str | None) -> None:
    found = holder(TWO, MINISTER, day)
    assert (found.person if found else None) == person


def test_the_reason_says_who_was_what_from_when_to_when_and_who_says_so() -> None:
    found = holder(TWO, MINISTER, date(2005, 6, 1))
    assert found is not None
    assert found.reason == "Sergey Lavrov was Foreign Minister of Russia from 2004-03-09 to 2021-03.."
    assert found.source == PAGE


def test_days_on_both_sides_of_a_handover_mean_nobody() -> None:
    assert holder(TWO, MINISTER, date(2004, 3, 1), date(2004, 3, 20)) is None
    assert holder(TWO, MINISTER, date(2004, 3, 10), date(2004, 3, 20)) is not None


def test_an_end_that_nobody_verified_presumes_nothing() -> None:
    assert holder(authority("lavrov 2004-03-09 "), MINISTER, date(2005, 1, 1)) is None
    assert holder(authority("lavrov 2004-03-09 "), MINISTER, date(2004, 3, 9)) is not None


def test_an_unknown_office_has_no_holder() -> None:
    assert holder(TWO, Post("Minister", "defence", "state/RU"), date(2005, 6, 1)) is None
    assert holder(TWO, Post("Minister", "foreign affairs", "state/US"), date(2005, 6, 1)) is None


def test_somebody_else_in_the_office_is_a_conflict() -> None:
    found = conflict(TWO, MINISTER, "person/primakov", ["Yevgeny Primakov"], date(2005, 6, 1))
    assert found is not None
    assert found.person == "person/lavrov"


@pytest.mark.parametrize(
    ("person", "name"),
    [
        ("person/lavrov", "Sergey Lavrov"),
        ("person/hash-of-another-spelling", "سيرغي لافروف"),
        ("person/sergei-lavrow", "Sergei Lavrov"),
    ],
)
def test_the_holder_himself_is_no_conflict_however_he_is_spelled(person: str, name: str) -> None:
    assert conflict(TWO, MINISTER, person, [name], date(2005, 6, 1)) is None


def test_where_the_term_of_the_person_is_possible_there_is_no_conflict() -> None:
    both = authority("ivanov 1998 2004", "lavrov 2004-03-09 2021-03..")
    assert conflict(both, MINISTER, "person/ivanov", ["Igor Ivanov"], date(2004, 6, 1)) is None
    assert conflict(both, MINISTER, "person/ivanov", ["Igor Ivanov"], date(2005, 6, 1)) is not None


def test_an_office_without_a_sure_holder_gives_no_conflict() -> None:
    assert conflict(authority("lavrov 2004 "), MINISTER, "person/x", ["X Y"], date(2010, 1, 1)) is None


def test_a_shared_office_gives_no_conflict() -> None:
    shared = authority("lavrov 2004-03-09 2021-03..", more=(Fact(OFFICE, "shared", "yes", source=PAGE),))
    assert conflict(shared, MINISTER, "person/x", ["X Y"], date(2010, 1, 1)) is None


def test_two_ids_of_one_person_are_one_holder() -> None:
    joined = authority(
        "lavrov 2004-03-09 2012",
        "sergei 2004-03 2021-03..",
        more=(Fact("person/sergei", "same_as", "person/lavrov", source=PAGE),),
    )
    found = holder(joined, MINISTER, date(2010, 6, 1))
    assert found is not None
    assert found.person == "person/lavrov"


@pytest.mark.parametrize(
    ("rank", "portfolio", "of", "day", "person"),
    [
        ("President", None, "state/US", date(2012, 6, 1), "person/barack-obama"),
        ("Secretary of State", "foreign affairs", "state/US", date(2014, 6, 1), "person/john-kerry"),
        ("Minister", "foreign affairs", "state/US", date(2014, 6, 1), "person/john-kerry"),
        ("Chancellor", None, "state/DE", date(2012, 6, 1), "person/angela-merkel"),
        ("Prime Minister", None, "state/GB", date(2009, 6, 1), "person/gordon-brown"),
        ("President", None, "state/RU", date(2009, 6, 24), "person/dmitry-medvedev"),
        ("Prime Minister", None, "state/JP", date(2015, 6, 1), "person/shinzo-abe"),
        ("Minister", "foreign affairs", "state/RU", date(2015, 6, 1), "person/sergey-lavrov"),
        ("Minister", "foreign affairs", "state/TR", date(2020, 6, 1), "person/mevlut-cavusoglu"),
        ("President", None, "state/CN", date(2012, 12, 20), "person/hu-jintao"),
        ("President", None, "state/CN", date(2013, 3, 14), None),
        ("Minister", "foreign affairs", "state/IQ", date(2012, 6, 1), "person/hoshyar-zebari"),
        ("Prime Minister", None, "state/JM", date(2009, 6, 1), "person/bruce-golding"),
        ("Prime Minister", None, "state/KR", date(2017, 1, 15), "person/hwang-kyo-ahn"),
        ("President", None, "state/LA", date(2022, 5, 12), "person/thongloun-sisoulith"),
        ("Chairman", "National Transitional Council", "state/LY", date(2012, 1, 15), "person/mustafa-abdul-jalil"),
        ("Prime Minister", None, "state/BG", date(2023, 11, 1), "person/nikolay-denkov"),
        ("Prime Minister", None, "state/GR", date(2023, 6, 1), "person/ioannis-sarmas"),
        ("Chancellor", None, "state/AT", date(2025, 2, 14), "person/alexander-schallenberg"),
        ("Prime Minister", None, "state/JP", date(2025, 3, 1), "person/shigeru-ishiba"),
        ("President", None, "state/XX", date(2012, 12, 20), None),
    ],
)
def test_the_starter_knows_heads_on_their_days(
    rank: str, portfolio: str | None, of: str, day: date, person: str | None
) -> None:
    found = holder(starter(), Post(rank, portfolio, of), day)
    assert (found.person if found else None) == person
