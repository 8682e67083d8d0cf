"""Answers what ``kg query`` is asked, and says where an answer was cut."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import click

from kg.projection.base import Engine
from kg.store.asking import Asked, answer
from kg.store.base import Table
from kg_cli.options import Place
from kg_cli.output import Answer, print_answer
from kg_cli.parameters import plain_values, terms
from kg_cli.reading import reading
from kg_cli.records import answer_of_records
from kg_cli.terminal import unspoilt
from kg_cli.terms import answer_of


@dataclass(frozen=True, slots=True)
class Request:
    """A query as it was typed, with all that was said of how to answer it; None where nothing bounds it."""

    text: str
    parameters: tuple[str, ...]
    seconds: float | None
    limit: int | None
    format: str
    store: Place


def ask_sparql(asked: Request) -> None:
    """Print a table, or for CONSTRUCT and DESCRIBE Turtle."""
    from kg.export.triples import write_triples

    wanted = Asked(asked.text, terms(asked.parameters), asked.seconds, asked.limit)
    with reading(asked.store) as graph:
        told = answer(graph, wanted)
    if isinstance(told.found, Table):
        print_answer(answer_of(told.found, asked.format), asked.format)
    elif asked.format == "table":
        write_triples(told.found, sys.stdout.buffer)
    else:
        rows = tuple((fact.subject, fact.predicate, fact.object) for fact in told.found)
        print_answer(answer_of(Table(("subject", "predicate", "object"), rows), asked.format), asked.format)
    _tell_cut(told.cut, asked.limit)


def annotate(update: str, store: Place) -> None:
    """Write notes by a SPARQL update, and say where they are."""
    from kg.store.opening import open_store
    from kg_cli.terms import abbreviate

    with open_store(store) as graph:
        names = graph.annotate(update)
    click.echo(f"written to {', '.join(map(abbreviate, names))}", err=True)


def ask_cypher(asked: Request) -> None:
    """Print a table of what the property graph answers."""
    values = plain_values(asked.parameters)
    with _engine(asked.store) as engine:
        found = engine.cypher(asked.text, values, seconds=asked.seconds, limit=asked.limit)
    print_answer(answer_of_records(found, asked.format), asked.format)
    for note in found.notes:
        click.echo(f"kg: note: {note}", err=True)
    _tell_cut(found.cut, asked.limit)


def explain_sparql(asked: Request) -> None:
    """Print the query as the store would get it, and the steps of the SPARQL algebra that it stands for."""
    from kg.reports.algebra import algebra
    from kg.store.parameters import bound

    text = bound(asked.text, terms(asked.parameters))
    steps = algebra(text)
    if asked.format != "table":
        return print_answer(Answer(("step",), [(step,) for step in steps]), asked.format)
    click.echo(f"SPARQL, asked of {asked.store}:\n")
    click.echo("\n".join(map(unspoilt, text.strip().splitlines())))
    click.echo("\nSteps, the outermost first; the engine chooses the order of joins:\n")
    click.echo("\n".join(map(unspoilt, steps)))


def explain_cypher(asked: Request) -> None:
    """Print the plan of the engine."""
    from kg.projection.dialect import planning

    values = plain_values(asked.parameters)
    with _engine(asked.store) as engine:
        found = engine.cypher(planning(asked.text), values, seconds=asked.seconds)
    print_answer(answer_of_records(found, asked.format), asked.format)


@contextmanager
def _engine(store: Place) -> Iterator[Engine]:
    from kg.projection.opening import filled_elsewhere, property_graph

    engine = filled_elsewhere(store)
    if engine is None:
        with reading(store) as graph:
            engine, _ = property_graph(graph, store)
    try:
        yield engine
    finally:
        engine.close()


def _tell_cut(cut: bool, limit: int | None) -> None:
    if cut:
        click.echo(
            f"kg: note: only the first {limit} are shown: --limit 0 shows all, --limit ROWS more or fewer", err=True
        )
