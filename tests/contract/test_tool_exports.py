"""Every format for the tools of analysts is opened by a real reader, which finds all that the property graph holds."""

import io
from collections import Counter
from importlib.resources import files
from pathlib import Path
from xml.etree import ElementTree

import pandas
import pytest
from export_tools import ID, XML_READERS, entities, fixture, network, property_graph, rows, written
from followthemoney.types import registry

from kg.errors import ExportError
from kg.export import batches
from kg.export.choice import Choice, kinds_called
from kg.export.formats import FOLDERS, FORMATS, IN_ALL_LANGUAGES, OF_KINDS, format_of, write_file, write_folder
from kg.projection.events import When
from kg.store.memory import MemoryStore

TEHRAN = ID + "event/tehran-meeting"
MET = {"MET", "SPOKE_WITH", "WROTE_TO"}
RENAMED = {"start": "quoteStart", "end": "quoteEnd"}
ACTORS = {"Person", "Organization", "State", "Delegation"}
READ_HERE = {*XML_READERS, "pairs", "maltego", "ftm", "i2"}


def test_every_format_has_a_reader_here_or_among_those_of_rdf() -> None:
    assert {*FORMATS, *FOLDERS} == READ_HERE | IN_ALL_LANGUAGES


@pytest.mark.parametrize("format", sorted(READ_HERE - {"i2"}))
def test_the_same_store_gives_the_same_bytes_and_an_empty_one_a_readable_file(format: str) -> None:
    assert written(fixture(), format) == written(fixture(), format)
    empty = written(MemoryStore(), format)
    if format in XML_READERS:
        assert len(network(MemoryStore(), format)) == 0
    elif format == "ftm":
        assert empty == b""
    else:
        assert list(pandas.read_csv(io.BytesIO(empty))) and rows(empty) == []


@pytest.mark.parametrize("format", sorted(XML_READERS))
def test_networkx_reads_all_nodes_with_their_names_and_all_edges_with_their_days(format: str) -> None:
    nodes, edges = property_graph(fixture())
    graph = network(fixture(), format)
    assert set(graph) == set(nodes)
    for iri, node in nodes.items():
        for name, value in node.properties.items():
            if name not in {"iri", "rank"}:
                name = RENAMED.get(name, name) if format == "gexf" else name
                assert graph.nodes[iri][name] == (" | ".join(value) if isinstance(value, tuple) else value)
    read = Counter((start, told["label"], end, told.get("date")) for start, end, told in graph.edges(data=True))
    assert read == Counter((each.start, each.type, each.end, each.properties.get("date")) for each in edges)
    assert graph.nodes[ID + "person/ali-asghar-khaji"]["name_ar"] == "علي أصغر خاجي"


def test_graphml_has_the_labels_of_the_property_graph() -> None:
    graph = network(fixture(), "graphml")
    assert graph.nodes[TEHRAN]["labels"] == ":Event:Meeting"
    assert graph.nodes[ID + "person/ali-asghar-khaji"]["labels"] == ":Person:Actor"
    # APOC reads them from the elements themselves.
    root = ElementTree.fromstring(written(fixture(), "graphml"))
    labels = {each.get("id"): each.get("labels") for each in root.iter("{http://graphml.graphdrawing.org/xmlns}node")}
    assert labels == {iri: told["labels"] for iri, told in graph.nodes(data=True)}
    types = Counter(each.get("label") for each in root.iter("{http://graphml.graphdrawing.org/xmlns}edge"))
    assert types == Counter(told["label"] for _, _, told in graph.edges(data=True))


def test_gephi_finds_the_days_of_events_and_of_what_they_caused() -> None:
    nodes, edges = property_graph(fixture())
    graph = network(fixture(), "gexf")
    assert graph.graph["mode"] == "dynamic"
    for iri, node in nodes.items():
        days = When(node.properties.get("earliest"), node.properties.get("latest")) if node.label == "Event" else When()
        assert (graph.nodes[iri].get("start"), graph.nodes[iri].get("end")) == (days.earliest, days.latest)
    days_read = Counter((told.get("start"), told.get("end")) for _, _, told in graph.edges(data=True))
    assert days_read == Counter((each.properties.get("date"), each.properties.get("latest")) for each in edges)
    assert b' kind="MET" ' in written(fixture(), "gexf")


