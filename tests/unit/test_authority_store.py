import json
from pathlib import Path

import pytest
from cli_help import filled, kg

from kg.authority import Fact
from kg.authority.dates import when
from kg.authority.model import Term
from kg.errors import AuthorityError
from kg.facts.authority import ledger_facts, ledger_triples
from kg.resolve.known import starter
from kg.store.authorities import add, believed, names, read, remove
from kg.store.memory import MemoryStore
from kg.store.opening import open_store

PAGE = "https://example.org/page"
HEAD = "id,property,value,lang,from,to,source\n"
TESTER = f"""person/anna-alpha,name,Anna Alpha,en,,,{PAGE}
person/anna-alpha,alias,آنا الفا,fa,,,{PAGE}
person/anna-alpha,holds,office/RU/tester,,2019-10,2021-03..,"A list, release 3"
office/RU/tester,name,Tester of Russia,en,,,{PAGE}
office/RU/tester,of,state/RU,,,,{PAGE}
"""
FACTS = (
    Fact("person/anna-alpha", "name", "Anna Alpha", "en", source=PAGE),
    Fact("person/anna-alpha", "holds", "office/RU/tester", "", when("2019-10"), when("2021-03.."), "A list, release 3"),
    Fact("office/RU/tester", "name", "Tester", "sr-Latn", source=PAGE),
)


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    path = tmp_path / "mine.csv"
    path.write_text(HEAD + TESTER, encoding="utf-8")
    return path


def told(*arguments: object) -> list[dict[str, object]]:
    """The rows that a command prints as JSON."""
    result = kg("authority", *arguments, "--format", "json")
    assert result.exit_code == 0, result.stderr
    rows: list[dict[str, object]] = json.loads(result.stdout)
    return rows


def test_a_ledger_gives_back_what_the_file_said_in_its_order() -> None:
    assert ledger_facts(reversed(ledger_triples("x", FACTS))) == FACTS


@pytest.mark.parametrize("engine", ["memory", "oxigraph"])
def test_a_file_is_kept_replaced_and_removed_and_articles_stay(engine: str, tmp_path: Path) -> None:
    store = MemoryStore() if engine == "memory" else open_store(filled(tmp_path))
    with store:
        articles, view = store.graphs(), set(store.triples())
        assert add(store, "mine.csv", FACTS) is False
        assert add(store, "other file.csv", FACTS[:1]) is False
        assert (names(store), read(store, "mine.csv")) == (("mine.csv", "other file.csv"), FACTS)
        assert add(store, "mine.csv", FACTS[:2]) is True
        assert read(store, "mine.csv") == FACTS[:2]
        assert (store.graphs(), set(store.triples())) == (articles, view)
        assert remove(store, "mine.csv") == 2
        assert (names(store), list(store.ledgers())) == (("other file.csv",), list(store.ledgers())[:1])
        with pytest.raises(AuthorityError, match=r"holds no authority file 'mine\.csv'"):
            remove(store, "mine.csv")


def test_files_of_the_store_lie_over_the_starter() -> None:
    store = MemoryStore()
    office = "office/US/president"
    own = Fact("person/barack-obama", "holds", office, "", when("2009-01-20"), when("2017-01-20"), PAGE)
    add(store, "mine.csv", (own, Fact("person/barack-obama", "wikidata", "Q76", source=PAGE)))
    authority = believed(store)
    terms = [term for term in authority.terms(office) if term.person == "person/barack-obama"]
    assert terms == [Term(own.id, office, own.start, own.end, PAGE)]
    assert authority.value("person/barack-obama", "wikidata") == "Q76"
    assert authority.name("person/barack-obama") == "Barack Obama"
    assert len(believed(store, but="mine.csv").terms(office)) > len(terms)


