import json
import socket
from pathlib import Path

import pytest
from cli_help import kg
from reconciling import MANIFEST, candidate, knowing, serving

from kg.authority.accepting import examined, examined_text
from kg.authority.reconcile import proposals, review_text, unlinked
from kg.authority.service import ATTEMPTS, Service
from kg.errors import AuthorityError
from kg.resolve.known import gazetteers

PAGE = "https://example.org/page"
ROWS = f"""id,property,value,lang,from,to,source
person/anna-alpha,name,Anna Alpha,en,,,{PAGE}
person/boris-beta,name,Борис Бета,ru,,,{PAGE}
person/clara-gamma,name,Clara Gamma,en,,,{PAGE}
person/clara-gamma,wikidata,Q3,,,,{PAGE}
office/RU/tester,name,Tester of Russia,en,,,{PAGE}
office/RU/tester,of,state/RU,,,,{PAGE}
"""
KNOWN = {
    "Anna Alpha": [candidate("Q2", "Anna Alfa", 40), candidate("Q1", "Anna Alpha", 99, match=True)],
    "Борис Бета": [candidate("Q4", "Boris Beta", 70), candidate("L12", "not an item", 80)],
}


@pytest.fixture(autouse=True)
def _no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    path = tmp_path / "mine.csv"
    path.write_text(ROWS, encoding="utf-8")
    return path


def wanted() -> tuple[tuple[str, str], ...]:
    facts = tuple(row.fact for row in examined_text(ROWS, "mine.csv", gazetteers()).rows)
    return unlinked(facts, gazetteers())


def test_what_is_linked_already_is_not_asked_for() -> None:
    assert wanted() == (
        ("office/RU/tester", "Tester of Russia"),
        ("person/anna-alpha", "Anna Alpha"),
        ("person/boris-beta", "Борис Бета"),
    )


def test_names_are_asked_for_in_one_batch_with_their_types() -> None:
    with serving(knowing(KNOWN)) as local:
        found = list(proposals(Service(local.url), wanted()))
    assert local.asked == [
        {
            "q0": {"query": "Tester of Russia", "limit": 3, "type": "Q4164871"},
            "q1": {"query": "Anna Alpha", "limit": 3, "type": "Q5"},
            "q2": {"query": "Борис Бета", "limit": 3, "type": "Q5"},
        }
    ]
    told = [(one.id, one.candidate.id, one.candidate.score, one.accepted) for one in found]
    assert told == [
        ("person/anna-alpha", "Q1", 99.0, False),
        ("person/anna-alpha", "Q2", 40.0, False),
        ("person/boris-beta", "Q4", 70.0, False),
    ]
    assert found[0].source == "https://www.wikidata.org/wiki/Q1"


def test_many_names_are_asked_for_in_batches() -> None:
    with serving(knowing({})) as local:
        assert list(proposals(Service(local.url), [(f"person/p{n}", f"P {n}") for n in range(23)])) == []
    assert [len(queries) for queries in local.asked] == [10, 10, 3]


def test_nothing_is_linked_unless_it_is_asked_for_and_sure() -> None:
    with serving(knowing(KNOWN)) as local:
        found = list(proposals(Service(local.url), wanted(), accept=True))
    assert [(one.candidate.id, one.accepted) for one in found] == [("Q1", True), ("Q2", False), ("Q4", False)]


def test_one_item_for_two_ids_is_left_to_the_reviewer() -> None:
    same = [candidate("Q1", "Anna Alpha", 99, match=True)]
    with serving(knowing({"A": same, "B": same})) as local:
        found = list(proposals(Service(local.url), [("person/a", "A"), ("person/b", "B")], accept=True))
    assert [one.accepted for one in found] == [False, False]


def test_the_review_is_an_authority_file_whose_rows_are_what_was_accepted() -> None:
    with serving(knowing(KNOWN)) as local:
        service = Service(local.url)
        careful = review_text(list(proposals(service, wanted())))
        accepting = review_text(list(proposals(service, wanted(), accept=True)))
    base = gazetteers()
    assert [problem.message for problem in examined_text(careful, "links.csv", base).problems] == [
        "there is no row below the first one"
    ]
    assert "#person/boris-beta,wikidata,Q4,,,,https://www.wikidata.org/wiki/Q4" in careful
    assert "# Anna Alpha: Anna Alpha (a test), score 99, the service is sure" in careful
    (row,) = examined_text(accepting, "links.csv", base).rows
    assert (row.fact.id, row.fact.value) == ("person/anna-alpha", "Q1")


def test_a_reviewer_takes_the_comment_sign_away() -> None:
    with serving(knowing(KNOWN)) as local:
        text = review_text(list(proposals(Service(local.url), wanted()))).replace("#person/boris", "person/boris")
    reading = examined_text(text, "links.csv", gazetteers())
    assert [row.fact.value for row in reading.rows] == ["Q4"]
    assert [problem.message[:30] for problem in reading.problems] == ["nothing names 'person/boris-be"]


