"""What analysts decided: kept in ledgers of the store, apart from what was read, with who, when and why; nothing is ever overwritten."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from enum import StrEnum

from kg_ontology import DATA, PREFIXES

from kg.errors import StoreError
from kg.facts.vocabulary import TYPE, diplo
from kg.identity.events import Rulings
from kg.model import Iri, Literal, Quad, Triple
from kg.resolve.iris import hashed
from kg.store.base import Store

_LEDGER = DATA + "judgement/"
_MOMENT = PREFIXES["xsd"] + "dateTime"


class Verdict(StrEnum):
    """What can be decided: that two nodes are one or are not, that an event is wrong, that something holds of a node."""

    SAME = "same"
    DIFFERENT = "different"
    RETRACT = "retract"
    ASSERT = "assert"


@dataclass(frozen=True, slots=True)
class Judgement:
    """One decision. ``nodes`` are what it is about: two for ``same`` and ``different``, in order, one otherwise.

    ``asserted`` is a property and its value. ``by`` is a person, ``at`` a moment in UTC, ``why`` free words. ``undone``
    tells who took it back and when; it counts no longer then, but stays readable.
    """

    verdict: Verdict
    nodes: tuple[Iri, ...]
    by: str
    at: datetime
    why: str = ""
    asserted: tuple[str, str] | None = None
    undone: tuple[str, datetime] | None = None

    @property
    def id(self) -> str:
        """What names it: made from what was decided, by whom and when."""
        told = (self.verdict, *self.nodes, *(self.asserted or ()), self.by, self.at.isoformat())
        return hashed(*told)[:8]

    @property
    def ledger(self) -> Iri:
        """The named graph that holds it."""
        return _LEDGER + self.id


def judged(verdict: Verdict, *nodes: Iri, by: str, why: str = "", asserted: tuple[str, str] | None = None) -> Judgement:
    """A new decision, of now."""
    moment = datetime.now(UTC).replace(microsecond=0)
    return Judgement(verdict, tuple(sorted(set(nodes))), by, moment, why, asserted)


def read_judgements(store: Store) -> tuple[Judgement, ...]:
    """All decisions of a store, the oldest first, those that were undone included."""
    names = [name for name in store.ledgers() if name.startswith(_LEDGER)]
    return tuple(sorted((_read(store.triples(name)) for name in names), key=lambda each: (each.at, each.id)))


def record(store: Store, judgements: Iterable[Judgement]) -> tuple[Judgement, ...]:
    """Write decisions down, and return those that the store didn't hold. What it holds already stays as it is.

    Raises:
        StoreError: the store can't be written to.
    """
    held = set(store.ledgers())
    new = [each for each in judgements if each.ledger not in held]
    store.revise([], [quad for each in new for quad in _written(each)])
    return tuple(new)


def undo(store: Store, judgement: Judgement, by: str) -> Judgement:
    """Take a decision back; it stays in the store with who took it back and when.

    Raises:
        StoreError: it was undone already, or the store can't be written to.
    """
    if judgement.undone is not None:
        raise StoreError(f"the judgement {judgement.id} was undone already by {judgement.undone[0]}")
    undone = replace(judgement, undone=(by, datetime.now(UTC).replace(microsecond=0)))
    before = set(_written(judgement))
    store.revise([], [quad for quad in _written(undone) if quad not in before])
    return undone


def rulings(judgements: Iterable[Judgement]) -> Rulings:
    """What the decisions that count say of pairs. Where two contradict each other, the later one counts."""
    latest: dict[tuple[Iri, Iri], Verdict] = {}
    for each in sorted(judgements, key=lambda one: (one.at, one.id)):
        if each.undone is None and each.verdict in (Verdict.SAME, Verdict.DIFFERENT) and len(each.nodes) == 2:
            latest[each.nodes[0], each.nodes[1]] = each.verdict
    same = frozenset(pair for pair, verdict in latest.items() if verdict is Verdict.SAME)
    return Rulings(same, frozenset(latest) - same, retracted(judgements))


def retracted(judgements: Iterable[Judgement]) -> frozenset[Iri]:
    """The accounts that were taken back."""
    return frozenset(
        each.nodes[0] for each in judgements if each.undone is None and each.verdict is Verdict.RETRACT and each.nodes
    )


def _written(judgement: Judgement) -> Iterator[Quad]:
    iri = judgement.ledger

    def told(name: str, value: Iri | Literal | None) -> Iterator[Quad]:
        if value is not None and value != Literal(""):
            yield Quad(Triple(iri, diplo(name), value), iri)

    yield Quad(Triple(iri, TYPE, diplo("Judgement")), iri)
    yield from told("verdict", Literal(judgement.verdict.value))
    for node in judgement.nodes:
        yield from told("judgedNode", node)
    yield from told("judgedBy", Literal(judgement.by))
    yield from told("judgedAt", Literal(judgement.at.isoformat(), _MOMENT))
    yield from told("reason", Literal(judgement.why))
    if judgement.asserted is not None:
        yield from told("assertedProperty", Literal(judgement.asserted[0]))
        yield from told("assertedValue", Literal(judgement.asserted[1]))
    if judgement.undone is not None:
        yield from told("undoneBy", Literal(judgement.undone[0]))
        yield from told("undoneAt", Literal(judgement.undone[1].isoformat(), _MOMENT))


def _read(facts: Iterable[Triple]) -> Judgement:
    one: dict[str, str] = {}
    nodes = set()
    for fact in facts:
        name = fact.predicate.removeprefix(diplo(""))
        if name == "judgedNode" and isinstance(fact.object, str):
            nodes.add(fact.object)
        else:
            one[name] = fact.object.value if isinstance(fact.object, Literal) else fact.object
    undone = (one["undoneBy"], datetime.fromisoformat(one["undoneAt"])) if "undoneBy" in one else None
    return Judgement(
        Verdict(one["verdict"]),
        tuple(sorted(nodes)),
        one["judgedBy"],
        datetime.fromisoformat(one["judgedAt"]),
        one.get("reason", ""),
        (one["assertedProperty"], one["assertedValue"]) if "assertedProperty" in one else None,
        undone,
    )
