"""What an event causes between others: who took part in it, in which office, who met, visited and spoke for whom."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from kg_ontology import NAMESPACE, PREFIXES

from kg.model import Iri, Triple
from kg.projection.mapping import plan
from kg.projection.model import Relationship, Value
from kg.projection.values import text

PARTICIPATION, FROM_EVENT = NAMESPACE + "participation", NAMESPACE + "fromEvent"
TIE_PARTS = tuple(PREFIXES["rdf"] + part for part in ("subject", "predicate", "object"))
_PARTICIPANT, _OFFICE = NAMESPACE + "participant", NAMESPACE + "office"
_TEXTS = {
    "function": "function",
    "officeText": "office",
    "onBehalfOf": "onBehalfOf",
    "officeConflict": "officeConflict",
}


@dataclass(frozen=True, slots=True)
class When:
    """The days between which an event was, as ``2020-10-21``; None where that isn't known."""

    earliest: str | None = None
    latest: str | None = None

    @classmethod
    def of(cls, facts: Iterable[Triple]) -> "When":
        """The days that the facts about an event tell."""
        told = {fact.predicate: text(fact.object) for fact in facts}
        return cls(told.get(NAMESPACE + "earliest"), told.get(NAMESPACE + "latest"))

    @property
    def properties(self) -> dict[str, Value]:
        """``date``, the first of the days, and ``latest``, where they are known."""
        told = {"date": self.earliest, "latest": self.latest}
        return {name: value for name, value in told.items() if value is not None}


def participation(event: Iri, iri: Iri, facts: Sequence[Triple], when: When) -> Iterator[Relationship]:
    """``PARTICIPATED_IN`` of who took part, the evidence of it, and ``HELD_OFFICE`` where the office is known."""
    actor = next((fact.object for fact in facts if fact.predicate == _PARTICIPANT), None)
    label = plan().label(actor) if isinstance(actor, str) else None
    if not isinstance(actor, str) or label is None:
        return
    yield Relationship("PARTICIPATED_IN", actor, label, event, "Event", {"iri": iri} | _told(facts) | when.properties)
    for evidence in _evidence(facts):
        yield Relationship("PARTICIPATION_EVIDENCE", event, "Event", evidence, "Evidence", {"participant": actor})
    for office in (fact.object for fact in facts if fact.predicate == _OFFICE):
        if isinstance(office, str):
            yield Relationship("HELD_OFFICE", actor, label, office, "Office", {"event": event} | when.properties)


def tie(parts: Mapping[Iri, Iri], event: Iri, when: When) -> Iterator[Relationship]:
    """What a tie tells of two; of a symmetric one only the direction in which the IRIs are in order."""
    start, predicate, end = (parts.get(part, "") for part in TIE_PARTS)
    type, symmetric = plan().ties.get(predicate, ("", False))
    labels = plan().label(start), plan().label(end)
    if not type or labels[0] is None or labels[1] is None or (symmetric and start > end):
        return
    yield Relationship(type, start, labels[0], end, labels[1], {"event": event} | when.properties)


def _told(facts: Sequence[Triple]) -> dict[str, Value]:
    """The texts of a participation; of several of one kind the first in order."""
    told: dict[str, Value] = {}
    for fact in sorted(facts, key=lambda fact: text(fact.object)):
        name = _TEXTS.get(fact.predicate.removeprefix(NAMESPACE))
        if name is not None:
            told.setdefault(name, text(fact.object))
    if isinstance(function := told.get("function"), str):
        told["function"] = function.removeprefix("as").lower()
    return told


def _evidence(facts: Sequence[Triple]) -> list[Iri]:
    return sorted(text(fact.object) for fact in facts if fact.predicate == NAMESPACE + "evidence")
