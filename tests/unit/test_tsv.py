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


def both(store: ox.Store, query: str, few: int = 0) -> tuple[Table, Table]:
    """An answer of which all but the first few rows are written out at once, and one of which each row is handed over."""
    asked = store.query(query), store.query(query)
    assert isinstance(asked[0], ox.QuerySolutions) and isinstance(asked[1], ox.QuerySolutions)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("kg.store.answers._FEW", few)
        return table_of(asked[0]), table_of(asked[1], 100)


@given(some.lists(TERMS, max_size=6), some.integers(0, 7))
def test_a_whole_answer_holds_what_its_rows_hold_one_by_one(
    terms: list[ox.Literal | ox.NamedNode | ox.BlankNode], few: int
) -> None:
    store = ox.Store()
    subjects = (ox.NamedNode(f"https://a.example/{number}") for number in range(len(terms)))
    store.extend(
        ox.Quad(subject, ox.NamedNode("https://a.example/p"), each)
        for subject, each in zip(subjects, terms, strict=False)
    )
    query = "SELECT ?s ?o ?nothing WHERE { ?s <https://a.example/p> ?o } ORDER BY ?s"
    at_once, one_by_one = both(store, query, few)
    assert at_once == one_by_one
    assert len(at_once.rows) == len(terms)


@pytest.mark.parametrize("query", ["SELECT * {}", "SELECT ?x {}", "SELECT ?x { ?x ?y ?z }", 'SELECT ("" AS ?x) {}'])
def test_what_holds_little_is_read_as_well(query: str) -> None:
    at_once, one_by_one = both(ox.Store(), query)
    assert at_once == one_by_one


def test_no_row_is_made_of_no_answer() -> None:
    assert both(ox.Store(), "SELECT ?x { ?x ?y ?z }") == (Table(("x",), ()),) * 2


def test_a_triple_stays_as_it_is_written() -> None:
    query = 'SELECT (<<( <x:a> <x:b> "c" )>> AS ?t) {}'
    at_once, one_by_one = both(ox.Store(), query)
    assert at_once == one_by_one


def test_the_direction_of_a_text_is_left_out() -> None:
    assert term('"سلام"@ar--rtl') == Literal("سلام", None, "ar")
