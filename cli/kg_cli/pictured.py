"""The options of ``kg view`` for pictures other than the graph, and what they draw."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from kg_cli.options import first_day, last_day

if TYPE_CHECKING:
    from kg.store.base import Store
    from kg.view.pictures.choosing import Choice
    from kg.view.pictures.page import Drawn

Decorated = TypeVar("Decorated", bound=Callable[..., Any])

BY = {"timeline": ("process", "pair"), "readouts": ("outlet", "language", "article")}
"""What --by may say of each picture; the first is what counts otherwise."""

_CHOICE = (
    click.option(
        "--pair", nargs=2, metavar="A B", help="Only events in which both take part: persons, states or organizations."
    ),
    click.option("--from", "since", type=first_day, metavar="DAY", help="Only on this day or later (2020-10)."),
    click.option("--to", "until", type=last_day, metavar="DAY", help="Only on this day or earlier."),
    click.option("--between", type=click.Choice(("person", "state")), help="Pairs of what.  [default: person]"),
)
_OPTIONS = (
    click.option("--timeline", is_flag=True, help="Draw the events on an axis of time instead."),
    click.option("--matrix", is_flag=True, help="Draw who met whom how often instead."),
    click.option("--map", is_flag=True, help="Draw where events took place instead, on an outline of the world."),
    click.option(
        "--readouts", metavar="ID", help="Lay the accounts of this event side by side instead, as kg compare does."
    ),
    click.option(
        "--by",
        type=click.Choice(tuple(by for choices in BY.values() for by in choices)),
        help="What a lane of the timeline is (process, pair), or a column of the readouts.  [default: process; outlet]",
    ),
)

PICTURES = ("timeline", "matrix", "map", "readouts")
_OF_EVENTS = ("timeline", "matrix", "map")
_DAYS = {"since": "--from", "until": "--to"}
_GOES_WITH = {
    "pair": _OF_EVENTS,
    "since": _OF_EVENTS,
    "until": _OF_EVENTS,
    "by": tuple(BY),
    "between": ("timeline", "matrix"),
}


@dataclass(frozen=True, slots=True)
class Asked:
    """What was asked for; the names of the options are the fields."""

    person: str | None = None
    process: str | None = None
    pair: tuple[str, str] | None = None
    since: date | None = None
    until: date | None = None
    by: str | None = None
    between: str | None = None
    timeline: bool = False
    matrix: bool = False
    map: bool = False
    readouts: str | None = None

    @property
    def picture(self) -> str | None:
        """Which picture; None for the graph.

        Raises:
            click.UsageError: more than one.
        """
        chosen = [name for name in PICTURES if getattr(self, name)]
        if len(chosen) > 1:
            raise click.UsageError(f"--{chosen[0]} and --{chosen[1]} are two pictures: write one after the other.")
        return chosen[0] if chosen else None

    def check(self, **graph: object) -> None:
        """Refuse what doesn't go together; ``graph`` are the options and arguments that choose what the graph shows.

        Raises:
            click.UsageError: options or arguments that don't go together.
        """
        if self.picture:
            for name in (name for name, value in graph.items() if value):
                told = "a question or query" if name == "what" else f"--{name}"
                raise click.UsageError(f"{told} chooses what the graph shows; it doesn't go with --{self.picture}.")
        if self.readouts and (self.person or self.process):
            raise click.UsageError("--readouts is of one event: --person and --process don't go with it.")
        for name, pictures in _GOES_WITH.items():
            if getattr(self, name) and self.picture not in pictures and not (name in _DAYS and graph.get("what")):
                option = _DAYS.get(name, f"--{name}")
                raise click.UsageError(f"{option} goes with {' or '.join(f'--{each}' for each in pictures)}.")
        if self.by and self.by not in BY[self.picture or ""]:
            raise click.UsageError(
                f"--by {self.by} doesn't go with --{self.picture}: {' or '.join(BY[self.picture or ''])}."
            )

    @property
    def parameters(self) -> tuple[str, ...]:
        """The days as they are typed after a question."""
        days = (("--from", self.since), ("--to", self.until))
        return tuple(word for name, day in days if day for word in (name, day.isoformat()))


def picture_options(command: Decorated) -> Decorated:
    """The options of all pictures."""
    return _with(command, (*_OPTIONS, *_CHOICE))


def choice_options(command: Decorated) -> Decorated:
    """The options that choose events."""
    return _with(command, _CHOICE)


def _with(command: Decorated, options: Sequence[Callable[[Any], Any]]) -> Decorated:
    for option in reversed(options):
        command = option(command)
    return command


def draw(store: "Store", output: Path, asked: Asked, language: str) -> str:
    """Write the picture that was asked for; returns a sentence about it. Raises like ``kg.view.pictures.page``."""
    from kg.reports.columns import By as Columns
    from kg.reports.company import Between
    from kg.view.pictures.lanes import By
    from kg.view.pictures.page import write_map, write_matrix, write_readouts, write_timeline

    by = asked.by or BY.get(asked.picture or "", ("",))[0]
    between = Between(asked.between or "person")
    if asked.readouts:
        drawn = write_readouts(store, output, asked.readouts, by=Columns(by), language=language)
    elif asked.matrix:
        drawn = write_matrix(store, output, choice(asked), between=between, language=language)
    elif asked.map:
        drawn = write_map(store, output, choice(asked), language=language)
    else:
        drawn = write_timeline(store, output, choice(asked), by=By(by), between=between, language=language)
    return told(output, drawn)


def told(output: Path, drawn: "Drawn") -> str:
    """What was written, as a sentence."""
    left_out = f"; {drawn.left_out} more left out" if drawn.left_out else ""
    return f"{output}: {drawn.events} events{left_out}"


def choice(asked: Asked) -> "Choice":
    """Which events are meant."""
    from kg.reports.timeline import Subject
    from kg.view.pictures.choosing import Choice

    return Choice(Subject(asked.person, asked.process, asked.pair), asked.since, asked.until)
