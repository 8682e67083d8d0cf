"""What analysts decided: kept in ledgers of the store, apart from what was read, with who, when and why; nothing is ever overwritten."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from enum import StrEnum

from kg_ontology import DATA

from kg.errors import JudgementError
from kg.identity.anchors import Anchor
from kg.identity.records import Labels
from kg.model import Iri
from kg.resolve.iris import hashed

LEDGER = DATA + "judgement/"
_SHORT = 8


class Verdict(StrEnum):
    """What can be decided: that two nodes are one or are not, that an event is wrong, that something holds of a node."""

    SAME = "same"
    DIFFERENT = "different"
    RETRACT = "retract"
    ASSERT = "assert"


@dataclass(frozen=True, slots=True)
class Assertion:
    """That a property has a value: a status, a day or two with a slash between them, a label, or the IRI of a node (place,
    topic, process), whose names are ``labels``."""

    property: str
    value: str
    labels: Labels = ()


@dataclass(frozen=True, slots=True)
class Judgement:
    """One decision.

    ``nodes`` are what it is about, in order: accounts or faces. ``same`` says that all of them are one, ``different`` that none of them
    is one with any of ``against`` (without these: with each other). ``by`` is a person, ``at`` a moment in UTC, ``why`` free words.
    ``undone`` tells who took it back and when; it counts no longer then, but stays readable. ``anchors`` tell by what
    the nodes are known again when their IRIs are gone.
    """

    verdict: Verdict
    nodes: tuple[Iri, ...]
    by: str
    at: datetime
    why: str = ""
    against: tuple[Iri, ...] = ()
    asserted: Assertion | None = None
    undone: tuple[str, datetime] | None = None
    anchors: tuple[Anchor, ...] = ()

    @property
    def id(self) -> str:
        """What names it: made from what was decided, by whom and when."""
        told = (self.asserted.property, self.asserted.value) if self.asserted else ()
        return hashed(self.verdict, *self.nodes, "against", *self.against, *told, self.by, self.at.isoformat())

    @property
    def short(self) -> str:
        """The first letters of the id, which do for people."""
        return self.id[:_SHORT]

    @property
    def ledger(self) -> Iri:
        """The named graph that holds it."""
        return LEDGER + self.id

    @property
    def order(self) -> tuple[datetime, str]:
        """What judgements are sorted by: the moment, then the id."""
        return self.at, self.id


def judged(
    verdict: Verdict,
    *nodes: Iri,
    by: str,
    why: str = "",
    against: Iterable[Iri] = (),
    asserted: Assertion | None = None,
    anchors: Iterable[Anchor] = (),
) -> Judgement:
    """A new decision, of now."""
    known = tuple(sorted(set(anchors), key=lambda each: each.node))
    mine, others = tuple(sorted(set(nodes))), tuple(sorted(set(against)))
    return Judgement(verdict, mine, by, datetime.now(UTC), why, others, asserted, anchors=known)


def taken_back(judgement: Judgement, by: str) -> Judgement:
    """A decision that is undone now.

    Raises:
        JudgementError: it was undone already.
    """
    if judgement.undone is not None:
        raise JudgementError(f"the judgement {judgement.short} was undone already by {judgement.undone[0]}")
    return replace(judgement, undone=(by, datetime.now(UTC)))
