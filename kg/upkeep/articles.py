"""Whether the graph of an article is whole: its article, its run, its text, and every node that it names as its own."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from kg_ontology import DATA

from kg.facts.vocabulary import TYPE, USED, diplo
from kg.model import Iri, Literal, Triple
from kg.resolve.iris import minted
from kg.store.base import Term

_OWN = tuple(DATA + kind for kind in ("event/", "participation/", "statement/", "evidence/", "date/"))


def faults(name: Iri, graph: Iterable[Triple]) -> Iterator[str]:
    """What is wrong with an article's graph, each as the end of a sentence about it; nothing where it is whole."""
    told: defaultdict[Iri, defaultdict[Iri, list[Term]]] = defaultdict(lambda: defaultdict(list))
    missing: set[Iri] = set()
    for fact in graph:
        told[fact.subject][fact.predicate].append(fact.object)
        if isinstance(fact.object, str) and fact.object.startswith(_OWN):
            missing.add(fact.object)
    articles = [iri for iri, own in told.items() if diplo("Article") in own[TYPE]]
    if len(articles) != 1:
        yield f"has {len(articles)} articles instead of one"
        return
    run, article = told[name], told[articles[0]]
    if diplo("ExtractionRun") not in run[TYPE] or run[USED] != articles:
        yield "doesn't tell of its run"
    elif name != minted("graph", *(_text(place) for place in _naming(article, run))):
        yield "isn't called by its article and run"
    if _text(article[diplo("textLength")]) != str(len(_text(article[diplo("text")]))):
        yield "doesn't hold its whole text"
    if lost := sorted(iri for iri in missing if not told[iri][TYPE]):
        yield f"says nothing of {len(lost)} of its nodes, such as {lost[0]}"


def _naming(article: dict[Iri, list[Term]], run: dict[Iri, list[Term]]) -> tuple[list[Term], list[Term], list[Term]]:
    return article[diplo("digest")], run[diplo("extractor")], run[diplo("extractorVersion")]


def _text(values: list[Term]) -> str:
    """The one value of a property as text; empty where there are none or several."""
    if len(values) != 1:
        return ""
    return values[0].value if isinstance(values[0], Literal) else values[0]
