"""Sees that a judgement decides something that can be: no event is a person, nothing is another thing than itself."""

from kg_ontology import DATA

from kg.identity.judgements import Judgement, Verdict
from kg.identity.terms import LABELLED

_KINDS = {DATA + "event/": "an event", DATA + "person/": "a person"}


def sound(judgement: Judgement) -> None:
    """See that a judgement from elsewhere is one that could have been made here.

    Raises:
        ValueError: it isn't.
    """
    nodes, against = {*judgement.nodes}, {*judgement.against}
    pairs = judgement.verdict in (Verdict.SAME, Verdict.DIFFERENT)
    if not nodes or (pairs and len(nodes | against) < 2):
        raise ValueError("it is about too little")
    if nodes & against:
        raise ValueError("it says that something is another thing than itself")
    if against and judgement.verdict is not Verdict.DIFFERENT:
        raise ValueError(f"{judgement.verdict.value} is not said against anything")
    kinds = {kind for node in nodes | against for start, kind in _KINDS.items() if node.startswith(start)}
    if len(kinds) > 1:
        raise ValueError("an event and a person can be neither one nor two of a kind")
    _fits(judgement, next(iter(kinds), None))


def _fits(judgement: Judgement, kind: str | None) -> None:
    asserted, verdict = judgement.asserted, judgement.verdict
    if (asserted is not None) is not (verdict is Verdict.ASSERT):
        raise ValueError("it must assert something" if asserted is None else f"{verdict.value} asserts nothing")
    named = asserted is not None and asserted.property == LABELLED
    wanted = "a person" if named else "an event"
    if kind not in (None, wanted) and verdict in (Verdict.RETRACT, Verdict.ASSERT):
        told = asserted.property if asserted is not None else verdict.value
        raise ValueError(f"{told} is said of {kind}, but only {wanted} can have it")
