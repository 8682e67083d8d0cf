"""Finds what a reader wants a picture of: the answer to a question or a query, or what has a name."""

from collections.abc import Mapping

from kg_ontology import DATA

from kg.errors import QueryError, QuestionError
from kg.model import Iri
from kg.questions import Sort, question, question_nodes
from kg.questions.find import find
from kg.store.asking import Asked, answer
from kg.store.base import Store, Table
from kg.view.selection import Selection
from kg.view.words import clean, isolate


def of_question(store: Store, name: str, parameters: Mapping[str, str]) -> Selection:
    """The nodes that the answer to a named question tells of; raises QuestionError as ``kg.questions.ask`` does."""
    given = [value for parameter, value in parameters.items() if parameter != "language"]
    return Selection(
        question_nodes(store, name, parameters), heading=" ".join((question(name).title, *map(_told, given)))
    )


def of_query(store: Store, sparql: str, seconds: float | None = None) -> Selection:
    """The nodes that a SPARQL query returns in any column, or as subjects and objects.

    Raises:
        QueryError: it is malformed, takes too long, or its answer holds rows but no node of the graph.
    """
    found = answer(store, Asked(sparql, seconds=seconds)).found
    columns = found.columns if isinstance(found, Table) else ("subject", "object")
    rows = found.rows if isinstance(found, Table) else tuple((fact.subject, fact.object) for fact in found)
    nodes = frozenset(cell for row in rows for cell in row if isinstance(cell, str) and cell.startswith(DATA))
    if rows and not nodes:
        asked = ", ".join(f"?{name}" for name in columns)
        raise QueryError(
            f"the query returns no node of the graph in {asked}, only values; select nodes as well: ?event"
        )
    return Selection(nodes)


def of_names(store: Store, names: Mapping[Sort, str], depth: int) -> Selection:
    """The nodes that are called so, of each kind those that fit, with what is around them.

    Raises:
        QuestionError: nothing of that kind has such a name, or several events begin with the letters of an id.
    """
    found = frozenset(iri for kind, name in names.items() for iri in _called(store, kind, name))
    return Selection(found, depth, " · ".join(map(_told, names.values())))


def _called(store: Store, kind: Sort, name: str) -> tuple[Iri, ...]:
    found = find(store, kind, name)
    if kind is Sort.EVENT and len(found) > 1:
        raise QuestionError(f"'{name}' fits {len(found)} events; give more letters of the id")
    if not found:
        where = "kg events lists their ids" if kind is Sort.EVENT else "kg view without a name draws all that there is"
        raise QuestionError(f"there is no {kind} '{name}' in the graph; {where}")
    return found


def _told(value: str) -> str:
    """What was typed, as a part of a heading."""
    return isolate(clean(value))
