"""Graphs of any size for pictures: people who meet, in the model of kg.view, named in four scripts, with evidence for each line."""

import random
from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from kg_ontology import DATA
from stores_graph import LANGUAGES, name

from kg.model import Iri
from kg.view.graph import (
    EventFacets,
    Facets,
    ViewArticle,
    ViewEdge,
    ViewEvidence,
    ViewFact,
    ViewGraph,
    ViewNode,
)

PERSONS = 5_000
_FIRST_DAY, _DAYS = 14_600, 5_400
_KINDS = ("meeting", "meeting", "call", "negotiation_round")
_WORDS = {
    "en": "The minister met at the talks on regional issues and agreed to go on in the coming weeks",
    "ar": "التقى الوزير خلال المحادثات حول قضايا المنطقة واتفق الجانبان على مواصلة التشاور في الأسابيع المقبلة",
    "fa": "وزیر در گفت‌وگوها دربارهٔ مسائل منطقه دیدار کرد و دو طرف بر ادامهٔ رایزنی در هفته‌های آینده توافق کردند",
    "ru": "Министр встретился на переговорах по вопросам региона, стороны договорились продолжить в ближайшие недели",
}


def made(nodes: int) -> ViewGraph:
    """A graph of so many nodes, nine tenths of them events where it is large; always the same one."""
    return _Making(nodes).graph()


class _Making:
    def __init__(self, nodes: int) -> None:
        self._chance = random.Random(5)
        self._people = max(8, min(PERSONS, nodes // 5))
        self._things = max(4, min(500, nodes // 20))
        self._events = nodes - self._people - self._things
        self._weights = [1 / (rank + 10) ** 0.7 for rank in range(self._people)]
        self._lines: defaultdict[tuple[Iri, Iri], list[tuple[str, ViewFact]]] = defaultdict(list)
        self._facts: defaultdict[Iri, list[ViewFact]] = defaultdict(list)
        self._evidence: dict[Iri, ViewEvidence] = {}
        self._ties: defaultdict[tuple[Iri, Iri], list[Iri]] = defaultdict(list)

    def graph(self) -> ViewGraph:
        events = [self._event(number) for number in range(self._events)]
        known = {node.iri: node for node in (*self._named(), *(node for node, _ in events))}
        degree: defaultdict[Iri, int] = defaultdict(int)
        for pair in self._lines:
            for iri in pair:
                degree[iri] += 1
        ranked = sorted(known.values(), key=lambda node: (-degree[node.iri], node.iri))
        edges = (
            ViewEdge(*pair, tuple(dict.fromkeys(family for family, _ in told)), tuple(fact for _, fact in told))
            for pair, told in sorted(self._lines.items())
        )
        facets = Facets(
            tuple(facets for _, facets in events),
            {pair: tuple(iris) for pair, iris in self._ties.items()},
            {iri: node.label for iri, node in known.items() if node.kind == "topic"},
        )
        return ViewGraph(tuple(ranked), tuple(edges), self._evidence, facets)

    def _named(self) -> Iterator[ViewNode]:
        for number in range(self._people):
            names = tuple((name(number, language), language) for language in LANGUAGES)
            iri = f"{DATA}person/{number:05}"
            yield ViewNode(iri, "person", names[0][0], names, tuple(self._facts[iri]))
        for number in range(self._things):
            kind = ("topic", "place")[number % 2]
            iri = f"{DATA}{kind}/{number:03}"
            label = f"{kind.title()} {number:03}"
            yield ViewNode(iri, kind, label, ((label, "en"),), tuple(self._facts[iri]))

    def _event(self, number: int) -> tuple[ViewNode, EventFacets]:
        chance = self._chance
        who = list(dict.fromkeys(chance.choices(range(self._people), self._weights, k=chance.choice((2, 2, 2, 3, 4)))))
        iri, kind = f"{DATA}event/{number:020x}", chance.choice(_KINDS)
        language = LANGUAGES[number % len(LANGUAGES)]
        day = _FIRST_DAY + chance.randrange(_DAYS)
        title = f"Meeting of {' and '.join(name(each, 'en') for each in who)}"
        proof = self._quote(number, language, who)
        for each in who:
            person = f"{DATA}person/{each:05}"
            self._tie(iri, person, "part", ViewFact("Took part", name(each, "en"), person, (), "Minister", proof))
            self._facts[person].append(ViewFact("Events", title, iri, (str(day),), "", proof))
        for kind_of_thing, offset in (("topic", 0), ("place", 1)):
            place = 2 * chance.randrange(self._things // 2) + offset
            thing, label = f"{DATA}{kind_of_thing}/{place:03}", f"{kind_of_thing.title()} {place:03}"
            self._tie(iri, thing, "about", ViewFact(kind_of_thing.title(), label, thing, evidence=proof))
            self._facts[thing].append(ViewFact("Events", title, iri, (str(day),), "", proof))
        for one, other in combinations(sorted(who), 2):
            self._met(
                f"{DATA}person/{one:05}", f"{DATA}person/{other:05}", iri, ViewFact("Met", title, iri, (), "", proof)
            )
        names = ((title, "en"), (" و ".join(name(each, "ar") for each in who), "ar"))
        node = ViewNode(iri, kind, title, names, tuple(self._facts.pop(iri)), proof, number % 9 == 0, str(day))
        topic = f"{DATA}topic/{2 * (number % (self._things // 2)):03}"
        return node, EventFacets(iri, "held", day, day, 90, ((topic,), (), ()))

    def _quote(self, number: int, language: str, who: list[int]) -> tuple[Iri, ...]:
        people = ", ".join(name(each, language) for each in who)
        quote = f"{_WORDS[language]}: {people} ({number})."
        article = ViewArticle(
            f"{people} {number // 2}",
            f"site-{number % 50}.example",
            "2020-10-20",
            f"https://example.org/{number // 2}",
            language,
        )
        iri = f"{DATA}evidence/{number:020x}"
        self._evidence[iri] = ViewEvidence(quote, 0, len(quote), language, article, confidence=0.9)
        return (iri,)

    def _tie(self, one: Iri, other: Iri, family: str, fact: ViewFact) -> None:
        self._lines[one, other].append((family, fact))
        self._facts[one].append(fact)

    def _met(self, one: Iri, other: Iri, event: Iri, fact: ViewFact) -> None:
        self._lines[one, other].append(("tie", fact))
        self._ties[one, other].append(event)
