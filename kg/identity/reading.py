"""Reads the accounts out of a store's article graphs: a pass over the facts for each property that matters, no text of articles."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date
from urllib.parse import unquote

from kg_ontology import DATA

from kg.facts.vocabulary import EVENT_CLASSES, FUNCTIONS, LABEL, LANGUAGE, NAMINGS, TYPE, USED, diplo
from kg.identity.records import Account, Labels, Office, Part, Records, Sighting, Source
from kg.lang.gazetteer import entry
from kg.model import EventType, Function, Iri, Literal, Naming, Quad, Salience, Status
from kg.reports.nodes import plain
from kg.store.base import LEDGERS, Store

_KINDS = ("Person", "State", "Organization", "Delegation")
_FUNCTION = {iri: function for function, iri in FUNCTIONS.items()}
_NAMING = {iri: naming for naming, iri in NAMINGS.items()}
_STATUS = {diplo(status.value): status for status in Status}
_SALIENCE = {diplo(salience.value): salience for salience in Salience}


def read_records(store: Store) -> Records:
    """All events of the article graphs, whatever the view makes of them, in the order of their IRIs."""
    return _Reader(store).records()


class _Reader:
    """The properties of events, participations and articles, each read once."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.one = {name: self._one(diplo(name)) for name in _SINGLE}
        self.many = {name: self._many(diplo(name)) for name in _PLURAL}
        self.kinds = {quad.triple.subject: kind for kind in _KINDS for quad in store.quads(TYPE, diplo(kind))}
        self.offices = self._offices()

    def records(self) -> Records:
        sources = self._sources()
        accounts = []
        for kind, class_ in EVENT_CLASSES.items():
            for quad in self.store.quads(TYPE, class_):
                if quad.graph is not None and quad.graph in sources:
                    accounts.append(self._account(quad.triple.subject, kind, sources[quad.graph]))
        speakers = tuple(self._speakers(sources))
        parts = [part for account in accounts for part in account.parts] + [each.part for each in speakers]
        people = {part.entity for part in parts if part.kind == "Person"}
        return Records(tuple(sorted(accounts, key=lambda each: each.iri)), speakers, self._labels(people))

    def _speakers(self, sources: Mapping[Iri, Source]) -> Iterator[Sighting]:
        """Who says something in an article, and who is told it."""
        for predicate in (diplo("speaker"), diplo("addressee")):
            for quad in self.store.quads(predicate):
                entity, source = plain(quad.triple.object), sources.get(quad.graph or "")
                if source is not None and self.kinds.get(entity) == "Person":
                    naming = _NAMING.get(self.one["naming"].get(entity, ""), Naming.WHOLE)
                    speaks = predicate == diplo("speaker")
                    side = self.one["onBehalfOf"].get(quad.triple.subject) if speaks else None
                    part = Part(entity, "Person", Function.PARTICIPANT, naming, side)
                    yield Sighting(source, part, source.published)

    def _account(self, iri: Iri, kind: EventType, source: Source) -> Account:
        one, place = self.one, self.one["place"].get(iri)
        return Account(
            iri=iri,
            source=source,
            type=kind,
            status=_STATUS[one["status"][iri]],
            salience=_SALIENCE[one["salience"][iri]],
            parts=tuple(sorted((self._part(node) for node in self.many["participation"].get(iri, ())), key=repr)),
            earliest=_day(one["earliest"].get(iri)),
            latest=_day(one["latest"].get(iri)),
            place=place,
            place_inferred=iri in one["placeInferred"],
            country=_country(place),
            topics=frozenset(self.many["topic"].get(iri, ())),
            processes=frozenset(self.many["process"].get(iri, ())),
            rounds=frozenset(self.many["round"].get(iri, ())),
            confidence=float(one["confidence"].get(iri, "0.5")),
        )

    def _part(self, node: Iri) -> Part:
        entity = self.one["participant"][node]
        kind = self.kinds.get(entity, "Person")
        side = self.one["onBehalfOf"].get(node) or (entity if kind in ("State", "Organization") else None)
        naming = _NAMING.get(self.one["naming"].get(entity, ""), Naming.WHOLE)
        office = self.offices.get(self.one["office"].get(node, ""))
        return Part(entity, kind, _FUNCTION[self.one["function"][node]], naming, side, office)

    def _offices(self) -> Mapping[Iri, Office]:
        portfolios = self._one(diplo("portfolio"))
        return {iri: Office(rank, portfolios.get(iri)) for iri, rank in self._one(diplo("officeRank")).items()}

    def _sources(self) -> Mapping[Iri, Source]:
        site, key, published = self._one(diplo("site")), self._one(diplo("key")), self._one(diplo("published"))
        language = self._one(LANGUAGE)
        found = {}
        for quad in self.store.quads(USED):
            graph, article = quad.triple.subject, plain(quad.triple.object)
            outlet = site.get(article) or key.get(article) or article
            tongue = language.get(article, "und")
            found[graph] = Source(article, graph, outlet, _day(published.get(article)), tongue, key.get(article))
        return found

    def _labels(self, people: set[Iri]) -> Mapping[Iri, Labels]:
        found: defaultdict[Iri, set[tuple[str, str | None]]] = defaultdict(set)
        for quad in self._told(LABEL):
            if quad.triple.subject in people and isinstance(quad.triple.object, Literal):
                found[quad.triple.subject].add((quad.triple.object.value, quad.triple.object.language))
        return {iri: tuple(sorted(labels, key=repr)) for iri, labels in found.items()}

    def _one(self, predicate: Iri) -> dict[Iri, str]:
        """The value of a property that a node has once; the smallest where graphs of one node differ."""
        found: dict[Iri, str] = {}
        for quad in self._told(predicate):
            value = plain(quad.triple.object)
            found[quad.triple.subject] = min(value, found.get(quad.triple.subject, value))
        return found

    def _many(self, predicate: Iri) -> dict[Iri, list[Iri]]:
        found: defaultdict[Iri, list[Iri]] = defaultdict(list)
        for quad in self._told(predicate):
            found[quad.triple.subject].append(plain(quad.triple.object))
        return found

    def _told(self, predicate: Iri) -> Iterator[Quad]:
        """What articles tell; what ledgers say is no reading of theirs."""
        return (quad for quad in self.store.quads(predicate) if not (quad.graph or "").startswith(LEDGERS))


_SINGLE = (
    "status",
    "salience",
    "earliest",
    "latest",
    "place",
    "placeInferred",
    "confidence",
    "participant",
    "function",
    "onBehalfOf",
    "office",
    "naming",
)
_PLURAL = ("participation", "topic", "process", "round")


def _country(place: Iri | None) -> Iri | None:
    """The state where a place lies, as the gazetteer tells it; a state lies in itself."""
    if place is None or place.startswith(DATA + "state/"):
        return place
    listed = entry(unquote(place.removeprefix(DATA)))
    return DATA + listed.country if listed is not None and listed.country else None


def _day(value: str | None) -> date | None:
    return date.fromisoformat(value) if value else None
