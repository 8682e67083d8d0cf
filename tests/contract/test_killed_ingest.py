"""A process killed or interrupted in the middle of an ingest leaves whole articles only, and the next run completes it."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from made_articles import expected, made

from kg.identity.resolve import resolve_store
from kg.store.base import Store
from kg.store.opening import open_store

COUNT = 24
AHEAD = 6
"""How many more articles are read, at the most, after the one at which a process is ended."""
TESTS = Path(__file__).parent.parent


def run(path: Path, edition: str, ending: int | None = None, chance: random.Random | None = None) -> list[str]:
    """Ingest in a child process, end it by a signal at a random moment of its work, and give the lines that it printed."""
    until = chance.randrange(COUNT // 2) if chance is not None else COUNT
    last = str(until + AHEAD)
    command = [sys.executable, str(TESTS / "made_articles.py"), str(path), str(COUNT), edition, last]
    environment = os.environ | {"PYTHONPATH": os.pathsep.join([str(TESTS), str(TESTS.parent)])}
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, env=environment
    ) as child:
        assert child.stdout is not None
        assert child.stdout.readline() == "ready\n"
        told = []
        if ending is not None and chance is not None:
            told = [child.stdout.readline().strip() for _ in range(until)]
            time.sleep(chance.uniform(0, 0.02))
            child.send_signal(ending)
        told += child.stdout.read().split()
    assert (len(told) < COUNT) == (ending is not None)
    return told


def check(store: Store, *editions: str) -> int:
    """Every graph is a whole article of these editions, and the view is, once it is resolved, what a new store would show of them."""
    whole = expected(made(number, edition) for edition in editions for number in range(COUNT))
    resolve_store(store)
    told = list(store.triples())
    assert len(told) == len(set(told))
    with TemporaryDirectory() as folder, open_store(Path(folder) / "new", create=True) as new:
        for name in store.graphs():
            assert set(store.triples(name)) == set(whole[name])
            new.put(whole[name])
        resolve_store(new)
        assert set(told) == set(new.triples())
    return len(store.graphs())


@pytest.mark.parametrize("seed", range(2))
def test_a_killed_ingest_leaves_whole_articles(tmp_path: Path, seed: int) -> None:
    path = tmp_path / "store"
    chance = random.Random(seed)
    for _ in range(3):
        told = run(path, "first", signal.SIGKILL, chance)
        with open_store(path) as store:
            # Whatever was reported is there; one article more may have been written before it could be reported.
            assert told.count("added") + told.count("unchanged") <= check(store, "first") <= COUNT
    run(path, "first")
    with open_store(path) as store:
        assert check(store, "first") == COUNT


def test_a_killed_replacement_leaves_one_version_of_each_article(tmp_path: Path) -> None:
    path = tmp_path / "store"
    assert run(path, "first") == ["added"] * COUNT
    chance = random.Random(7)
    for _ in range(3):
        run(path, "second", signal.SIGKILL, chance)
        with open_store(path) as store:
            assert check(store, "first", "second") == COUNT
    run(path, "second")
    with open_store(path) as store:
        assert check(store, "second") == COUNT


def test_an_interrupt_stops_after_a_whole_article(tmp_path: Path) -> None:
    path = tmp_path / "store"
    told = run(path, "first", signal.SIGINT, random.Random(1))
    with open_store(path) as store:
        assert told.count("added") <= check(store, "first") <= told.count("added") + 1
    run(path, "first")
    with open_store(path) as store:
        assert check(store, "first") == COUNT