@pytest.mark.parametrize("format", sorted(XML_READERS))
def test_names_are_shown_in_the_chosen_language_and_else_in_english(format: str) -> None:
    arabic, russian = (network(fixture(), format, Choice(language)) for language in ("ar", "ru-RU"))
    khaji, lavrov = ID + "person/ali-asghar-khaji", ID + "person/sergei-lavrov"
    assert (arabic.nodes[khaji]["label"], russian.nodes[khaji]["label"]) == ("علي أصغر خاجي", "Ali Asghar Khaji")
    assert russian.nodes[lavrov]["label"] == "Сергей Лавров"


@pytest.mark.parametrize("format", sorted(XML_READERS))
def test_kinds_leave_only_their_nodes_and_what_joins_them(format: str) -> None:
    nodes, edges = property_graph(fixture())
    graph = network(fixture(), format, Choice(kinds=kinds_called(["actor", "place"])))
    kinds = ACTORS | {"Place"}
    assert set(graph) == {iri for iri, node in nodes.items() if node.label in kinds}
    assert graph.number_of_edges() == len([e for e in edges if e.start_label in kinds and e.end_label in kinds])


def test_an_unknown_kind_names_the_known_ones() -> None:
    with pytest.raises(ExportError, match=r"'Cat'.*Actor.*Person"):
        kinds_called(["Person", "Cat"])


@pytest.mark.parametrize("format", sorted(XML_READERS))
def test_one_event_comes_with_its_people_and_words_but_with_no_other_event(format: str) -> None:
    graph = network(fixture(), format, Choice(events=(TEHRAN,)))
    events = [iri for iri in graph if iri.startswith(ID + "event/")]
    assert events == [TEHRAN]
    whole = network(fixture(), format)
    for type in ("PARTICIPATED_IN", "MADE_AT", "EVIDENCED_BY", "IN", "HELD_IN", "ON_TOPIC"):
        told = [(s, e) for s, e, has in whole.edges(data=True) if has["label"] == type and s in graph and e in graph]
        assert sorted(told) == sorted((s, e) for s, e, has in graph.edges(data=True) if has["label"] == type)
    met = [has["event"] for _, _, has in graph.edges(data=True) if has["label"] in MET]
    assert set(met) == {TEHRAN}
    assert {s for s, e, has in graph.edges(data=True) if has["label"] == "PARTICIPATED_IN"} == {
        s for s, e, has in whole.edges(data=True) if has["label"] == "PARTICIPATED_IN" and e == TEHRAN
    }


def test_pairs_are_counted_once_for_each_event() -> None:
    _, edges = property_graph(fixture())
    expected = Counter(frozenset((e.start, e.end)) for e in edges if e.type in MET)
    data = written(fixture(), "pairs", Choice("ar"))
    table = pandas.read_csv(io.BytesIO(data), keep_default_na=False)
    assert list(table) == list(rows(data)[0])
    assert {frozenset((row.Source, row.Target)): row.Weight for row in table.itertuples()} == expected
    assert (table["Weight"] == table[["Meetings", "Calls", "Letters"]].sum(axis=1)).all()
    assert list(table["Weight"]) == sorted(table["Weight"], reverse=True)
    khaji = table[table["Source"] == ID + "person/alexander-lavrentiev"].iloc[0]
    assert (khaji["Source name"], khaji["Target name"]) == ("ألكسندر لافرنتييف", "علي أصغر خاجي")
    assert (khaji["First"], khaji["Type"]) == ("2020-10-13", "Undirected")


