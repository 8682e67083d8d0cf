"""The shortest chain of contacts is the one that networkx finds, the first in order of as short ones, in both languages."""

from itertools import pairwise

import networkx as nx
from hypothesis import given, settings
from hypothesis import strategies as st
from kg_ontology import DATA, NAMESPACE, PREFIXES

from kg.model import ArticleGraph, Triple
from kg.projection.kglite import KgliteEngine
from kg.projection.updating import up_to_date
from kg.questions import ask, ask_cypher
from kg.store.oxigraph import OxigraphStore

PEOPLE = [f"{DATA}person/{letter}" for letter in "abcdefgh"]
TYPE = PREFIXES["rdf"] + "type"
contacts = st.sets(
    st.tuples(st.sampled_from(PEOPLE), st.sampled_from(PEOPLE)).filter(lambda pair: pair[0] < pair[1]), max_size=9
)


def told(number, pair):
    """A meeting or a call of two, as an article tells it: the edges both ways, and a tie for each."""
    event, edge = f"{DATA}event/{number}", NAMESPACE + ("met" if number % 2 else "spokeWith")
    yield Triple(event, TYPE, NAMESPACE + "Event")
    for way, (one, other) in enumerate((pair, pair[::-1])):
        tie = f"{DATA}tie/{number}-{way}"
        yield Triple(one, edge, other)
        parts = {"subject": one, "predicate": edge, "object": other}
        yield from (Triple(tie, PREFIXES["rdf"] + part, value) for part, value in parts.items())
        yield Triple(tie, NAMESPACE + "fromEvent", event)


def stored(folder, pairs):
    facts = [Triple(person, TYPE, NAMESPACE + "Person") for person in PEOPLE]
    facts += [fact for number, pair in enumerate(sorted(pairs)) for fact in told(number, pair)]
    store = OxigraphStore(folder, create=True)
    store.put(ArticleGraph(DATA + "graph/one", DATA + "article/one", None, tuple(facts)))
    return store


def meant(pairs, start, end):
    graph = nx.Graph(pairs)
    if start == end or not {start, end} <= set(graph) or not nx.has_path(graph, start, end):
        return ()
    chain = min(nx.all_shortest_paths(graph, start, end))
    steps = len(list(pairwise(chain)))
    return ((steps, start, *chain[1:-1], *(None,) * (4 - steps), end),) if steps <= 4 else ()


@settings(max_examples=60)
@given(contacts, st.sampled_from(PEOPLE), st.sampled_from(PEOPLE))
def test_the_first_of_the_shortest_chains_is_found(tmp_path_factory, pairs, start, end):
    asked, engine = {"person": start, "with": end}, KgliteEngine()
    with stored(tmp_path_factory.mktemp("chain") / "store", pairs) as store:
        up_to_date(store, engine)
        assert ask(store, "shortest-chain", asked).rows == meant(pairs, start, end)
    assert ask_cypher(engine, "shortest-chain", asked).rows == meant(pairs, start, end)
    engine.close()


def test_a_chain_of_four_is_the_longest(tmp_path):
    pairs = set(pairwise(PEOPLE))
    with stored(tmp_path / "store", pairs) as store:
        for number, end in enumerate(PEOPLE):
            rows = ask(store, "shortest-chain", {"person": PEOPLE[0], "with": end}).rows
            assert [row[0] for row in rows] == ([number] if 0 < number <= 4 else [])
