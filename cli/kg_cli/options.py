"""Options that several commands share."""

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any, TypeVar

import click

FORMATS = ("table", "csv", "tsv", "json")

Decorated = TypeVar("Decorated", bound=Callable[..., Any])


class Day(click.ParamType):
    """A day such as 2020-10-21; also a month or a year, which stands for its first or its last day."""

    name = "day"

    def __init__(self, *, last: bool = False) -> None:
        """Choose whether a month or a year stands for its last day instead of its first."""
        self._last = last

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Read a day, or fail with what was expected."""
        if isinstance(value, date):
            return value
        parts = str(value).count("-") + 1
        try:
            first = date.fromisoformat(str(value) + "-01" * (3 - parts))
        except ValueError:
            self.fail(f"'{value}' is not a day: write 2020-10-21, 2020-10 or 2020.", param, ctx)
        return _last_day(first, parts) if self._last else first


def store_option(command: Decorated) -> Decorated:
    """``--store`` after the command as well; passes the path on as ``store``."""
    return click.option(
        "--store",
        type=click.Path(path_type=Path),
        metavar="FOLDER",
        callback=_store,
        help="The folder that holds the graph; the same as before the command.",
    )(command)


def format_option(command: Decorated) -> Decorated:
    """``--format`` for answers that are tables; passes the name on as ``format``."""
    return click.option(
        "--format",
        "-f",
        type=click.Choice(FORMATS),
        default="table",
        show_default=True,
        help="How to print the answer.",
    )(command)


def language_option(command: Decorated) -> Decorated:
    """``--language`` for the labels of people, places and topics; passes the code on as ``language``."""
    return click.option(
        "--language",
        default="en",
        show_default=True,
        metavar="CODE",
        help="Labels in this language where there are any.",
    )(command)


def quiet_option(command: Decorated) -> Decorated:
    """``--quiet``: nothing but errors; passes it on as ``quiet``."""
    return click.option("--quiet", "-q", is_flag=True, help="Print nothing but errors.")(command)


def _store(ctx: click.Context, param: click.Parameter, value: Path | None) -> Path:
    """The folder named after the command, else before it, else by KG_STORE or the default."""
    return value if value is not None else Path(ctx.find_root().params["store"])


def _last_day(first: date, parts: int) -> date:
    """The last day of the year (one part), month (two) or day (three) that begins on a day."""
    if parts == 1:
        return first.replace(month=12, day=31)
    if parts == 2:
        return date(first.year + first.month // 12, first.month % 12 + 1, 1) - timedelta(days=1)
    return first
