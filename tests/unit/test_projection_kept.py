"""The property graph is kept beside the store, is never behind it, and can be thrown away."""

import os
import shutil
import sys
import tempfile
from pathlib import Path
from shutil import rmtree
from types import SimpleNamespace

import pytest
from click.testing import CliRunner
from curation_tools import LaterReader, told
from kg_cli.main import cli
from projection_tools import held

from kg.errors import StoreError
from kg.pipeline import ingest
from kg.projection import alone
from kg.projection.files import Shelf
from kg.projection.kglite import KgliteEngine
from kg.projection.opening import FOLDER, follow, project, property_graph
from kg.projection.sealing import seal
from kg.projection.updating import Update, up_to_date
from kg.store.base import Mark
from kg.store.oxigraph import OxigraphStore


def stored(folder, *numbers):
    with OxigraphStore(folder, create=True) as store:
        for _ in ingest([told(number) for number in numbers], store, LaterReader(version="1")):
            pass


def graph(folder):
    with OxigraphStore(folder) as store:
        return property_graph(store, folder)


def shelved(folder):
    return list((folder / "s" / FOLDER).glob("*.kgl*"))


def test_a_kept_graph_is_found_again(tmp_path):
    stored(tmp_path / "s", 1, 2)
    first, done = graph(tmp_path / "s")
    again, followed = graph(tmp_path / "s")
    assert (done.anew, followed) == (True, Update(anew=False, nodes=0))
    assert held(first) == held(again)
    assert len(list((tmp_path / "s" / FOLDER).glob("*.kgl"))) == 1


def test_what_was_ingested_since_is_taken_in(tmp_path):
    stored(tmp_path / "s", 1)
    graph(tmp_path / "s")
    stored(tmp_path / "s", 2)
    engine, done = graph(tmp_path / "s")
    assert not done.anew and done.nodes
    with OxigraphStore(tmp_path / "s") as store:
        plain = KgliteEngine()
        up_to_date(store, plain)
    assert held(engine) == held(plain)


def test_others_who_ask_take_in_what_changed_each_for_himself(tmp_path):
    stored(tmp_path / "s", 1)
    graph(tmp_path / "s")
    (kept,) = shelved(tmp_path)
    before = told_by(kept)
    stored(tmp_path / "s", 2)
    # The engine lets one process at a time change a graph.
    engines = [graph(tmp_path / "s")[0] for _ in range(2)]
    with OxigraphStore(tmp_path / "s") as store:
        plain = KgliteEngine()
        up_to_date(store, plain)
    assert held(engines[0]) == held(engines[1]) == held(plain)
    assert told_by(kept) == before


def test_who_has_it_open_goes_on_when_it_is_replaced(tmp_path):
    stored(tmp_path / "s", 1)
    graph(tmp_path / "s")
    asking = KgliteEngine(tmp_path / "s" / FOLDER)
    with OxigraphStore(tmp_path / "s") as store:
        plain = KgliteEngine()
        up_to_date(store, plain)
        names = []
        for _ in range(2):
            project(store, tmp_path / "s", anew=True)
            names += [path.name for path in shelved(tmp_path)]
        # Who opens it by its name must not meet another's files.
        assert len(set(names)) == 2
    stored(tmp_path / "s", 2)
    with OxigraphStore(tmp_path / "s") as store:
        assert held(asking) == held(plain)
        assert not up_to_date(store, asking).anew
        up_to_date(store, plain)
    assert held(asking) == held(plain)


@pytest.mark.parametrize("name", ["edge_endpoints.bin", "CURRENT", "files.json", "*.bin.zst"])
@pytest.mark.parametrize("damage", [lambda path: path.write_bytes(path.read_bytes()[:-1]), Path.unlink])
def test_what_is_damaged_is_made_anew(tmp_path, name, damage):
    stored(tmp_path / "s", 1)
    before = held(graph(tmp_path / "s")[0])
    damage(next((tmp_path / "s" / FOLDER).rglob(name)))
    engine, done = graph(tmp_path / "s")
    assert done.anew and held(engine) == before
    assert graph(tmp_path / "s")[1] == Update(anew=False, nodes=0)


def test_what_an_earlier_version_kept_is_made_anew(tmp_path):
    stored(tmp_path / "s", 1)
    whole, _ = graph(tmp_path / "s")
    memory = KgliteEngine()
    with OxigraphStore(tmp_path / "s") as store:
        up_to_date(store, memory)
    for earlier in ("a file", "a folder of another layout"):
        (kept,) = shelved(tmp_path)
        if earlier == "a file":
            rmtree(kept)
            memory._graph.save(str(kept))
        else:
            (kept / "layout-2").unlink()
            seal(kept)
        engine, done = graph(tmp_path / "s")
        assert done.anew and held(engine) == held(whole)
        assert [(path / "layout-2").exists() for path in shelved(tmp_path)] == [True]


