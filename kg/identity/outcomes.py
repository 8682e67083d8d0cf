"""Links a planned event with what became of it: the event as it was held, postponed or cancelled; they stay two events."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from kg.identity.events import keys
from kg.identity.occasions import Witness, fit, same_kind
from kg.identity.resolution import Resolution
from kg.identity.terms import OUTCOME
from kg.model import Iri, Quad, Status, Triple
from kg.store.base import Store

_EARLY, _LATE = timedelta(days=3), timedelta(days=14)
_OPEN = timedelta(days=60)
"""How long after its announcement an event is looked for whose day was not told."""


def outcomes(resolution: Resolution) -> Mapping[Iri, Iri]:
    """For each planned event of the view the one that it became, if that is told: same kind, same participants, nearest in time."""
    ends: defaultdict[tuple[Iri, ...], list[tuple[Iri, Witness]]] = defaultdict(list)
    plans = []
    for group in resolution.groups:
        lead = resolution.witnesses[group[0]]
        if lead.account.status is Status.PLANNED:
            plans.append((group[0], lead))
        elif lead.earliest is not None and lead.account.status in (Status.HELD, Status.POSTPONED, Status.CANCELLED):
            for key in keys(lead):
                ends[key].append((group[0], lead))
    found = {}
    for iri, plan in plans:
        near = {end: witness for key in keys(plan) for end, witness in ends.get(key, ())}
        best = _nearest(plan, near.items())
        if best is not None:
            found[iri] = best
    return found


def link(store: Store, found: Mapping[Iri, Iri]) -> None:
    """Make the view tell these outcomes and no others."""
    rows = store.select(f"SELECT ?plan ?end WHERE {{ ?plan <{OUTCOME}> ?end }}").rows
    before = {Triple(str(plan), OUTCOME, str(end)) for plan, end in rows}
    after = {Triple(plan, OUTCOME, end) for plan, end in found.items()}
    store.revise(map(Quad, sorted(before - after, key=repr)), map(Quad, sorted(after - before, key=repr)))


def _nearest(plan: Witness, ends: Iterable[tuple[Iri, Witness]]) -> Iri | None:
    window = _window(plan)
    if window is None:
        return None
    meant = plan.account.earliest or window[0]
    fits = [
        (abs((end.earliest - meant).days), iri)
        for iri, end in ends
        if end.earliest is not None
        and window[0] <= end.earliest <= window[1]
        and same_kind(plan.account.type, end.account.type)
        and fit(plan, end)
    ]
    return min(fits)[1] if fits else None


def _window(plan: Witness) -> tuple[date, date] | None:
    """The days on which what became of a plan may lie."""
    first, last = plan.account.earliest, plan.account.latest
    if first is not None and last is not None:
        return first - _EARLY, last + _LATE
    told = plan.account.source.published
    return (told, told + _OPEN) if told is not None else None
