"""Queries name each of many nodes once, and never very many at a time."""

import pytest
from kg_ontology import DATA

from kg.errors import StoreError
from kg.store.terms import batches


@pytest.mark.parametrize("count", [0, 1, 500, 501, 1200])
def test_each_node_is_named_once_and_in_order(count):
    nodes = [f"{DATA}event/{number}" for number in range(count)]
    told = [some.split() for some in batches(nodes)]
    assert [f"<{iri}>" for iri in nodes] == [each for some in told for each in some]
    assert all(0 < len(some) <= 500 for some in told)


def test_what_is_no_iri_is_refused():
    with pytest.raises(StoreError, match="is not an IRI"):
        list(batches(["> } DROP ALL"]))
