"""Tells who took part in an event, as what, in which office and for whom, and where somebody else held that office."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import unquote

from kg_ontology import DATA

from kg.model import Iri
from kg.reports.nodes import Node, fetch, local
from kg.resolve.holders import Post, tenures
from kg.store.authorities import believed
from kg.store.base import Store

_NAMINGS = {"byPartOfName": "by a part of the name", "byOffice": "by an office alone"}


@dataclass(frozen=True, slots=True)
class OfficeConflict:
    """That somebody else held an office: who, the sentence that says so, whoever says it, and the node of the office."""

    holder: Iri
    reason: str
    source: str | None
    office: Iri


@dataclass(frozen=True, slots=True)
class ParticipantRow:
    """Who took part, as what (``function``), in which office and on whose behalf.

    ``native`` are its other names in the languages in which the event is told; ``offices`` the office in the language asked for, where it is known
    there, and then as the articles write it. ``naming`` is None where some article names the person in full, else how he is told;
    ``conflicts`` tell who held the office instead.
    """

    iri: Iri
    name: str
    native: tuple[str, ...]
    function: str
    offices: tuple[str, ...]
    represents: str | None
    naming: str | None = None
    conflicts: tuple[OfficeConflict, ...] = ()


def participants(store: Store, event: Node, known: Mapping[Iri, Node], language: str) -> tuple[ParticipantRow, ...]:
    """Who took part in an event of the view, by name; ``known`` are its participations and whom they name."""
    parts = [known[one] for one in event.all("diplo:participation")]
    against = conflicts(store, event, parts)
    told = (_participant(part, known, language, event.languages, against.get(part.iri, ())) for part in parts)
    return tuple(sorted(told, key=lambda row: row.name))


def conflicts(store: Store, event: Node, parts: Iterable[Node]) -> Mapping[Iri, tuple[OfficeConflict, ...]]:
    """For each participation of an event of the view in whose office somebody else is known, who that was."""
    contested = [part for part in parts if part.one("diplo:officeConflict")]
    if not contested:
        return {}
    authority, day = believed(store), min(event.days("diplo:earliest"), default=None)
    nodes = fetch(store, [iri for part in contested for iri in (*part.all("diplo:office"), *_holders(part))])

    def of(part: Node) -> Iterable[OfficeConflict]:
        for holder in _holders(part):
            for office in part.all("diplo:office"):
                for held in tenures(authority, _post(nodes[office], part), _id(holder), day):
                    yield OfficeConflict(holder, held.reason, held.source, office)

    return {part.iri: tuple(of(part)) or _untold(part, nodes) for part in contested}


def _untold(part: Node, nodes: Mapping[Iri, Node]) -> tuple[OfficeConflict, ...]:
    """Who held the office where the authority that said so is there no longer."""
    office = part.one("diplo:office") or ""
    return tuple(OfficeConflict(iri, f"{nodes[iri].label()} held the office", None, office) for iri in _holders(part))


def _holders(part: Node) -> tuple[Iri, ...]:
    return part.all("diplo:officeConflict")


def _post(office: Node, part: Node) -> Post:
    return Post(
        office.one("diplo:officeRank") or "", office.one("diplo:portfolio"), _id(part.one("diplo:onBehalfOf") or "")
    )


def _id(iri: Iri) -> str:
    return unquote(iri.removeprefix(DATA))


def _participant(
    part: Node, known: Mapping[Iri, Node], language: str, told: frozenset[str], against: tuple[OfficeConflict, ...]
) -> ParticipantRow:
    """A participant; ``told`` are the languages in which the event is told, whose names for it are shown."""
    who = known[part.all("diplo:participant")[0]]
    name = who.label(language)
    function = local(part.one("diplo:function") or "asParticipant").removeprefix("as").lower()
    behalf = part.one("diplo:onBehalfOf")
    return ParticipantRow(
        iri=who.iri,
        name=name,
        native=tuple(label for label in who.labels_in(told) if label != name),
        function=function,
        offices=tuple(
            dict.fromkeys(filter(None, [part.text("diplo:officeText", language), *part.all("diplo:officeText")]))
        ),
        represents=known[behalf].label(language) if behalf else None,
        naming=_NAMINGS.get(local(who.one("diplo:naming") or "")),
        conflicts=against,
    )
