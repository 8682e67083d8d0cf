"""Reads what ``kg view`` is asked to draw: a question with its parameters, a query, or what has a name."""

from collections.abc import Mapping
from dataclasses import dataclass

import click

from kg.store.base import Store
from kg.view.selection import Selection

DEPTH = 2
SECONDS = 60.0
_NAMED = ("person", "process", "event", "topic")


@dataclass(frozen=True, slots=True)
class Wish:
    """What was typed: ``what`` is a question's name or a query, ``names`` are the values of --person and the like, ``rest`` other words."""

    what: str | None
    names: Mapping[str, str]
    rest: tuple[str, ...]
    depth: int | None

    @property
    def is_query(self) -> bool:
        """Whether ``what`` is SPARQL: no question's name has a space or a brace in it."""
        return self.what is not None and any(sign in self.what for sign in " {\n")


def selection(store: Store, wish: Wish) -> Selection | None:
    """What to draw of a store; None for all of it.

    Raises:
        click.UsageError: words that don't go together.
        KgError: the question, the query or a name is refused.
    """
    from kg.questions import Sort
    from kg.view.choosing import of_names, of_query, of_question
    from kg_cli.commands.ask import pairs

    if wish.what is None or wish.what.startswith("-"):
        _refuse((wish.what, *wish.rest) if wish.what else wish.rest)
        depth = DEPTH if wish.depth is None else wish.depth
        return of_names(store, {Sort(kind): name for kind, name in wish.names.items()}, depth) if wish.names else None
    if wish.depth is not None:
        raise click.UsageError(
            "--depth goes with --person, --process, --event or --topic, not with a question or query."
        )
    if wish.is_query:
        _refuse((*wish.rest, *(f"--{name}" for name in wish.names)))
        return of_query(store, wish.what, SECONDS)
    return of_question(store, wish.what, {**wish.names, **pairs(wish.rest)})


def _refuse(words: tuple[str, ...]) -> None:
    if words:
        raise click.UsageError(f"no such option here: {words[0]}; the parameters of a question follow its name.")


def named(**given: str | None) -> dict[str, str]:
    """The names that were given, by kind."""
    return {kind: name for kind, name in given.items() if kind in _NAMED and name is not None}
