"""Makes stores of any number of articles out of the story of the tests: the same events on later days, of people with other names."""

import re
import resource
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from kg_loaders import Article
from kg_loaders.article import Block
from kg_ontology import DATA

from kg.facts import article_graph
from kg.facts.vocabulary import DATE, LABEL
from kg.identity.resolve import resolve_store
from kg.model import ArticleGraph, Iri, Literal, Resolved, Triple
from kg.pipeline import extract
from kg.resolve.iris import hashed, slug
from kg.store.oxigraph import OxigraphStore

SHARE = 10
"""One article in so many tells events: most news is not about diplomacy."""
DAYS = 9
"""From one telling of the story to the next."""
_OWN = re.compile(r"(?<=/)[0-9a-f]{20}$")
_SHARED = (f"{DATA}office/", f"{DATA}topic/", f"{DATA}delegation/")
_SPREAD = 3_717
"""Odd and no multiple of five, so that ten thousand tellings have names of their own, neighbours very different ones."""
_WEATHER = "Rain is expected on the coast."
_SYLLABLES = (
    *(("ba", "با", "ба"), ("ri", "ري", "ри"), ("ka", "كا", "ка"), ("no", "نو", "но"), ("sa", "سا", "са")),
    *(("lu", "لو", "лу"), ("da", "دا", "да"), ("mi", "مي", "ми"), ("fa", "فا", "фа"), ("to", "تو", "то")),
)


@dataclass(frozen=True, slots=True)
class Measured:
    """What resolving a store took: ``seconds`` on the clock, ``cpu`` of the processor, ``again`` of the processor for resolving it once
    more with nothing new, and ``making`` of the processor for writing the articles into it before; ``memory`` is the most that the
    process has had so far, in megabytes."""

    articles: int
    making: float
    seconds: float
    cpu: float
    again: float
    memory: int
    accounts: int
    events: int
    people: int


@dataclass(frozen=True, slots=True)
class Telling:
    """One telling of the story, by its number."""

    number: int

    def day(self, told: str) -> str:
        """A day in this telling."""
        return (date.fromisoformat(told) + timedelta(days=self.number * DAYS)).isoformat()

    def name(self, text: str) -> str:
        """A person's name in this telling: its last word is another one, in the same letters."""
        *others, last = text.split()
        script = 1 if re.search("[\u0600-\u06ff]", text) else 2 if re.search("[\u0400-\u04ff]", text) else 0
        made = "".join(_SYLLABLES[int(digit)][script] for digit in f"{self.number * _SPREAD % 10**4:04}")
        return " ".join([*others, made + last.removeprefix("al-").removeprefix("ال")])


def measured(count: int, story: Sequence[Article]) -> Measured:
    """Resolve a store of so many articles, and then once more with nothing new in it."""
    with TemporaryDirectory() as folder, OxigraphStore(Path(folder) / "store", create=True) as store:
        empty = time.process_time()
        for graph in graphs(count, story):
            store.put(graph)
        began, start = time.perf_counter(), time.process_time()
        found = resolve_store(store)
        ended, done = time.perf_counter(), time.process_time()
        resolve_store(store)
        again = time.process_time() - done
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    took = (start - empty, ended - began, done - start, again)
    return Measured(count, *took, memory, found.accounts, found.events, found.people)


def graphs(count: int, story: Sequence[Article]) -> Iterator[ArticleGraph]:
    """The graphs of so many articles."""
    plain = Article(_WEATHER, (Block(0, len(_WEATHER)),), id="weather", published=date(2034, 3, 1), language="en")
    told = [article_graph(each) for each in extract(story) if isinstance(each, Resolved)]
    (empty,) = [article_graph(each) for each in extract([plain]) if isinstance(each, Resolved)]
    for number in range(count):
        telling, place = divmod(number // SHARE, len(told))
        yield _moved(told[place] if number % SHARE == 0 else empty, Telling(telling), number)


def _moved(graph: ArticleGraph, telling: Telling, number: int) -> ArticleGraph:
    """An article's graph as another article of this telling."""
    people = {fact.subject: _person(fact, telling) for fact in graph if _is_name(fact)}

    @cache
    def node(iri: Iri) -> Iri:
        if not iri.startswith(DATA) or iri.startswith(_SHARED):
            return iri
        return people.get(iri) or _OWN.sub(lambda found: hashed(found[0], number), iri)

    facts = (Triple(node(fact.subject), fact.predicate, _value(fact, telling, node)) for fact in graph)
    return ArticleGraph(node(graph.name), node(graph.article), None, tuple(facts), graph.title)


def _is_name(fact: Triple) -> bool:
    person = fact.subject.startswith(f"{DATA}person/") and not _OWN.search(fact.subject)
    return person and fact.predicate == LABEL and isinstance(fact.object, Literal) and fact.object.language == "en"


def _person(fact: Triple, telling: Telling) -> Iri:
    assert isinstance(fact.object, Literal)
    return f"{DATA}person/{slug(telling.name(fact.object.value))}"


def _value(fact: Triple, telling: Telling, node: Callable[[Iri], Iri]) -> Iri | Literal:
    value = fact.object
    if isinstance(value, str):
        return node(value)
    if value.datatype == DATE:
        return Literal(telling.day(value.value), DATE)
    named = fact.predicate == LABEL and fact.subject.startswith(f"{DATA}person/") and " of " not in value.value
    return Literal(telling.name(value.value), language=value.language) if named else value
