"""Asks a named question in SPARQL or in Cypher: reads the parameters, completes the query, and shows nodes by name."""

from collections.abc import Mapping, Sequence

from kg_ontology import DATA

from kg.model import Iri
from kg.projection.base import Cell, Engine, Records
from kg.questions.answers import Answer, ordered
from kg.questions.catalogue import Question, question
from kg.questions.sources import Source, StoreSource
from kg.questions.values import checked, terms
from kg.store.base import Store
from kg.store.names import Names


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


def ask_cypher(
    engine: Engine, name: str, parameters: Mapping[str, str] | None = None, kept: Names | None = None
) -> Records:
    """Answer a question by name in Cypher; the same rows as ``ask`` gives of the same graph.

    Args:
        engine: the property graph to ask.
        name: one of ``names()``.
        parameters: what narrows the question.
        kept: the names that the graph's store keeps, in which nodes are found sooner; those of another state are left alone.

    Raises:
        QuestionError: as with ``ask``.
    """
    # Who asks in SPARQL loads nothing of property graphs.
    from kg.questions.enginesource import EngineSource

    return _answer(EngineSource(engine, kept), name, parameters or {})


def question_nodes(store: Store, name: str, parameters: Mapping[str, str] | None = None) -> frozenset[Iri]:
    """The nodes of the graph that the answer to a question tells of, in any column.

    Raises:
        QuestionError: as with ``ask``.
    """
    told = _told(StoreSource(store), question(name), checked(question(name), parameters or {}))
    return frozenset(cell for cells in told.cells for cell in cells if isinstance(cell, str) and cell.startswith(DATA))


def _answer(source: Source, name: str, parameters: Mapping[str, str]) -> Records:
    asked = question(name)
    given = checked(asked, parameters)
    told = _told(source, asked, given)
    return Records(told.columns, tuple(zip(*_named(source, told, asked.named, given["language"].lower()), strict=True)))


def _told(source: Source, asked: Question, given: Mapping[str, str]) -> Answer:
    """The answer in which nodes are told by their IRIs."""
    read = {each.name: terms(source, each, given[each.name]) for each in asked.parameters if each.name in given}
    return ordered(source.answer(asked, read), asked.ordered)


def _named(source: Source, told: Answer, shown: tuple[str, ...], language: str) -> Sequence[Sequence[Cell]]:
    """The columns of the answer, in some of which nodes are replaced by their names; what has no name stays an IRI."""
    columns = dict(zip(told.columns, told.cells, strict=False))
    # Column by column: long answers name the same nodes again and again.
    each = {name: set(columns[name]) for name in shown if name in columns}
    nodes = {cell for cells in each.values() for cell in cells if isinstance(cell, str) and cell.startswith(DATA)}
    names: dict[Cell, Cell] = dict(source.names(sorted(nodes), language).items())
    for name, cells in each.items():
        told_as = {cell: names.get(cell, cell) for cell in cells}
        columns[name] = list(map(told_as.__getitem__, columns[name]))
    return tuple(columns.values())
