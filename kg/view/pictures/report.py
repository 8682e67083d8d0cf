"""Puts the pictures of a person, a process, a pair or a period together as one page that can be printed."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from kg.reports.company import Between
from kg.reports.events import EventRow
from kg.store.base import Store
from kg.view.page import write_file
from kg.view.pictures.choosing import Choice, Chosen, choose, heading
from kg.view.pictures.figure import Figure
from kg.view.pictures.lanes import by_process
from kg.view.pictures.listing import list_events, summarise
from kg.view.pictures.matrix import draw_matrix
from kg.view.pictures.page import Drawn
from kg.view.pictures.pairs import Met, met
from kg.view.pictures.readouts import draw_readouts
from kg.view.pictures.render import render_page
from kg.view.pictures.sheet import Sheet
from kg.view.pictures.timeline import draw_timeline
from kg.view.pictures.worldmap import draw_map
from kg.view.words import Words, isolate

MOST_SIDES = 24
MOST_COMPARED = 3
"""Readouts of so many events are laid side by side: of those that most outlets tell."""


def write_report(
    store: Store,
    path: Path | str,
    choice: Choice | None = None,
    *,
    between: Between = Between.PERSON,
    language: str = "en",
) -> Drawn:
    """Write a report: what it covers, the timeline, who met whom, the map, readouts side by side, and the events with their words.

    Raises:
        KgError: a name fits nothing in the store.
        ExportError: the file can't be written.
    """
    words, choice = Words.of(language), choice or Choice()
    chosen = choose(store, choice, language)
    found = met(store, choice, between, MOST_SIDES)
    sheet = Sheet(store, words, found.events.union(event.iri for event in chosen.events))
    figures = tuple(_figures(sheet, chosen, found)) if chosen.events else ()
    empty = "" if figures else words.say("empty" if choice.is_all else "picture.empty")
    write_file(Path(path), render_page(sheet, heading(store, words, choice, "report"), figures, empty))
    return Drawn(len(chosen.events), chosen.left_out)


def _figures(sheet: Sheet, chosen: Chosen, found: Met) -> Iterator[Figure]:
    iris = [event.iri for event in chosen.events]
    yield summarise(sheet, chosen.events, chosen.left_out)
    yield draw_timeline(sheet, chosen.events, by_process(sheet, iris))
    if found.sides:
        yield draw_matrix(sheet, found)
    yield draw_map(sheet, iris)
    for number, event in enumerate(_compared(chosen.events), 1):
        figure = draw_readouts(sheet, event.iri)
        title = f"{figure.title}: {isolate(sheet.node(event.iri).label)}"
        yield replace(figure, name=f"readouts-{number}", title=title, asides=())
    yield list_events(sheet, chosen.events)


def _compared(events: Sequence[EventRow]) -> list[EventRow]:
    told = sorted((event for event in events if event.sources > 1), key=lambda event: (-event.sources, event.iri))
    return told[:MOST_COMPARED]