def test_add_list_show_and_remove(mine: Path, tmp_path: Path) -> None:
    store = tmp_path / "store"
    assert kg("authority", "add", mine, "--store", store).stdout == "added mine.csv: 5 facts\n"
    assert kg("authority", "add", mine, "--store", store).stdout == "replaced mine.csv: 5 facts\n"
    assert told("list", "--files", "--store", store) == [{"file": "mine.csv", "facts": 5}]
    assert {"person/anna-alpha", "person/sergey-lavrov"} <= {
        row["id"] for row in told("list", "--kind", "person", "--store", store)
    }
    shown = told("show", "آنا الفا", "--store", store)
    assert [(row["property"], row["from"], row["to"]) for row in shown][-1] == ("holds", "2019-10", "2021-03..")
    on = told("show", "office/RU/tester", "--on", "2020-06-01", "--store", store)
    assert [(row["name"], row["source"]) for row in on] == [("Anna Alpha", "A list, release 3")]
    assert told("show", "anna alpha", "--on", "2020", "--store", store)[0]["office_name"] == "Tester of Russia"
    assert told("show", "office/RU/tester", "--on", "2022", "--store", store) == []
    assert kg("authority", "remove", "mine.csv", "--store", store).stdout == "removed mine.csv: 5 facts\n"
    assert told("list", "--files", "--store", store) == []
    again = kg("authority", "remove", "mine.csv", "--store", store)
    assert (again.exit_code, again.stdout) == (2, "")


def test_without_a_store_the_starter_answers(tmp_path: Path) -> None:
    shown = told("show", "office/US/president", "--on", "2012-06-01", "--store", tmp_path / "none")
    assert {row["name"] for row in shown} == {"Barack Obama"}
    assert not (tmp_path / "none").exists()


def test_a_file_with_mistakes_changes_nothing_and_lists_them(mine: Path, tmp_path: Path) -> None:
    store = tmp_path / "store"
    assert kg("authority", "add", mine, "--store", store).exit_code == 0
    mine.write_text(HEAD + TESTER + "person/x,nmae,X,en,,,\n", encoding="utf-8")
    result = kg("authority", "add", mine, "--store", store)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "mine.csv:7: there is no property 'nmae'" in result.stderr
    assert "mine.csv:7: the source is missing" in result.stderr
    assert result.stderr.splitlines()[-1].startswith("kg: the file is refused as a whole")
    assert told("list", "--files", "--store", store) == [{"file": "mine.csv", "facts": 5}]


def test_check_lists_mistakes_and_stores_nothing(mine: Path, tmp_path: Path) -> None:
    store = tmp_path / "store"
    good = kg("authority", "check", mine, "--store", store)
    assert (good.exit_code, good.stdout) == (0, "")
    assert good.stderr == "kg: mine.csv: 5 rows, 0 mistakes\n"
    mine.write_text(HEAD + "person/x,speaks_for,state/ZZ,,,,x 1\n", encoding="utf-8")
    bad = kg("authority", "check", mine, "--store", store, "--format", "json")
    assert bad.exit_code == 1
    assert [row["line"] for row in json.loads(bad.stdout)] == [2, 2]
    assert not store.exists()


def test_two_files_that_contradict_each_other_are_not_both_kept(mine: Path, tmp_path: Path) -> None:
    store, other = tmp_path / "store", tmp_path / "other.csv"
    other.write_text(
        HEAD + f"person/b,name,B C,en,,,{PAGE}\nperson/b,holds,office/RU/tester,,2020-01,2020-12,{PAGE}\n",
        encoding="utf-8",
    )
    assert kg("authority", "add", mine, "--store", store).exit_code == 0
    result = kg("authority", "add", other, "--store", store)
    assert result.exit_code == 2
    assert "two hold office/RU/tester at one time" in result.stderr
    assert "known already" in result.stderr


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["show", "person/nobody"], "nothing is known of 'person/nobody'"),
        (["show", "state/SY", "--on", "2020"], "state/SY is neither"),
        (["show", "state/SY", "--on", "soon"], "is not a day"),
        (["check", "no-such-file.csv"], "can't read the authority file"),
        (["add", "no-such-file.csv"], "can't read the authority file"),
    ],
)
def test_wrong_usage_is_told_in_a_sentence(arguments: list[str], message: str, tmp_path: Path) -> None:
    result = kg("authority", *arguments, "--store", tmp_path / "store")
    assert result.exit_code == 2
    assert message in result.stderr
    assert not (tmp_path / "store").exists()


@pytest.mark.parametrize("name", ["add", "list", "show", "check", "remove", "reconcile"])
def test_every_command_below_authority_has_help_with_examples(name: str) -> None:
    shown = kg("authority", name, "--help")
    assert shown.exit_code == 0
    assert f"kg authority {name}" in shown.stdout.split("Examples:")[1]


def test_stores_that_add_nothing_share_what_the_starter_has_found() -> None:
    one, other = MemoryStore(), MemoryStore()
    assert believed(one) is believed(other) is starter()
