"""What an analyst may write by hand, in SPARQL: named graphs of notes, and nothing that articles or judgements tell."""

import re
from collections.abc import Iterable, Iterator

import pyoxigraph as ox
from kg_ontology import PREFIXES
from pyparsing.exceptions import ParseBaseException
from rdflib.plugins.sparql.algebra import translateUpdate
from rdflib.plugins.sparql.parser import parseUpdate
from rdflib.plugins.sparql.parserutils import CompValue
from rdflib.term import URIRef

from kg.errors import QueryError
from kg.model import Iri
from kg.store.base import NOTES
from kg.store.sparql import malformed, refuse_reading, refuse_service, unknown_prefix

_HOW = f"write into a graph of notes: INSERT DATA {{ GRAPH <{NOTES}NAME> {{ … }} }}"
_EMPTIED = ("Clear", "Drop")
_WRITTEN = ("InsertData", "DeleteData", "DeleteWhere")


def notes(update: str) -> tuple[Iri, ...]:
    """The graphs of notes that a SPARQL update writes to.

    Raises:
        QueryError: it is malformed, reads another server or a file, or would write to anything else.
    """
    refuse_service(update)
    refuse_reading(update)
    try:
        read = translateUpdate(parseUpdate(prologue(update) + update), initNs=PREFIXES)
    except ParseBaseException as error:
        raise _misread(update, error) from error
    except Exception as error:  # rdflib raises bare exceptions for what an update does wrong
        lost = unknown_prefix(update) if "prefix" in str(error) else None
        raise lost or QueryError(f"the update can't be read: {error}") from error
    # Nothing at all is read as an empty list.
    written = dict.fromkeys(graph for each in getattr(read, "algebra", ()) for graph in _graphs(each))
    if not written:
        raise QueryError(f"the update writes nothing: {_HOW}")
    return tuple(written)


def prologue(update: str) -> str:
    """The prefixes of the ontology that an update doesn't declare itself, on the line on which it begins."""
    told = {name for name in PREFIXES if re.search(rf"PREFIX\s+{name}:", update, re.IGNORECASE)}
    return "".join(f"PREFIX {name}: <{iri}> " for name, iri in PREFIXES.items() if name not in told)


def _misread(update: str, error: ParseBaseException) -> QueryError:
    """What is wrong with an update, and where: the engine tells that better, which tries it on an empty store."""
    try:
        # That alone would reach out of an empty store.
        if "load" not in update.casefold():
            ox.Store().update(update, prefixes=dict(PREFIXES))
    except SyntaxError as told:
        return malformed(str(told), update)
    shift = len(prologue(update)) if error.lineno == 1 else 0
    return malformed(error.msg, update, error.lineno, max(1, error.column - shift))


def _graphs(operation: CompValue) -> Iterator[Iri]:
    if operation.name in _EMPTIED:
        yield _note(operation.graphiri)
    elif operation.name in _WRITTEN:
        yield from _all_notes(operation)
    elif operation.name == "Modify" and operation.withClause is None:
        for part in (operation.get("delete"), operation.get("insert")):
            if isinstance(part, CompValue):
                yield from _all_notes(part)
    else:
        raise QueryError(f"{operation.name.upper()} can't be used with --write: {_HOW}")


def _all_notes(part: CompValue) -> Iterator[Iri]:
    if part.triples:
        raise QueryError(f"what the view tells can't be written by hand: {_HOW}")
    names: Iterable[object] = part.quads
    yield from map(_note, names)


def _note(graph: object) -> Iri:
    if isinstance(graph, URIRef) and str(graph).startswith(NOTES) and len(graph) > len(NOTES):
        return str(graph)
    shown = str(graph) if isinstance(graph, URIRef) else "a graph without a name of its own"
    raise QueryError(f"{shown} can't be written by hand: {_HOW}")
