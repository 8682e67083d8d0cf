"""``kg export``: what its options choose, where it writes to, and what it refuses."""

import io
import json
from pathlib import Path

import networkx
import pytest
from cli_help import kg
from export_tools import ID, rows
from graphs import fixture_store

from kg.store.oxigraph import OxigraphStore


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("export") / "store"
    with OxigraphStore(folder, create=True) as made:
        fixture_store(made)
    return folder


def lines(data: bytes) -> list[dict[str, object]]:
    return [json.loads(line) for line in data.decode().splitlines()]


def events(*arguments: object) -> set[str]:
    """The events that an export of FollowTheMoney entities holds."""
    result = kg("export", "ftm", *arguments)
    assert result.exit_code == 0, result.stderr
    return {
        str(each["id"]).removeprefix("kg-event-") for each in lines(result.stdout_bytes) if each["schema"] == "Event"
    }


def test_events_are_chosen_by_person_process_and_days(store: Path) -> None:
    everything = events("--store", store)
    assert len(everything) == 14
    assert events("--store", store, "--from", "2021-03-04", "--to", "2021-03-05") == {"zarif-letter", "march-meeting"}
    assert events("--store", store, "--person", "خاجي") == {"tehran-meeting", "geneva-meeting", "sochi-round"}
    assert events("--store", store, "--process", "أستانا") < everything


def test_the_ending_tells_the_format_and_names_are_in_the_chosen_language(store: Path, tmp_path: Path) -> None:
    path = tmp_path / "people.gexf"
    assert kg("export", "-o", path, "--kind", "person", "--language", "ar", "--store", store).output == ""
    graph = networkx.read_gexf(path)
    assert graph.nodes[ID + "person/ali-asghar-khaji"]["label"] == "علي أصغر خاجي"
    assert {told["kind"] for _, told in graph.nodes(data=True)} == {"Person"}


def test_a_dash_is_standard_output(store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    told = kg("export", "graphml", "-o", "-", "--store", store).stdout_bytes
    assert networkx.read_graphml(io.BytesIO(told)).number_of_nodes() == 85
    assert told == kg("export", "graphml", "--store", store).stdout_bytes
    assert list(tmp_path.iterdir()) == []


def test_i2_is_a_folder_of_two_files(store: Path, tmp_path: Path) -> None:
    assert kg("export", "i2", "-o", tmp_path / "chart", "--kind", "Actor", "--store", store).exit_code == 0
    assert {row["Type"] for row in rows((tmp_path / "chart" / "entities.csv").read_bytes())} == {
        "Person",
        "State",
        "Organization",
    }
    again = kg("export", "i2", "-o", tmp_path / "chart", "--store", store)
    assert again.exit_code == 2 and "holds something already" in again.stderr


def test_every_format_is_listed_with_who_reads_it() -> None:
    from kg.export.formats import FOLDERS, FORMATS

    told = dict(line.split(None, 1) for line in kg("export", "--list").output.splitlines())
    assert set(told) == {*FORMATS, *FOLDERS, "neo4j-import"}


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["turtle", "--language", "ar"], "turtle holds names in all languages"),
        (["ftm", "--kind", "Person"], "--kind goes with gexf, graphml, i2, pairs"),
        (["gexf", "--kind", "Cat"], "unknown kind 'Cat'"),
        (["i2"], "i2 needs a new folder"),
        (["i2", "-o", "-"], "i2 needs a new folder"),
        (["-o", "x.foo"], "x.foo tells no format by its ending: name one of ftm, gexf, "),
        (["docx"], "unknown format 'docx': use one of ftm, gexf"),
        (["gexf", "--person", "Nobody Whatsoever"], "no event fits, so nothing was written"),
        (["neo4j-import", "-o", "x", "--from", "2020"], "holds the whole graph"),
        (["gexf", "--from", "soon"], "'soon' is not a day"),
    ],
)
def test_what_does_not_fit_is_refused_in_one_sentence(store: Path, arguments: list[str], said: str) -> None:
    refused = kg("export", *arguments, "--store", store)
    assert refused.exit_code == 2 and said in refused.stderr and refused.stdout == ""
