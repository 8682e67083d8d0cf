"""``kg export neo4j-import``: the real import tool reads the set, and what it makes is what a load over the network makes."""

import gzip
import shutil
from itertools import combinations

import pytest
from cli_help import kg
from curation_tools import LaterReader, told
from projection_tools import SetEngine, contacts, held, meant
from servers.neo4j_server import neo4j_admin, running_neo4j

from kg.errors import ExportError
from kg.export.neo4jimport import ARGUMENTS, export_folder
from kg.model import ArticleGraph, Literal, Triple
from kg.pipeline import ingest
from kg.projection.neo4j import Neo4jEngine
from kg.projection.updating import up_to_date
from kg.store.memory import MemoryStore
from kg.store.oxigraph import OxigraphStore

DATA = "https://w3id.org/diplo-kg/id/"
DIPLO = "https://w3id.org/diplo-kg/ontology#"
TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
LABEL = "http://www.w3.org/2000/01/rdf-schema#label"
COUNTED = "MATCH (a:Person)-[r:MET|SPOKE_WITH]->(b:Person) RETURN a.iri, b.iri, count(r), min(r.date), max(r.latest)"
CONSTRAINTS = "SHOW CONSTRAINTS YIELD name WHERE name STARTS WITH 'kg_' RETURN count(*)"
HARD = 'a "quoted", name;\nwith \\ and\tmore | '
"""What a file of rows gets wrong if it can."""


def person(iri, *facts):
    return [Triple(iri, TYPE, DIPLO + "Person"), *(Triple(iri, predicate, value) for predicate, value in facts)]


def named_in_some_languages():
    """People of whom each lacks other columns: the first of a row, the last, some on the way, and columns that only later rows make known."""
    for number, languages in enumerate(
        chosen for count in range(1, 5) for chosen in combinations(("en", "ar", "fa", "ru"), count)
    ):
        yield from person(
            f"{DATA}person/some-{number}", *((LABEL, Literal(f"x{number}", None, each)) for each in languages)
        )


def awkward():
    names = [
        Literal(HARD, None, "en"),
        Literal("علي أصغر", None, "ar"),
        Literal("x,y", None, "en"),
        Literal("", None, "ru"),
    ]
    facts = person(DATA + "person/odd", *((LABEL, name) for name in names))
    facts += named_in_some_languages()
    # It is spoken of a topic that nobody describes.
    facts += [
        Triple(DATA + "event/odd", TYPE, DIPLO + "Event"),
        Triple(DATA + "event/odd", DIPLO + "topic", DATA + "topic/none"),
    ]
    return ArticleGraph(DATA + "graph/odd", DATA + "article/odd", None, tuple(facts))


def stored(folder, *numbers):
    with OxigraphStore(folder, create=True) as store:
        store.put(awkward())
        for _ in ingest([told(number) for number in numbers], store, LaterReader(version="1")):
            pass
    return folder


def test_the_real_tool_reads_the_set(tmp_path, monkeypatch):
    folder, home = stored(tmp_path / "s", 1, 2), tmp_path / "neo4j"
    said = kg("--store", folder, "export", "neo4j-import", "-o", tmp_path / "set", "--gzip")
    assert said.output == f"cd {tmp_path / 'set'} && neo4j-admin database import full neo4j @{ARGUMENTS}\n"
    shutil.copytree(tmp_path / "set", home)
    neo4j_admin(home, "database", "import", "full", "neo4j", f"@{ARGUMENTS}")
    plain = SetEngine()
    with running_neo4j(home, patience=0) as server:
        for name, value in server.environment.items():
            monkeypatch.setenv(name, value)
        engine = Neo4jEngine(server.uri)
        with OxigraphStore(folder) as store:
            up_to_date(store, plain)
            assert engine.mark() == store.changes().mark
        assert held(engine) == meant(plain)
        assert contacts(engine) and contacts(engine) == sorted(engine.cypher(COUNTED).rows, key=str)
        # From here on a sync follows.
        stored(folder, 3)
        assert kg("--store", folder, "store", "sync", server.uri).output.startswith("brought up to date: ")
        with OxigraphStore(folder) as store:
            up_to_date(store, plain)
        assert held(engine) == meant(plain)
        assert engine.cypher(CONSTRAINTS).rows[0][0] > 10
        engine.close()


def test_pressed_rows_are_the_same(tmp_path):
    folder = stored(tmp_path / "s", 1)
    kg("--store", folder, "export", "neo4j-import", "-o", tmp_path / "plain")
    kg("--store", folder, "export", "neo4j-import", "-o", tmp_path / "pressed", "--gzip")
    found = {path.name.removesuffix(".gz"): path for path in (tmp_path / "pressed").iterdir()}
    for path in (tmp_path / "plain").iterdir():
        told = found.pop(path.name).read_bytes()
        if path.name == ARGUMENTS:
            assert path.read_bytes() == told.replace(b".csv.gz", b".csv")
        else:
            assert path.read_bytes() == (gzip.decompress(told) if told.startswith(b"\x1f\x8b") else told)
    assert not found


def test_a_folder_that_holds_something_is_left_alone(tmp_path):
    folder = stored(tmp_path / "s", 1)
    (tmp_path / "set").mkdir()
    (tmp_path / "set" / "letter.txt").write_text("Dear all")
    refused = kg("--store", folder, "export", "neo4j-import", "-o", tmp_path / "set")
    assert refused.exit_code == 2 and "holds something already" in refused.stderr
    assert [path.name for path in (tmp_path / "set").iterdir()] == ["letter.txt"]


def test_a_set_appears_only_when_it_is_complete(tmp_path):
    class Broken(MemoryStore):
        def triples(self, graph=None):
            yield from list(super().triples(graph))[:2]
            raise OSError("the disk is gone")

    with pytest.raises(ExportError, match=r"can't write .*: the disk is gone"):
        export_folder(Broken(), tmp_path / "set")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["neo4j-import"], "needs a new folder"),
        (["nquads", "--gzip"], "--gzip goes with neo4j-import"),
        (["nquads", "-f", "turtle"], "give one"),
        (["turtle", "-o", "."], "give the name of a file"),
    ],
)
def test_wrong_usage(tmp_path, arguments, said):
    refused = kg("--store", stored(tmp_path / "s"), "export", *arguments)
    assert refused.exit_code == 2 and said in refused.stderr


def test_a_format_may_be_named_without_an_option(tmp_path):
    folder = stored(tmp_path / "s")
    assert kg("--store", folder, "export", "nquads").output == kg("--store", folder, "export", "-f", "nquads").output
