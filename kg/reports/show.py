"""All that a store knows of one event: who took part and for whom, when, where, on what, who said what, and the words it was read from."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from kg.errors import KgError
from kg.model import Iri
from kg.questions.catalogue import Sort
from kg.questions.find import find
from kg.reports.accountrows import AccountRow, AssertedRow, account_rows, accounts_of, asserted_rows
from kg.reports.events import EventRow, rows
from kg.reports.evidence import EvidenceRow, evidence
from kg.reports.nodes import Node, fetch, local, plain
from kg.reports.participants import ParticipantRow as ParticipantRow
from kg.reports.participants import participants
from kg.store.base import Store


@dataclass(frozen=True, slots=True)
class DateReading:
    """One reading of the date phrase as a closed interval of days, with its share of belief."""

    earliest: date
    latest: date
    share: float


@dataclass(frozen=True, slots=True)
class StatementRow:
    """Who said what: ``verb`` and ``about`` in the article's own words."""

    iri: Iri
    speaker: str
    act: str
    verb: str | None
    about: str | None
    addressee: str | None
    topics: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Related:
    """Another event, by its IRI and its label."""

    iri: Iri
    label: str


@dataclass(frozen=True, slots=True)
class EventReport:
    """One event in full; ``row`` is its entry in the list of events, ``accounts`` what each article says where several tell of it.

    ``during`` is the visit during which it took place; ``meetings`` are the events that took place during it, if it is one.
    """

    row: EventRow
    label: str
    confidence: float | None
    dates: tuple[DateReading, ...]
    participants: tuple[ParticipantRow, ...]
    statements: tuple[StatementRow, ...]
    evidence: tuple[EvidenceRow, ...]
    during: Related | None = None
    meetings: tuple[Related, ...] = ()
    accounts: tuple[AccountRow, ...] = ()
    asserted: tuple[AssertedRow, ...] = ()


def show(store: Store, event: str, language: str = "en") -> EventReport:
    """Report on an event, named by its IRI or by the first letters of its id.

    Raises:
        KgError: no event, or more than one, fits.
    """
    iri = find_event(store, event)
    node = fetch(store, [iri])[iri]
    said = _said_at(store, iri)
    parts = fetch(store, [*node.all("diplo:participation"), *node.all("diplo:dateCandidate"), *said])
    names = ("diplo:participant", "diplo:onBehalfOf", "diplo:speaker", "diplo:addressee", "diplo:topic")
    entities = fetch(store, [value for part in parts.values() for name in names for value in part.all(name)])
    known = {**parts, **entities}
    visits = _related(store, node.all("diplo:during"), language)
    return EventReport(
        row=rows(store, [iri], language)[0],
        label=node.label(language),
        confidence=node.number("diplo:confidence"),
        dates=_dates([known[one] for one in node.all("diplo:dateCandidate")]),
        participants=participants(store, node, known, language),
        statements=tuple(_statement(known[one], known, language) for one in said),
        evidence=evidence(store, [node, *(known[one] for one in (*node.all("diplo:participation"), *said))]),
        during=next(iter(visits), None),
        meetings=_related(store, _held_during(store, iri), language),
        accounts=account_rows(store, told, language) if len(told := accounts_of(store, iri)) > 1 else (),
        asserted=asserted_rows(store, node.all("diplo:assertedIn"), language),
    )


def find_event(store: Store, event: str) -> Iri:
    """The IRI of the event that is meant by an IRI, a prefixed name or the first letters of an id.

    Raises:
        KgError: no event, or more than one, fits.
    """
    fits = find(store, Sort.EVENT, event)
    if not fits:
        raise KgError(f"no event has the id '{event}'; `kg events` lists the ids")
    if len(fits) > 1:
        shown = ", ".join(local(iri) for iri in fits[:3])
        raise KgError(f"'{event}' fits {len(fits)} events ({shown}{', …' if len(fits) > 3 else ''}); give more letters")
    return fits[0]


def _held_during(store: Store, visit: Iri) -> list[Iri]:
    """The events that took place during a visit."""
    found = store.select(f"SELECT DISTINCT ?event WHERE {{ ?event diplo:during <{visit}> }}")
    return sorted(plain(event) for (event,) in found.rows if event is not None)


def _related(store: Store, iris: Iterable[Iri], language: str) -> tuple[Related, ...]:
    return tuple(Related(iri, node.label(language)) for iri, node in fetch(store, list(iris)).items())


def _said_at(store: Store, event: Iri) -> list[Iri]:
    """The statements made at an event, in the order in which the articles tell them."""
    query = f"""SELECT ?statement ?article ?start WHERE {{
        ?statement diplo:occasion <{event}> ; diplo:evidence ?evidence .
        ?evidence diplo:article ?article ; diplo:start ?start }}"""
    found = sorted(
        (plain(a), int(plain(at)), plain(one)) for one, a, at in store.select(query).rows if one and a and at
    )
    return list(dict.fromkeys(one for _, _, one in found))


def _dates(candidates: list[Node]) -> tuple[DateReading, ...]:
    ranked = sorted(candidates, key=lambda node: (node.number("diplo:rank") or 0, node.iri))
    return tuple(
        DateReading(first, last, node.number("diplo:share") or 0.0)
        for node in ranked
        for first, last in zip(node.days("diplo:earliest"), node.days("diplo:latest"), strict=True)
    )


def _statement(node: Node, known: Mapping[Iri, Node], language: str) -> StatementRow:
    addressee = node.one("diplo:addressee")
    return StatementRow(
        iri=node.iri,
        speaker=known[node.all("diplo:speaker")[0]].label(language),
        act=act_of(node),
        verb=node.one("diplo:verbText"),
        about=node.one("diplo:aboutText"),
        addressee=known[addressee].label(language) if addressee else None,
        topics=tuple(sorted(known[topic].label(language) for topic in node.all("diplo:topic"))),
    )


def act_of(statement: Node) -> str:
    """The act of a statement as words: ``call for`` for ``diplo:callFor``, ``deny`` for ``diplo:denyAct``."""
    told = local(statement.one("diplo:act") or "").removesuffix("Act")
    return re.sub(r"(?<=[a-z])([A-Z])", r" \1", told).lower()
