"""Counts of the view: how often two people were in contact, and how many events of a month had a topic; and how these are kept.

To count over a whole graph takes an engine seconds, to read what was counted next to nothing. The counts stand in named graphs of
their own, so that the view holds facts alone.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import pyoxigraph as ox
from kg_ontology import DATA, NAMESPACE, PREFIXES

from kg.errors import StoreError
from kg.model import Iri
from kg.store.base import COUNTS, Mark
from kg.store.terms import Engine, batches

Key = tuple[str, str]
_PERSON = DATA + "person/"
_CONTACTS, _TOPICS_GRAPH, _MARK = GRAPHS = tuple(
    ox.NamedNode(COUNTS + name) for name in ("contacts", "topics", "state")
)
"""The named graphs of the counts, the last with the mark."""
_OF, _WITH, _TIMES, _BY_MONTH, _TRUE_OF = (
    ox.NamedNode(NAMESPACE + name) for name in ("contactOf", "contactWith", "contacts", "eventsByMonth", "countedAt")
)
_INTEGER = ox.NamedNode(PREFIXES["xsd"] + "integer")
_TIES = """SELECT ?one ?other (COUNT(*) AS ?n) WHERE {{
  VALUES ?event {{ {events} }}
  ?tie diplo:fromEvent ?event ; rdf:subject ?one ; rdf:object ?other ; rdf:predicate ?edge .
  FILTER(?edge IN (diplo:met, diplo:spokeWith))
}} GROUP BY ?one ?other"""
_TOPICS = """SELECT ?month ?topic (COUNT(*) AS ?n) WHERE {{
  VALUES ?event {{ {events} }}
  ?event diplo:earliest ?day ; diplo:topic ?topic .
  BIND(SUBSTR(STR(?day), 1, 7) AS ?month)
}} GROUP BY ?month ?topic"""
# Two whole lists are joined faster than each tie or event is looked up.
_ALL_TIES = """SELECT ?one ?other (COUNT(*) AS ?n) WHERE {
  { SELECT ?tie ?one WHERE { ?tie rdf:subject ?one } }
  { SELECT ?tie ?other WHERE { ?tie rdf:object ?other } }
  MINUS { ?tie rdf:predicate diplo:wroteTo }
} GROUP BY ?one ?other"""
_ALL_TOPICS = """SELECT ?month ?topic (COUNT(*) AS ?n) WHERE {
  { SELECT ?event ?topic WHERE { ?event diplo:topic ?topic } }
  { SELECT ?event ?month WHERE { ?event diplo:earliest ?day BIND(SUBSTR(STR(?day), 1, 7) AS ?month) } }
} GROUP BY ?month ?topic"""


@dataclass(frozen=True, slots=True)
class Counts:
    """How often: contacts by two people, the smaller IRI first; events by month (``2020-10``) and topic."""

    contacts: Counter[Key] = field(default_factory=Counter)
    events: Counter[Key] = field(default_factory=Counter)


def counted(engine: ox.Store, events: Sequence[Iri] | None = None) -> Counts:
    """The counts by what the view tells: of some events, or of all."""
    found = Counts()
    if events is None:
        _add(found, engine, _ALL_TIES, _ALL_TOPICS)
    for some in batches(events or ()):
        _add(found, engine, _TIES.format(events=some), _TOPICS.format(events=some))
    return found


def kept(engine: ox.Store) -> Counts:
    """The counts as they are kept."""
    found = Counts()
    one, other = (
        {fact.subject: text(fact.object) for fact in engine.quads_for_pattern(None, end, None, _CONTACTS)}
        for end in (_OF, _WITH)
    )
    for fact in engine.quads_for_pattern(None, _TIMES, None, _CONTACTS):
        found.contacts[one.get(fact.subject, ""), other.get(fact.subject, "")] += int(text(fact.object))
    for fact in engine.quads_for_pattern(None, _BY_MONTH, None, _TOPICS_GRAPH):
        found.events.update({(when, text(fact.subject)): n for when, n in months(fact).items()})
    return found


def true_of(engine: ox.Store) -> Mark | None:
    """The state of the store that the kept counts are true of; None where there are none, or half of them."""
    for told in engine.quads_for_pattern(_MARK, _TRUE_OF, None, _MARK):
        lineage, _, revision = text(told.object).partition(":")
        return Mark(lineage, int(revision))
    return None


def mark(of: Mark) -> ox.Quad:
    """What tells of which state of the store the counts are true."""
    return ox.Quad(_MARK, _TRUE_OF, ox.Literal(f"{of.lineage}:{of.revision}"), _MARK)


def contact(pair: Key, times: int) -> tuple[ox.Quad, ...]:
    """How often two people were in contact, as it is kept; the number comes first."""
    # Readers make no names.
    from hashlib import sha256

    node = ox.NamedNode(f"{DATA}contact/{sha256(chr(31).join(pair).encode()).hexdigest()[:20]}")
    ends = (ox.Quad(node, end, ox.NamedNode(iri), _CONTACTS) for end, iri in zip((_OF, _WITH), pair, strict=True))
    return (ox.Quad(node, _TIMES, _number(times), _CONTACTS), *ends)


def topic(iri: Iri, events: Mapping[str, int]) -> tuple[ox.Quad, ...]:
    """How many events of each month had a topic, as it is kept: ``2020-10 17, 2020-12 3``; nothing where it had none."""
    listed = ", ".join(f"{when} {n}" for when, n in sorted(events.items()) if n > 0)
    return (ox.Quad(ox.NamedNode(iri), _BY_MONTH, ox.Literal(listed), _TOPICS_GRAPH),) if listed else ()


def series(engine: ox.Store, iri: Iri) -> list[ox.Quad]:
    """What is kept of a topic."""
    return list(engine.quads_for_pattern(ox.NamedNode(iri), _BY_MONTH, None, _TOPICS_GRAPH))


def months(held: ox.Quad) -> Counter[str]:
    """The numbers of events by month that are kept of a topic; of what isn't written so one of no month."""
    try:
        _, names, numbers = unlisted([text(held.object)])
    except StoreError:
        return Counter({"": 1})
    return Counter(dict(zip(names, numbers, strict=True)))


