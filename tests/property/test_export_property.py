"""Whatever stands in an article, its exports can be read: a hostile text survives or loses what no file can hold, and breaks nothing."""

import csv
import io
import json
import re
from itertools import cycle
from pathlib import Path

import networkx
import pandas
import pytest
from export_tools import XML_READERS, entities, network, property_graph, rows, written
from followthemoney import model
from graphs import fixture_store
from hypothesis import example, given, settings
from hypothesis import strategies as st

from kg.export.choice import Choice
from kg.export.formats import write_folder
from kg.export.ftmmodel import entity, node_id, web
from kg.export.tables import table
from kg.export.texts import cell, clean, line, xml
from kg.model import Literal, Quad, Triple
from kg.store.base import Store
from kg.store.memory import MemoryStore

KHAJI, LAVROV = (f"https://w3id.org/diplo-kg/id/person/{name}" for name in ("ali-asghar-khaji", "sergei-lavrov"))
TOLD = ("#label", "#altLabel", "#quote", "dc/terms/title", "#aboutText", "#officeText", "#dateText")
HOSTILE = '=‏خاجي\u2069\u202e</data>\r\n\x00 & "x", ;\''
LABEL = "http://www.w3.org/2000/01/rdf-schema#label"
NASTY = (
    "a\x00b\x0b\x1f\ufffe\uffff",
    "\ud800 half, \udfff half",
    "]]></data></node><node id='x'/>&amp;&#0;\"'<!--",
    "=cmd|' /C calc'!A0",
    " \u200f\u2066@SUM(1+1)*cmd",
    "\t-2+3",
    "one\r\ntwo\u2028three\x85four\u2029",
    "‏علي أصغر خاجي، «كبير»\u2069\u202e",
    "quote \" comma , semicolon ; apostrophe '",
    "\\u0000 \\ 'NULL' {{7*7}} ${x}",
    "🇮🇷 é é",
)
# What a spreadsheet takes for a formula, however it is hidden.
FORMULA = re.compile("[\\s\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]*[=+\\-@＝＋－＠]")


def nasty(test):  # type: ignore[no-untyped-def]
    for text in NASTY:
        test = example(text)(test)
    return given(st.text())(test)


def without_halves(text: str) -> str:
    return "".join("�" if "\ud800" <= sign <= "\udfff" else sign for sign in text)


@pytest.fixture(scope="module")
def hostile() -> Store:
    """The fixture, in which every label, quote, title and office is one of the texts, and one label is a million letters long."""
    store = fixture_store(MemoryStore())
    told = [fact for fact in store.triples() if fact.predicate.endswith(TOLD)]
    texts = cycle(map(without_halves, NASTY))
    said = [Triple(each.subject, each.predicate, Literal(next(texts), language="ar")) for each in told]
    said += [
        Triple(LAVROV, LABEL, Literal("ظ" * 1_000_000, language="fa")),
        Triple(KHAJI, LABEL, Literal(HOSTILE, language="fa")),
    ]
    store.revise((Quad(fact, None) for fact in told), (Quad(fact, None) for fact in said))
    return store


@pytest.mark.parametrize("format", sorted(XML_READERS))
def test_networkx_opens_a_graph_that_is_full_of_hostile_texts(hostile: Store, format: str) -> None:
    graph = network(hostile, format, Choice("fa"))
    nodes, edges = property_graph(hostile)
    assert (set(graph), graph.number_of_edges()) == (set(nodes), len(edges))
    for iri, node in nodes.items():
        for name in node.properties.keys() & {"name", "name_ar", "name_fa", "quote", "headline", "about"}:
            assert graph.nodes[iri][name] == clean(str(node.properties[name]))
    assert (len(graph.nodes[LAVROV]["name_fa"]), len(graph.nodes[LAVROV]["label"])) == (1_000_000, 200)
    assert graph.nodes[KHAJI]["label"] == line(HOSTILE)