def test_maltego_has_a_row_for_each_participation_with_the_participant_in_one_column() -> None:
    nodes, edges = property_graph(fixture())
    found = rows(written(fixture(), "maltego", Choice("ar")))
    taken = [(edge.start, edge.end) for edge in edges if edge.type == "PARTICIPATED_IN"]
    assert sorted((row["Participant id"], row["Event id"]) for row in found) == sorted(taken)
    for row in found:
        named = [column for column in ("Person", "Organization", "Country") if row[column]]
        assert named == [
            {"State": "Country", "Delegation": "Organization"}.get(k := nodes[row["Participant id"]].label, k)
        ]
        assert row["First day"] == nodes[row["Event id"]].properties.get("earliest", "")
    (khaji,) = (r for r in found if r["Event id"] == TEHRAN and "khaji" in r["Participant id"])
    assert (khaji["Person"], khaji["Place"], khaji["Status"]) == ("علي أصغر خاجي", "طهران", "held")


def test_i2_has_every_entity_once_and_no_link_without_both_of_its_ends(tmp_path: Path) -> None:
    write_folder(fixture(), "i2", tmp_path / "chart", Choice("ar"))
    assert sorted(path.name for path in tmp_path.iterdir()) == ["chart"]
    drawn, links = (rows((tmp_path / "chart" / name).read_bytes()) for name in ("entities.csv", "links.csv"))
    nodes, edges = property_graph(fixture())
    left_out = {"Evidence", "Article", "Alternative", "DateCandidate"}
    joined = {edge.start for edge in edges} | {edge.end for edge in edges}
    assert sorted(row["Id"] for row in drawn) == sorted(
        iri for iri, node in nodes.items() if node.label not in left_out and iri in joined
    )
    names = {row["Id"]: row["Label"] for row in drawn}
    kept = [edge for edge in edges if not left_out & {edge.start_label, edge.end_label}]
    assert Counter((row["From id"], row["Type"], row["To id"], row["First day"]) for row in links) == Counter(
        (edge.start, edge.type, edge.end, edge.properties.get("date", "")) for edge in kept
    )
    assert all((names[row["From id"]], names[row["To id"]]) == (row["From label"], row["To label"]) for row in links)
    assert names[ID + "person/ali-asghar-khaji"] == "علي أصغر خاجي"
    assert all(row["Sources"] for row in drawn if row["Type"] == "Event")


def test_no_row_of_a_table_for_charts_is_broken_across_lines(tmp_path: Path) -> None:
    write_folder(fixture(), "i2", tmp_path / "chart")
    for data in (written(fixture(), "maltego"), *(path.read_bytes() for path in (tmp_path / "chart").iterdir())):
        assert len(data.decode().split("\r\n")) == len(rows(data)) + 2 and data.count(b"\n") == data.count(b"\r\n")


def test_followthemoney_reads_every_entity_once_and_finds_all_that_they_point_to() -> None:
    nodes, edges = property_graph(fixture())
    found = {each.id: each for each in entities(written(fixture(), "ftm"))}
    assert len(found) == written(fixture(), "ftm").count(b"\n")
    for each in found.values():
        for prop, value in each.itervalues():
            if prop.type is registry.entity:
                assert found[value].schema.is_a(prop.range), f"{each.schema.name}.{prop.name} can't be {value}"
    schemata = Counter(each.schema.name for each in found.values())
    labels, types = Counter(node.label for node in nodes.values()), Counter(edge.type for edge in edges)
    for schema, label in {"Event": "Event", "Person": "Person", "Article": "Article", "PublicBody": "State"}.items():
        assert schemata[schema] == labels[label]
    linked = sum(types[type] for type in ("PARTICIPATED_IN", "VISITED", *MET))
    assert (schemata["UnknownLink"], schemata["Note"]) == (linked, labels["Statement"])
    assert schemata["Documentation"] == types["EVIDENCED_BY"]
    assert schemata["Representation"] == len({(e.start, e.end) for e in edges if e.type == "REPRESENTS"})