def test_a_service_that_fails_for_a_while_is_asked_again() -> None:
    def respond(number, queries):  # type: ignore[no-untyped-def]
        return (503, b"") if number in (0, 2) else knowing(KNOWN)(number, queries)

    slept: list[float] = []
    with serving(respond) as local:
        found = list(proposals(Service(local.url, sleep=slept.append), wanted()))
    assert len(found) == 3
    assert slept == [1, 1]


@pytest.mark.parametrize(
    ("answer", "message", "requests"),
    [
        ((500, b""), "500 Internal Server Error", ATTEMPTS),
        ((404, b""), "404 Not Found", 1),
        ((200, b"<html>"), "its answer is not JSON", 1),
        ((200, b"[]"), "its manifest has no name", 1),
        ((200, b'{"name": 3, "identifierSpace": ""}'), "its manifest has no name", 1),
        ((200, json.dumps(MANIFEST | {"identifierSpace": "https://viaf.org/"}).encode()), "not of Wikidata", 1),
    ],
)
def test_a_service_that_does_not_answer_rightly_is_said_to_be(
    answer: tuple[int, bytes], message: str, requests: int
) -> None:
    with serving(lambda number, queries: answer) as local:
        with pytest.raises(AuthorityError, match=message):
            list(proposals(Service(local.url, sleep=lambda seconds: None), wanted()))
        assert local.requests == requests


@pytest.mark.parametrize(
    "result",
    [
        '{"q0": {"result": {"id": "Q1"}}}',
        '{"q0": {"result": [{"id": "Q1"}]}}',
        '{"q0": {"result": [{"id": "Q1", "name": "A", "score": "high"}]}}',
        '{"q0": {"result": ["Q1"]}}',
        "[]",
    ],
)
def test_a_malformed_answer_is_an_error_and_no_link(result: str) -> None:
    def respond(number, queries):  # type: ignore[no-untyped-def]
        return 200, (json.dumps(MANIFEST) if queries is None else result).encode()

    with serving(respond) as local, pytest.raises(AuthorityError, match="doesn't speak the reconciliation protocol"):
        list(proposals(Service(local.url), wanted()))


def test_a_service_that_is_silent_is_given_up_after_the_timeout() -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        url = f"http://127.0.0.1:{silent.getsockname()[1]}/"
        with pytest.raises(AuthorityError, match="timed out"):
            Service(url, timeout=0.05, sleep=lambda seconds: None).manifest()


def test_nobody_at_the_address_is_said_to_be_so() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    with pytest.raises(AuthorityError, match="can't be asked"):
        Service(f"http://127.0.0.1:{port}/", sleep=lambda seconds: None).manifest()


@pytest.mark.parametrize("url", ["file:///etc/passwd", "wikidata", "ftp://example.org/", "http://", ""])
def test_only_addresses_of_the_web_are_asked(url: str) -> None:
    with pytest.raises(AuthorityError, match="no address of a service"):
        Service(url)


def test_the_command_writes_proposals_for_review(mine: Path, tmp_path: Path) -> None:
    out = tmp_path / "links.csv"
    with serving(knowing(KNOWN)) as local:
        result = kg(
            "authority", "reconcile", mine, "--service", local.url, "-o", out, "--store", tmp_path / "s", "-f", "json"
        )
    assert result.exit_code == 0
    assert [row["wikidata"] for row in json.loads(result.stdout)] == ["Q1", "Q2", "Q4"]
    assert "3 names asked for, 3 proposals, 0 accepted" in result.stderr
    assert all(line.startswith("#") for line in out.read_text(encoding="utf-8").splitlines()[1:])
    assert not (tmp_path / "s").exists()


def test_accepted_links_can_be_added(mine: Path, tmp_path: Path) -> None:
    store, out = tmp_path / "store", tmp_path / "links.csv"
    assert kg("authority", "add", mine, "--store", store).exit_code == 0
    with serving(knowing(KNOWN)) as local:
        arguments = ["--service", local.url, "-o", out, "--accept-matches", "--kind", "person", "--store", store]
        assert kg("authority", "reconcile", mine, *arguments).exit_code == 0
    assert "office/RU/tester" not in out.read_text(encoding="utf-8")
    assert examined(out, gazetteers()).rows
    assert kg("authority", "add", out, "--store", store).exit_code == 0
    shown = json.loads(kg("authority", "show", "Anna Alpha", "--store", store, "--format", "json").stdout)
    assert {row["property"]: row["value"] for row in shown} == {"name": "Anna Alpha", "wikidata": "Q1"}


def test_a_service_that_cannot_be_asked_is_exit_code_2_in_one_sentence(mine: Path, tmp_path: Path) -> None:
    with serving(lambda number, queries: (404, b"")) as local:
        result = kg("authority", "reconcile", mine, "--service", local.url, "--store", tmp_path / "s")
    assert result.exit_code == 2
    assert result.stdout == ""
    (line,) = result.stderr.splitlines()
    assert line.startswith(f"kg: the service {local.url} can't be asked: it answers 404")
