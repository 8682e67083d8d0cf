from datetime import date
from pathlib import Path

import pytest
from hang import guarded

from kg.authority import Authority, Fact
from kg.authority.accepting import accepted, examined, examined_text
from kg.authority.checks import check, layered
from kg.authority.dates import when
from kg.authority.reader import read_text
from kg.authority.starter import starter_facts, starter_texts
from kg.authority.writer import csv_text
from kg.errors import AuthorityError
from kg.resolve.known import gazetteers, starter

HEAD = "id,property,value,lang,from,to,source\n"
PAGE = "https://example.org/page"
OFFICE = f"""office/RU/foreign-minister,name,Foreign Minister of Russia,en,,,{PAGE}
office/RU/foreign-minister,of,state/RU,,,,{PAGE}
person/a,name,Person A,en,,,{PAGE}
person/b,name,Person B,en,,,{PAGE}
"""


def problems(rows: str, base: Authority | None = None) -> list[tuple[int, str]]:
    """What is wrong with rows that follow the first row, with their lines."""
    reading = examined_text(HEAD + rows, "a.csv", gazetteers() if base is None else base)
    return [(problem.line, problem.message) for problem in reading.problems]


def held(*terms: str) -> list[tuple[int, str]]:
    """What is wrong with terms in one office: ``a 2004 2012``."""
    rows = ("{},holds,office/RU/foreign-minister,,{},{}," + PAGE + "\n",)
    told = (rows[0].format("person/" + term.split(" ")[0], *term.split(" ")[1:3]) for term in terms)
    return problems(OFFICE + "".join(told))


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("2019-10-04", date(2019, 10, 4), date(2019, 10, 4)),
        ("2019-02", date(2019, 2, 1), date(2019, 2, 28)),
        ("2019", date(2019, 1, 1), date(2019, 12, 31)),
        ("2021-03..", date(2021, 3, 1), None),
        ("..2019-10", None, date(2019, 10, 31)),
        ("", None, None),
    ],
)
def test_dates_are_as_exact_as_they_are_written(text: str, earliest: date | None, latest: date | None) -> None:
    read = when(text)
    assert (read.text, read.earliest, read.latest) == (text, earliest, latest)


@pytest.mark.parametrize(
    "text", ["2019-13", "2019-02-30", "19", "2019/10", "..2019..", "..", "0000", "٢٠١٩", "2019-1", " 2019"]
)
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="is no date"):
        when(text)


def test_every_file_of_the_starter_and_all_together_pass_every_check() -> None:
    readings = [read_text(text, file) for file, text in starter_texts()]
    assert [str(problem) for reading in readings for problem in reading.problems] == []
    rows = [row for reading in readings for row in reading.rows]
    assert [str(problem) for problem in check(rows, gazetteers())] == []


def test_the_starter_is_read_alike_with_and_without_checks() -> None:
    read = [row.fact for file, text in starter_texts() for row in read_text(text, file).rows]
    assert list(starter_facts()) == read


def test_the_gazetteers_are_facts_that_pass_every_check() -> None:
    reading = examined_text(csv_text(gazetteers().facts), "gazetteers", Authority(()))
    assert [str(problem) for problem in reading.problems] == []
    assert tuple(row.fact for row in reading.rows) == gazetteers().facts
    assert gazetteers().find("سوريا") == ("state/SY",)
    assert gazetteers().value("state/IR", "capital") == "place/tehran"