def test_tables_are_read_by_pandas_and_run_nothing(hostile: Store, tmp_path: Path) -> None:
    write_folder(hostile, "i2", tmp_path / "chart", Choice("fa"))
    tables = [written(hostile, format, Choice("fa")) for format in ("pairs", "maltego")]
    for data in (*tables, *((tmp_path / "chart" / name).read_bytes() for name in ("entities.csv", "links.csv"))):
        found = rows(data)
        assert len(pandas.read_csv(io.BytesIO(data))) == len(found) > 0
        assert not [value for row in found for value in row.values() if FORMULA.match(value)]
    assert {row["Label"] for row in rows((tmp_path / "chart" / "entities.csv").read_bytes()) if row["Id"] == KHAJI} == {
        cell(HOSTILE)
    }


def test_followthemoney_reads_hostile_texts(hostile: Store) -> None:
    found = {each.id: each for each in entities(written(hostile, "ftm", Choice("fa")))}
    assert found[node_id(KHAJI)].get("name") == [line(HOSTILE).strip()]
    assert (
        len(found[node_id(LAVROV)].first("name")) == 200 and max(map(len, found[node_id(LAVROV)].get("alias"))) == 384
    )


@nasty
def test_a_text_between_tags_or_quotes_of_xml_is_read_as_it_was_but_for_what_xml_cannot_hold(text: str) -> None:
    read = networkx.read_graphml(io.BytesIO(_graphml(text)))
    assert read.nodes["n"].get("told", "") == clean(text) and len(clean(text)) == len(text)
    assert next(iter(networkx.read_graphml(io.BytesIO(_graphml("", text or "id"))))) == clean(text or "id")


def _graphml(text: str, id: str = "n") -> bytes:
    head = '<graphml xmlns="http://graphml.graphdrawing.org/xmlns"><key id="k" for="node" attr.name="told" attr.type="string"/>'
    return f'{head}<graph edgedefault="directed"><node id="{xml(id)}"><data key="k">{xml(text)}</data></node></graph></graphml>'.encode()


@nasty
def test_a_cell_is_one_line_that_no_spreadsheet_runs_and_loses_nothing_else(text: str) -> None:
    stream = io.BytesIO()
    with table(stream, ("Told", "Beside")) as written_rows:
        written_rows.write((text, 1))
    assert not stream.closed
    (_, row) = csv.reader(io.StringIO(stream.getvalue().decode("utf-8-sig"), newline=""))
    assert (row == [cell(text), "1"] and len(row[0].splitlines()) <= 1) or "\x1c" <= min(row[0]) <= "\x1e"
    assert row[0].removeprefix("'") == line(text).removeprefix("'") and not FORMULA.match(row[0])


@nasty
def test_an_entity_is_one_line_of_json_that_followthemoney_reads(text: str) -> None:
    made = entity("kg-note", "Note", description=(text, text), name="n", sourceUrl=web(text))
    told = made.line.decode()
    assert len(told.splitlines()) == 1
    read = model.get_proxy(json.loads(told))
    assert read.get("description") == [value for value in [clean(text).strip()] if value]


@given(st.text())
@settings(max_examples=50)
@example("person/a b")
@example("person/علي")
def test_an_id_is_one_that_followthemoney_takes_and_tells_nodes_apart(tail: str) -> None:
    iri = f"https://w3id.org/diplo-kg/id/{tail}"
    assert re.fullmatch(r"[0-9A-Za-z]([0-9A-Za-z.\-]*[0-9A-Za-z])?", node_id(iri))
    assert node_id(iri) != node_id(iri + "x")


def test_the_id_of_a_node_stays_as_it_is() -> None:
    assert node_id(KHAJI) == "kg-person-ali-asghar-khaji"
    assert node_id("https://w3id.org/diplo-kg/id/office/IR/foreign-minister") == "kg-office-IR-foreign-minister"


def test_only_addresses_of_the_web_are_links() -> None:
    told = ("https://a.example/x", "javascript:alert(1)", "http://a b", "file:///etc", "data:text/html,x", None, 7)
    assert [web(address) for address in told] == ["https://a.example/x", *[None] * 6]
