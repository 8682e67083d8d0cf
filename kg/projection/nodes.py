"""Makes nodes, and the relationships that begin at them, of the facts about one subject."""

from collections.abc import Iterable, Iterator, Sequence

from kg_ontology import DATA, NAMESPACE, PREFIXES

from kg.model import Iri, Literal, Triple
from kg.projection.mapping import plan
from kg.projection.model import Node, Relationship, Value
from kg.projection.values import plain

TYPE = PREFIXES["rdf"] + "type"
_LABEL, _ALTERNATIVE = PREFIXES["rdfs"] + "label", PREFIXES["skos"] + "altLabel"
_PREFERRED = PREFIXES["skos"] + "prefLabel"


def node(iri: Iri, facts: Sequence[Triple]) -> Node | None:
    """The node of a subject; None where it has no place in the property graph, or no type and so is only mentioned."""
    label = plan().label(iri)
    types = [fact.object for fact in facts if fact.predicate == TYPE and isinstance(fact.object, str)]
    if label is None or not types:
        return None
    own = sorted(each.removeprefix(NAMESPACE) for each in types if each.startswith(NAMESPACE))
    kinds = [each for each in own if each != label]
    more = tuple(dict.fromkeys([*kinds, *plan().more.get(label, ())]))
    properties = {"iri": iri} | _names(facts) | _properties(facts)
    if label == "Event" and kinds:
        properties["eventType"] = kinds[0]
    return Node(iri, label, more, properties)


def links(iri: Iri, facts: Iterable[Triple]) -> Iterator[Relationship]:
    """The relationships that begin at a subject, by its own facts."""
    label = plan().label(iri)
    for fact in facts:
        type = plan().relationships.get(fact.predicate)
        if label and type and isinstance(fact.object, str) and (end := plan().label(fact.object)):
            yield Relationship(type, iri, label, fact.object, end, {})


def _names(facts: Sequence[Triple]) -> dict[str, Value]:
    """``name`` (English, else the first), ``name_ar`` and so on, and every other name as an alias."""
    labels = _told(facts, _LABEL) or _told(facts, _PREFERRED)
    if not labels:
        return {}
    best: dict[str, str] = {}
    for label in labels:
        best.setdefault(label.language or "und", label.value)
    others = {label.value for label in (*labels, *_told(facts, _ALTERNATIVE))} - set(best.values())
    named: dict[str, Value] = {"name": best.get("en") or labels[0].value}
    named |= {f"name_{tag.replace('-', '_')}": value for tag, value in best.items()}
    return named | ({"aliases": tuple(sorted(others))} if others else {})


def _told(facts: Sequence[Triple], predicate: Iri) -> list[Literal]:
    found = [fact.object for fact in facts if fact.predicate == predicate and isinstance(fact.object, Literal)]
    return sorted(found, key=lambda label: (label.value, label.language or ""))


def _properties(facts: Sequence[Triple]) -> dict[str, Value]:
    """All other values; of several of one property the first in order."""
    found: dict[str, str | int | float | bool] = {}
    for fact in facts:
        known = fact.predicate in plan().left_out or fact.predicate in plan().relationships
        if known or (isinstance(fact.object, str) and fact.object.startswith(DATA)):
            continue
        name, value = plan().property(fact.predicate), plain(fact.object)
        found[name] = min(found[name], value, key=str) if name in found else value
    return dict(sorted(found.items()))
