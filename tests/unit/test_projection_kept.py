"""The property graph is kept beside the store, is never behind it, and can be thrown away."""

from click.testing import CliRunner
from curation_tools import LaterReader, told
from kg_cli.main import cli
from projection_tools import held

from kg.pipeline import ingest
from kg.projection.kglite import KgliteEngine
from kg.projection.opening import FOLDER, follow, project, property_graph
from kg.projection.updating import Update, up_to_date
from kg.store.oxigraph import OxigraphStore


def stored(folder, *numbers):
    with OxigraphStore(folder, create=True) as store:
        for _ in ingest([told(number) for number in numbers], store, LaterReader(version="1")):
            pass


def graph(folder):
    with OxigraphStore(folder) as store:
        return property_graph(store, folder)


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


def test_a_damaged_file_is_made_anew(tmp_path):
    stored(tmp_path / "s", 1)
    whole, _ = graph(tmp_path / "s")
    (file,) = (tmp_path / "s" / FOLDER).glob("*.kgl")
    file.write_bytes(file.read_bytes()[:100])
    engine, done = graph(tmp_path / "s")
    assert done.anew and held(engine) == held(whole)


def test_only_one_file_is_kept_and_a_draft_is_swept(tmp_path):
    stored(tmp_path / "s", 1)
    graph(tmp_path / "s")
    (tmp_path / "s" / FOLDER / "killed.kgl.new").write_bytes(b"half")
    stored(tmp_path / "s", 2)
    with OxigraphStore(tmp_path / "s") as store:
        assert not project(store, tmp_path / "s").anew
    assert len(list((tmp_path / "s" / FOLDER).iterdir())) == 1


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
