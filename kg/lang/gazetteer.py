"""The gazetteers that all language packs share: states, cities, organisations, processes and topics with their names."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from operator import itemgetter

from kg.authority.starter import starter_facts

KINDS = ("territories", "cities", "organizations", "processes", "topics")
LANGUAGES = ("ar", "en", "fa", "ru")
_PEOPLE = "people.csv"

Forms = tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that texts name.

    ``id`` is the end of its IRI (``state/SY``, ``place/tehran``), ``name`` its English name, ``country`` the id of the state
    where it lies, ``seat`` that in whose own politics a party or a union takes part,
    ``broader`` the id of the topic of which a topic is a part. ``forms`` and ``adjectives`` pair a language with the spellings known in it, the usual one first: Arabic
    demonyms are masculine, singular and indefinite, Russian ones are stems. ``ambiguous`` lists those of them that are
    ordinary words or other names as well. ``type`` is what an organisation or process is, ``sources`` public pages that tell of it and were
    read, the plainest first.
    """

    id: str
    kind: str
    name: str
    country: str | None = None
    seat: str | None = None
    broader: str | None = None
    capital: bool = False
    type: str | None = None
    forms: Forms = ()
    adjectives: Forms = ()
    ambiguous: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()

    def names(self, language: str) -> tuple[str, ...]:
        """The spellings of its name in a language, the usual one first."""
        return dict(self.forms).get(language, ())

    def demonyms(self, language: str) -> tuple[str, ...]:
        """The adjectives (stems in Russian) made from its name in a language."""
        return dict(self.adjectives).get(language, ())


@cache
def entries(kind: str) -> tuple[Entry, ...]:
    """All entries of a kind (one of ``KINDS``) in the order of the file."""
    return tuple(_entry(kind, row) for row in _rows(kind))


@cache
def forms(kind: str, language: str) -> tuple[tuple[str, Entry], ...]:
    """Every spelling of a kind's names in a language, with the entry that it names."""
    return tuple((form, entry) for entry in entries(kind) for form in entry.names(language))


@cache
def adjectives(kind: str, language: str) -> tuple[tuple[str, Entry], ...]:
    """Every adjective (stem in Russian) of a kind's entries in a language, with the entry that it belongs to."""
    return tuple((form, entry) for entry in entries(kind) for form in entry.demonyms(language))


@cache
def _by_id() -> dict[str, Entry]:
    return {entry.id: entry for kind in KINDS for entry in entries(kind)}


def entry(identifier: str) -> Entry | None:
    """The entry with this id, or None."""
    return _by_id().get(identifier)


@cache
def people() -> Mapping[str, Entry]:
    """For whom leaders and diplomats speak whom news name without their state, by the Latin form of their whole names."""
    told = [(row["name"], entry(row["speaks_for"])) for row in _rows("people")]
    facts = starter_facts(_PEOPLE)
    names = {fact.id: fact.value for fact in facts if fact.property == "name" and fact.language == "en"}
    told += [(names[fact.id], entry(fact.value)) for fact in facts if fact.property == "speaks_for"]
    return {name: side for name, side in sorted(told, key=itemgetter(0)) if side is not None}


@cache
def summit_bodies() -> Mapping[str, Entry]:
    """The bodies whose members meet at the summits that processes are, by the ids of these."""
    found = ((row["process"], entry(row["body"])) for row in _rows("summits"))
    return {process: body for process, body in found if body is not None}


@cache
def track_parties() -> Mapping[str, tuple[frozenset[str], frozenset[str]]]:
    """Who takes part in the rounds of a track whenever named, and of which states only bodies do, by the ids of processes."""
    return {
        row["process"]: (frozenset(_split(row["parties"])), frozenset(_split(row["sides"]))) for row in _rows("tracks")
    }


def _rows(kind: str) -> Iterator[dict[str, str]]:
    text = files("kg.lang").joinpath("gazetteer", f"{kind}.tsv").read_text("utf-8")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    columns = lines[0].split("\t")
    for line in lines[1:]:
        yield dict(zip(columns, line.split("\t"), strict=True))


def _entry(kind: str, row: dict[str, str]) -> Entry:
    return Entry(
        id=row["id"],
        kind=kind,
        name=row["name"],
        country=row.get("country") or None,
        seat=row.get("seat") or None,
        broader=row.get("broader") or None,
        capital=row.get("capital") == "yes",
        type=row.get("type") or None,
        forms=_forms(row, ""),
        adjectives=_forms(row, "_adjectives"),
        ambiguous=_split(row.get("ambiguous")),
        sources=_split(row.get("source")),
    )


def _forms(row: dict[str, str], suffix: str) -> Forms:
    pairs = ((language, _split(row.get(language + suffix))) for language in LANGUAGES)
    return tuple((language, spellings) for language, spellings in pairs if spellings)


def _split(cell: str | None) -> tuple[str, ...]:
    return tuple(cell.split("|")) if cell else ()
