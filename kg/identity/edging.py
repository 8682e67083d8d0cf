"""Makes the direct edges of events (met, visited) say what the view says of these, where an analyst gave them another status, place or participant."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from kg.facts.ties import Occurrence, edges, tie, tied
from kg.identity.events import Asserted
from kg.identity.records import Account
from kg.identity.terms import PARTICIPANT
from kg.model import Function, Iri, Status, Triple


@dataclass(frozen=True, slots=True)
class Edging:
    """What changes in the direct edges of one account: the ties of its graph that the view leaves out, and what it tells instead."""

    account: Account
    gone: tuple[Iri, ...]
    come: tuple[Triple, ...]


def edgings(
    event: Iri, accounts: Iterable[Account], asserted: Iterable[Asserted], folds: Mapping[Iri, Mapping[Iri, Iri]]
) -> Iterator[Edging]:
    """What changes in the edges of each account of an event of the view; ``folds`` tells for each article graph who stands for whom."""
    asserted = tuple(asserted)
    values = {each.property: each.value for each in asserted}
    guests = tuple(each.value for each in asserted if each.property == PARTICIPANT and "/person/" in each.value)
    if not values.keys() & {"status", "place", PARTICIPANT}:
        return
    for account in accounts:
        told = dict.fromkeys(edges(_occurrence(account, {}, ())))
        meant = dict.fromkeys(edges(_occurrence(account, values, guests)))
        own = folds.get(account.source.graph, {})
        gone = tuple(tie(account.iri, edge) for edge in told if edge not in meant)
        new = (_folded(edge, own) for edge in meant if edge not in told)
        come = tuple(tied(event, (edge for edge in new if edge.subject != edge.object)))
        yield Edging(account, gone, come)


def _occurrence(account: Account, asserted: Mapping[str, str], guests: Iterable[Iri]) -> Occurrence:
    people = [(part.entity, part.function) for part in account.parts if part.kind == "Person"]
    people += [(guest, Function.PARTICIPANT) for guest in guests]
    status = Status(asserted.get("status", account.status))
    return Occurrence(account.type, status, people, asserted.get("place", account.place))


def _folded(edge: Triple, own: Mapping[Iri, Iri]) -> Triple:
    target = str(edge.object)
    return Triple(own.get(edge.subject, edge.subject), edge.predicate, own.get(target, target))
