"""Which process of an article its other occasions belong to: a visit made for a round, a meeting on its sidelines."""

from collections.abc import Iterable
from dataclasses import replace

from kg.extract.agenda import Talk
from kg.extract.drafts import Draft
from kg.extract.merge import add_processes
from kg.model import Named, Salience

_OFTEN = 3


def share_track(events: list[Draft], talks: Iterable[Talk]) -> None:
    """Give the only process that an article names to those of its news that share people or a sentence next door with it.

    Where an article goes on naming it, all of its news belong to it. A name told short stands for the one told in full.
    """
    told = [(talk.line, process) for talk in talks for process in talk.processes]
    told += [(event.scene.line.number, process) for event in events for process in event.processes]
    named = [process for _, process in told]
    for event in events:
        own, event.processes = event.processes, []
        add_processes(event, (_in_full(process, named) for process in own))
    whole = [_in_full(process, named) for process in named]
    if len({process.id or process.name for process in whole}) != 1:
        return
    _share(events, whole[0], {line for line, _ in told})


def _share(events: list[Draft], process: Named, lines: set[int]) -> None:
    people = {character for event in events if event.processes for character in event.characters()}
    for event in events:
        beside = any(abs(event.scene.line.number - line) <= 1 for line in lines)
        near = beside or len(lines) >= _OFTEN or bool(people & event.characters())
        if near and event.salience is Salience.MAIN and not event.processes:
            add_processes(event, [replace(process, round=None)])


def _in_full(process: Named, named: list[Named]) -> Named:
    """The longest name of an article that a process without an entry of its own is short for."""
    longer = [other for other in named if _words(process) < _words(other)]
    if process.id is not None or not longer:
        return process
    return replace(max(longer, key=lambda other: len(_words(other))), round=process.round)


def _words(process: Named) -> frozenset[str]:
    return frozenset(process.span.text.casefold().split()) if process.span is not None else frozenset()
