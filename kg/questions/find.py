"""Finds the nodes that a reader means by a name in any script, by an IRI, or by the first letters of an id."""

import re
from collections.abc import Callable, Iterable

from kg_ontology import DATA, NAMESPACE, PREFIXES

from kg.errors import StoreError
from kg.model import Iri, Literal
from kg.questions.catalogue import Sort
from kg.resolve.iris import folded
from kg.store.base import Store
from kg.store.terms import named, term

_EVENT = DATA + "event/"
_ID = re.compile(r"[\w-]+")
_CLASSES = {
    Sort.PERSON: ("Person",),
    Sort.PARTY: ("State", "Organization"),
    Sort.PROCESS: ("Process",),
    Sort.TOPIC: ("Topic", "Process"),
    Sort.PLACE: ("Place",),
}
_LABELS = "SELECT DISTINCT ?node ?label WHERE {{ VALUES ?class {{ {classes} }} ?node a ?class ; rdfs:label ?label }}"
_OTHERS = "SELECT DISTINCT ?node ?label WHERE { ?node a diplo:Person ; skos:altLabel ?label }"
_EXACTLY = "SELECT DISTINCT ?event WHERE {{ VALUES ?event {{ {iri} }} ?event a diplo:Event }}"
_ACCOUNT = "SELECT DISTINCT ?event WHERE {{ ?event diplo:account ?account FILTER(STRSTARTS(STR(?account), {start})) }}"
_STARTING = "SELECT DISTINCT ?event WHERE {{ ?event a diplo:Event FILTER(STRSTARTS(STR(?event), {start})) }}"

Match = Callable[[str, str], bool]


def people(store: Store, query: str) -> tuple[Iri, ...]:
    """The persons with a label that may be the same name as ``query``, in whatever script either is written; sorted."""
    return find(store, Sort.PERSON, query)


def find(store: Store, kind: Sort, query: str) -> tuple[Iri, ...]:
    """The nodes of a kind that are meant by a name or an IRI, sorted; none if nothing fits.

    A person is found across scripts, by any name that the view tells. Anything else is found by the words of one of its labels first, and across scripts
    only if no label has them. An event is found by the ids of its accounts as well.
    """
    if kind is Sort.EVENT:
        return _events(store, query)
    iri = _iri(query)
    if iri is not None:
        return (iri,)
    labels = _labels(store, kind)
    ways = (_same_name,) if kind is Sort.PERSON else (_has_words, _same_name)
    for fits in ways:
        found = _matching(labels, query, fits)
        if found:
            return found
    return ()


def parties(store: Store, query: str) -> tuple[Iri, ...]:
    """The persons, states or organizations that are meant by a name or an IRI, sorted; none if nothing fits.

    A state or organization that is called exactly so goes before persons, and these before those with such words in a
    longer name.
    """
    if _iri(query) is None:
        found = _matching(_labels(store, Sort.PARTY), query, _is_label)
        if found:
            return found
    return find(store, Sort.PERSON, query) or find(store, Sort.PARTY, query)


def _matching(labels: Iterable[tuple[Iri, str]], query: str, fits: Match) -> tuple[Iri, ...]:
    return tuple(sorted({node for node, label in labels if fits(query, label)}))


def _labels(store: Store, kind: Sort) -> list[tuple[Iri, str]]:
    classes = " ".join(str(named(NAMESPACE + name)) for name in _CLASSES[kind])
    rows = list(store.select(_LABELS.format(classes=classes)).rows)
    if kind is Sort.PERSON:
        rows += store.select(_OTHERS).rows
    return [(node, label.value) for node, label in rows if isinstance(node, str) and isinstance(label, Literal)]


def _has_words(query: str, label: str) -> bool:
    wanted = set(folded(query).split())
    return bool(wanted) and wanted <= set(folded(label).split())


def _is_label(query: str, label: str) -> bool:
    return folded(query) == folded(label) != ""


def _same_name(query: str, label: str) -> bool:
    from kg.resolve.names import same_name

    return same_name(query, label)


def _iri(text: str) -> Iri | None:
    """The IRI that a text is, or stands for by a prefix of the ontology; None if it is a name."""
    prefix, colon, local = text.partition(":")
    if not colon or not (prefix in PREFIXES or local.startswith("//")):
        return None
    try:
        return named(PREFIXES[prefix] + local if prefix in PREFIXES else text).value
    except StoreError:
        return None


def _events(store: Store, query: str) -> tuple[Iri, ...]:
    start = _iri(query) or _EVENT + query.removeprefix("event/")
    if not _ID.fullmatch(start.removeprefix(_EVENT)):
        return ()
    begin = term(Literal(start))
    for asked in (_EXACTLY.format(iri=named(start)), _STARTING.format(start=begin), _ACCOUNT.format(start=begin)):
        found = tuple(sorted(str(event) for (event,) in store.select(asked).rows))
        if found:
            return found
    return ()