def unlisted(lists: Sequence[str]) -> tuple[list[int], list[str], list[int]]:
    """How many months each list of ``topic`` names, and all of their months and numbers.

    Raises:
        StoreError: a list isn't written so.
    """
    counts = [each.count(", ") + 1 for each in lists]
    # Cut at once: a list for each month takes longer than all else.
    things = ", ".join(lists).replace(", ", " ").split(" ") if lists else []
    names, numbers = things[::2], things[1::2]
    if len(things) != 2 * sum(counts) or not all(map(str.isdecimal, numbers)):
        raise StoreError("the store's counts can't be read: kg resolve --anew makes them anew")
    return counts, names, list(map(int, numbers))


def text(value: Engine) -> str:
    """What an IRI or a literal of the engine says."""
    return value.value if isinstance(value, (ox.NamedNode, ox.Literal)) else str(value)


def _add(found: Counts, engine: ox.Store, ties: str, topics: str) -> None:
    for one, other, n in _rows(engine, ties):
        # A tie is told in both directions.
        if one.startswith(_PERSON) and other.startswith(_PERSON) and one < other:
            found.contacts[one, other] += n
    for when, topic, n in _rows(engine, topics):
        found.events[when, topic] += n


def _rows(engine: ox.Store, query: str) -> Iterator[tuple[str, str, int]]:
    answer = engine.query(query, prefixes=dict(PREFIXES))
    for one, other, n in answer if isinstance(answer, ox.QuerySolutions) else ():
        yield one.value, other.value, int(n.value)


def _number(times: int) -> ox.Literal:
    return ox.Literal(str(times), datatype=_INTEGER)
