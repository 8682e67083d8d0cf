"""Writes a graph in the formats that other RDF programs read."""

from collections.abc import Iterator
from functools import partial
from itertools import groupby
from typing import IO, cast

import pyoxigraph as ox
from kg_ontology import PREFIXES

from kg.export.choice import Choice, Readable, readable
from kg.export.mending import CarriageReturns, SortedPrefixes
from kg.export.texts import clean
from kg.store.base import Store
from kg.store.terms import named, triples


def _merged(engine: ox.RdfFormat, store: Store, stream: IO[bytes], choice: Choice) -> None:
    """Write the view, subject by subject."""
    told = readable(store, choice).triples()
    facts = (fact for _, own in groupby(told, lambda fact: fact.subject) for fact in sorted(own, key=repr))
    _serialize(triples(facts), engine, stream)


def rdfxml(store: Store, stream: IO[bytes], choice: Choice) -> None:
    """Write the view as RDF/XML."""
    ox.serialize(
        map(_for_xml, triples(readable(store, choice).triples())),
        cast(IO[bytes], CarriageReturns(stream)),
        ox.RdfFormat.RDF_XML,
        prefixes=PREFIXES,
    )


def _apart(engine: ox.RdfFormat, store: Store, stream: IO[bytes], choice: Choice) -> None:
    """Write every article's graph under its own name."""
    _serialize(_quads(readable(store, choice)), engine, stream)


def _serialize(facts: Iterator[ox.Triple] | Iterator[ox.Quad], engine: ox.RdfFormat, stream: IO[bytes]) -> None:
    if engine in (ox.RdfFormat.TURTLE, ox.RdfFormat.TRIG):
        ox.serialize(facts, cast(IO[bytes], SortedPrefixes(stream, len(PREFIXES))), engine, prefixes=PREFIXES)
    else:
        ox.serialize(facts, stream, engine)


turtle = partial(_merged, ox.RdfFormat.TURTLE)
ntriples = partial(_merged, ox.RdfFormat.N_TRIPLES)
trig = partial(_apart, ox.RdfFormat.TRIG)
nquads = partial(_apart, ox.RdfFormat.N_QUADS)
jsonld = partial(_apart, ox.RdfFormat.JSON_LD)


def _quads(store: Readable) -> Iterator[ox.Quad]:
    for name in store.graphs():
        graph = named(name)
        for fact in triples(sorted(store.triples(name), key=repr)):
            yield ox.Quad(fact.subject, fact.predicate, fact.object, graph)


def _for_xml(fact: ox.Triple) -> ox.Triple:
    value = fact.object
    if not isinstance(value, ox.Literal) or value.value.isprintable():
        return fact
    text = clean(value.value)
    said = ox.Literal(text, language=value.language) if value.language else ox.Literal(text, datatype=value.datatype)
    return ox.Triple(fact.subject, fact.predicate, said)
