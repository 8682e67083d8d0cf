"""Options that several commands share."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

import click

Place = Path | str
"""Where a store is: the folder that holds it, or the address of a server."""
FORMATS = ("table", "csv", "tsv", "json")

Decorated = TypeVar("Decorated", bound=Callable[..., Any])


class _PlaceType(click.Path):
    """A folder, or an address such as ``https://…``, which a path would spoil."""

    name = "place"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Leave an address as it is, and make a path of the rest, which can't be empty."""
        # An empty path would be the folder that one happens to work in.
        if isinstance(value, str) and not value.strip():
            self.fail("it is empty: give a folder, or the address of a server.", param, ctx)
        return value if isinstance(value, str) and "://" in value else super().convert(value, param, ctx)


PLACE = _PlaceType(path_type=Path)


def first_day(value: str) -> date:
    """The day that is meant by ``2020-10-21``, or the first day of ``2020-10`` or ``2020``.

    Raises:
        click.BadParameter: it is none of these.
    """
    try:
        return date.fromisoformat(value + "-01" * (2 - value.count("-")))
    except ValueError as error:
        raise click.BadParameter(f"'{value}' is not a day: write 2020-10-21, 2020-10 or 2020.") from error


def last_day(value: str) -> date:
    """The day that is meant by ``2020-10-21``, or the last day of ``2020-10`` or ``2020``; raises like ``first_day``."""
    first = first_day(value)
    if value.count("-") == 0:
        return first.replace(month=12, day=31)
    if value.count("-") == 1:
        from calendar import monthrange

        return first.replace(day=monthrange(first.year, first.month)[1])
    return first


def store_option(command: Decorated) -> Decorated:
    """``--store`` after the command as well; passes the path on as ``store``."""
    return click.option(
        "--store",
        type=PLACE,
        metavar="PLACE",
        callback=_store,
        help="The folder that holds the graph, or a server's address; the same as before the command.",
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


def output_option(command: Decorated) -> Decorated:
    """``-o`` for what can be written to a file; passes it on as ``path``, None for standard output."""
    return click.option(
        "-o",
        "--output",
        "path",
        type=click.Path(path_type=Path, dir_okay=False),
        metavar="FILE",
        help="Where to; else stdout.",
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


def by_option(command: Decorated) -> Decorated:
    """``--by`` for who decides; passes the name on as ``by``."""
    return click.option(
        "--by",
        envvar="KG_USER",
        show_envvar=True,
        metavar="NAME",
        callback=_by,
        help="Who decides; else the name that you are logged in with.",
    )(command)


def why_option(command: Decorated) -> Decorated:
    """``--why`` for the reason of a judgement; passes it on as ``why``."""
    return click.option("--why", default="", metavar="TEXT", help="Why, in your own words.")(command)


def quiet_option(command: Decorated) -> Decorated:
    """``--quiet``: nothing but errors; passes it on as ``quiet``."""
    return click.option("--quiet", "-q", is_flag=True, help="Print nothing but errors.")(command)


def _by(ctx: click.Context, param: click.Parameter, value: str | None) -> str:
    """The name given; else that of the login."""
    if value is not None and value.strip():
        return value.strip()
    from getpass import getuser

    try:
        return getuser()
    except (OSError, KeyError, ImportError) as error:
        raise click.BadParameter("nobody is logged in here: give your name") from error


def _store(ctx: click.Context, param: click.Parameter, value: Place | None) -> Place:
    """The place named after the command, else before it, else by KG_STORE or the default."""
    if value is not None:
        return value
    told: Place = ctx.find_root().params["store"]
    return told
