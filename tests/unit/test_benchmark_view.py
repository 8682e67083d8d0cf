"""The benchmark of the page makes graphs as large as asked for, always the same, with evidence for each line and names in four scripts."""

import subprocess
import sys
from pathlib import Path

BENCHMARKS = Path(__file__).parents[2] / "benchmarks"
_RUN = """
from view import HEAD, Figures, ours, pages, plain, row
from view_made import made

graph = made(120)
assert graph == made(120) and len(graph.nodes) == 120
assert all(fact.evidence and set(fact.evidence) <= set(graph.evidence) for edge in graph.edges for fact in edge.facts)
assert {quote.language for quote in graph.evidence.values()} == {"ar", "en", "fa", "ru"}
assert [name for name, _ in pages(100, True)] == ["kg view", "pyvis as it comes", "pyvis, fixed"]
assert [name for name, _ in pages(100_000, True)] == ["kg view"]
assert 'id="data-columns"' in ours(graph) and "vis.Network" in plain(graph, fixed=True)
assert row(Figures("kg view", 100, 0.1, 0.7)).count("|") == HEAD.splitlines()[0].count("|")
"""


def test_it_makes_graphs_and_pages_of_them():
    done = subprocess.run([sys.executable, "-c", _RUN], cwd=BENCHMARKS, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
