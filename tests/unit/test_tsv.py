"""The tab-separated answers of an engine are read as its terms are, one by one."""

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as some
from kg_ontology import PREFIXES

from kg.model import Literal
from kg.store.answers import table_of
from kg.store.base import Table
from kg.store.tsv import term

XSD = PREFIXES["xsd"]
TEXTS = some.text(some.characters(exclude_categories=["Cs"]), max_size=12) | some.sampled_from(
    ['a\tb\nc\rd"e\\f', "\\t", "\\", '"', '"@en', '"^^<x:y>', "<<( a )>>", "1", "true", "_:b", "\u2028\x0b\x85", ""]
)
KINDS = some.sampled_from(["string", "integer", "decimal", "double", "boolean", "date", "float"])
NUMBERS = some.sampled_from(
    ["1", "+01", "-5.", ".5", "1.50", "1e5", "1.0E-3", "INF", "NaN", "true", "0", "x", "2020-10-14"]
)
LITERALS = (
    some.builds(ox.Literal, TEXTS)
    | some.builds(lambda text, tag: ox.Literal(text, language=tag), TEXTS, some.sampled_from(["en", "ar", "fa-IR"]))
    | some.builds(lambda text, kind: ox.Literal(text, datatype=ox.NamedNode(XSD + kind)), TEXTS | NUMBERS, KINDS)
)
TERMS = LITERALS | some.sampled_from([ox.NamedNode("https://a.example/b?c=%20&d=1#e"), ox.BlankNode("b0")])


def answer(store: ox.Store, query: str) -> ox.QuerySolutions:
    found = store.query(query)
    assert isinstance(found, ox.QuerySolutions)
    return found


@given(some.lists(TERMS, max_size=6))
def test_a_whole_answer_holds_what_its_rows_hold_one_by_one(
    terms: list[ox.Literal | ox.NamedNode | ox.BlankNode],
) -> None:
    store = ox.Store()
    subjects = (ox.NamedNode(f"https://a.example/{number}") for number in range(len(terms)))
    store.extend(
        ox.Quad(subject, ox.NamedNode("https://a.example/p"), each)
        for subject, each in zip(subjects, terms, strict=False)
    )
    query = "SELECT ?s ?o ?nothing WHERE { ?s <https://a.example/p> ?o } ORDER BY ?s"
    assert table_of(answer(store, query)) == table_of(answer(store, query), 100)


@pytest.mark.parametrize("query", ["SELECT * {}", "SELECT ?x {}", "SELECT ?x { ?x ?y ?z }", 'SELECT ("" AS ?x) {}'])
def test_what_holds_little_is_read_as_well(query: str) -> None:
    assert table_of(answer(ox.Store(), query)) == table_of(answer(ox.Store(), query), 100)


def test_no_row_is_made_of_no_answer() -> None:
    assert table_of(answer(ox.Store(), "SELECT ?x { ?x ?y ?z }")) == Table(("x",), ())


def test_a_triple_stays_as_it_is_written() -> None:
    query = 'SELECT (<<( <x:a> <x:b> "c" )>> AS ?t) {}'
    assert table_of(answer(ox.Store(), query)) == table_of(answer(ox.Store(), query), 100)


def test_the_direction_of_a_text_is_left_out() -> None:
    assert term('"سلام"@ar--rtl') == Literal("سلام", None, "ar")
