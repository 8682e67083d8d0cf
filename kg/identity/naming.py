"""Gives people the names that analysts assert: each goes before what articles call them in its language, and these stay beside it."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from kg.facts.vocabulary import LABEL, PREF_LABEL
from kg.identity.asserting import label, slot
from kg.identity.events import Asserted
from kg.identity.terms import ALT_LABEL, ASSERTED_IN, LABELLED
from kg.model import Iri, Literal, Triple

_PERSON = "/person/"


def labels(asserted: Iterable[Asserted], stand_ins: Mapping[Iri, Iri]) -> Mapping[Iri, frozenset[Triple]]:
    """For each node of the view that an analyst named what it is called; ``asserted`` has the oldest first, and in each language the
    latest stands. A name is the person's who holds most of the faces that it was given to."""
    found: defaultdict[Iri, dict[str, Asserted]] = defaultdict(dict)
    for each in asserted:
        votes = Counter(stand_ins[face] for face in each.accounts if face in stand_ins)
        if each.property == LABELLED and votes:
            best = min(votes, key=lambda iri: (-votes[iri], iri))
            found[best][slot(each.property, each.value)] = each
    return {iri: frozenset(fact for each in own.values() for fact in _facts(iri, each)) for iri, own in found.items()}


def preferred(beside: Iterable[Triple]) -> Mapping[tuple[Iri, str | None], Literal]:
    """The names that go before others, by person and language."""
    return {
        (fact.subject, fact.object.language): fact.object
        for fact in beside
        if fact.predicate == PREF_LABEL and isinstance(fact.object, Literal) and _PERSON in fact.subject
    }


def behind(fact: Triple, names: Mapping[tuple[Iri, str | None], Literal]) -> Triple:
    """A name as another one if a preferred one stands before it; any other fact as it is."""
    if fact.predicate != LABEL or not isinstance(fact.object, Literal):
        return fact
    first = names.get((fact.subject, fact.object.language), fact.object)
    return fact if first == fact.object else Triple(fact.subject, ALT_LABEL, fact.object)


def _facts(person: Iri, asserted: Asserted) -> tuple[Triple, ...]:
    text, language = label(asserted.value)
    name = Literal(text, language=language)
    return (
        Triple(person, LABEL, name),
        Triple(person, PREF_LABEL, name),
        Triple(person, ASSERTED_IN, asserted.judgement),
    )
