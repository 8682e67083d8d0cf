"""Asks a named question in SPARQL or in Cypher: reads the parameters, completes the query, and shows nodes by name."""

from collections.abc import Mapping
from dataclasses import replace

from kg_ontology import DATA

from kg.model import Iri
from kg.projection.base import Engine, Records
from kg.questions.catalogue import Question, question
from kg.questions.sources import EngineSource, Source, StoreSource
from kg.questions.values import checked, terms
from kg.store.base import Store


def ask(store: Store, name: str, parameters: Mapping[str, str] | None = None) -> Records:
    """Answer a question by name in SPARQL; a name that fits nobody gives no rows.

    Args:
        store: the graph to ask.
        name: one of ``names()``.
        parameters: what narrows the question, by the names that ``question(name).parameters`` tells.

    Raises:
        QuestionError: there is no such question or parameter, one is missing, or a value can't be read.
    """
    return _answer(StoreSource(store), name, parameters or {})


def ask_cypher(engine: Engine, name: str, parameters: Mapping[str, str] | None = None) -> Records:
    """Answer a question by name in Cypher; the same rows as ``ask`` gives of the same graph.

    Raises:
        QuestionError: as with ``ask``.
    """
    return _answer(EngineSource(engine), name, parameters or {})


def question_nodes(store: Store, name: str, parameters: Mapping[str, str] | None = None) -> frozenset[Iri]:
    """The nodes of the graph that the answer to a question tells of, in any column.

    Raises:
        QuestionError: as with ``ask``.
    """
    told = _told(StoreSource(store), question(name), checked(question(name), parameters or {}))
    return frozenset(cell for row in told.rows for cell in row if isinstance(cell, str) and cell.startswith(DATA))


def _answer(source: Source, name: str, parameters: Mapping[str, str]) -> Records:
    asked = question(name)
    given = checked(asked, parameters)
    return _named(source, _told(source, asked, given), asked.named, given["language"].lower())


def _told(source: Source, asked: Question, given: Mapping[str, str]) -> Records:
    """The answer in which nodes are told by their IRIs."""
    read = {each.name: terms(source, each, given[each.name]) for each in asked.parameters if each.name in given}
    return _ordered(source.answer(asked, read), asked.ordered)


def _ordered(told: Records, columns: tuple[str, ...]) -> Records:
    """The answer with its rows in the order of some columns; as it is where there are none."""
    places = [told.columns.index(column) for column in columns]
    return replace(told, rows=tuple(sorted(told.rows, key=lambda row: [str(row[place] or "") for place in places])))


def _named(source: Source, told: Records, shown: tuple[str, ...], language: str) -> Records:
    """The answer with nodes replaced by their names in some columns; what has no name stays an IRI."""
    places = {place for place, column in enumerate(told.columns) if column in shown}
    nodes = {
        cell for row in told.rows for place in places if isinstance(cell := row[place], str) and cell.startswith(DATA)
    }
    names = source.names(sorted(nodes), language)
    rows = (
        tuple(names.get(str(cell), cell) if place in places else cell for place, cell in enumerate(row))
        for row in told.rows
    )
    return replace(told, rows=tuple(rows))
