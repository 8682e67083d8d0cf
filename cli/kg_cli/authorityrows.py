"""Lays out what the authority says as rows of plain values."""

from collections.abc import Iterable
from datetime import date

from kg.authority.authority import Authority
from kg.authority.model import Fact, Problem, Term, kind_of
from kg.authority.reconcile import Proposal
from kg_cli.options import Place
from kg_cli.output import Answer


def id_table(authority: Authority, kind: str | None) -> Answer:
    """All ids, or those of a kind, with their names."""
    wanted = (each for each in authority.ids() if kind in (None, kind_of(each)))
    rows = [(each, authority.name(each), authority.value(each, "wikidata"), len(authority.of(each))) for each in wanted]
    return Answer(("id", "name", "wikidata", "facts"), rows)


def file_table(store: Place) -> Answer:
    """The files that a store keeps."""
    from kg.store.authorities import names, read
    from kg_cli.reading import reading

    with reading(store) as graph:
        return Answer(("file", "facts"), [(name, len(read(graph, name))) for name in names(graph)])


def fact_table(facts: Iterable[Fact]) -> Answer:
    """Facts with their sources."""
    rows = [
        (one.property, one.value, one.language or None, one.start.text or None, one.end.text or None, one.source)
        for one in facts
    ]
    return Answer(("property", "value", "lang", "from", "to", "source"), rows)


def term_table(authority: Authority, terms: Iterable[Term]) -> Answer:
    """Terms with the names of persons and offices."""
    columns = ("person", "name", "office", "office_name", "from", "to", "source")
    rows = [
        (
            *(one.person, authority.name(one.person), one.office, authority.name(one.office)),
            *(one.start.text or None, one.end.text or None, one.source),
        )
        for one in terms
    ]
    return Answer(columns, rows)


def on_day(authority: Authority, identifier: str, on: date) -> tuple[Term, ...] | None:
    """The terms of a person or in an office that are sure on a day; None for what holds no office and is none."""
    if kind_of(identifier) == "office":
        return authority.holders(identifier, on)
    return authority.offices_of(identifier, on) if kind_of(identifier) == "person" else None


def problem_table(problems: Iterable[Problem]) -> Answer:
    """What is wrong with a file."""
    return Answer(("file", "line", "problem"), [(one.file, one.line or None, one.message) for one in problems])


def proposal_table(found: Iterable[Proposal]) -> Answer:
    """What a service proposes, and what of it was accepted."""
    columns = ("id", "name", "wikidata", "label", "description", "score", "match", "accepted")
    rows = [
        (
            *(one.id, one.name, one.candidate.id, one.candidate.name, one.candidate.description or None),
            *(one.candidate.score, one.candidate.match, one.accepted),
        )
        for one in found
    ]
    return Answer(columns, rows)
