"""Which process of an article its other occasions belong to: a visit made for a round, a meeting on its sidelines."""

from collections.abc import Iterable
from dataclasses import replace

from kg.extract.agenda import Talk
from kg.extract.drafts import Draft
from kg.extract.joining import add_processes
from kg.model import EventType, Named, Salience

_OFTEN = 3
_TWICE = 2


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
    whole = [(line, _in_full(process, named)) for line, process in told]
    chosen = _chosen(whole)
    if chosen is not None:
        alone = len({_key(process) for _, process in whole}) == 1
        meant = events if alone else [event for event in events if event.type is not EventType.VISIT]
        _share(meant, chosen, {line for line, process in whole if _key(process) == _key(chosen)})


def _chosen(told: list[tuple[int, Named]]) -> Named | None:
    """The process that an article is about: the only one, or the one named in twice as many sentences as any other."""
    lines: dict[str, set[int]] = {}
    for line, process in told:
        lines.setdefault(_key(process), set()).add(line)
    ranked = sorted(lines, key=lambda key: -len(lines[key]))
    if not ranked or (len(ranked) > 1 and len(lines[ranked[0]]) < _TWICE * len(lines[ranked[1]])):
        return None
    return next(process for _, process in told if _key(process) == ranked[0])


def _key(process: Named) -> str:
    return process.id or process.name


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
