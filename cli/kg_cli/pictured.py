"""The options of ``kg view`` for pictures other than the graph, and what they draw."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

import click

from kg_cli.options import first_day, last_day

Decorated = TypeVar("Decorated", bound=Callable[..., Any])

_OPTIONS = (
    click.option("--timeline", is_flag=True, help="Draw the events on an axis of time instead."),
    click.option("--pair", nargs=2, metavar="A B", help="In these pictures: only events in which both take part."),
    click.option("--from", "since", type=first_day, metavar="DAY", help="Only on this day or later (2020-10)."),
    click.option("--to", "until", type=last_day, metavar="DAY", help="Only on this day or earlier."),
    click.option(
        "--by", type=click.Choice(("process", "pair")), help="What a lane of the timeline is.  [default: process]"
    ),
    click.option("--between", type=click.Choice(("person", "state")), help="Pairs of what.  [default: person]"),
)

PICTURES = ("timeline",)
_NEEDS_PICTURE = {"pair": "--pair", "since": "--from", "until": "--to", "by": "--by", "between": "--between"}


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
        for name, option in _NEEDS_PICTURE.items():
            if getattr(self, name) and not self.picture and not (graph.get("what") and option in ("--from", "--to")):
                raise click.UsageError(f"{option} goes with {' or '.join(f'--{each}' for each in PICTURES)}.")

    @property
    def parameters(self) -> tuple[str, ...]:
        """The days as they are typed after a question."""
        days = (("--from", self.since), ("--to", self.until))
        return tuple(word for name, day in days if day for word in (name, day.isoformat()))


def picture_options(command: Decorated) -> Decorated:
    """The options of all pictures."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def draw(store: Any, output: Path, asked: Asked, language: str) -> str:
    """Write the picture that was asked for; returns a sentence about it. Raises like ``kg.view.pictures.page``."""
    from kg.reports.company import Between
    from kg.reports.timeline import Subject
    from kg.view.pictures.choosing import Choice
    from kg.view.pictures.lanes import By
    from kg.view.pictures.page import write_timeline

    choice = Choice(Subject(asked.person, asked.process, asked.pair), asked.since, asked.until)
    drawn = write_timeline(
        store,
        output,
        choice,
        by=By(asked.by or "process"),
        between=Between(asked.between or "person"),
        language=language,
    )
    left_out = f"; {drawn.left_out} more left out" if drawn.left_out else ""
    return f"{output}: {drawn.events} events{left_out}"
