"""Finds the value that an analyst means for a property of an event: a status, days, a place, a topic, a process, a participant."""

from collections.abc import Iterable
from urllib.parse import unquote

from kg_ontology import DATA

from kg.errors import JudgementError
from kg.facts.vocabulary import LABEL, TYPE, diplo
from kg.identity.asserting import interval
from kg.identity.judgements import Assertion
from kg.lang.gazetteer import KINDS, LANGUAGES, entries, entry
from kg.model import Iri, Literal, Status
from kg.questions.catalogue import Sort
from kg.questions.find import find, parties
from kg.resolve.entities import listed
from kg.resolve.iris import folded, known
from kg.store.base import Store

PROPERTIES = ("status", "date", "place", "topic", "process", "participant")
_SORTS = {"place": Sort.PLACE, "topic": Sort.TOPIC, "process": Sort.PROCESS, "participant": Sort.PARTY}
_CLASSES = {
    "place": ("Place",),
    "topic": ("Topic", "Process"),
    "process": ("Process",),
    "participant": ("Person", "State", "Organization"),
}
_IDS = {
    "place": ("place/", "state/"),
    "topic": ("topic/", "process/"),
    "process": ("process/",),
    "participant": ("person/", "state/", "organization/"),
}


def assertion(store: Store, name: str, value: str) -> Assertion:
    """The value of a property of an event that is meant.

    Raises:
        JudgementError: the property is unknown, or the value is none of it.
    """
    if name == "status":
        if value not in list(Status):
            raise JudgementError(f"'{value}' is no status: give one of {', '.join(Status)}")
        return Assertion(name, value)
    if name == "date":
        return Assertion(name, _days(value))
    if name not in _SORTS:
        raise JudgementError(f"'{name}' can't be asserted: give one of {', '.join(PROPERTIES)}")
    return _resource(store, name, value)


def _days(value: str) -> str:
    try:
        first, last = interval(value)
    except ValueError as error:
        raise JudgementError(f"'{value}' is no day: write 2020-10-21, or 2020-10-21/2020-10-23 for several") from error
    return first.isoformat() if first == last else f"{first.isoformat()}/{last.isoformat()}"


def _resource(store: Store, name: str, value: str) -> Assertion:
    """The node that is meant: one that the store knows, else one of the gazetteer."""
    found = parties(store, value) if name == "participant" else find(store, _SORTS[name], value)
    fits = tuple(iri for iri in found if _is_a(store, iri, _CLASSES[name]))
    if len(fits) == 1 and (labels := _labels(store, fits[0])):
        return Assertion(name, fits[0], labels)
    fits = fits if len(fits) > 1 else _listed(name, value)
    if len(fits) == 1:
        return Assertion(name, fits[0], listed(unquote(fits[0].removeprefix(DATA))))
    if fits:
        raise JudgementError(f"'{value}' names several things: give one of {', '.join(fits[:5])}")
    raise JudgementError(f"no {name} is known as '{value}': give a name of one that an article or the gazetteer tells")


def _is_a(store: Store, node: Iri, classes: Iterable[str]) -> bool:
    """Whether a node is of one of these classes: an IRI can name anything."""
    wanted = {diplo(name) for name in classes}
    return any(fact.predicate == TYPE and fact.object in wanted for fact in store.facts(node))


def _labels(store: Store, node: Iri) -> tuple[tuple[str, str | None], ...]:
    facts = store.facts(node)
    found = {
        (f.object.value, f.object.language) for f in facts if f.predicate == LABEL and isinstance(f.object, Literal)
    }
    return tuple(sorted(found, key=lambda label: (label[1] != "en", label[1] or "", label[0])))


def _listed(name: str, value: str) -> tuple[Iri, ...]:
    """The nodes that the gazetteer knows by a name in any language, or by an IRI."""
    classes = _IDS[name]
    wanted, identifier = folded(value), unquote(value.removeprefix("kgid:").removeprefix(DATA))
    if (named := entry(identifier)) is not None and named.id.startswith(classes):
        return (known(named.id),)
    return tuple(
        sorted(
            known(each.id)
            for kind in KINDS
            for each in entries(kind)
            if each.id.startswith(classes)
            and wanted in {folded(form) for language in LANGUAGES for form in (each.name, *each.names(language))}
        )
    )
