import json
from pathlib import Path

import pytest
from cli_help import kg
from kg_cli.diary import LISTED

MEETING = "التقى وزير الخارجية الروسي سيرغي لافروف في موسكو يوم الثلاثاء وزير الخارجية المصري سامح شكري، وبحث الجانبان الأوضاع في ليبيا."
WEATHER = "هطلت أمطار غزيرة على المدينة يوم الثلاثاء، وامتلأت السدود بعد شهرين من الجفاف، وعاد المزارعون إلى حقولهم."


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return tmp_path / "store"


def wire(path: Path, *articles: dict[str, str] | str) -> Path:
    """A JSONL file with these articles or raw lines."""
    lines = [one if isinstance(one, str) else json.dumps(one, ensure_ascii=False) for one in articles]
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    return path


def article(number: int = 1, text: str = MEETING) -> dict[str, str]:
    return {
        "id": f"w-{number}",
        "title": f"خبر {number}",
        "published": "2021-04-12",
        "text": text,
        "url": f"https://example.org/{number}",
    }


def test_a_line_per_article_and_a_summary(store: Path, tmp_path: Path) -> None:
    result = kg("ingest", wire(tmp_path / "a.jsonl", article(1), article(2, WEATHER)), "--store", store)
    first, second, summary = result.stdout.splitlines()
    assert result.exit_code == 0
    assert first.startswith("added     خبر 1: 1 event, ")
    assert second == "added     خبر 2: no events found"
    assert summary.startswith("2 articles: 2 added, 0 unchanged, 0 replaced, 0 failed; 1 event, ")


def test_verbose_says_where_the_date_is_from(store: Path, tmp_path: Path) -> None:
    undated = {name: value for name, value in article(2).items() if name != "published"}
    lines = kg("ingest", "-v", wire(tmp_path / "a.jsonl", article(1), undated), "--store", store).stdout.splitlines()
    assert lines[0].endswith("; published 2021-04-12 (from jsonl:published)")
    assert lines[1].endswith("; published: unknown")


def test_the_same_again_adds_nothing_and_an_edited_article_replaces(store: Path, tmp_path: Path) -> None:
    path = wire(tmp_path / "a.jsonl", article(1), article(2))
    kg("ingest", path, "--store", store)
    before = kg("export", "-f", "nquads", "--store", store).stdout
    again = kg("ingest", path, "--store", store).stdout
    assert "2 articles: 0 added, 2 unchanged, 0 replaced, 0 failed; 0 events, 0 statements" in again
    assert kg("export", "-f", "nquads", "--store", store).stdout == before
    wire(path, article(1), article(2, WEATHER))
    assert "0 added, 1 unchanged, 1 replaced" in kg("ingest", path, "--store", store).stdout
    assert len(json.loads(kg("events", "--format", "json", "--store", store).stdout)) == 1


def test_a_broken_line_is_named_and_the_rest_goes_on(store: Path, tmp_path: Path) -> None:
    path = wire(tmp_path / "a.jsonl", article(1), '{"id": "w-2", "text": ', article(3))
    result = kg("ingest", path, "--store", store)
    assert result.exit_code == 1
    assert "3 articles: 2 added, 0 unchanged, 0 replaced, 1 failed" in result.stdout
    (line,) = result.stderr.splitlines()
    assert line.startswith("kg: ")
    assert "a.jsonl:2: broken JSON" in line


@pytest.mark.parametrize(
    ("name", "data"), [("empty.txt", b""), ("photo.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(256)) * 9)]
)
def test_what_can_not_be_read_is_named_and_the_rest_goes_on(
    store: Path, tmp_path: Path, name: str, data: bytes
) -> None:
    (tmp_path / name).write_bytes(data)
    good = wire(tmp_path / "good.jsonl", article())
    result = kg("ingest", tmp_path / name, tmp_path / "missing.txt", good, "--store", store)
    assert result.exit_code == 1
    assert "3 articles: 1 added, 0 unchanged, 0 replaced, 2 failed" in result.stdout
    bad, missing = result.stderr.splitlines()
    assert name in bad
    assert "missing.txt" in missing


def test_arabic_windows_text_is_read(store: Path, tmp_path: Path) -> None:
    (tmp_path / "old.txt").write_bytes(MEETING.encode("windows-1256"))
    result = kg("ingest", tmp_path / "old.txt", "--store", store)
    assert result.exit_code == 0
    assert "1 added" in result.stdout
    assert "سيرغي لافروف" in kg("query", "-e", "SELECT ?t { ?a diplo:text ?t }", "--store", store).stdout


def test_standard_input_is_an_article(store: Path) -> None:
    result = kg("ingest", "-", "--store", store, stdin=MEETING.encode())
    assert result.exit_code == 0
    assert "1 article: 1 added" in result.stdout


def test_an_unknown_language_is_stored_and_said(store: Path) -> None:
    result = kg(
        "ingest",
        "-",
        "--store",
        store,
        stdin="Ĉiuj homoj estas denaske liberaj kaj egalaj laŭ digno kaj rajtoj.".encode(),
    )
    assert result.exit_code == 0
    assert "no events found (language unknown)" in result.stdout


def test_many_articles_are_counted_not_listed(store: Path, tmp_path: Path) -> None:
    path = wire(tmp_path / "a.jsonl", *(article(number, WEATHER) for number in range(LISTED + 5)))
    lines = kg("ingest", path, "--store", store).stdout.splitlines()
    assert len(lines) == LISTED + 2
    assert "-v lists them all" in lines[LISTED]
    assert f"{LISTED + 5} articles: {LISTED + 5} added" in lines[-1]
    everything = kg("ingest", "-v", path, "--store", store).stdout.splitlines()
    assert len(everything) == LISTED + 5 + 1


def test_quiet_prints_failures_alone(store: Path, tmp_path: Path) -> None:
    result = kg("ingest", "-q", wire(tmp_path / "a.jsonl", article(1), "{"), "--store", store)
    assert (result.exit_code, result.stdout) == (1, "")
    assert len(result.stderr.splitlines()) == 1


def test_store_may_stand_before_or_after_the_command_or_in_the_environment(tmp_path: Path) -> None:
    path = wire(tmp_path / "a.jsonl", article())
    kg("--store", tmp_path / "one", "ingest", path, env={"KG_STORE": str(tmp_path / "three")})
    kg("--store", tmp_path / "one", "ingest", path, "--store", tmp_path / "two")
    kg("ingest", path, env={"KG_STORE": str(tmp_path / "three")})
    for name in ("one", "two", "three"):
        assert "Article" in kg("stats", "--store", tmp_path / name).stdout


def test_extract_prints_a_line_per_article_and_stores_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    result = kg("extract", wire(tmp_path / "a.jsonl", article(1), "{", article(3, WEATHER)), "--format", "jsonl")
    assert result.exit_code == 1
    told = [json.loads(line) for line in result.stdout.splitlines()]
    assert [one["article"]["id"] for one in told] == ["w-1", "w-3"]
    assert [len(one["events"]) for one in told] == [1, 0]
    trigger = told[0]["events"][0]["trigger"]
    assert MEETING[trigger["start"] : trigger["end"]] == trigger["text"]
    assert [path.name for path in tmp_path.iterdir()] == ["a.jsonl"]


def test_extract_writes_a_file_that_appears_when_it_is_whole(tmp_path: Path) -> None:
    kg("extract", wire(tmp_path / "a.jsonl", article()), "-o", tmp_path / "found.jsonl")
    assert json.loads((tmp_path / "found.jsonl").read_text(encoding="utf-8"))["article"]["id"] == "w-1"
    assert not list(tmp_path.glob("*.part"))
