"""Pushes a store to a Neo4j server in small batches, in a process of its own that a test can kill."""

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from kg.projection.model import Slice
from kg.projection.neo4j import Neo4jEngine
from kg.projection.syncing import sync
from kg.store.opening import open_store

BATCH = 3
"""How many nodes or relationships are written at once, so that a small store has many batches."""


def _told(slices: Iterable[Slice]) -> Iterator[Slice]:
    for piece in slices:
        yield piece
        # What comes before this line is about to be written when it is read.
        sys.stdout.write("batch\n")
        sys.stdout.flush()


if __name__ == "__main__":
    _path, _address = sys.argv[1:]
    with open_store(Path(_path)) as _store:
        sync(_store, Neo4jEngine(_address), _told, BATCH)
    sys.stdout.write("done\n")
