from hypothesis import given
from hypothesis import strategies as st

from kg.view.choice import LINES, most_central, strongest

LINE = st.tuples(st.integers(0, 29), st.integers(0, 29)).filter(lambda pair: pair[0] != pair[1])


@given(st.lists(LINE, unique_by=frozenset, max_size=200), st.integers(1, 40))
def test_as_many_nodes_as_asked_for_are_chosen_and_the_most_central_first(pairs, limit):
    chosen = most_central(30, pairs, limit)
    assert chosen == sorted(set(chosen))
    assert len(chosen) <= min(30, limit)
    assert set(range(min(30, limit - limit // 3))) <= set(chosen)


def test_what_ties_the_chosen_comes_before_what_is_merely_next():
    # Nodes 0 and 1 don't touch; 9 ties both, 2 only one of them.
    assert most_central(10, [(0, 9), (1, 9), (0, 2), (3, 4)], 3) == [0, 1, 9]


@given(st.lists(LINE, unique_by=frozenset, max_size=200), st.data())
def test_lines_are_few_and_leave_no_node_alone_that_has_one(pairs, data):
    weights = data.draw(st.lists(st.integers(1, 9), min_size=len(pairs), max_size=len(pairs)))
    nodes = frozenset(range(12))
    lines = strongest(weights, pairs, nodes)
    inside = [pair for pair in pairs if set(pair) <= nodes]
    assert len(lines) == min(len(inside), LINES * len(nodes))
    assert {node for line in lines for node in pairs[line]} == {node for pair in inside for node in pair}


def test_the_lines_with_most_facts_are_kept():
    pairs = [(one, other) for one in range(12) for other in range(one)]
    weights = [9 if 0 in pair else 1 for pair in pairs]
    lines = strongest(weights, pairs, frozenset(range(12)))
    assert {pairs[line] for line in lines} >= {pair for pair in pairs if 0 in pair}
