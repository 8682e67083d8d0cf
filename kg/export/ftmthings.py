"""Makes FollowTheMoney entities of nodes: people, bodies, states, places, events, articles, offices and statements."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from kg_ontology import DATA

from kg.authority.starter import starter_facts
from kg.export.batches import Batch
from kg.export.ftmmodel import Entity, entity, node_id, web
from kg.export.texts import names, shown
from kg.model import Iri
from kg.projection.model import Node, Relationship

_STATE = DATA + "state/"
# FollowTheMoney writes languages with three letters.
_LANGUAGES = {"ar": "ara", "en": "eng", "fa": "fas", "ru": "rus"}


@dataclass(frozen=True, slots=True)
class Told:
    """A batch, with what is asked of it again and again."""

    batch: Batch
    language: str
    articles: Mapping[Iri, Sequence[Node]]
    parts: Mapping[Iri, Sequence[Relationship]]
    ends: Mapping[str, Mapping[Iri, Sequence[Node]]] = field(hash=False)

    @classmethod
    def of(cls, batch: Batch, language: str) -> "Told":
        """Look the batch through once."""
        parts: dict[Iri, list[Relationship]] = {}
        for edge in batch.relationships:
            if edge.type == "PARTICIPATED_IN":
                parts.setdefault(edge.end, []).append(edge)
        types = {edge.type for edge in batch.relationships}
        return cls(batch, language, batch.articles(), parts, {type: batch.ends(type) for type in types})

    def at(self, iri: Iri, *types: str) -> tuple[Node, ...]:
        """The nodes to which relationships of some types lead from a node."""
        return tuple(node for type in types for node in self.ends.get(type, {}).get(iri, ()))

    def called(self, nodes: Sequence[Node]) -> tuple[str, ...]:
        """What some nodes are called."""
        return tuple(shown(node, self.language) for node in nodes)

    def sources(self, iri: Iri) -> dict[str, tuple[str, ...]]:
        """The articles that tell of a node, as FollowTheMoney tells the source of anything."""
        articles = self.articles.get(iri, ())
        return {
            "proof": tuple(node_id(article.iri) for article in articles),
            "sourceUrl": tuple(filter(None, (web(article.properties.get("url")) for article in articles))),
            "publisher": tuple(str(article.properties.get("site", "")) for article in articles),
        }


def things(told: Told) -> Iterator[Entity]:
    """The entities of the nodes that are new in a batch."""
    for node in told.batch.fresh:
        if (made := _MAKERS.get(node.label)) is not None:
            yield made(node, told)


def country(iri: Iri) -> str | None:
    """The code of a state, such as ``sy``."""
    code = iri.removeprefix(_STATE)
    return code.lower() if iri.startswith(_STATE) and len(code) == 2 else None


@cache
def _wikidata() -> Mapping[str, tuple[str, ...]]:
    """The Wikidata ids that the starter knows: by them entities are matched with those of OpenSanctions."""
    found: dict[str, tuple[str, ...]] = {}
    for fact in starter_facts():
        if fact.property == "wikidata":
            found[fact.id] = (*found.get(fact.id, ()), fact.value)
    return found


def named(node: Node, told: Told) -> dict[str, tuple[str, ...]]:
    """The name in the chosen language, and all others as aliases."""
    name = shown(node, told.language)
    return {"name": (name,), "alias": tuple(each for each in names(node) if each != name)}


def _actor(schema: str) -> Callable[[Node, Told], Entity]:
    def made(node: Node, told: Told) -> Entity:
        known = _wikidata().get(node.iri.removeprefix(DATA))
        return entity(node_id(node.iri), schema, **named(node, told), country=country(node.iri), wikidataId=known)

    return made


def _place(node: Node, told: Told) -> Entity:
    return entity(node_id(node.iri), "Address", **named(node, told), full=shown(node, told.language))


def _office(node: Node, told: Told) -> Entity:
    states = told.at(node.iri, "OFFICE_OF")
    bodies = tuple(node_id(state.iri) for state in states if state.label in ("State", "Organization"))
    countries = tuple(filter(None, (country(state.iri) for state in states)))
    return entity(node_id(node.iri), "Position", **named(node, told), organization=bodies, country=countries)


def _article(node: Node, told: Told) -> Entity:
    has = node.properties
    return entity(
        node_id(node.iri),
        "Article",
        title=has.get("headline"),
        fileName=has.get("articleName") or node_id(node.iri),
        publishedAt=has.get("published"),
        language=_LANGUAGES.get(str(has.get("language"))),
        sourceUrl=web(has.get("url")),
        publisher=has.get("site"),
    )


def _event(node: Node, told: Told) -> Entity:
    has, parts, places = node.properties, told.parts.get(node.iri, ()), told.at(node.iri, "HELD_IN")
    about = told.called(told.at(node.iri, "WITHIN", "ON_TOPIC"))
    return entity(
        node_id(node.iri),
        "Event",
        **named(node, told),
        **told.sources(node.iri),
        startDate=has.get("earliest"),
        endDate=has.get("latest"),
        location=told.called(places),
        country=tuple(filter(None, (country(place.iri) for place in places))),
        involved=tuple(node_id(part.start) for part in parts),
        organizer=tuple(node_id(part.start) for part in parts if part.properties.get("function") == "host"),
        keywords=(str(has.get("eventType", "")), str(has.get("status", "")), *about),
        summary=has.get("dateText"),
        recordId=node.iri,
    )


def _statement(node: Node, told: Told) -> Entity:
    has, who = node.properties, told.at(node.iri, "MADE_BY", "ON_BEHALF_OF", "ADDRESSED_TO", "MADE_AT")
    said = ": ".join(str(has[name]) for name in ("act", "about") if name in has)
    return entity(
        node_id(node.iri),
        "Note",
        **named(node, told),
        **told.sources(node.iri),
        entity=tuple(node_id(each.iri) for each in who),
        description=said,
        keywords=told.called(told.at(node.iri, "ON_TOPIC")),
    )


_MAKERS: Mapping[str, Callable[[Node, Told], Entity]] = {
    "Person": _actor("Person"),
    "Organization": _actor("Organization"),
    "Delegation": _actor("Organization"),
    "State": _actor("PublicBody"),
    "Place": _place,
    "Office": _office,
    "Article": _article,
    "Event": _event,
    "Statement": _statement,
}
