"""Hands a store in a folder to rdflib as it is, through oxrdflib."""

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
    made = rdflib.Dataset(store=OxigraphStore(store=store.engine))
    for prefix, namespace in PREFIXES.items():
        made.bind(prefix, namespace)
    return made
