"""One writer and many readers of a folder: readers see whole published states, and hear where more is being written."""

import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner
from curation_tools import LaterReader, told
from kg_cli.main import cli

from kg.errors import StoreError, StoreLocked
from kg.pipeline import ingest
from kg.projection.opening import property_graph
from kg.store.opening import open_store
from kg.store.oxigraph import OxigraphStore
from kg.store.published import Published
from kg.store.state import OxigraphState

KILLED = """
import os, signal, sys
sys.path[:0] = sys.argv[2:]
from curation_tools import LaterReader, told
from pathlib import Path
from kg.pipeline import ingest
from kg.store.oxigraph import OxigraphStore
store = OxigraphStore(Path(sys.argv[1]), create=True)
for _ in ingest([told(7)], store, LaterReader(version="1")):
    pass
os.kill(os.getpid(), signal.SIGKILL)
"""


def write(store, *numbers):
    for _ in ingest([told(number) for number in numbers], store, LaterReader(version="1")):
        pass


@pytest.fixture
def folder(tmp_path) -> Path:
    with OxigraphStore(tmp_path / "s", create=True) as store:
        write(store, 1)
    return tmp_path / "s"


def test_many_read_at_once_and_while_somebody_writes(folder):
    with OxigraphStore(folder) as writer, OxigraphState(folder) as one:
        write(writer, 2)
        with OxigraphState(folder) as other:
            assert (one.behind, other.behind) == (False, True)
            assert len(one.graphs()) == len(other.graphs()) == 1
            writer.publish()
            with OxigraphState(folder) as late:
                assert not late.behind
                assert len(late.graphs()) == 2
            assert len(one.graphs()) == 1
    with OxigraphState(folder) as after:
        assert (len(after.graphs()), after.behind) == (2, False)


def test_a_second_writer_is_refused(folder):
    with OxigraphStore(folder), pytest.raises(StoreLocked, match="in use by another process"):
        OxigraphStore(folder)


def test_who_reads_can_t_write(folder):
    with OxigraphState(folder) as state:
        graph = state.graphs()[0]
        for write_it in (lambda: state.drop(graph), lambda: state.revise([], [])):
            with pytest.raises(StoreError, match="open for reading"):
                write_it()


def test_what_a_killed_writer_left_is_published_by_the_next_reader(folder):
    here = str(Path(__file__).parents[1])
    run = subprocess.run([sys.executable, "-c", KILLED, folder, *sys.path, here], capture_output=True, timeout=300)
    assert run.returncode == -9, run.stderr.decode()
    with OxigraphState(folder) as state:
        assert (len(state.graphs()), state.behind) == (2, False)


def test_a_store_from_before_there_were_published_states_can_be_read(folder):
    for path in sorted(Published(folder).folder.rglob("*"), reverse=True):
        path.rmdir() if path.is_dir() else path.unlink()
    with open_store(folder, reading=True) as state:
        assert len(state.graphs()) == 1


def test_only_two_states_are_kept(folder):
    with OxigraphStore(folder) as store:
        for number in (2, 3, 4):
            write(store, number)
            store.publish()
    assert len(list(Published(folder).folder.iterdir())) == 2


def test_a_half_published_state_is_no_state(folder):
    (Published(folder).folder / "999999.new").mkdir()
    with OxigraphState(folder) as state:
        assert state.revision < 999999


def test_the_property_graph_follows_the_state_that_is_read(folder):
    with OxigraphStore(folder) as writer:
        write(writer, 2)
        with OxigraphState(folder) as state:
            engine, _ = property_graph(state, folder)
        assert engine.cypher("MATCH (a:Article) RETURN count(a)").rows == ((1,),)
    with OxigraphState(folder) as state:
        engine, done = property_graph(state, folder)
    assert not done.anew
    assert engine.cypher("MATCH (a:Article) RETURN count(a)").rows == ((2,),)


def test_a_command_says_that_more_is_being_written(folder):
    with OxigraphStore(folder) as writer:
        write(writer, 2)
        result = CliRunner().invoke(cli, ["--store", str(folder), "stats", "--format", "csv"])
    assert result.exit_code == 0
    assert "somebody is writing to the store" in result.stderr
    assert "nodes,Article,1" in result.stdout
