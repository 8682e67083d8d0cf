"""Writes FollowTheMoney entities, one JSON object a line, for Aleph, OpenAleph and the tools of OpenSanctions."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import IO

from kg.export.batches import batches
from kg.export.choice import Choice
from kg.export.ftmmodel import Entity, entity, key, node_id
from kg.export.ftmthings import Told, things
from kg.export.texts import shown
from kg.model import Iri
from kg.projection.model import Relationship
from kg.store.base import Store

# What an event caused between two, as it is told of the first.
_MET = {"MET": "met", "SPOKE_WITH": "spoke with", "VISITED": "visited", "WROTE_TO": "wrote to"}
_LASTING = ("REPRESENTS", "HELD_OFFICE")
# Of so many articles the first are named as the proof that somebody represents a state: others stand with the events.
_PROOFS = 10


def ftm(store: Store, stream: IO[bytes], choice: Choice) -> None:
    """Write what was chosen: entities, each once and with an id that later exports give it as well, and the links between them.

    Articles are told as the proof of events, links and statements; the words that were read are ``Documentation`` between
    an article and what it tells.
    """
    lasting: dict[tuple[str, Iri, Iri], _Lasting] = {}
    for batch in batches(store, choice):
        told = Told.of(batch, choice.language)
        for found in (*things(told), *_links(told)):
            stream.write(found.line)
        for edge in batch.new:
            if edge.type in _LASTING:
                lasting.setdefault((edge.type, edge.start, edge.end), _Lasting(edge)).add(edge, told)
    for each in lasting.values():
        for found in each.entities():
            stream.write(found.line)


@dataclass(slots=True)
class _Lasting:
    """That somebody represents a state, or holds an office: told by several events, it is one link between their days."""

    edge: Relationship
    first: str = ""
    last: str = ""
    proofs: dict[str, None] = field(default_factory=dict)
    addresses: dict[str, None] = field(default_factory=dict)

    def add(self, edge: Relationship, told: Told) -> None:
        first, last = (str(edge.properties.get(name, "")) for name in ("date", "latest"))
        self.first = min(filter(None, (self.first, first)), default="")
        self.last = max(self.last, last or first)
        sources = told.sources(str(edge.properties.get("event")))
        for kept, new in ((self.proofs, sources["proof"]), (self.addresses, sources["sourceUrl"])):
            kept.update(dict.fromkeys(new[: max(0, _PROOFS - len(kept))]))

    def entities(self) -> Iterator[Entity]:
        edge = self.edge
        start, end = node_id(edge.start), node_id(edge.end)
        dates = {"startDate": self.first, "endDate": self.last, "proof": self.proofs, "sourceUrl": self.addresses}
        if edge.type == "REPRESENTS":
            yield entity(key(edge.type, start, end), "Representation", agent=start, client=end, **dates)
        elif edge.start_label == "Person":
            yield entity(key(edge.type, start, end), "Occupancy", holder=start, post=end, **dates)


def _links(told: Told) -> Iterator[Entity]:
    for edge in told.batch.new:
        if edge.type == "PARTICIPATED_IN":
            yield _part(edge, told)
        elif edge.type in _MET:
            yield _met(edge, told)
        elif edge.type == "EVIDENCED_BY":
            yield from _words(edge, told)


def _part(edge: Relationship, told: Told) -> Entity:
    has = edge.properties
    role = "; ".join(str(has[name]) for name in ("function", "office") if name in has)
    return _link(edge, str(has.get("iri")), role or "participant", edge.end, told)


def _met(edge: Relationship, told: Told) -> Entity:
    return _link(edge, "", _MET[edge.type], str(edge.properties.get("event")), told)


def _link(edge: Relationship, cause: str, role: str, event: Iri, told: Told) -> Entity:
    about = told.batch.nodes.get(event)
    return entity(
        key(edge.type, edge.start, edge.end, event, cause),
        "UnknownLink",
        subject=node_id(edge.start),
        object=node_id(edge.end),
        role=role,
        status=about.properties.get("status") if about else None,
        startDate=edge.properties.get("date"),
        endDate=edge.properties.get("latest"),
        summary=shown(about, told.language) if about else None,
        recordId=event,
        **told.sources(event),
    )


def _words(edge: Relationship, told: Told) -> Iterator[Entity]:
    """The words from which an event or a statement was read, between their article and it."""
    quote = told.batch.nodes[edge.end].properties.get("quote")
    for article in told.at(edge.end, "IN"):
        yield entity(
            key("EVIDENCED_BY", edge.start, edge.end, article.iri),
            "Documentation",
            document=node_id(article.iri),
            entity=node_id(edge.start),
            role="evidence",
            summary=quote,
            recordId=edge.end,
            date=article.properties.get("published"),
        )
