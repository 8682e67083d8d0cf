"""Hands a store in a folder to rdflib as it is, through oxrdflib, for reading as long as it is open."""

from typing import Any, NoReturn, cast

import pyoxigraph as ox
import rdflib
from kg_ontology import PREFIXES
from oxrdflib import OxigraphStore

from kg.errors import StoreError
from kg.store.base import Store
from kg.store.oxigraphreading import OxigraphReading


def dataset(store: Store) -> rdflib.Dataset:
    """The store as a data set, with the prefixes of the ontology; raises StoreError where it isn't in a folder."""
    if not isinstance(store, OxigraphReading):
        raise StoreError("only a store in a folder can be handed to rdflib: for others use query, or kg export")
    made = rdflib.Dataset(store=_ReadingStore(store))
    for prefix, namespace in PREFIXES.items():
        made.bind(prefix, namespace)
    return made


class _Engine:
    """The engine of a store, as long as that is open: the data set would read on from one that nobody else holds."""

    def __init__(self, store: OxigraphReading) -> None:
        self._kept = store

    def __getattr__(self, name: str) -> Any:
        return getattr(self._kept.engine, name)


class _ReadingStore(OxigraphStore):
    """The same for rdflib, which can't be written to."""

    def __init__(self, store: OxigraphReading) -> None:
        super().__init__(store=cast(ox.Store, _Engine(store)))
        self._path = store.path

    def add_graph(self, graph: rdflib.Graph) -> None:
        """Nothing: rdflib tells of each graph that it is asked for, to read it as well."""

    def close(self, commit_pending_transaction: bool = False) -> None:
        """Nothing: the data set ends with the graph that it came from."""

    def _refuse(self, *_: object, **__: object) -> NoReturn:
        raise StoreError(
            f"the data set of {self._path} is for reading: kg ingest and kg merge, split, retract and assert change the graph"
        )

    add = addN = remove = remove_graph = update = destroy = _refuse  # noqa: N815 - rdflib calls it so
