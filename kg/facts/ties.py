"""Says which direct edges follow from an event (who met whom, who visited what), and writes each with the node that names its event."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import permutations, product

from kg.facts.vocabulary import OBJECT, PREDICATE, SUBJECT, TYPE, diplo
from kg.model import EventType, Function, Iri, Status, Triple
from kg.resolve.iris import minted

_FACE_TO_FACE = (EventType.MEETING, EventType.SUMMIT, EventType.NEGOTIATION_ROUND)


@dataclass(frozen=True, slots=True)
class Occurrence:
    """What the direct edges of an event follow from: ``people`` are the persons who take part, each with the function."""

    type: EventType
    status: Status
    people: Sequence[tuple[Iri, Function]]
    place: Iri | None = None


def edges(of: Occurrence) -> Iterator[Triple]:
    """The direct edges of an event, each once: none of one that wasn't held."""
    if of.status is Status.HELD:
        yield from dict.fromkeys(Triple(*edge) for edge in _told(of))


def tie(event: Iri, edge: Triple) -> Iri:
    """The node that tells from which event a direct edge follows."""
    return minted("tie", event, edge.subject, edge.predicate, edge.object)


def tied(event: Iri, edges: Iterable[Triple]) -> Iterator[Triple]:
    """Direct edges, each with the node that tells from which event it follows."""
    for edge in edges:
        node = tie(event, edge)
        yield edge
        yield Triple(node, TYPE, diplo("Tie"))
        yield Triple(node, SUBJECT, edge.subject)
        yield Triple(node, PREDICATE, edge.predicate)
        yield Triple(node, OBJECT, edge.object)
        yield Triple(node, diplo("fromEvent"), event)


def _told(of: Occurrence) -> Iterator[tuple[Iri, Iri, Iri]]:
    if of.type in _FACE_TO_FACE or of.type is EventType.CALL:
        predicate = diplo("spokeWith" if of.type is EventType.CALL else "met")
        people = dict.fromkeys(iri for iri, _ in of.people)
        yield from ((one, predicate, other) for one, other in permutations(people, 2))
    elif of.type is EventType.VISIT and of.place is not None:
        yield from ((visitor, diplo("visited"), of.place) for visitor in _who(of, Function.VISITOR))
    elif of.type is EventType.CORRESPONDENCE:
        pairs = product(_who(of, Function.SENDER), _who(of, Function.RECIPIENT))
        yield from ((sender, diplo("wroteTo"), recipient) for sender, recipient in pairs if sender != recipient)


def _who(of: Occurrence, function: Function) -> list[Iri]:
    return [iri for iri, own in of.people if own is function]
