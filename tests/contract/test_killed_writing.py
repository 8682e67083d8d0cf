"""Killed at any point of ingest, publication, projection, backup or restoring, or out of room, a store stays whole and goes on."""

import os
import random
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from shutil import copytree

import pytest
from curation_tools import LaterReader, told
from killed import work

from kg.identity.resolve import resolve_store
from kg.pipeline import ingest
from kg.projection.opening import FOLDER as PROJECTION
from kg.projection.opening import project
from kg.store.opening import open_store
from kg.store.oxigraph import OxigraphStore
from kg.store.published import FOLDER as PUBLISHED
from kg.upkeep.backup import backup
from kg.upkeep.checking import check

TESTS = Path(__file__).parents[1]
KILLS = 3


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("kept") / "s"
    with OxigraphStore(path, create=True) as store:
        for _ in ingest([told(1), told(2)], store, LaterReader(version="1")):
            pass
        project(store, path)
        for _ in ingest([told(3)], store, LaterReader(version="1")):
            pass
        store.publish()
        backup(store, path.with_name("whole"))
    return path.parent


@pytest.fixture
def folder(made: Path, tmp_path: Path) -> Path:
    return copytree(made, tmp_path / "kept") / "s"


def run(name: str, path: Path, at: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(TESTS / "killed.py"), name, str(path), at]
    environment = os.environ | {"PYTHONPATH": os.pathsep.join([str(TESTS), *filter(None, sys.path)])}
    return subprocess.run(command, capture_output=True, text=True, check=False, env=environment)


def wrong(path: Path) -> list[str]:
    """Which parts of a store aren't as they should be, once it is resolved."""
    with open_store(path) as store:
        resolve_store(store)
    with open_store(path, reading=True) as state:
        assert not state.behind  # type: ignore[attr-defined]
        return [f"{part.name}: {part.findings}" for part in check(state, path) if part.findings]


def litter(path: Path) -> Iterator[str]:
    """Drafts that nobody needs any more."""
    for folder in (path / PUBLISHED, path / PROJECTION, path.parent):
        yield from (each.name for each in folder.iterdir() if each.name.endswith((".new", ".part", ".restoring")))


@pytest.mark.parametrize("name", ["ingest", "project", "backup", "restore"])
def test_killed_at_any_call_it_leaves_a_whole_store_and_is_done_again(name: str, folder: Path, tmp_path: Path) -> None:
    calls = int(run(name, copytree(folder.parent, tmp_path / "counted") / "s", "0").stdout)
    chance = random.Random(name)
    for at in sorted(chance.sample(range(1, calls - calls // 50), KILLS)):
        killed = run(name, folder, str(at))
        assert killed.returncode == -9, killed.stderr
        assert wrong(folder) == []
        assert not folder.with_name("again").exists()
    work(folder)[name]()
    with OxigraphStore(folder) as store:
        # What a publication and a projection sweep away is swept by the next one.
        for _ in ingest([told(9)], store, LaterReader(version="1")):
            pass
        project(store, folder)
    assert wrong(folder) == []
    assert [each for each in litter(folder) if not each.startswith(".backup")] == []


ROOM = (
    # The engine's options can't be written, the journal can't, the engine's log can't.
    *(("ingest", room) for room in (20_000, 68_000, 90_000)),
    ("project", 3_000),
    ("backup", 3_000),
    ("restore", 20_000),
)


@pytest.mark.parametrize(("name", "room"), ROOM)
def test_without_room_it_says_so_in_a_sentence_and_loses_nothing(name: str, room: int, folder: Path) -> None:
    with open_store(folder, reading=True) as state:
        held = set(state.graphs())
    before = {each.name for each in folder.parent.iterdir()}
    full = run(name, folder, f"bytes:{room}")
    assert full.returncode == 2, full.stderr
    assert len(full.stdout.strip().splitlines()) == 1, full.stdout
    assert "too large" in full.stdout or "disk I/O" in full.stdout
    assert {each.name for each in folder.parent.iterdir()} == before
    assert wrong(folder) == []
    with open_store(folder, reading=True) as state:
        # Of the one article that the ingest replaces there is one version.
        assert len(held & set(state.graphs())) >= len(held) - (name == "ingest")
    work(folder)[name]()
