"""What readers see of a folder that they may not write to, and of one from which something was deleted or damaged."""

import subprocess
import sys
from pathlib import Path
from shutil import rmtree
from tempfile import TemporaryDirectory

import pytest
from click.testing import CliRunner
from curation_tools import LaterReader, told
from kg_cli.main import cli

from kg.errors import StoreError
from kg.pipeline import ingest
from kg.projection.opening import project
from kg.store.journal import FILE
from kg.store.opening import open_store
from kg.store.oxigraph import OxigraphStore
from kg.store.published import FOLDER, Published
from kg.store.state import OxigraphState

# Everything is imported before the rights are given up: the interpreter may be another user's.
OTHER_USER = """
import os, sys
sys.path[:0] = sys.argv[2:]
from pathlib import Path
import kglite, neo4j, rich.table, rich.console, rich.box
import kg.projection.opening, kg.projection.kglite, kg.projection.reading, kg.store.oxigraph
from kg.store.memory import MemoryStore
from kg.store.state import OxigraphState
warm, _ = kg.projection.opening.property_graph(MemoryStore(), None)
warm.cypher("MATCH (a:Article) RETURN count(a)")
path = Path(sys.argv[1])
for each in [path, *path.rglob("*")]:
    each.chmod(0o555 if each.is_dir() else 0o444)
if hasattr(os, "geteuid") and os.geteuid() == 0:
    os.setegid(65534), os.seteuid(65534)
from kg.errors import StoreError
try:
    with OxigraphState(path) as state:
        engine, done = kg.projection.opening.property_graph(state, path)
        count = engine.cypher("MATCH (a:Article) RETURN count(a)").rows
        print(len(state.graphs()), state.behind, count, done.anew)
except StoreError as error:
    print(error)
"""


def write(store: OxigraphStore, *numbers: int) -> None:
    for _ in ingest([told(number) for number in numbers], store, LaterReader(version="1")):
        pass


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    with OxigraphStore(tmp_path / "s", create=True) as store:
        write(store, 1)
    return tmp_path / "s"


def graphs(path: Path) -> int:
    with open_store(path, reading=True) as state:
        return len(state.graphs())


def as_another_user(path: Path) -> str:
    command = [sys.executable, "-c", OTHER_USER, str(path), *sys.path]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    for each in [path, *path.rglob("*")]:
        each.chmod(0o755 if each.is_dir() else 0o644)
    return run.stdout.strip()


def test_who_may_not_write_to_the_folder_reads_it() -> None:
    # The folders of pytest are closed to other users.
    with TemporaryDirectory() as made:
        Path(made).chmod(0o755)
        path = Path(made) / "s"
        with OxigraphStore(path, create=True) as store:
            write(store, 1)
        assert as_another_user(path) == "1 False ((1,),) True"
        with OxigraphStore(path) as store:
            project(store, path)
        assert as_another_user(path) == "1 False ((1,),) False"
        with OxigraphStore(path) as store:
            write(store, 2)
            assert as_another_user(path) == "1 True ((1,),) False"
        assert as_another_user(path) == "2 False ((2,),) False"
        rmtree(path / FOLDER)
        said = as_another_user(path)
        assert "has published nothing" in said and "kg stats" in said and len(said.splitlines()) == 1


def test_published_states_that_were_deleted_are_made_again(folder: Path) -> None:
    rmtree(folder / FOLDER)
    assert graphs(folder) == 1


@pytest.mark.parametrize("file", ["CURRENT", "MANIFEST-*", "*.sst"])
def test_a_published_state_that_was_damaged_is_made_again(folder: Path, file: str) -> None:
    newest = Published(folder).newest()
    assert newest is not None
    for each in newest[0].glob(file):
        each.unlink()
    assert graphs(folder) == 1


def test_a_damaged_state_beside_a_writer_is_said_in_a_sentence(folder: Path) -> None:
    newest = Published(folder).newest()
    assert newest is not None
    (newest[0] / "CURRENT").unlink()
    with OxigraphStore(folder):
        refused = CliRunner().invoke(cli, ["--store", str(folder), "stats"])
    assert refused.exit_code == 2 and len(refused.output.strip().splitlines()) == 1
    assert graphs(folder) == 1


def test_a_journal_that_was_deleted_begins_anew_and_readers_see_what_comes(folder: Path) -> None:
    with OxigraphStore(folder) as store:
        mark = store.changes().mark
    (folder / FILE).unlink()
    assert graphs(folder) == 1
    with OxigraphStore(folder) as store:
        assert store.changes(mark).nodes is None
        write(store, 2)
    assert graphs(folder) == 2


def test_a_damaged_journal_is_said_with_what_to_do(folder: Path) -> None:
    (folder / FILE).write_bytes(b"no database" * 1000)
    with pytest.raises(StoreError, match=r"delete it: it is made anew"):
        OxigraphState(folder)
    (folder / FILE).unlink()
    assert graphs(folder) == 1


def test_drafts_of_killed_writers_are_swept(folder: Path) -> None:
    (folder / FOLDER / "7.new").mkdir()
    (folder / FOLDER / "7.new" / "half").write_bytes(b"half")
    with OxigraphStore(folder) as store:
        write(store, 2)
    assert not list((folder / FOLDER).glob("*.new"))


@pytest.mark.parametrize("command", ["stats", "backup new.nq.gz", "ingest .", "project", "resolve"])
def test_a_store_of_a_newer_version_is_left_alone(folder: Path, command: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder.parent)
    (folder / "kg-store.json").write_text('{"format": 99, "engine": "oxigraph"}')
    before = sorted((str(each), each.stat().st_size) for each in folder.rglob("*"))
    refused = CliRunner().invoke(cli, ["--store", str(folder), *command.split()])
    assert refused.exit_code == 2 and "format 99" in refused.output and "newer diplo-kg" in refused.output
    assert sorted((str(each), each.stat().st_size) for each in folder.rglob("*")) == before
