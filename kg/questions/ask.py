"""Asks a named question in SPARQL or in Cypher: reads the parameters, completes the query, and shows nodes by name."""

from collections.abc import Mapping, Sequence

from kg_ontology import DATA

from kg.model import Iri
from kg.projection.base import Cell, Engine, Records
from kg.questions.answers import Answer, ordered
from kg.questions.catalogue import Parameter, Question, question
from kg.questions.sources import Source, StoreSource
from kg.questions.values import NOBODY, checked, refuse_reversed, terms
from kg.store.base import Store, Term
from kg.store.names import Names


def ask(store: Store, name: str, parameters: Mapping[str, str] | None = None) -> Records:
    """Answer a question by name in SPARQL; a name that nothing bears gives no rows, and ``notes`` say so, with names near it.

    Args:
        store: the graph to ask.
        name: one of ``names()``.
        parameters: what narrows the question, by the names that ``question(name).parameters`` tells.

    Raises:
        QuestionError: there is no such question or parameter, one is missing or empty, or a value can't be read.
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
    asked, source = question(name), StoreSource(store)
    told = _told(source, asked, _read(source, asked, checked(asked, parameters or {})))
    return frozenset(cell for cells in told.cells for cell in cells if isinstance(cell, str) and cell.startswith(DATA))


def _answer(source: Source, name: str, parameters: Mapping[str, str]) -> Records:
    asked = question(name)
    given = checked(asked, parameters)
    read = _read(source, asked, given)
    told = _told(source, asked, read)
    rows = tuple(zip(*_named(source, told, asked.named, given["language"].lower()), strict=True))
    values = {each: given[each.name] for each in asked.parameters if each.name in read and each.kind.of_nodes}
    lost = [each for each in values if _is_lost(source, read[each.name], answered=bool(rows))]
    return Records(told.columns, rows, notes=tuple(_unborne(source, each, values[each]) for each in lost))


def _unborne(source: Source, parameter: Parameter, value: str) -> str:
    # Who asks for what there is doesn't load what looks for near names.
    from kg.questions.unknown import unborne

    return unborne(source, parameter, value)


def _is_lost(source: Source, nodes: tuple[Term, ...], *, answered: bool) -> bool:
    """Whether a value means no node of the graph; an IRI is taken as it is, and looked for only where there is no answer."""
    return nodes == NOBODY or (not answered and len(nodes) == 1 and not source.names(list(map(str, nodes)), "en"))


def _read(source: Source, asked: Question, given: Mapping[str, str]) -> Mapping[str, tuple[Term, ...]]:
    read = {each.name: terms(source, each, given[each.name]) for each in asked.parameters if each.name in given}
    refuse_reversed(asked, read)
    return read


def _told(source: Source, asked: Question, read: Mapping[str, tuple[Term, ...]]) -> Answer:
    """The answer in which nodes are told by their IRIs."""
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