@pytest.mark.parametrize(
    ("row", "message"),
    [
        (f"person/a,nmae,A B,en,,,{PAGE}", "there is no property 'nmae'"),
        ("person/a,name,A B,en,,,", "the source is missing"),
        ("person/a,name,A B,en,,,https://", "no address"),
        (f"person/a,name,,en,,,{PAGE}", "has no value"),
        (f"person/a,name,A B,,,,{PAGE}", "needs the language"),
        (f"person/a,name,A B,English,,,{PAGE}", "needs the language"),
        (f"person/a,name,A B,en,2019,,{PAGE}", "has no dates"),
        (f"person/a,speaks_for,state/RU,,soon,,{PAGE}", "'soon' is no date"),
        (f"person/a,speaks_for,state/RU,,2012,2011,{PAGE}", "from 2012 is after to 2011"),
        (f"person/a,speaks_for,state/RU,en,,,{PAGE}", "is no text of a language"),
        (f"person/a,speaks_for,place/moscow,,,,{PAGE}", "must be the id of a state or organization"),
        (f"person/a,speaks_for,Russia,,,,{PAGE}", "must be the id of a state or organization"),
        (f"person/a,of,state/RU,,,,{PAGE}", "'of' is told of office"),
        (f"person/A B,name,A B,en,,,{PAGE}", "is no id"),
        (f"robot/a,name,A B,en,,,{PAGE}", "is no id"),
        (f"person/a,wikidata,58217,,,,{PAGE}", "no Wikidata id"),
        (f"person/a,same_as,state/RU,,,,{PAGE}", "different kinds"),
        (f"person/a,name,A B,en,,{PAGE}", "there are 6 cells"),
        (f'person/a,name,"A B,en,,,{PAGE}', "a quoted cell is not closed"),
        (f"person/a,name,A\u202eB,en,,,{PAGE}", "control character"),
        (f"person/a,name,A\x00B,en,,,{PAGE}", "control character"),
        (f"person/zz,speaks_for,state/RU,,,,{PAGE}", "nothing names 'person/zz'"),
        (f"person/a,speaks_for,state/ZZ,,,,{PAGE}", "nothing names 'state/ZZ'"),
        (f"person/a,alias,Person A,en,,,{PAGE}\nperson/a,alias,Person A,en,,,{PAGE}", "repeats line 6"),
        (f"person/a,name,Other A,en,,,{PAGE}", "has the name 'Other A' here and 'Person A' in line 4"),
        (f"office/RU/foreign-minister,of,state/US,,,,{PAGE}", "has the of 'state/US' here and 'state/RU' in line 3"),
        (f"person/a,wikidata,Q1,,,,{PAGE}\nperson/a,wikidata,Q2,,,,{PAGE}", "has the wikidata 'Q2' here and 'Q1'"),
        (
            f"person/a,wikidata,Q1,,,,{PAGE}\nperson/b,wikidata,Q1,,,,{PAGE}",
            "Q1 is person/a in line 6 and person/b here",
        ),
        (f"office/RU/x,name,X,en,,,{PAGE}", "nothing says whose 'office/RU/x' is"),
        (f"office/RU/x,name,X,en,,,{PAGE}\noffice/RU/x,of,state/US,,,,{PAGE}", "its id must begin with office/US/"),
        (f"person/a,same_as,person/a,,,,{PAGE}", "in a circle"),
        (f"person/a,same_as,person/b,,,,{PAGE}\nperson/b,same_as,person/a,,,,{PAGE}", "in a circle"),
        (f"person/a,same_as,person/b,,,,{PAGE}\nperson/a,not_same_as,person/b,,,,{PAGE}", "told apart here and joined"),
    ],
)
def test_a_mistake_is_named_with_its_line(row: str, message: str) -> None:
    found = problems(OFFICE + row + "\n")
    last = OFFICE.count("\n") + 1 + row.count("\n") + 1
    assert any(message in text for _, text in found), found
    assert last in {line for line, _ in found}


def test_a_file_without_mistakes_has_none() -> None:
    more = f"""# a comment, "unclosed
person/a,holds,office/RU/foreign-minister,,2004-03-09,2012-05-21,{PAGE}
person/b,holds,office/RU/foreign-minister,,2012-05-21,2020..,{PAGE}|https://example.org/other
person/a,alias,"A, Person",en,,,"Some data set, release 4"
person/a,wikidata,Q1,,,,{PAGE}
person/b,wikidata,Q1,,,,{PAGE}
person/b,same_as,person/a,,,,{PAGE}
"""
    assert problems(OFFICE + more) == []


def test_all_mistakes_are_listed_and_nothing_is_taken(tmp_path: Path) -> None:
    path = tmp_path / "mine.csv"
    path.write_text(HEAD + OFFICE + "person/a,name,A B,en,,,\nperson/b,nmae,C,en,,,x 1\n", encoding="utf-8")
    with pytest.raises(AuthorityError) as caught:
        accepted(examined(path, gazetteers()))
    assert "mine.csv:6: the source is missing" in str(caught.value)
    assert "and 2 more mistakes" in str(caught.value)
    told = [str(problem) for problem in examined(path, gazetteers()).problems]
    assert [line.split(":")[1] for line in told] == ["6", "6", "7"]


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "the first row must be"),
        (b"\x00\xff\xfe\x80", "this is not UTF-8"),
        ("id,property\n".encode("utf-16"), "this is not UTF-8"),
        (b"name;alias\n", "the first row must be"),
        (HEAD.encode() + b"\n\nperson/a,name,\xc3\x28,en,,,x", "this is not UTF-8"),
    ],
)
def test_what_is_no_authority_file_is_refused_in_a_sentence(tmp_path: Path, data: bytes, message: str) -> None:
    path = tmp_path / "x.csv"
    path.write_bytes(data)
    (problem,) = examined(path, gazetteers()).problems
    assert message in problem.message
    assert problem.file == "x.csv"


