"""Lists the events of a store, by type, status, people, process, topic and time."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from kg.errors import QueryError
from kg.model import EventType, Iri, Salience, Status
from kg.questions.catalogue import Sort
from kg.questions.find import find
from kg.reports.nodes import Node, expand, fetch, local, plain, values
from kg.store.asking import at_most
from kg.store.base import Store


@dataclass(frozen=True, slots=True)
class EventFilter:
    """Which events to list: each field that is not None narrows the choice.

    ``person`` is a name in any script or an IRI; ``process`` and ``topic`` are words of a label in any language or an IRI.
    ``since`` and ``until`` keep the events whose time may lie between them, both days included; an event without a date
    is left out then. ``limit`` keeps the first so many, 0 all.
    """

    type: EventType | None = None
    status: Status | None = None
    person: str | None = None
    process: str | None = None
    topic: str | None = None
    since: date | None = None
    until: date | None = None
    limit: int | None = None


@dataclass(frozen=True, slots=True)
class EventRow:
    """One event in a list. ``earliest`` and ``latest`` hold all readings of its date; ``sources`` counts outlets, copies of one text once."""

    iri: Iri
    type: EventType
    status: Status
    salience: Salience
    earliest: date | None
    latest: date | None
    date_text: str | None
    date_conflict: bool
    participants: tuple[str, ...]
    place: str | None
    place_inferred: bool
    topics: tuple[str, ...]
    processes: tuple[str, ...]
    sources: int


def events(store: Store, wanted: EventFilter | None = None, language: str = "en") -> tuple[EventRow, ...]:
    """The events that a filter lets through, by date (those without one last), with labels in a language where there are any.

    Raises:
        QueryError: a name is empty, the last day comes before the first, or the limit is none.
    """
    wanted = wanted or EventFilter()
    limit = at_most(wanted.limit)
    return rows(store, chosen(store, wanted)[:limit], language)


def rows(store: Store, iris: Iterable[Iri], language: str = "en") -> tuple[EventRow, ...]:
    """The list entries of these events, in the order given."""
    iris = tuple(iris)
    nodes = fetch(store, iris)
    parts = fetch(store, _values(nodes.values(), "diplo:participation", "diplo:evidence"))
    labels = fetch(
        store,
        [
            *_values(nodes.values(), "diplo:place", "diplo:topic", "diplo:process"),
            *_values(parts.values(), "diplo:participant"),
        ],
    )
    known = {**parts, **labels}
    return tuple(_row(nodes[iri], known, language) for iri in iris)


def _row(event: Node, known: dict[Iri, Node], language: str) -> EventRow:
    def names(*iris: str) -> tuple[str, ...]:
        return tuple(sorted(known[iri].label(language) for iri in iris))

    participants = {who for part in event.all("diplo:participation") for who in known[part].all("diplo:participant")}
    articles = {article for one in event.all("diplo:evidence") for article in known[one].all("diplo:article")}
    return EventRow(
        iri=event.iri,
        type=type_of(event),
        status=Status(local(event.one("diplo:status") or Status.HELD)),
        salience=Salience(local(event.one("diplo:salience") or Salience.MAIN)),
        earliest=min(event.days("diplo:earliest"), default=None),
        latest=max(event.days("diplo:latest"), default=None),
        date_text=event.one("diplo:dateText"),
        date_conflict=event.flag("diplo:dateConflict"),
        participants=names(*participants),
        place=next(iter(names(*event.all("diplo:place"))), None),
        place_inferred=event.flag("diplo:placeInferred"),
        topics=names(*event.all("diplo:topic")),
        processes=names(*event.all("diplo:process")),
        sources=int(event.number("diplo:independentSources") or len(articles)),
    )


def outcomes(store: Store) -> Mapping[Iri, Iri]:
    """For each plan of which it is told the event that became of it: held, postponed or cancelled."""
    table = store.select("SELECT ?plan ?end WHERE { ?plan diplo:outcome ?end }")
    return {plain(plan): plain(end) for plan, end in table.rows if plan and end}


def class_of(kind: EventType) -> Iri:
    """The class of the ontology for a type of event: ``diplo:NegotiationRound`` for ``negotiation_round``."""
    return expand("diplo:" + "".join(word.capitalize() for word in kind.value.split("_")))


def type_of(event: Node) -> EventType:
    """The type of event that a node's classes tell."""
    classes = event.all("rdf:type")
    return next(kind for kind in EventType if class_of(kind) in classes)


def _values(nodes: Iterable[Node], *names: str) -> list[Iri]:
    return [value for node in nodes for name in names for value in node.all(name)]


def chosen(store: Store, wanted: EventFilter) -> list[Iri]:
    """The IRIs of the events that a filter lets through, by date, those without one last; its ``limit`` is not heeded.

    Raises:
        QueryError: a name is empty, or the last day comes before the first.
    """
    _refuse(wanted)
    clauses = _simple_clauses(wanted)
    for path, iris in _linked(store, wanted):
        if not iris:
            return []
        clauses.append(f"?event {path} ?{local(path)} . {values(local(path), iris)}")
    table = store.select(f"SELECT DISTINCT ?event ?earliest WHERE {{ {' '.join(clauses)} }}")
    first: dict[Iri, str] = {}
    for event, earliest in table.rows:
        if event is not None:
            day = plain(earliest) if earliest is not None else "9999"
            first[plain(event)] = min(day, first.get(plain(event), day))
    return sorted(first, key=lambda iri: (first[iri], iri))


def _refuse(wanted: EventFilter) -> None:
    """Refuse what would let everything through, or nothing, by mistake."""
    for name, told in (("person", wanted.person), ("process", wanted.process), ("topic", wanted.topic)):
        if told is not None and not told.strip():
            raise QueryError(f"the name of the {name} is empty: give one, or leave it out")
    if wanted.since and wanted.until and wanted.since > wanted.until:
        raise QueryError(f"{wanted.since} is after {wanted.until}: give the first day first")


def _simple_clauses(wanted: EventFilter) -> list[str]:
    """What the event's own properties must fulfil."""
    clauses = [
        "?event a diplo:Event . OPTIONAL { ?event diplo:earliest ?earliest } OPTIONAL { ?event diplo:latest ?latest }"
    ]
    if wanted.type:
        clauses.append(f"?event a <{class_of(wanted.type)}> .")
    if wanted.status:
        clauses.append(f"?event diplo:status diplo:{wanted.status.value} .")
    if wanted.since:
        clauses.append(f'FILTER(?latest >= "{wanted.since.isoformat()}"^^xsd:date)')
    if wanted.until:
        clauses.append(f'FILTER(?earliest <= "{wanted.until.isoformat()}"^^xsd:date)')
    return clauses


def _linked(store: Store, wanted: EventFilter) -> Iterator[tuple[str, tuple[Iri, ...]]]:
    """The paths from an event to what it must be linked with, each with the nodes that will do."""
    if wanted.person:
        yield "diplo:participation/diplo:participant", find(store, Sort.PERSON, wanted.person)
    if wanted.process:
        yield "diplo:process", find(store, Sort.PROCESS, wanted.process)
    if wanted.topic:
        yield "diplo:topic", find(store, Sort.TOPIC, wanted.topic)