def test_followthemoney_entities_have_names_in_all_scripts_days_and_sources() -> None:
    found = {each.id: each for each in entities(written(fixture(), "ftm", Choice("fa")))}
    zarif = found["kg-person-mohammad-javad-zarif"]
    assert zarif.get("name") == ["محمدجواد ظریف"]
    assert {"Mohammad Javad Zarif", "محمد جواد ظريف", "Мохаммад Джавад Зариф"} <= set(zarif.get("alias"))
    event = found["kg-event-tehran-meeting"]
    assert (event.get("startDate"), event.get("endDate")) == (["2020-10-13"], ["2020-10-20"])
    assert {"kg-person-ali-asghar-khaji", "kg-person-alexander-lavrentiev"} <= set(event.get("involved"))
    proof = [found[id] for id in event.get("proof")]
    assert proof and all(each.schema.name == "Article" and each.get("fileName") for each in proof)
    assert (found["kg-state-RU"].get("country"), found["kg-state-RU"].get("wikidataId")) == (["ru"], ["Q159"])
    (words, *_) = (
        each
        for each in found.values()
        if each.get("entity", quiet=True) == [event.id] and each.get("document", quiet=True)
    )
    assert words.first("summary") in "".join(
        str(node.properties.get("quote")) for node in property_graph(fixture())[0].values()
    )


def test_followthemoney_knows_every_state_that_the_gazetteer_knows() -> None:
    told = files("kg.lang").joinpath("gazetteer/territories.tsv").read_text(encoding="utf-8").splitlines()
    codes = [line.split("\t")[0].removeprefix("state/") for line in told if line.startswith("state/")]
    assert len(codes) > 150
    assert [code for code in codes if len(code) == 2 and not registry.country.validate(code.lower())] == []


@pytest.mark.parametrize("format", ["ftm", "maltego"])
def test_some_events_at_a_time_tell_what_all_at_once_tell(format: str, monkeypatch: pytest.MonkeyPatch) -> None:
    at_once = sorted(written(fixture(), format).splitlines())
    monkeypatch.setattr(batches, "BATCH", 2)
    assert sorted(written(fixture(), format).splitlines()) == at_once


def test_links_to_events_of_other_batches_are_written_as_well(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_folder(fixture(), "i2", tmp_path / "large")
    monkeypatch.setattr(batches, "BATCH", 1)
    write_folder(fixture(), "i2", tmp_path / "small")
    for name in ("entities.csv", "links.csv"):
        large, small = ((tmp_path / size / name).read_bytes().splitlines() for size in ("large", "small"))
        assert sorted(large) == sorted(small)


def test_a_folder_or_file_appears_only_when_it_is_complete(tmp_path: Path) -> None:
    class Broken(MemoryStore):
        def select(self, query, bindings=None):  # type: ignore[no-untyped-def]
            raise OSError("the disk is gone")

    with pytest.raises(ExportError, match="the disk is gone"):
        write_folder(Broken(), "i2", tmp_path / "chart")
    with pytest.raises(ExportError, match="the disk is gone"):
        write_file(Broken(), "ftm", tmp_path / "graph.json")
    assert list(tmp_path.iterdir()) == []
    write_folder(MemoryStore(), "i2", tmp_path / "chart")
    with pytest.raises(ExportError, match="holds something already"):
        write_folder(MemoryStore(), "i2", tmp_path / "chart")


def test_endings_of_files_tell_formats() -> None:
    assert [format_of(Path(name)) for name in ("a.GEXF", "b.graphml", "c.nq", "e")] == [
        "gexf",
        "graphml",
        "nquads",
        None,
    ]
    assert {*FORMATS, *FOLDERS} >= OF_KINDS


@pytest.mark.parametrize("name", ["d.csv", "graph.ftm.json", "graph.ttl.gz", "x.foo"])
def test_an_ending_that_tells_no_format_is_refused_with_the_formats(name: str) -> None:
    with pytest.raises(
        ExportError, match=rf"^{name} tells no format by its ending: name one of ftm, gexf, .*, or end it in \.ttl, "
    ):
        format_of(Path(name))
