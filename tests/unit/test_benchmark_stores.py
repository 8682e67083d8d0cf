"""The benchmark of stores runs on a handful of events, and both languages answer its questions alike."""

import os
import subprocess
import sys
from pathlib import Path

BENCHMARKS = Path(__file__).parents[2] / "benchmarks"
_RUN = """
import sys
from pathlib import Path
from stores import table
from stores_asked import NAMES
from stores_contestants import cypher, sparql
from stores_graph import graphs, name
from stores_made import FOLLOWED, asked_with, make

folder = Path(sys.argv[1])
made = make(folder, 40)
told = list(graphs(40))
assert made.written == 2 * sum(len(graph.triples) for graph in told[:13]) and len(told) == 20 and made.view > 1000
assert [graph.name for graph in graphs(40, 5)] == [graph.name for graph in told[5:]]
assert [graph.name for graph in told] == [graph.name for graph in graphs(40)]
assert len({name(number, language) for number in range(5000) for language in ("en", "ar")}) == 10_000
asked = asked_with(folder)
figures = [each for way in (sparql, cypher) for each in way(folder, asked, 1)]
assert [each.name for each in figures] == ["our SPARQL", "its queries, our store", "raw Oxigraph", "our Cypher", "its queries, our engine", "raw kglite"]
assert all(list(each.took) == list(NAMES) == list(asked) for each in figures)
from kg.projection.kglite import KgliteEngine
from kg.questions import ask, ask_cypher
from kg.store.state import OxigraphState
engine = KgliteEngine(folder / "projection")
with OxigraphState(folder) as store:
    for title, values in asked.items():
        ours = ask(store, NAMES[title], values)
        # So few don't meet again, and have no chain between two of them.
        assert (ours.rows or title in ("chain of 4", "most contacts, 20")) and ours.rows == ask_cypher(engine, NAMES[title], values).rows, title
print(table(40, made, figures, processor=True))
"""


def test_stores_are_made_and_asked_the_six_questions_with_the_same_answers(tmp_path: Path) -> None:
    paths = os.pathsep.join([str(BENCHMARKS), os.environ.get("PYTHONPATH", "")])
    ran = subprocess.run(
        [sys.executable, "-c", _RUN, str(tmp_path / "store")],
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONPATH": paths, "PYTHONIOENCODING": "utf-8"},
    )
    assert ran.returncode == 0 and not ran.stderr, ran.stderr
    assert ran.stdout.count("\n| ") == 8
