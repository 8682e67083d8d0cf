"""Writes a picture of the graph other than the graph itself as one HTML file."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from kg.reports.columns import By as Columns
from kg.reports.company import Between
from kg.reports.show import find_event
from kg.store.base import Store
from kg.view.page import write_file
from kg.view.pictures.choosing import Choice, Chosen, choose, heading
from kg.view.pictures.figure import Figure
from kg.view.pictures.lanes import By, by_pair, by_process
from kg.view.pictures.matrix import draw_matrix
from kg.view.pictures.pairs import met
from kg.view.pictures.readouts import draw_readouts
from kg.view.pictures.render import render_page
from kg.view.pictures.sheet import Sheet
from kg.view.pictures.timeline import draw_timeline
from kg.view.pictures.worldmap import draw_map
from kg.view.words import Words, isolate


@dataclass(frozen=True, slots=True)
class Drawn:
    """What was written: how many events the page shows, and how many were left out of it."""

    events: int
    left_out: int


def write_timeline(
    store: Store,
    path: Path | str,
    choice: Choice | None = None,
    *,
    by: By = By.PROCESS,
    between: Between = Between.PERSON,
    language: str = "en",
) -> Drawn:
    """Draw events on an axis of time, in lanes by process or by the pairs that met.

    Raises:
        KgError: a name fits nothing in the store.
        ExportError: the file can't be written.
    """

    def draw(sheet: Sheet, chosen: Chosen) -> list[Figure]:
        iris = [event.iri for event in chosen.events]
        lanes = by_process(sheet, iris) if by is By.PROCESS else by_pair(sheet, iris, between)
        return [draw_timeline(sheet, chosen.events, lanes)]

    return _write(store, Path(path), choice or Choice(), language, "timeline", draw)


def write_map(store: Store, path: Path | str, choice: Choice | None = None, *, language: str = "en") -> Drawn:
    """Draw the places of events on an outline of the world.

    Raises:
        KgError: a name fits nothing in the store.
        ExportError: the file can't be written.
    """

    def draw(sheet: Sheet, chosen: Chosen) -> list[Figure]:
        return [draw_map(sheet, [event.iri for event in chosen.events])]

    return _write(store, Path(path), choice or Choice(), language, "map", draw)


def write_matrix(
    store: Store,
    path: Path | str,
    choice: Choice | None = None,
    *,
    between: Between = Between.PERSON,
    language: str = "en",
) -> Drawn:
    """Draw who met whom how often, people or states.

    Raises:
        KgError: a name fits nothing in the store.
        ExportError: the file can't be written.
    """
    words, choice = Words.of(language), choice or Choice()
    found = met(store, choice, between)
    sheet = Sheet(store, words, found.events)
    empty = "" if found.sides else words.say("picture.nobody_met")
    title = heading(store, words, choice, "matrix")
    write_file(Path(path), render_page(sheet, title, [draw_matrix(sheet, found)], empty))
    return Drawn(len(found.events), 0)


def _write(
    store: Store,
    path: Path,
    choice: Choice,
    language: str,
    name: str,
    draw: Callable[[Sheet, Chosen], Sequence[Figure]],
) -> Drawn:
    words = Words.of(language)
    chosen = choose(store, choice, language)
    sheet = Sheet(store, words, [event.iri for event in chosen.events])
    figures = [_with_left_out(words, figure, chosen) for figure in draw(sheet, chosen)] if chosen.events else []
    empty = "" if chosen.events else words.say("empty" if choice.is_all else "picture.empty")
    write_file(path, render_page(sheet, heading(store, words, choice, name), figures, empty))
    return Drawn(len(chosen.events), chosen.left_out)


def write_readouts(
    store: Store, path: Path | str, event: str, *, by: Columns = Columns.OUTLET, language: str = "en"
) -> Drawn:
    """Lay the accounts of an event, named by its IRI or the first letters of its id, side by side.

    Raises:
        KgError: no event, or more than one, fits.
        ExportError: the file can't be written.
    """
    words = Words.of(language)
    sheet = Sheet(store, words, [iri := find_event(store, event)])
    figure = draw_readouts(sheet, iri, by)
    title = f"{words.say('picture.readouts')}: {isolate(sheet.node(iri).label)}"
    write_file(Path(path), render_page(sheet, title, [figure]))
    return Drawn(1, 0)


def _with_left_out(words: Words, figure: Figure, chosen: Chosen) -> Figure:
    """A picture that says how many events aren't in it."""
    more = (words.say("picture.events_left_out", n=chosen.left_out),) if chosen.left_out else ()
    return replace(figure, notes=(*more, *figure.notes))
