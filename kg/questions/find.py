"""Finds the nodes that a reader means by a name in any script, by an IRI, or by the first letters of an id."""

import re
from collections.abc import Callable, Iterable

from kg_ontology import DATA, PREFIXES

from kg.errors import StoreError
from kg.model import Iri
from kg.questions.catalogue import Sort
from kg.questions.sources import Source, StoreSource
from kg.store.base import Store
from kg.store.terms import named

_EVENT = DATA + "event/"
_ID = re.compile(r"[\w-]+")

Match = Callable[[str, str], bool]


def people(store: Store, query: str) -> tuple[Iri, ...]:
    """The persons with a label that may be the same name as ``query``, in whatever script either is written; sorted."""
    return find(store, Sort.PERSON, query)


def find(store: Store, kind: Sort, query: str) -> tuple[Iri, ...]:
    """The nodes of a kind that are meant by a name or an IRI, sorted; none if nothing fits.

    A person is found across scripts, by any name that the view tells. Anything else is found by the words of one of its labels first, and across scripts
    only if no label has them. An event is found by the ids of its accounts as well.
    """
    return found(StoreSource(store), kind, query)


def found(source: Source, kind: Sort, query: str) -> tuple[Iri, ...]:
    """The same as ``find``, of any graph."""
    if kind is Sort.EVENT:
        return _events(source, query)
    iri = _iri(query)
    if iri is not None:
        return (iri,)
    if kind is Sort.CALLED:
        start = _folded(query)
        return source.by_name.called(start) if start else ()
    nodes = () if kind is Sort.PERSON else _matching(source.by_name.labels(kind), query, _has_words)
    return nodes or source.by_name.bearers(kind, query)


def parties(store: Store, query: str) -> tuple[Iri, ...]:
    """The persons, states or organizations that are meant by a name or an IRI, sorted; none if nothing fits.

    A state or organization that is called exactly so goes before persons, and these before those with such words in a
    longer name.
    """
    if _iri(query) is None:
        nodes = _matching(StoreSource(store).by_name.labels(Sort.PARTY), query, _is_label)
        if nodes:
            return nodes
    return find(store, Sort.PERSON, query) or find(store, Sort.PARTY, query)


def _matching(labels: Iterable[tuple[Iri, str]], query: str, fits: Match) -> tuple[Iri, ...]:
    return tuple(sorted({node for node, label in labels if fits(query, label)}))


def _has_words(query: str, label: str) -> bool:
    wanted = set(_folded(query).split())
    return bool(wanted) and wanted <= set(_folded(label).split())


def _is_label(query: str, label: str) -> bool:
    return _folded(query) == _folded(label) != ""


def _folded(text: str) -> str:
    # Who asks by IRI, or by nothing, loads no authority files' reader.
    from kg.resolve.iris import folded

    return folded(text)


def _iri(text: str) -> Iri | None:
    """The IRI that a text is, or stands for by a prefix of the ontology; None if it is a name."""
    prefix, colon, local = text.partition(":")
    if not colon or not (prefix in PREFIXES or local.startswith("//")):
        return None
    try:
        return named(PREFIXES[prefix] + local if prefix in PREFIXES else text).value
    except StoreError:
        return None


def _events(source: Source, query: str) -> tuple[Iri, ...]:
    start = _iri(query) or _EVENT + query.removeprefix("event/")
    return source.events(start) if _ID.fullmatch(start.removeprefix(_EVENT)) else ()
