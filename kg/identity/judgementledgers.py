"""Writes judgements into ledgers of a store, one named graph each, and reads them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime

from kg_ontology import PREFIXES

from kg.errors import JudgementError
from kg.facts.vocabulary import LABEL, TYPE, diplo
from kg.identity.anchors import anchor_text, read_anchor
from kg.identity.asserting import described
from kg.identity.judgements import LEDGER, Assertion, Judgement, Verdict, taken_back
from kg.identity.records import Labels
from kg.model import Iri, Literal, Quad, Triple
from kg.store.base import Store

_MOMENT = PREFIXES["xsd"] + "dateTime"


def read_judgements(store: Store) -> tuple[Judgement, ...]:
    """All decisions of a store, the oldest first, those that were undone included."""
    names = [name for name in store.ledgers() if name.startswith(LEDGER)]
    return tuple(sorted((_read(name, store.triples(name)) for name in names), key=lambda each: each.order))


def record(store: Store, judgements: Iterable[Judgement]) -> tuple[Judgement, ...]:
    """Write decisions down, in one transaction, and return those that the store didn't hold or didn't hold as undone.

    What it holds already stays as it is; what was undone in either place stays undone.

    Raises:
        StoreError: the store can't be written to.
    """
    held = {each.id: each for each in read_judgements(store)}
    new: dict[str, Judgement] = {}
    for each in judgements:
        # A file that was merged line by line may tell one judgement twice, once as undone.
        if _tells_more(each, new.get(each.id, held.get(each.id))):
            new[each.id] = each
    quads: list[Quad] = []
    for each in new.values():
        known = held.get(each.id)
        quads += _written(replace(known, undone=each.undone) if known else each)
    store.revise([], quads)
    return tuple(new.values())


def undo(store: Store, judgement: Judgement, by: str) -> Judgement:
    """Take a decision back; it stays in the store with who took it back and when.

    Raises:
        JudgementError: it was undone already.
        StoreError: the store can't be written to.
    """
    undone = taken_back(judgement, by)
    store.revise([], _undone(undone))
    return undone


def named_judgement(store: Store, start: str) -> Judgement:
    """The judgement whose id begins with some letters.

    Raises:
        JudgementError: none does, or several do.
    """
    fits = [each for each in read_judgements(store) if start and each.id.startswith(start)]
    if not fits:
        raise JudgementError(f"no judgement has the id '{start}'; `kg judgements --all` lists the ids")
    if len(fits) > 1:
        raise JudgementError(f"'{start}' fits {len(fits)} judgements; give more letters")
    return fits[0]


def last_of(store: Store, by: str) -> Judgement:
    """Somebody's last judgement that wasn't undone.

    Raises:
        JudgementError: there is none.
    """
    mine = [each for each in read_judgements(store) if each.by == by and each.undone is None]
    if not mine:
        raise JudgementError(f"there is no judgement of {by} to undo: `kg judgements` lists those of others")
    return mine[-1]


def _tells_more(one: Judgement, held: Judgement | None) -> bool:
    return held is None or (held.undone is None and one.undone is not None)


def _written(judgement: Judgement) -> Iterator[Quad]:
    iri = judgement.ledger

    def told(name: str, value: Iri | Literal) -> Iterator[Quad]:
        if value != Literal(""):
            yield Quad(Triple(iri, diplo(name), value), iri)

    yield Quad(Triple(iri, TYPE, diplo("Judgement")), iri)
    yield from told("verdict", Literal(judgement.verdict.value))
    for node in judgement.nodes:
        yield from told("judgedNode", node)
    for node in judgement.against:
        yield from told("judgedAgainst", node)
    for anchor in judgement.anchors:
        yield from told("anchor", Literal(anchor_text(anchor)))
    yield from told("judgedBy", Literal(judgement.by))
    yield from told("judgedAt", Literal(judgement.at.isoformat(), _MOMENT))
    yield from told("reason", Literal(judgement.why))
    if judgement.asserted is not None:
        yield from told("assertedProperty", Literal(judgement.asserted.property))
        yield from told("assertedValue", Literal(judgement.asserted.value))
        told_of = judgement.asserted
        yield from (Quad(fact, iri) for fact in described(told_of.property, told_of.value, told_of.labels))
    yield from _undone(judgement)


def _undone(judgement: Judgement) -> Iterator[Quad]:
    if judgement.undone is not None:
        iri, (by, at) = judgement.ledger, judgement.undone
        yield Quad(Triple(iri, diplo("undoneBy"), Literal(by)), iri)
        yield Quad(Triple(iri, diplo("undoneAt"), Literal(at.isoformat(), _MOMENT)), iri)


def _read(ledger: Iri, facts: Iterable[Triple]) -> Judgement:
    told: defaultdict[str, list[str]] = defaultdict(list)
    labels: set[tuple[str, str | None]] = set()
    for fact in facts:
        if fact.subject == ledger:
            value = fact.object.value if isinstance(fact.object, Literal) else fact.object
            told[fact.predicate.removeprefix(diplo(""))].append(value)
        elif fact.predicate == LABEL and isinstance(fact.object, Literal):
            labels.add((fact.object.value, fact.object.language))
    return _judgement(told, tuple(sorted(labels, key=_english_first)))


def _judgement(told: defaultdict[str, list[str]], labels: Labels) -> Judgement:
    undone = None
    if told["undoneBy"]:
        # Two people may have undone one judgement in two stores: the first of them has.
        undone = (min(told["undoneBy"]), datetime.fromisoformat(min(told["undoneAt"])))
    asserted = None
    if told["assertedProperty"]:
        asserted = Assertion(told["assertedProperty"][0], told["assertedValue"][0], labels)
    return Judgement(
        Verdict(told["verdict"][0]),
        tuple(sorted(told["judgedNode"])),
        told["judgedBy"][0],
        datetime.fromisoformat(told["judgedAt"][0]),
        next(iter(told["reason"]), ""),
        tuple(sorted(told["judgedAgainst"])),
        asserted,
        undone,
        tuple(sorted(map(read_anchor, told["anchor"]), key=lambda each: each.node)),
    )


def _english_first(label: tuple[str, str | None]) -> tuple[bool, str, str]:
    return label[1] != "en", label[1] or "", label[0]
