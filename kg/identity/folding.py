"""Writes an article's graph as the view shows it: with the nodes of the view in place of those that stand for them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kg.facts.vocabulary import FUNCTIONS, LABEL, NAMINGS, OBJECT, PREDICATE, SUBJECT, diplo
from kg.identity.naming import behind, preferred
from kg.identity.terms import ALT_LABEL, CONSENSUS, RETRACTED
from kg.model import Iri, Naming, Triple
from kg.resolve.iris import minted

_FUNCTION = {iri: function for function, iri in FUNCTIONS.items()}
_FROM = diplo("fromEvent")
_OWN = tuple(diplo(name) for name in ("participation", "evidence", "dateCandidate"))


@dataclass(frozen=True, slots=True)
class Plan:
    """How one article's graph is shown: which nodes others stand for (``RETRACTED`` for what is left out), and which events of
    the view are written by consensus; ``beside`` is what the view tells in addition."""

    folds: Mapping[Iri, Iri]
    shared: frozenset[Iri] = frozenset()
    beside: frozenset[Triple] = frozenset()

    def is_consensus(self, fact: Triple) -> bool:
        """Whether a fact is of those that several accounts tell together."""
        return fact.subject in self.shared and fact.predicate in CONSENSUS


@dataclass(frozen=True, slots=True)
class Shown:
    """The facts that an article's graph gives to the view, and the event that each participation and tie among them belongs to."""

    facts: frozenset[Triple]
    events: Mapping[Iri, Iri]

    def event_of(self, fact: Triple) -> Iri | None:
        """The event that a fact hangs on, if it does."""
        return self.events.get(fact.subject) or (self.events.get(fact.object) if isinstance(fact.object, str) else None)


def shown(graph: Iterable[Triple], plan: Plan) -> Shown:
    """The facts that an article's graph gives to the view.

    What events made of several accounts say by consensus (type, time, place ...) is left out here. Names of a person
    whom another node stands for become alternative labels.
    """
    facts = list(graph)
    told = _Told(facts)
    if not (plan.folds or plan.beside or told.looping({})):
        return Shown(frozenset(fact for fact in facts if not plan.is_consensus(fact)), told.events)
    left_out = told.hanging(frozenset(node for node, into in plan.folds.items() if into == RETRACTED))
    left_out |= told.looping(plan.folds)
    nodes = {**plan.folds, **told.renamed(plan.folds)}
    kept_ties = {told.ties[node] for node in told.ties if node not in left_out}
    lost = {tie for node, tie in told.ties.items() if node in left_out} - kept_ties
    found, names = set(), preferred(plan.beside)
    for fact in facts:
        if fact.subject in left_out or fact.object in left_out or (fact.subject, fact.predicate, fact.object) in lost:
            continue
        moved = _moved(fact, nodes, plan.folds, told.namings)
        if moved is not None and not plan.is_consensus(moved):
            found.add(behind(moved, names))
    events = {nodes.get(node, node): plan.folds.get(event, event) for node, event in told.events.items()}
    return Shown(frozenset(found | {behind(fact, names) for fact in plan.beside}), events)


def _moved(
    fact: Triple, nodes: Mapping[Iri, Iri], folds: Mapping[Iri, Iri], namings: Mapping[Iri, str]
) -> Triple | None:
    """A fact with the nodes of the view; None where it was about how an article names somebody who is known now."""
    subject, predicate, target = fact.subject, fact.predicate, fact.object
    if subject in folds and folds[subject] != subject:
        if predicate == diplo("naming"):
            return None
        if predicate == LABEL and subject.rsplit("/", 2)[-2] == "person":
            if namings.get(subject) == NAMINGS[Naming.OFFICE]:
                return None
            predicate = ALT_LABEL
    return Triple(
        nodes.get(subject, subject), predicate, nodes.get(target, target) if isinstance(target, str) else target
    )


class _Told:
    """What hangs together in one article's graph."""

    def __init__(self, facts: Iterable[Triple]) -> None:
        self.namings: dict[Iri, str] = {}
        self.values: dict[Iri, dict[Iri, str]] = {}
        self.owners: dict[Iri, Iri] = {}
        for fact in facts:
            if not isinstance(fact.object, str):
                continue
            if fact.predicate == diplo("naming"):
                self.namings[fact.subject] = fact.object
            elif fact.predicate in _OWN:
                self.owners[fact.object] = fact.subject
            elif fact.predicate in _PARTS:
                self.values.setdefault(fact.subject, {})[fact.predicate] = fact.object
        self.ties = {
            node: (values[SUBJECT], values[PREDICATE], values[OBJECT])
            for node, values in self.values.items()
            if _FROM in values
        }

    @property
    def events(self) -> dict[Iri, Iri]:
        """The event that each participation and tie belongs to."""
        ties = {node: values[_FROM] for node, values in self.values.items() if _FROM in values}
        return {node: owner for node, owner in self.owners.items() if node in self.values} | ties

    def renamed(self, folds: Mapping[Iri, Iri]) -> dict[Iri, Iri]:
        """The participations and ties whose content, of which their names are made, changes with the nodes in them."""
        found = {}
        for node, values in self.values.items():
            if diplo("participant") in values:
                told = [self.owners.get(node, ""), values[diplo("participant")]]
                made = [
                    "participation",
                    *(folds.get(part, part) for part in told),
                    _FUNCTION[values[diplo("function")]],
                ]
            elif _FROM in values:
                told = [values[_FROM], values[SUBJECT], values[OBJECT]]
                event, subject, target = (folds.get(part, part) for part in told)
                made = ["tie", event, subject, values[PREDICATE], target]
            else:
                continue
            if any(part in folds for part in told):
                found[node] = minted(made[0], *made[1:])
        return found

    def looping(self, folds: Mapping[Iri, Iri]) -> set[Iri]:
        """The ties that would lead from somebody to himself: of two who took part and turned out to be one."""
        ends = {node: (folds.get(one, one), folds.get(other, other)) for node, (one, _, other) in self.ties.items()}
        return {node for node, (one, other) in ends.items() if one == other}

    def hanging(self, events: frozenset[Iri]) -> set[Iri]:
        """Some events with all nodes that tell of nothing but them."""
        found = set(events)
        for node, owner in self.owners.items():
            if owner in found or self.owners.get(owner) in found:
                found.add(node)
        found |= {node for node, values in self.values.items() if values.get(_FROM) in events}
        return found


_PARTS = frozenset({diplo("participant"), diplo("function"), _FROM, SUBJECT, PREDICATE, OBJECT})
