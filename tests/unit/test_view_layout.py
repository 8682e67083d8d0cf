import math
from itertools import combinations

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.view.layout import place

SIZE = (110.0, 50.0)


def edges_of(graph: nx.Graph) -> list[tuple[int, int]]:
    return [(int(a), int(b)) for a, b in graph.edges]


@pytest.mark.parametrize("count", [0, 1, 2, 3])
def test_small_graphs_have_a_place_for_each_node(count):
    assert len(place([SIZE] * count, [])) == count


@settings(max_examples=30)
@given(st.integers(1, 25), st.lists(st.tuples(st.integers(0, 24), st.integers(0, 24)), max_size=40))
def test_nodes_do_not_lie_on_each_other(count, pairs):
    spots = place([SIZE] * count, [(a % count, b % count) for a, b in pairs if a % count != b % count])
    for (ax, ay), (bx, by) in combinations(spots, 2):
        assert math.isfinite(ax + ay + bx + by)
        assert abs(ax - bx) > SIZE[0] * 0.8 or abs(ay - by) > SIZE[1] * 0.8


def test_the_same_graph_always_looks_the_same():
    graph = nx.gnm_random_graph(40, 60, seed=2)
    assert place([SIZE] * 40, edges_of(graph)) == place([SIZE] * 40, edges_of(graph))


def test_what_is_tied_lies_nearer_than_what_is_not():
    graph = nx.random_labeled_tree(60, seed=4)
    spots = place([SIZE] * 60, edges_of(graph))
    tied = [math.dist(spots[a], spots[b]) for a, b in graph.edges]
    apart = [math.dist(spots[a], spots[b]) for a, b in combinations(range(60), 2) if not graph.has_edge(a, b)]
    assert sum(tied) / len(tied) < 0.5 * sum(apart) / len(apart)


def test_a_large_drawing_is_wider_than_high():
    spots = place([SIZE] * 80, edges_of(nx.gnm_random_graph(80, 120, seed=1)))
    xs, ys = zip(*spots, strict=True)
    assert max(xs) - min(xs) > max(ys) - min(ys)
