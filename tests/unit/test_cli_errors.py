import os
import shlex
import signal
import subprocess
import time
from pathlib import Path

import pytest
from cli_help import command, filled, kg, process

from kg.store.opening import open_store


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return filled(tmp_path)


def sentence(stderr: str) -> str:
    """The one sentence that a user gets: nothing else is on stderr, least of all a traceback."""
    line, *shown = stderr.strip().splitlines()
    assert line.startswith("kg: ")
    # A malformed query is shown with a caret under the place.
    assert not shown or (len(shown) == 2 and shown[1].strip() == "^")
    return line


@pytest.mark.parametrize(
    "arguments",
    [
        ["events"],
        ["show", "ab"],
        ["query", "-e", "ASK {}"],
        ["stats"],
        ["validate"],
        ["ask", "who-met-whom"],
        ["export"],
    ],
)
def test_a_missing_store_is_named_with_what_to_do(tmp_path: Path, arguments: list[str]) -> None:
    missing = tmp_path / "nowhere"
    result = kg(*arguments, "--store", missing)
    assert result.exit_code == 2
    assert str(missing) in sentence(result.stderr)
    assert not missing.exists()


@pytest.mark.parametrize(
    "arguments", [["events", "--store", ""], ["--store", "", "events"], ["events", "--store", " "]]
)
def test_an_empty_place_is_not_the_folder_one_works_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str]
) -> None:
    monkeypatch.chdir(filled(tmp_path))
    result = kg(*arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "Invalid value for '--store'" in result.stderr
    assert ": it is empty: give a folder, or the address of a server." in result.stderr


def test_a_folder_of_other_things_is_not_a_store(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("Dear all")
    result = kg("events", "--store", tmp_path)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "not a store" in sentence(result.stderr)


def test_a_store_in_use_is_said_to_be(store: Path) -> None:
    with open_store(store):
        result = process("resolve", "--store", store)
    assert (result.returncode, result.stdout) == (2, b"")
    assert "in use by another process" in sentence(result.stderr.decode())


@pytest.mark.parametrize("query", ["SELECT ?x {", "INSERT DATA { <a:a> <a:b> <a:c> }", "", "SELEKT"])
def test_a_bad_query_is_told_in_a_sentence(store: Path, query: str) -> None:
    result = kg("query", "-e", query, "--store", store)
    assert (result.exit_code, result.stdout) == (2, "")
    sentence(result.stderr)


def test_a_missing_or_binary_query_file(store: Path, tmp_path: Path) -> None:
    missing = kg("query", tmp_path / "none.rq", "--store", store)
    assert missing.exit_code == 2
    assert "none.rq: No such file" in sentence(missing.stderr)
    (tmp_path / "bad.rq").write_bytes(b"\xff\xfe\x00\x01")
    binary = kg("query", tmp_path / "bad.rq", "--store", store)
    assert binary.exit_code == 2
    assert "not UTF-8 text" in sentence(binary.stderr)


@pytest.mark.parametrize(
    "arguments", [["query"], ["query", "x.rq", "-e", "ASK {}"], ["events", "--type", "war"], ["ingest"], ["nonsense"]]
)
def test_wrong_usage(arguments: list[str]) -> None:
    result = kg(*arguments)
    assert result.exit_code == 2
    assert "Usage: kg" in result.stderr


@pytest.mark.parametrize("day", ["yesterday", "2020-13", "2020-02-30", "20201021", "2020-10-21-01", ""])
def test_what_is_no_day_is_said_not_to_be(store: Path, day: str) -> None:
    result = kg("events", "--from", day, "--store", store)
    assert result.exit_code == 2
    assert "is not a day: write 2020-10-21" in result.stderr


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["--from", "2021", "--to", "2020-12"], "2021-01-01 is after 2020-12-31: give the first day first"),
        (["--person", ""], "the name of the person is empty: give one, or leave it out"),
        (["--process", " "], "the name of the process is empty"),
    ],
)
def test_what_chooses_everything_or_nothing_by_mistake_is_refused(store: Path, arguments: list[str], says: str) -> None:
    for name in ("events", "export"):
        result = kg(name, *arguments, "--store", store)
        assert (result.exit_code, result.stdout) == (2, "")
        assert says in sentence(result.stderr)


def test_an_unknown_event(store: Path) -> None:
    result = kg("show", "feed", "--store", store)
    assert result.exit_code == 2
    assert "no event has the id 'feed'" in sentence(result.stderr)


def test_output_that_can_not_be_written(store: Path, tmp_path: Path) -> None:
    result = kg("export", "-o", tmp_path / "no" / "such" / "graph.ttl", "--store", store)
    assert result.exit_code == 2
    assert "No such file" in sentence(result.stderr)


def test_a_reader_that_goes_away_is_no_error(store: Path) -> None:
    query = "SELECT * { ?a ?b ?c . ?d ?e ?f }"
    endless = shlex.join(command("query", "-e", query, "--format", "csv", "--store", store))
    script = f"{endless} | head -n 1; exit ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", script], capture_output=True, check=False)
    assert done.stdout.decode().splitlines() == ["a,b,c,d,e,f"]
    assert (done.returncode, done.stderr) == (141, b"")


def test_a_full_disk_is_told_in_a_sentence(store: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(command("events", "--store", store), stdout=full, stderr=subprocess.PIPE, check=False)
    assert done.returncode == 2
    assert "No space left" in sentence(done.stderr.decode())


def test_control_c_ends_with_130(tmp_path: Path) -> None:
    running = subprocess.Popen(
        command("ingest", "-", "--store", tmp_path / "store"),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    marker = tmp_path / "store" / "kg-store.json"
    while not marker.exists() and running.poll() is None:
        time.sleep(0.05)
    os.kill(running.pid, signal.SIGINT)
    _, told = running.communicate(timeout=30)
    assert running.returncode == 130
    assert told.decode().strip() == "kg: interrupted"
