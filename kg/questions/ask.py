"""Asks a named question: reads the parameters, completes the query with proper terms, and shows nodes by name."""

import calendar
import re
from collections.abc import Mapping
from datetime import date

from kg_ontology import DATA, PREFIXES

from kg.errors import QuestionError
from kg.model import Iri, Literal
from kg.questions.catalogue import Parameter, Question, Sort, question
from kg.questions.find import find
from kg.store.base import Store, Table, Term
from kg.store.terms import term

_NOBODY = DATA + "nobody"
_DATE = PREFIXES["xsd"] + "date"
_TAG = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")
_DAY = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)
# A line of a query that counts only with, or only without, a parameter: "#+[person] VALUES ?person { $person }".
_LINE = re.compile(r"^[ \t]*#([+-])\[(\w+)\] (.*)$", re.MULTILINE)
_SLOT = re.compile(r"\$(\w+)")
_BATCH = 500


def ask(store: Store, name: str, parameters: Mapping[str, str] | None = None) -> Table:
    """Answer a question by name; a name that fits nobody gives an empty table.

    Args:
        store: the graph to ask.
        name: one of ``names()``.
        parameters: what narrows the question, by the names that ``question(name).parameters`` tells.

    Raises:
        QuestionError: there is no such question or parameter, one is missing, or a value can't be read.
    """
    asked = question(name)
    given = _checked(asked, parameters or {})
    terms = {each.name: _terms(store, each, given[each.name]) for each in asked.parameters if each.name in given}
    return _named(store, store.select(complete(asked.query, terms)), asked.named, given["language"].lower())


def complete(query: str, terms: Mapping[str, tuple[Term, ...]]) -> str:
    """The text of a query with the terms of the parameters that are given, each written as SPARQL writes it."""

    def line(found: re.Match[str]) -> str:
        sign, name, text = found.groups()
        if (sign == "+") != (name in terms):
            return ""
        return _SLOT.sub(lambda slot: " ".join(str(term(each)) for each in terms[slot[1]]), text)

    return _LINE.sub(line, query)


def _checked(asked: Question, parameters: Mapping[str, str]) -> dict[str, str]:
    known = [each.name for each in asked.parameters]
    for name in parameters:
        if name not in known:
            raise QuestionError(f"'{asked.name}' has no parameter '{name}'; it has: {', '.join(known)}")
    # A byte of a command line that is no text arrives as half a surrogate pair, which no query can hold.
    told = {name: value.encode("utf-8", "replace").decode().strip() for name, value in parameters.items()}
    given = {"language": "en"} | {name: value for name, value in told.items() if value}
    for each in asked.parameters:
        if each.required and each.name not in given:
            raise QuestionError(f"'{asked.name}' needs --{each.name}: {each.help}")
    if not _TAG.fullmatch(given["language"]):
        raise QuestionError(f"'{given['language']}' is not a language tag; give one such as en, ar, fa or ru")
    return given


def _terms(store: Store, parameter: Parameter, value: str) -> tuple[Term, ...]:
    if parameter.kind is Sort.LANGUAGE:
        return (Literal(value.lower()),)
    if parameter.kind in (Sort.FROM, Sort.TO):
        return (Literal(_day(parameter, value).isoformat(), _DATE),)
    found = find(store, parameter.kind, value)
    if parameter.kind is Sort.EVENT and len(found) > 1:
        raise QuestionError(f"'{value}' fits {len(found)} events; give more letters of the id")
    # rdflib fails on a VALUES without values.
    return found or (_NOBODY,)


def _day(parameter: Parameter, value: str) -> date:
    """The first or, for an end, the last day of a day, month or year."""
    told = _DAY.fullmatch(value)
    ends = parameter.kind is Sort.TO
    try:
        if told is None:
            raise ValueError(value)
        year, month = int(told[1]), int(told[2] or (12 if ends else 1))
        return date(year, month, int(told[3] or (calendar.monthrange(year, month)[1] if ends else 1)))
    except (ValueError, calendar.IllegalMonthError) as error:
        raise QuestionError(f"--{parameter.name} '{value}' is not a date; give 2020-10-14, 2020-10 or 2020") from error


def _named(store: Store, table: Table, shown: tuple[str, ...], language: str) -> Table:
    """The table with nodes replaced by their names in some columns; what has no name stays an IRI."""
    places = [place for place, column in enumerate(table.columns) if column in shown]
    nodes = {str(row[place]) for row in table.rows for place in places if row[place] is not None}
    names = _names(store, sorted(nodes), language)
    rows = (
        tuple(names.get(str(cell), cell) if place in places else cell for place, cell in enumerate(row))
        for row in table.rows
        # rdflib makes an empty row of no groups at all.
        if any(cell is not None for cell in row)
    )
    return Table(table.columns, tuple(rows))


def _names(store: Store, nodes: list[Iri], language: str) -> dict[Iri, Literal]:
    """The best name of each node: in the language asked for, else in English, else any; of several the first in order."""
    best: dict[Iri, tuple[int, str, Literal]] = {}
    for start in range(0, len(nodes), _BATCH):
        iris = " ".join(str(term(node)) for node in nodes[start : start + _BATCH])
        for node, label in store.select(
            f"SELECT ?node ?label WHERE {{ VALUES ?node {{ {iris} }} ?node rdfs:label ?label }}"
        ).rows:
            if isinstance(label, Literal):
                rank = 0 if label.language == language else 1 if label.language == "en" else 2
                candidate = (rank, label.value, label)
                best[str(node)] = min(best.get(str(node), candidate), candidate, key=lambda each: each[:2])
    return {node: label for node, (_, _, label) in best.items()}