@pytest.mark.parametrize("name", ["none.csv", "."])
def test_a_file_that_cannot_be_opened_is_an_error_of_its_own(tmp_path: Path, name: str) -> None:
    with pytest.raises(AuthorityError, match="can't read the authority file"):
        examined(tmp_path / name, gazetteers())


def test_a_byte_order_mark_and_line_ends_of_windows_do_no_harm() -> None:
    path_text = "\ufeff" + (HEAD + OFFICE).replace("\n", "\r\n")
    reading = read_text(path_text.encode().decode("utf-8-sig"), "a.csv")
    assert reading.problems == ()
    assert len(reading.rows) == 4


@pytest.mark.parametrize(
    "terms",
    [
        ("a 2004 2012", "b 2012 2018"),
        ("a 2004-03-09 2012-05-21", "b 2012-05-21 "),
        ("a 2004-03-09 ", "b 2012-05-21 "),
        ("a  2012-05", "b 2012-05 2013"),
        ("a 2004 2006", "b 2006 2008", "a 2008 2010"),
        ("a 2004 2008..", "b 2008 2010"),
        ("a 2010-01-05 2012", "a 2010 2012-03-04"),
    ],
)
def test_terms_that_may_follow_each_other_are_no_mistake(terms: tuple[str, ...]) -> None:
    assert held(*terms) == []


@pytest.mark.parametrize(
    "terms",
    [
        ("a 2004 2012", "b 2010 2018"),
        ("a 2004 2012", "b 2010-05-01 "),
        ("a 2010-05-01 ", "b 2004 2012"),
        ("a 2004 2015..", "b 2012 2018"),
        ("a 2004 2020", "a 2005 2006", "b 2010 2012"),
        ("a 2010-01-05 2012", "a 2011 2013"),
    ],
)
def test_two_holders_at_one_time_and_one_term_told_twice_are_a_mistake(terms: tuple[str, ...]) -> None:
    found = held(*terms)
    assert found
    assert all("office/RU/foreign-minister at one time" in text or "differently" in text for _, text in found)


def test_an_office_that_is_shared_may_have_two_holders() -> None:
    rows = f"""office/RU/foreign-minister,shared,yes,,,,{PAGE}
person/a,holds,office/RU/foreign-minister,,2004,2012,{PAGE}
person/b,holds,office/RU/foreign-minister,,2008,2010,{PAGE}
"""
    assert problems(OFFICE + rows) == []


def test_many_holders_and_long_chains_do_not_hang() -> None:
    people = "".join(f"person/p{n},name,P {n},en,,,{PAGE}\n" for n in range(3000))
    terms = "".join(
        f"person/p{n},holds,office/RU/foreign-minister,,2004-01-01,2012-01-01,{PAGE}\n" for n in range(3000)
    )
    people += "".join(f"person/q{n},name,Q {n},en,,,{PAGE}\n" for n in range(3000))
    chain = "".join(f"person/q{n},same_as,person/q{n + 1},,,,{PAGE}\n" for n in range(2999))
    with guarded():
        assert len(problems(OFFICE + people + terms + chain)) == 2999


def test_a_file_may_not_contradict_what_is_believed_but_for_what_it_tells_itself() -> None:
    base = Authority((*gazetteers().facts, *_facts(OFFICE + _term("a", "2004", "2012"))))
    assert "at one time" in problems(_term("b", "2008", "2010"), base)[0][1]
    own = _term("a", "2004", "2008") + _term("b", "2008", "2010")
    assert problems(own, base) == []
    both = Authority(layered(base.facts, _facts(own)))
    terms = [(term.person, term.end.text) for term in both.terms("office/RU/foreign-minister")]
    assert terms == [("person/a", "2008"), ("person/b", "2010")]


def test_two_ids_of_one_person_do_not_hold_an_office_against_each_other() -> None:
    base = Authority((*gazetteers().facts, *_facts(OFFICE + _term("a", "2004", "2012"))))
    other = f"person/c,name,Person C,en,,,{PAGE}\n" + _term("c", "2004-05", "2012-06")
    assert problems(other, base)
    assert problems(other + f"person/c,same_as,person/a,,,,{PAGE}\n", base) == []


def test_the_starter_holds_people_and_their_offices() -> None:
    assert starter().name("person/sergey-lavrov") == "Sergey Lavrov"
    assert starter().find("SERGEY  LAVROV") == ("person/sergey-lavrov",)
    assert "office/RU/foreign-minister" in starter().offices("minister", "Foreign affairs", "state/RU")
    assert starter().offices("minister", "defence", "state/XX") == ()


def _term(person: str, start: str, end: str) -> str:
    return f"person/{person},holds,office/RU/foreign-minister,,{start},{end},{PAGE}\n"


def _facts(rows: str) -> tuple[Fact, ...]:
    return tuple(row.fact for row in read_text(HEAD + rows, "a.csv").rows)
