"""One test for every format of RDF: another program reads back exactly what the store holds."""

import io
from pathlib import Path

import pytest
import rdflib
from graphs import fixture_store
from kg_ontology import DATA, PREFIXES
from made_articles import SampleExtractor, made
from sample_article import extraction

from kg.errors import ExportError
from kg.export.choice import Choice
from kg.export.formats import FORMATS, IN_ALL_LANGUAGES, write, write_file
from kg.facts import article_graph
from kg.model import ArticleGraph, Literal, Triple
from kg.pipeline import ingest
from kg.resolve.entities import resolve
from kg.store.base import Store
from kg.store.memory import MemoryStore

READERS = {
    "turtle": "turtle",
    "ntriples": "nt",
    "rdfxml": "xml",
    "trig": "trig",
    "nquads": "nquads",
    "jsonld": "json-ld",
}
APART = {"trig", "nquads", "jsonld"}
E = "https://example.org/"
TRICKY = 'a\r\nb\t"c" <d> & ]]> \\u0041 \u200f\u200c‏ «é» 🇮🇷'


@pytest.fixture
def store() -> Store:
    store = MemoryStore()
    assert [outcome.kind for outcome in ingest([made(1), made(2)], store, SampleExtractor())] == ["added", "added"]
    store.put(ArticleGraph(E + "g", E + "a", None, (Triple(E + "a", E + "p#said", Literal(TRICKY, language="ar")),)))
    return store


def exported(store: Store, format: str) -> bytes:
    stream = io.BytesIO()
    write(store, format, stream)
    return stream.getvalue()


def parsed(data: bytes, format: str) -> rdflib.Dataset:
    dataset = rdflib.Dataset(default_union=True)
    dataset.parse(data=data, format=READERS[format])
    return dataset


def test_every_format_of_rdf_has_a_reader_here() -> None:
    assert set(IN_ALL_LANGUAGES) == set(READERS)


@pytest.mark.parametrize("format", sorted(READERS))
def test_another_program_reads_what_the_store_holds(store: Store, format: str) -> None:
    again = parsed(exported(store, format), format)
    reference = "nquads" if format in APART else "ntriples"
    held = set(parsed(exported(store, reference), reference).triples((None, None, None)))
    told = [store.triples(name) for name in store.graphs()] if format in APART else [store.triples()]
    assert len(held) == len(set().union(*told))
    assert set(again.triples((None, None, None))) == held
    assert [str(said) for said in again.objects(rdflib.URIRef(E + "a"), None)] == [TRICKY]


@pytest.mark.parametrize("format", sorted(APART))
def test_graphs_stay_apart(store: Store, format: str) -> None:
    again = parsed(exported(store, format), format)
    assert {str(graph.identifier) for graph in again.graphs() if len(graph)} == set(store.graphs())
    for name in store.graphs():
        assert len(again.graph(rdflib.URIRef(name))) == len(list(store.triples(name)))


@pytest.mark.parametrize("format", sorted(READERS))
def test_the_same_store_gives_the_same_bytes(store: Store, format: str) -> None:
    assert exported(store, format) == exported(store, format)


@pytest.mark.parametrize("format", sorted(READERS))
def test_an_empty_store_gives_a_readable_file(format: str) -> None:
    assert len(parsed(exported(MemoryStore(), format), format)) == 0


@pytest.mark.parametrize("format", sorted(READERS))
def test_what_tells_of_one_event_is_a_part_of_the_whole(format: str) -> None:
    store = fixture_store(MemoryStore())
    event = DATA + "event/tehran-meeting"
    stream = io.BytesIO()
    write(store, format, stream, Choice(events=(event,)))
    part, whole = (parsed(data, format) for data in (stream.getvalue(), exported(store, format)))
    assert set(part.triples((None, None, None))) < set(whole.triples((None, None, None)))
    assert set(part.triples((rdflib.URIRef(event), None, None))) == set(
        whole.triples((rdflib.URIRef(event), None, None))
    )
    events = {str(each) for each in part.subjects(rdflib.RDF.type, rdflib.URIRef(PREFIXES["diplo"] + "Event"))}
    if format not in APART:
        assert events == {event}
    else:
        assert events < {str(each) for each in whole.subjects(rdflib.RDF.type, None)} and event in events


def test_characters_that_xml_cannot_hold_leave_the_file_readable_and_the_length_alone() -> None:
    store = MemoryStore()
    store.put(ArticleGraph(E + "g", E + "a", None, (Triple(E + "a", E + "p#said", Literal("a\x00\x0b\ufffe\x1fz\r")),)))
    (said,) = parsed(exported(store, "rdfxml"), "rdfxml").objects(rdflib.URIRef(E + "a"), None)
    assert str(said) == "a\ufffd\ufffd\ufffd\ufffdz\r"


def test_prefixes_are_declared_for_readers(store: Store) -> None:
    lines = exported(store, "turtle").decode().splitlines()
    declared = [line for line in lines if line.startswith("@prefix")]
    assert declared == sorted(declared)
    assert any(line.startswith("@prefix diplo:") for line in declared)
    assert any("diplo:Meeting" in line for line in lines)


def test_an_unknown_format_names_the_known_ones(store: Store) -> None:
    with pytest.raises(ExportError, match=r"docx.*jsonld.*nquads.*turtle"):
        write(store, "docx", io.BytesIO())


def test_a_file_appears_only_when_complete(tmp_path: Path) -> None:
    path = tmp_path / "graph.ttl"
    good = MemoryStore()
    good.put(article_graph(resolve(extraction)))
    write_file(good, "turtle", path)
    before = path.read_bytes()
    assert len(parsed(before, "turtle")) == len(good)

    class Broken(MemoryStore):
        def triples(self, graph=None):  # type: ignore[no-untyped-def]
            yield from list(super().triples(graph))[:50]
            if graph is None:
                raise OSError("the disk is gone")

    bad = Broken()
    bad.put(article_graph(resolve(extraction)))
    with pytest.raises(ExportError, match="the disk is gone"):
        write_file(bad, "turtle", path)
    assert path.read_bytes() == before
    assert [each.name for each in tmp_path.iterdir()] == ["graph.ttl"]


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="nowhere"):
        write_file(MemoryStore(), "turtle", tmp_path / "nowhere" / "graph.ttl")


def test_a_full_disk_is_told_of_the_file_and_leaves_nothing(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setitem(FORMATS, "graphml", full)
    with pytest.raises(ExportError) as refused:
        write_file(store, "graphml", tmp_path / "g.graphml")
    assert str(refused.value) == f"can't write {tmp_path / 'g.graphml'}: No space left on device"
    assert list(tmp_path.iterdir()) == []
