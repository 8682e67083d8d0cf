"""Writes what link-chart programs import: entities and links for i2 Analyst's Notebook, rows of participations for Maltego."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from kg.export.batches import Batch, batches
from kg.export.choice import Choice, kinds_called
from kg.export.tables import Row, Table, table
from kg.export.texts import names, shown
from kg.model import Iri
from kg.projection.model import Node, Relationship
from kg.store.base import Store

ENTITIES, LINKS = "entities.csv", "links.csv"
_ENTITY = ("Id", "Type", "Subtype", "Label", "Names", "First day", "Last day", "Status", "Confidence", "Sources")
_LINK = (
    *("From id", "From type", "From label", "To id", "To type", "To label", "Type", "Label"),
    *("First day", "Last day", "Event id", "Sources"),
)
_ROW = (
    *("Person", "Organization", "Country", "Role", "Office", "Event", "Event type", "Status", "First day", "Last day"),
    *("Place", "Processes", "Topics", "Sources", "Event id", "Participant id"),
)
_COLUMN = {"Person": 0, "Organization": 1, "Delegation": 1, "State": 2}
_ADDRESS = ("url", "headline", "articleName")
# The words and their articles would bury a chart; every row names the sources.
_DRAWN = ("Actor", "Event", "Place", "Topic", "Process", "ProcessRound", "Office", "Statement")


def entities_and_links(store: Store, folder: Path, choice: Choice) -> None:
    """Write ``entities.csv`` and ``links.csv`` into a folder: every entity once, every link with the names at both ends."""
    kinds = choice.kinds or kinds_called(_DRAWN)
    with _file(folder / ENTITIES, _ENTITY) as entities, _file(folder / LINKS, _LINK) as links:
        for batch in batches(store, choice):
            told = batch.articles()
            for node in batch.fresh:
                if node.label in kinds:
                    entities.write(_entity(node, told, choice.language))
            for edge in batch.new:
                if edge.start_label in kinds and edge.end_label in kinds:
                    links.write(_link(edge, batch, told, choice.language))


def maltego(store: Store, stream: IO[bytes], choice: Choice) -> None:
    """Write a row for each participation: who, in which office, in which event, when, where and on what.

    A participant is named in one of three columns, by what kind it is of: Maltego gives each column one type of entity.
    """
    with table(stream, _ROW) as rows:
        for batch in batches(store, choice):
            for row in _participations(batch, choice.language):
                rows.write(row)


@contextmanager
def _file(path: Path, columns: tuple[str, ...]) -> Iterator[Table]:
    with path.open("wb") as stream, table(stream, columns) as rows:
        yield rows


def _entity(node: Node, told: Mapping[Iri, Sequence[Node]], language: str) -> Row:
    has = node.properties
    days = has.get("earliest"), has.get("latest")
    subtype = has.get("eventType") or has.get("act")
    doubt = has.get("status"), has.get("confidence")
    return (node.iri, node.label, subtype, shown(node, language), names(node), *days, *doubt, _urls(told, node.iri))


def _link(edge: Relationship, batch: Batch, told: Mapping[Iri, Sequence[Node]], language: str) -> Row:
    has = edge.properties
    ends = (batch.nodes[edge.start], batch.nodes[edge.end])
    told_by = next((iri for iri in (has.get("event"), edge.start, edge.end) if iri in told), "")
    label = tuple(str(has[name]) for name in ("function", "office") if name in has) or edge.type
    for end in ends:
        yield from (end.iri, end.label, shown(end, language))
    yield from (edge.type, label, has.get("date"), has.get("latest"), has.get("event"), _urls(told, str(told_by)))


def _participations(batch: Batch, language: str) -> Iterator[Row]:
    told, places, processes, topics = batch.articles(), *map(batch.ends, ("HELD_IN", "WITHIN", "ON_TOPIC"))

    def called(found: Mapping[Iri, Sequence[Node]], iri: Iri) -> tuple[str, ...]:
        return tuple(shown(node, language) for node in found.get(iri, ()))

    for edge in batch.new:
        if edge.type == "PARTICIPATED_IN":
            who, event = batch.nodes[edge.start], batch.nodes[edge.end]
            at = _COLUMN.get(who.label, 1)
            has, part = event.properties, edge.properties
            yield (
                *(shown(who, language) if column == at else None for column in range(3)),
                *(part.get("function"), part.get("office"), shown(event, language), has.get("eventType")),
                *(has.get("status"), has.get("earliest"), has.get("latest")),
                *(called(found, event.iri) for found in (places, processes, topics)),
                *(_urls(told, event.iri), event.iri, who.iri),
            )


def _urls(told: Mapping[Iri, Sequence[Node]], iri: Iri) -> tuple[str, ...]:
    """The addresses of the articles that tell of a node, else what they are called."""
    named = (next(filter(None, map(article.properties.get, _ADDRESS)), None) for article in told.get(iri, ()))
    return tuple(str(name) for name in named if name)
