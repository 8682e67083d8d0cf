"""Turns the facts of a user's authority file into the triples of its ledger, and back."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from urllib.parse import quote

from kg_ontology import DATA, PREFIXES

from kg.authority.dates import when
from kg.authority.model import Fact
from kg.facts.vocabulary import INTEGER, LANGUAGE, TYPE, diplo
from kg.model import Iri, Literal, Triple
from kg.resolve.iris import hashed, known

_SOURCE = PREFIXES["dcterms"] + "source"
_ID, _PROPERTY, _VALUE = diplo("factId"), diplo("factProperty"), diplo("factValue")
_FROM, _TO, _POSITION = diplo("factFrom"), diplo("factTo"), diplo("position")


def ledger_iri(name: str) -> Iri:
    """The named graph that holds the file of this name."""
    return f"{DATA}authority/{quote(name, safe='-._~', errors='replace')}"


def ledger_triples(name: str, facts: Iterable[Fact]) -> tuple[Triple, ...]:
    """What the ledger of a file says: its name, and each row as a node of its own.

    A node is named by what its row says, so that a file with one row changed is the old one but for this row.
    """
    ledger = ledger_iri(name)
    head = (
        Triple(ledger, TYPE, diplo("AuthorityFile")),
        Triple(ledger, diplo("fileName"), Literal(name)),
    )
    rows = (triple for position, fact in enumerate(facts, 1) for triple in _row(ledger, position, fact))
    return (*head, *rows)


def ledger_facts(triples: Iterable[Triple]) -> tuple[Fact, ...]:
    """The facts that a ledger holds, in the order of the file."""
    rows: defaultdict[Iri, dict[Iri, str]] = defaultdict(dict)
    for triple in triples:
        if isinstance(triple.object, Literal):
            rows[triple.subject][triple.predicate] = triple.object.value
    told = sorted((cells for cells in rows.values() if _ID in cells), key=lambda cells: int(cells[_POSITION]))
    return tuple(_fact(cells) for cells in told)


def ledger_name(triples: Iterable[Triple]) -> str | None:
    """The name of the file that a ledger holds."""
    names = (triple.object for triple in triples if triple.predicate == diplo("fileName"))
    return next((name.value for name in names if isinstance(name, Literal)), None)


def _row(ledger: Iri, position: int, fact: Fact) -> Iterator[Triple]:
    told = (fact.id, fact.property, fact.value, fact.language, fact.start.text, fact.end.text, fact.source)
    node = f"{ledger}/{hashed(*told)}"
    yield Triple(node, TYPE, diplo("AuthorityFact"))
    yield Triple(node, diplo("about"), known(fact.id))
    yield Triple(node, _POSITION, Literal(str(position), INTEGER))
    for predicate, text in zip((_ID, _PROPERTY, _VALUE, LANGUAGE, _FROM, _TO, _SOURCE), told, strict=True):
        if text:
            yield Triple(node, predicate, Literal(text))


def _fact(cells: Mapping[Iri, str]) -> Fact:
    start, end = when(cells.get(_FROM, "")), when(cells.get(_TO, ""))
    language, source = cells.get(LANGUAGE, ""), cells.get(_SOURCE, "")
    return Fact(cells[_ID], cells[_PROPERTY], cells[_VALUE], language, start, end, source)
