"""Puts what analysts assert of an event before what outlets tell of it; what these tell stays beside it."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from kg_ontology import DATA

from kg.facts.sheet import Sheet
from kg.facts.vocabulary import FUNCTIONS, TYPE, diplo
from kg.identity.alternatives import Interval, Occasion, day, of_days, of_values
from kg.identity.events import Asserted
from kg.identity.records import Labels
from kg.identity.terms import ASSERTED_IN, LABELLED, MANY_VALUED, PARTICIPANT, RESOURCES
from kg.model import Entity, Function, Iri, Status, Triple
from kg.resolve.entities import type_of
from kg.resolve.iris import minted, tag


def assigned(groups: Iterable[Sequence[Iri]], asserted: Iterable[Asserted]) -> Mapping[Iri, tuple[Asserted, ...]]:
    """For the first account of each event what is asserted of it, the oldest first.

    An assertion is about the event that holds most of its accounts. Of a property with one value the latest stands.
    """
    lead = {iri: members[0] for members in groups for iri in members}
    found: defaultdict[Iri, dict[str, Asserted]] = defaultdict(dict)
    for each in asserted:
        votes = Counter(lead[iri] for iri in each.accounts if iri in lead)
        if votes:
            best = min(votes, key=lambda iri: (-votes[iri], iri))
            key = slot(each.property, each.value)
            found[best].pop(key, None)
            found[best][key] = each
    return {iri: tuple(own.values()) for iri, own in sorted(found.items())}


def dated(groups: Iterable[Sequence[Iri]], asserted: Mapping[Iri, Iterable[Asserted]]) -> Mapping[Iri, Interval]:
    """For each account of an event that an analyst dated the days that he gave."""
    return {
        iri: interval(each.value)
        for members in groups
        for each in asserted.get(members[0], ())
        if each.property == "date"
        for iri in members
    }


def slot(name: str, value: str) -> str:
    """What an assertion fills: of several that fill one place the latest stands. A property that has many values has a place for each,
    a label one for each language."""
    if name == LABELLED:
        return f"{name} {label(value)[1]}"
    return f"{name} {value}" if name in MANY_VALUED else name


def label(value: str) -> tuple[str, str]:
    """The name and the language that ``Ali Asghar Khaji@en`` tells.

    Raises:
        ValueError: there is no name, or no language.
    """
    text, _, language = value.rpartition("@")
    if not text.strip() or tag(language) != language:
        raise ValueError(f"{value!r} is no name with a language")
    return text, language


def beside(event: Iri, asserted: Iterable[Asserted]) -> Iterator[Triple]:
    """What the view tells beside what articles tell: asserted topics, processes and participants, and what asserted nodes are and
    are called."""
    for each in asserted:
        if each.property == PARTICIPANT:
            yield from participation(event, each.value)
        elif each.property in MANY_VALUED:
            yield Triple(event, diplo(each.property), each.value)
        yield from described(each.property, each.value, each.labels)


def participation(event: Iri, who: Iri) -> Iterator[Triple]:
    """That somebody took part in an event, without a word of how."""
    node = minted("participation", event, who, Function.PARTICIPANT)
    yield Triple(event, diplo("participation"), node)
    yield Triple(node, TYPE, diplo("Participation"))
    yield Triple(node, diplo("participant"), who)
    yield Triple(node, diplo("function"), FUNCTIONS[Function.PARTICIPANT])


def shown_as(asserted: Iterable[Asserted], stand_ins: Mapping[Iri, Iri]) -> tuple[Asserted, ...]:
    """Assertions with the nodes that stand for people in the view now."""
    return tuple(
        replace(each, value=stand_ins.get(each.value, each.value)) if each.property == PARTICIPANT else each
        for each in asserted
    )


def described(name: str, value: str, labels: Labels) -> tuple[Triple, ...]:
    """What the value of a property is and is called, if it is a node: the view may show one that no article tells of."""
    kind = type_of(value.removeprefix(DATA)) if name == PARTICIPANT else RESOURCES.get(name)
    if kind is None:
        return ()
    sheet = Sheet("", "", "", None)
    # A place may be a state as well, as its id tells.
    identifier = value.removeprefix(DATA) if kind == "Place" else None
    told = tuple((text, language or "und") for text, language in labels)
    sheet.entity(Entity(value, kind, told, identifier if type_of(identifier) else None))
    return sheet.triples()


def check(name: str, value: str) -> None:
    """See that a value is one of a property.

    Raises:
        ValueError: it isn't.
    """
    if name == "status":
        Status(value)
    elif name == "date":
        interval(value)
    elif name == LABELLED:
        label(value)
    elif name == PARTICIPANT:
        if not value.startswith(tuple(DATA + kind for kind in _PARTIES)):
            raise ValueError(f"{value!r} is no participant")
    elif name not in RESOURCES or not value.startswith(DATA):
        raise ValueError(f"{value!r} is no {name}")


def interval(value: str) -> Interval:
    """The days that ``2020-10-21`` or ``2020-10-21/2020-10-23`` tells.

    Raises:
        ValueError: it is neither, or the second day is before the first.
    """
    first, _, last = value.partition("/")
    days = date.fromisoformat(first), date.fromisoformat(last or first)
    if days[0] > days[1]:
        raise ValueError(f"{last} is before {first}")
    return days


def assertions(occasion: Occasion) -> Iterator[Triple]:
    """What the event of the view has by assertion in place of what is told, with the judgements that say so."""
    for each in occasion.asserted:
        yield Triple(occasion.iri, ASSERTED_IN, each.judgement)
    for name, write in _SINGLE.items():
        value = occasion.insisted(name)
        if value is not None:
            yield from write(occasion, value)


def _status(occasion: Occasion, value: str) -> Iterator[Triple]:
    yield Triple(occasion.iri, diplo("status"), diplo(value))
    told = [(account, diplo(account.status.value)) for account in occasion.accounts]
    if any(other != diplo(value) for _, other in told):
        yield from of_values(occasion, diplo("status"), told)


def _date(occasion: Occasion, value: str) -> Iterator[Triple]:
    days = interval(value)
    yield from (Triple(occasion.iri, diplo(name), day(each)) for name, each in zip(_ENDS, days, strict=True))
    if any(other != days for _, other in occasion.days):
        yield from of_days(occasion, occasion.days)


def _place(occasion: Occasion, value: str) -> Iterator[Triple]:
    yield Triple(occasion.iri, diplo("place"), value)
    told = [(account, account.place) for account in occasion.accounts if account.place]
    if any(other != value for _, other in told):
        yield from of_values(occasion, diplo("place"), told)


_PARTIES = ("person/", "state/", "organization/")
_ENDS = ("earliest", "latest")
_SINGLE: Mapping[str, Callable[[Occasion, str], Iterator[Triple]]] = {"status": _status, "date": _date, "place": _place}
