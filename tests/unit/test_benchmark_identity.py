"""The benchmark of identity runs, and prints its columns: how fast and how well is not for tests to say."""

import csv
import gzip
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

import pytest

BENCHMARK = Path(__file__).parents[2] / "benchmarks/identity.py"
OTHERS = ("another person", "another date")
VISIT = (
    "President Tamar Lomidze of Georgia visited Washington on March 4, 2024. "
    "President Lomidze met with Secretary of State John Harrow in Washington on March 4, 2024."
)


def run(*arguments: str) -> str:
    roots = [str(BENCHMARK.parents[1] / name) for name in ("", "cli", "loaders", "ontology")]
    paths = os.pathsep.join([*roots, *filter(None, [os.environ.get("PYTHONPATH")])])
    done = subprocess.run(
        [sys.executable, str(BENCHMARK), *arguments],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONPATH": paths, "PYTHONUTF8": "1"},
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_stores_of_several_sizes_are_measured() -> None:
    lines = run("--scale", "20", "40").splitlines()
    pattern = (
        r"(\d+) articles: [\d.]+ s of processor \([\d.]+ s on the clock\), again [\d.]+ s; making the store [\d.]+ s; "
        r"\d+ MB; (\d+) accounts of (\d+) events, (\d+) faces"
    )
    told = [re.fullmatch(pattern, line) for line in lines]
    assert [found and found[1] for found in told] == ["20", "40"]
    few, more = ([int(found[group]) for group in (2, 3, 4)] for found in told if found)
    assert all(0 < one <= other for one, other in zip(few, more, strict=True))


def table(path: Path, rows: Iterable[Mapping[str, str]]) -> str:
    told = list(rows)
    with path.open("w", encoding="utf-8", newline="") as lines:
        writer = csv.DictWriter(lines, fieldnames=list(told[0]))
        writer.writeheader()
        writer.writerows(told)
    return str(path)


@pytest.fixture
def lists(tmp_path: Path) -> list[str]:
    """Made-up news of the White House, and made-up lists: a visit that the news tell, and two that they don't."""
    story = {"source": "whitehouse.gov", "published": "2024-03-04", "title": "A visit", "text": VISIT, "id": "made-1"}
    other = {**story, "source": "example.org", "id": "made-2"}
    news = tmp_path / "news.jsonl.gz"
    with gzip.open(news, "wt", encoding="utf-8") as lines:
        lines.writelines(json.dumps({**each, "language": "en"}) + "\n" for each in (story, other))
    came = [
        {
            "visitor": "President Tamar Lomidze",
            "from": "Georgia",
            "from_id": "georgia",
            "start": "2024-03-04",
            "end": "2024-03-05",
        },
        {"visitor": "King Olvar IV", "from": "Norway", "from_id": "norway", "start": "2023-05-01", "end": "2023-05-02"},
    ]
    went = [
        {"name": "Adam Quill", "country": "Japan", "country_id": "japan", "start": "2022-06-01", "end": "2022-06-02"}
    ]
    visits, travels = table(tmp_path / "visits.csv", came), table(tmp_path / "travels.csv", went)
    return ["--white-house", str(news), "--visits", visits, "--travels", travels]


def test_news_are_compared_with_lists_of_visits(lists: list[str], tmp_path: Path) -> None:
    kept = tmp_path / "store"
    first = run(*lists, "--store", str(kept))
    told = first.splitlines()
    rest = ", ".join(f"{cause} 0" for cause in ("only in what somebody says", "told, but no event read", *OTHERS))
    assert told[0] == f"visits: 2; found 1, not in the articles 1, {rest}"
    share = "  found of those that the articles tell of: {0}; of those that a title or news name: {0}"
    assert told[1] == share.format("1.00")
    assert told[2] == f"travels: 1; found 0, not in the articles 1, {rest}"
    assert told[3] == share.format("0.00")
    assert re.fullmatch(r"visits read: \d+, of them in the lists: \d+", told[4])
    assert told[-1] == "misses:"
    assert run(*lists, "--store", str(kept)) == first


def test_lists_alone_are_of_no_use(lists: list[str]) -> None:
    with pytest.raises(AssertionError, match="of use together only"):
        run(*lists[:2])