def test_only_one_is_kept_a_draft_is_swept_and_nothing_stays_in_the_temporary_folder(tmp_path, monkeypatch):
    (tmp_path / "t").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "t"))
    stored(tmp_path / "s", 1)
    graph(tmp_path / "s")[0].close()
    (tmp_path / "s" / FOLDER / "killed.kgl.new").write_bytes(b"half")
    stored(tmp_path / "s", 2)
    with OxigraphStore(tmp_path / "s") as store:
        assert not project(store, tmp_path / "s").anew
    assert len(shelved(tmp_path)) == 1
    assert list((tmp_path / "t").iterdir()) == []


def test_who_writes_is_waited_for_and_his_draft_is_left_alone(tmp_path, monkeypatch):
    monkeypatch.setattr(alone, "SECONDS", 0.01)
    monkeypatch.setattr(alone, "TIMES", 2)
    mark, asked = Mark("0", 1), pytest.raises(StoreError, match="another process is writing it: wait")

    def write(path):
        path.mkdir()
        with asked:
            Shelf(tmp_path, ".kgl").put(mark, Path.mkdir)
        assert path.is_dir()

    first = Shelf(tmp_path, ".kgl").put(mark, write)
    assert first.is_dir()
    assert Shelf(tmp_path, ".kgl").put(mark, Path.mkdir) != first


def test_on_a_full_disk_it_is_asked_all_the_same_and_kept_by_nobody(tmp_path, monkeypatch):
    stored(tmp_path / "s", 1)
    # The engine would be ended by the system.
    monkeypatch.setattr(shutil, "disk_usage", lambda _: SimpleNamespace(free=100_000))
    engine, _ = graph(tmp_path / "s")
    assert engine.cypher("MATCH (a:Article) RETURN count(a)").rows == ((1,),)
    with OxigraphStore(tmp_path / "s") as store, pytest.raises(StoreError, match="No space left on device"):
        project(store, tmp_path / "s")
    assert shelved(tmp_path) == []


@pytest.mark.parametrize("refused", [(), ("symlink",), ("symlink", "link")])
def test_links_or_copies_are_needed_only_to_open_it(tmp_path, monkeypatch, refused):
    (tmp_path / "t").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "t"))
    stored(tmp_path / "s", 1)
    graph(tmp_path / "s")
    for name in refused:
        monkeypatch.setattr(os, name, refusing)
    engine = KgliteEngine(tmp_path / "s" / FOLDER)
    assert sys.platform == "win32" or not [path for path in (tmp_path / "t").rglob("*") if not path.is_dir()]
    stored(tmp_path / "s", 2)
    with OxigraphStore(tmp_path / "s") as store:
        plain = KgliteEngine()
        up_to_date(store, plain)
        assert not up_to_date(store, engine).anew
        assert held(engine) == held(plain)
        engine.keep()
    assert held(engine) == held(plain) == held(KgliteEngine(tmp_path / "s" / FOLDER))


def refusing(*_):
    raise OSError("not here")


def told_by(kept):
    return {path.relative_to(kept): path.read_bytes() for path in kept.rglob("*") if path.is_file()}


def test_a_folder_that_can_t_be_written_is_no_hindrance(tmp_path):
    stored(tmp_path / "s", 1)
    (tmp_path / "s" / FOLDER).write_text("a file where the folder should be")
    engine, _ = graph(tmp_path / "s")
    assert engine.cypher("MATCH (e:Event) RETURN count(e)").rows[0][0]


def test_the_command_says_what_it_did(tmp_path):
    stored(tmp_path / "s", 1)
    run = ["--store", str(tmp_path / "s"), "project"]
    said = [CliRunner().invoke(cli, [*run, *more]).output for more in ([], [], ["--anew"])]
    assert said == ["made anew\n", "up to date: 0 nodes were looked at\n", "made anew\n"]


def test_without_a_store_it_says_so(tmp_path):
    result = CliRunner().invoke(cli, ["--store", str(tmp_path / "none"), "project"])
    assert result.exit_code == 2 and "no store" in result.output


def test_a_large_ingest_brings_the_kept_graph_up_to_date_and_a_small_one_leaves_it_to_the_query(tmp_path, monkeypatch):
    stored(tmp_path / "s", 1)
    graph(tmp_path / "s")
    stored(tmp_path / "s", 2)
    for worth, touched in ((10_000, True), (1, False)):
        monkeypatch.setattr("kg.projection.opening.WORTH_KEEPING", worth)
        with OxigraphStore(tmp_path / "s") as store:
            follow(store, tmp_path / "s")
            engine = KgliteEngine(tmp_path / "s" / FOLDER)
            assert bool(store.changes(engine.mark()).nodes) is touched


def test_who_never_asked_in_cypher_pays_nothing_for_it(tmp_path):
    stored(tmp_path / "s", 1)
    with OxigraphStore(tmp_path / "s") as store:
        follow(store, tmp_path / "s")
    assert not (tmp_path / "s" / FOLDER).exists()
