"""Answers a query in a process of its own, which can be ended: the engine itself knows no time-out.

A published state may be opened by any number of processes. The process costs a tenth of a second; one that is ended leaves
nothing behind.
"""

import pickle
import subprocess
import sys
from pathlib import Path

import pyoxigraph as ox
from kg_ontology import PREFIXES

from kg.errors import KgError, StoreError
from kg.model import Triple
from kg.store.answers import Telling, any_of
from kg.store.base import Table
from kg.store.sparql import too_long

_START = "import sys; sys.path[:] = {path!r}; from kg.store.child import main; main()"

Found = Table | tuple[Triple, ...]


def ask(state: Path, query: str, seconds: float, limit: int | None) -> Found:
    """Answer a query over a published state, the first ``limit`` rows.

    Raises:
        QueryError: it is malformed, or takes longer than ``seconds``.
        StoreError: the process ended without an answer, for want of memory for example.
    """
    program = [sys.executable, "-c", _START.format(path=sys.path)]
    asked = pickle.dumps((str(state), query, limit))
    try:
        done = subprocess.run(program, input=asked, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, timeout=seconds)
    except subprocess.TimeoutExpired as error:
        raise too_long(seconds) from error
    if done.returncode != 0:
        raise StoreError(f"the process that answers the query ended with {done.returncode}: was there enough memory?")
    found: Found | KgError = pickle.loads(done.stdout)
    if isinstance(found, KgError):
        raise found
    return found


def main() -> None:
    """Answer the one query that stands on standard input."""
    state, query, limit = pickle.loads(sys.stdin.buffer.read())
    found: Found | KgError
    try:
        with Telling(query):
            answer = ox.Store.read_only(state).query(query, prefixes=dict(PREFIXES))
            found = any_of(answer, limit)
    except KgError as error:
        found = error
    sys.stdout.buffer.write(pickle.dumps(found))
