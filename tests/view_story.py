"""A small story for the graph page, in which each filter leaves something else, with texts of both directions."""

from kg_ontology import DATA, PREFIXES
from view_tools import DCTERMS, DIPLO, LABEL, RDF, SCHEMA, store_of

from kg.model import Literal, Triple
from kg.store.memory import MemoryStore

DATE = PREFIXES["xsd"] + "date"
QUOTE = "التقى سيرغي لافروف في موسكو محمد جواد ظريف، وقال لافروف إن الجانبين بحثا العقوبات (sanctions)."
TITLE = "لافروف وظريف يبحثان العقوبات"
PEOPLE = {
    "lavrov": {"ar": "سيرغي لافروف"},
    "zarif": {"en": "Mohammad Javad Zarif", "fa": "محمدجواد ظریف", "ar": "محمد جواد ظريف"},
    "pedersen": {"en": "Geir Pedersen", "ru": "Гейр Педерсен"},
    "kaliyev": {"en": "Talgat Kaliyev"},
    "lonely": {"en": "Nobody Met"},
}
THINGS = {
    "state/russia": ("State", {"en": "Russia", "fa": "روسیه"}),
    "state/iran": ("State", {"en": "Iran", "fa": "ایران"}),
    "topic/sanctions": ("Topic", {"en": "sanctions"}),
    "topic/idlib": ("Topic", {"en": "situation in Idlib"}),
    "process/astana": ("Process", {"en": "Astana process"}),
}
# Slug, status, first and last day, confidence, who took part for which state, and what it was about.
EVENTS = (
    (
        "jan",
        "held",
        "2020-01-10",
        0.95,
        (("lavrov", "russia"), ("zarif", "iran")),
        ("topic/sanctions", "process/astana"),
    ),
    ("mar", "planned", "2020-03-05", 0.62, (("zarif", "iran"), ("pedersen", None)), ("topic/idlib",)),
    ("jun", "cancelled", "2020-06-20", 0.81, (("pedersen", None), ("kaliyev", None)), ("topic/idlib",)),
    ("some", "held", None, 0.7, (("kaliyev", None), ("lavrov", "russia")), ()),
)


def iri(short: str) -> str:
    """The IRI of a node of the story."""
    return DATA + short


def analyst_store() -> MemoryStore:
    """The story in a store."""
    return store_of((*_nodes(), *(triple for event in EVENTS for triple in _event(*event)), *_evidence(), *_tie()))


def _nodes():
    things = THINGS | {f"person/{slug}": ("Person", names) for slug, names in PEOPLE.items()}
    for short, (kind, names) in things.items():
        yield Triple(iri(short), RDF + "type", DIPLO + kind)
        for language, name in names.items():
            yield Triple(iri(short), LABEL, Literal(name, language=language))


def _event(slug, status, day, confidence, people, about):
    event = iri(f"event/{slug}")
    yield from (Triple(event, RDF + "type", DIPLO + name) for name in ("Event", "Meeting"))
    yield Triple(event, LABEL, Literal(f"Meeting {slug}", language="en"))
    yield Triple(event, DIPLO + "status", DIPLO + status)
    yield Triple(event, DIPLO + "confidence", Literal(str(confidence)))
    for name in ("earliest", "latest") if day else ():
        yield Triple(event, DIPLO + name, Literal(day, DATE))
    for thing in about:
        yield Triple(event, DIPLO + thing.partition("/")[0], iri(thing))
    for who, state in people:
        part = iri(f"participation/{slug}-{who}")
        yield Triple(event, DIPLO + "participation", part)
        yield Triple(part, RDF + "type", DIPLO + "Participation")
        yield Triple(part, DIPLO + "participant", iri(f"person/{who}"))
        if state:
            yield Triple(part, DIPLO + "onBehalfOf", iri(f"state/{state}"))


def _evidence():
    found, article = iri("evidence/jan"), iri("article/jan")
    yield Triple(iri("event/jan"), DIPLO + "evidence", found)
    yield Triple(found, RDF + "type", DIPLO + "Evidence")
    yield Triple(found, DIPLO + "quote", Literal(QUOTE, language="ar"))
    yield Triple(found, DIPLO + "confidence", Literal("0.87"))
    yield Triple(found, DIPLO + "article", article)
    yield Triple(article, RDF + "type", DIPLO + "Article")
    yield Triple(article, DCTERMS + "title", Literal(TITLE, language="ar"))
    yield Triple(article, DIPLO + "site", Literal("Example Wire"))
    yield Triple(article, DIPLO + "published", Literal("2020-01-11"))
    yield Triple(article, SCHEMA + "url", Literal("https://wire.example/1"))


def _tie():
    tie = iri("tie/jan")
    yield Triple(tie, RDF + "type", DIPLO + "Tie")
    yield Triple(tie, RDF + "subject", iri("person/lavrov"))
    yield Triple(tie, RDF + "predicate", DIPLO + "met")
    yield Triple(tie, RDF + "object", iri("person/zarif"))
    yield Triple(tie, DIPLO + "fromEvent", iri("event/jan"))
