"""Shows how far long work has come: on a terminal only, and never among the output."""

import sys
from collections.abc import Iterable, Iterator
from typing import TypeVar

Item = TypeVar("Item")


def track(items: Iterable[Item], what: str, *, quiet: bool) -> Iterator[Item]:
    """Pass items on, counting them on stderr as they are done."""
    if quiet or not sys.stderr.isatty():
        yield from items
        return
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), TextColumn("{task.description} {task.completed}"), TimeElapsedColumn())
    console = Console(file=sys.stderr)
    # Lines printed meanwhile go above the counter, but only where both share the terminal: a pipe must get its own.
    with Progress(*columns, console=console, transient=True, redirect_stdout=sys.stdout.isatty()) as bar:
        task = bar.add_task(what, total=None)
        for item in items:
            yield item
            bar.advance(task)


def say(line: str, *, err: bool = False) -> None:
    """Print a line while work goes on: above the counter, if there is one.

    ``click.echo`` would go round the counter's stand-in for the stream and write into the counter's line.
    """
    stream = sys.stderr if err else sys.stdout
    stream.write(f"{line}\n")
