"""ArcadeDB beside a store: kept as a folder under its mark, read by many at once, never changed in place."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from click.testing import CliRunner
from curation_tools import LaterReader, told
from hang import FAR_TOO_LONG
from kg_cli.main import cli
from projection_tools import held

from kg.errors import StoreError
from kg.pipeline import ingest
from kg.projection import arcadejava
from kg.projection.arcade import ArcadeEngine
from kg.projection.engines import VARIABLE, embedded
from kg.projection.kglite import KgliteEngine
from kg.projection.opening import FOLDER, project, property_graph
from kg.projection.updating import Update, up_to_date
from kg.store.oxigraph import OxigraphStore

pytestmark = pytest.mark.xdist_group("arcadedb")
ASK = ["query", "--cypher", "-e", "MATCH (e:Event) RETURN count(e) AS events", "--format", "csv"]


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.setenv(VARIABLE, "arcadedb")
    stored(tmp_path / "s", 1)
    return tmp_path / "s"


def stored(folder, *numbers):
    with OxigraphStore(folder, create=True) as store:
        for _ in ingest([told(number) for number in numbers], store, LaterReader(version="1")):
            pass


def graph(folder):
    with OxigraphStore(folder) as store:
        return property_graph(store, folder)


def kept(folder):
    return sorted((folder / FOLDER).glob("*.arcadedb"))


def test_a_kept_graph_is_found_again_and_not_changed_in_place(folder):
    first, done = graph(folder)
    again, followed = graph(folder)
    assert (done.anew, followed) == (True, Update(anew=False, nodes=0))
    assert held(first) == held(again)
    (before,) = kept(folder)
    told_before = {path.name: path.read_bytes() for path in before.iterdir()}
    stored(folder, 2)
    later, changed = graph(folder)
    assert not changed.anew and changed.nodes
    with OxigraphStore(folder) as store:
        plain = KgliteEngine()
        up_to_date(store, plain)
    assert held(later) == held(plain)
    assert {path.name: path.read_bytes() for path in before.iterdir()} == told_before
    for engine in (first, again, later):
        engine.close()


def test_projecting_replaces_the_folder_and_leaves_the_other_engine_s_file(folder, monkeypatch):
    with OxigraphStore(folder) as store:
        project(store, folder)
        monkeypatch.setenv(VARIABLE, "kglite")
        project(store, folder)
        monkeypatch.setenv(VARIABLE, "arcadedb")
    (folder / FOLDER / "killed.arcadedb.7.new").mkdir()
    stored(folder, 2)
    with OxigraphStore(folder) as store:
        assert not project(store, folder).anew
        assert project(store, folder, anew=True).anew
    assert sorted(path.suffix for path in (folder / FOLDER).glob("*.*")) == [".arcadedb", ".kgl"]


@pytest.mark.parametrize("damage", [lambda path: path.write_bytes(path.read_bytes()[:1]), Path.unlink])
@pytest.mark.parametrize("name", ["schema.json", "files.json", "Article_0.*.bucket"])
def test_a_damaged_folder_is_made_anew(folder, name, damage):
    whole, _ = graph(folder)
    (place,) = kept(folder)
    damage(next(place.glob(name)))
    engine, done = graph(folder)
    assert done.anew and held(engine) == held(whole)
    assert graph(folder)[1] == Update(anew=False, nodes=0)
    for each in (whole, engine):
        each.close()


def test_others_ask_while_it_is_open_and_nothing_is_left_behind(folder, tmp_path):
    engine, _ = graph(folder)
    empty = tmp_path / "empty"
    (empty / "tmp").mkdir(parents=True)
    told_to = os.environ | {"TMPDIR": str(empty / "tmp"), "TMP": str(empty / "tmp"), "TEMP": str(empty / "tmp")}
    stored(folder, 2)
    asked = subprocess.run(
        [sys.executable, "-c", "from kg_cli.main import cli; cli()", "--store", str(folder), *ASK],
        capture_output=True,
        text=True,
        cwd=empty,
        env=told_to,
        timeout=10 * FAR_TOO_LONG,
        check=False,
    )
    with OxigraphStore(folder) as store:
        plain = KgliteEngine()
        up_to_date(store, plain)
    ((events,),) = plain.cypher("MATCH (e:Event) RETURN count(e)").rows
    assert (asked.stdout.split(), asked.stderr) == (["events", str(events)], "")
    assert [path.name for path in empty.iterdir()] == ["tmp"]
    assert not list((empty / "tmp").glob("kg-arcadedb-*"))
    engine.close()


def test_checking_a_store_looks_at_its_graph(folder):
    with OxigraphStore(folder) as store:
        project(store, folder)
    said = CliRunner().invoke(cli, ["--store", str(folder), "check"])
    assert said.exit_code == 0 and "nodes and relationships" in said.output, said.output


def test_closing_lets_go_of_the_copy_that_is_worked_on(monkeypatch, tmp_path):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    engine = ArcadeEngine()
    assert engine.cypher("RETURN 1 AS one").rows == ((1,),)
    assert list(tmp_path.iterdir())
    engine.close()
    assert not list(tmp_path.iterdir())


def test_a_folder_that_can_t_be_written_is_no_hindrance(folder):
    (folder / FOLDER).write_text("a file where the folder should be")
    engine, _ = graph(folder)
    assert engine.cypher("MATCH (e:Event) RETURN count(e)").rows[0][0]
    engine.close()


def test_without_the_extra_it_says_how_to_install_it(folder, monkeypatch):
    monkeypatch.setitem(sys.modules, "arcadedb_embedded", None)
    monkeypatch.setitem(sys.modules, "arcadedb_embedded.jvm", None)
    monkeypatch.setattr(arcadejava, "java", arcadejava.java.__wrapped__)
    monkeypatch.setattr("kg.projection.arcade.java", arcadejava.java)
    result = CliRunner().invoke(cli, ["--store", str(folder), *ASK])
    assert result.exit_code == 2 and "pip install 'diplo-kg[arcadedb]'" in result.output


def test_an_engine_that_there_is_not_is_named_with_those_that_there_are(monkeypatch):
    monkeypatch.setenv(VARIABLE, "neptune")
    with pytest.raises(
        StoreError, match=r"unknown Cypher engine 'neptune' in KG_CYPHER_ENGINE: use one of arcadedb.*kglite"
    ):
        embedded(None)


def test_an_engine_of_somebody_else_is_found_by_its_entry_point(monkeypatch, tmp_path):
    class Point:
        name = "other"

        def load(self):
            return lambda folder: ("theirs", folder)

    class Points(list):
        names = ("other",)

        def select(self, name):
            return [point for point in self if point.name == name]

    monkeypatch.setattr("kg.projection.engines.entry_points", lambda group: Points([Point()]))
    monkeypatch.setenv(VARIABLE, "other")
    assert embedded(Path(tmp_path)) == ("theirs", tmp_path)


def test_pytest_takes_from_java_no_signal_that_it_needs(tmp_path):
    (tmp_path / "watching.py").write_text(
        "import atexit, faulthandler\natexit.register(lambda: print('still on:', faulthandler.is_enabled()))\n"
    )
    (here,) = (path for path in Path(__file__).parents if (path / "pyproject.toml").exists())
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-p", "watching", "tests/unit/test_packaging.py", "-k", "changelog"],
        capture_output=True,
        text=True,
        cwd=here,
        env=os.environ | {"PYTHONPATH": os.pathsep.join([str(tmp_path), os.environ.get("PYTHONPATH", "")])},
        timeout=10 * FAR_TOO_LONG,
        check=False,
    )
    assert done.returncode == 0 and "still on: True" in done.stdout, done.stdout + done.stderr
