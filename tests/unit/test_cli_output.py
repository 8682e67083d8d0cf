import csv
import io
import json
import re
from pathlib import Path

import pytest
from cli_help import filled, kg, on_a_terminal, process
from hypothesis import given
from hypothesis import strategies as st
from kg_cli.output import Answer, print_answer
from kg_cli.terminal import ISOLATE, POP, clean, right_to_left


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return filled(tmp_path)


def test_arabic_is_isolated_on_a_terminal_and_plain_in_a_pipe(store: Path) -> None:
    name = "علي أصغر خاجي"
    arguments = ("events", "--language", "ar", "--store", store)
    assert f"{ISOLATE}ألكسندر" in on_a_terminal("show", "b0", "--language", "ar", "--store", store) + on_a_terminal(
        *arguments
    )
    piped = kg(*arguments).stdout
    assert name in piped
    assert ISOLATE not in piped
    assert POP not in piped


def test_a_failure_gets_a_line_of_its_own_above_the_counter(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text('{"text": "Gesunder Text."}\n' * 3 + "{\n", encoding="utf-8")
    printed = on_a_terminal("ingest", tmp_path / "a.jsonl", "--store", tmp_path / "store")
    assert "articles:" in printed
    assert re.search(r"(\n|\x1b\[2K)kg: ", printed)


def test_a_table_in_a_pipe_is_never_folded(store: Path) -> None:
    line = next(line for line in kg("events", "--store", store).stdout.splitlines() if "meeting" in line)
    assert "Alexander Lavrentiev; Ali Asghar Khaji" in line
    assert "Astana process" in line


@pytest.mark.parametrize("form", ["csv", "tsv", "json"])
def test_programs_get_every_field(store: Path, form: str) -> None:
    printed = kg("events", "--format", form, "--store", store).stdout
    if form == "json":
        rows = json.loads(printed)
    else:
        rows = list(csv.DictReader(io.StringIO(printed), delimiter="," if form == "csv" else "\t"))
    meeting = next(row for row in rows if row["type"] == "meeting")
    assert meeting["event"].startswith("https://w3id.org/diplo-kg/id/event/")
    assert (meeting["earliest"], meeting["latest"]) == ("2020-10-14", "2020-10-21")
    assert str(meeting["date_conflict"]).lower() == "true"
    assert meeting["date_text"] == "يوم الأربعاء"


@given(st.lists(st.tuples(st.text(), st.one_of(st.none(), st.booleans(), st.integers(), st.text()))))
def test_json_and_csv_keep_any_text(rows: list[tuple[str, str | int | bool | None]]) -> None:
    answer = Answer(("a", "b"), rows)
    # To Python 1 is True: the repr tells them apart.
    assert repr([(row["a"], row["b"]) for row in json.loads(printed(answer, "json"))]) == repr(rows)
    told = list(csv.reader(io.StringIO(printed(answer, "csv"), newline="")))
    assert [row[0] for row in told[1:]] == [row[0].replace("\r\n", "\n").replace("\r", "\n") for row in rows]


@given(st.lists(st.text()))
def test_tsv_has_a_line_per_row_whatever_the_cells_hold(cells: list[str]) -> None:
    lines = printed(Answer(("a", "b"), [(cell, "end") for cell in cells]), "tsv").split("\n")
    assert [line.split("\t")[1] for line in lines[1:-1]] == ["end"] * len(cells)


def printed(answer: Answer, form: str) -> str:
    stream = io.StringIO(newline="")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("sys.stdout", stream)
        print_answer(answer, form)
    return stream.getvalue()


def test_hostile_text_neither_drives_the_terminal_nor_reorders_the_line() -> None:
    hostile = "\x1b]0;owned\x07\x1b[2J\u202eexe.\u2069\nnext\x9b31m"
    assert clean(hostile) == "]0;owned[2Jexe. next31m"
    table = printed(Answer(("title",), [(hostile,)]), "table")
    assert not set("\x1b\x07\x9b\u202e\u2069") & set(table)


def test_markup_of_the_table_library_is_not_obeyed() -> None:
    assert "[red]Lavrov[/red]" in printed(Answer(("a",), [("[red]Lavrov[/red]",)]), "table")


def test_half_spaces_of_persian_stay() -> None:
    assert clean("سه\u200cشنبه") == "سه\u200cشنبه"


@pytest.mark.parametrize(
    ("text", "expected"), [("Lavrov", False), ("Лавров", False), ("لافروف", True), ("خاجی", True), ("לברוב", True)]
)
def test_right_to_left(text: str, expected: bool) -> None:
    assert right_to_left(text) is expected


@pytest.mark.parametrize(
    "locale", [{"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}, {"PYTHONIOENCODING": "ascii"}]
)
def test_output_is_utf8_in_any_locale(store: Path, locale: dict[str, str]) -> None:
    done = process("show", "b0", "--store", store, **locale)
    assert done.returncode == 0, done.stderr.decode()
    assert "علي أصغر خاجي" in done.stdout.decode("utf-8")
