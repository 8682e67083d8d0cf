"""What each stretch of words was taken for, and how overlapping marks are opened and closed so that they nest."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from kg.model import EventMention, Extraction, Named, Participant, Span, StatementMention


class Label(StrEnum):
    """What words were taken for."""

    TRIGGER = "trigger"
    PARTICIPANT = "participant"
    OFFICE = "office"
    PLACE = "place"
    DATE = "date"
    TOPIC = "topic"
    PROCESS = "process"
    SPEAKER = "speaker"
    VERB = "verb"
    ABOUT = "about"
    ADDRESSEE = "addressee"


@dataclass(frozen=True, slots=True)
class Mark:
    """Words from ``start`` to ``end``, of the text or ``in_title``, and what they were taken for in which events (``1``) and statements (``s1``)."""

    start: int
    end: int
    label: Label
    of: tuple[str, ...]
    in_title: bool = False


@dataclass(frozen=True, slots=True)
class Open:
    """Here a mark begins, or goes on after another one that it crosses has ended (then it isn't ``first``)."""

    mark: Mark
    first: bool = True


@dataclass(frozen=True, slots=True)
class Close:
    """Here the mark that was opened last ends; it isn't ``last`` if it goes on."""

    mark: Mark
    last: bool = True


@dataclass(frozen=True, slots=True)
class Words:
    """Words of the article between two bounds of marks."""

    start: int
    end: int


Step = Open | Close | Words


def marks(extraction: Extraction) -> tuple[Mark, ...]:
    """The marks of an extraction in the order of the text, those of a title beside it before them, the longer first.

    Words that are the same thing twice are marked once.
    """
    found: dict[tuple[Span, Label], list[str]] = {}
    for span, label, number in _found(extraction):
        if span is not None and span.start < span.end:
            numbers = found.setdefault((span, label), [])
            if number not in numbers:
                numbers.append(number)
    order = list(Label)
    made = (Mark(at.start, at.end, label, tuple(of), at.in_title) for (at, label), of in found.items())
    return tuple(sorted(made, key=lambda mark: (not mark.in_title, mark.start, -mark.end, order.index(mark.label))))


def steps(found: Iterable[Mark], start: int, end: int) -> Iterator[Step]:
    """Walk through ``text[start:end]``: every mark is closed in the reverse order of opening, and one that crosses another is parted."""
    inside = [mark for mark in found if max(mark.start, start) < min(mark.end, end)]
    bounds = sorted({start, end, *(max(m.start, start) for m in inside), *(min(m.end, end) for m in inside)})
    open_marks: list[Mark] = []
    waiting = iter(inside)
    coming = next(waiting, None)
    for at, until in zip(bounds, [*bounds[1:], end], strict=True):
        yield from _close(open_marks, at, end)
        while coming is not None and max(coming.start, start) <= at:
            open_marks.append(coming)
            yield Open(coming, coming.start >= start)
            coming = next(waiting, None)
        if at < until:
            yield Words(at, until)


def _close(open_marks: list[Mark], at: int, end: int) -> Iterator[Step]:
    """Close the marks that end here, and with them for a moment those that were opened inside and go on."""
    ending = [number for number, mark in enumerate(open_marks) if min(mark.end, end) <= at]
    if not ending:
        return
    above = open_marks[ending[0] :]
    del open_marks[ending[0] :]
    yield from (Close(mark, mark.end <= at) for mark in reversed(above))
    for mark in above:
        if min(mark.end, end) > at:
            open_marks.append(mark)
            yield Open(mark, first=False)


def _found(extraction: Extraction) -> Iterator[tuple[Span | None, Label, str]]:
    for number, event in enumerate(extraction.events, 1):
        yield from ((span, label, str(number)) for span, label in _of_event(event))
    for number, statement in enumerate(extraction.statements, 1):
        yield from ((span, label, f"s{number}") for span, label in _of_statement(statement))


def _of_event(event: EventMention) -> Iterator[tuple[Span | None, Label]]:
    yield event.trigger, Label.TRIGGER
    for participant in event.participants:
        yield from _of_party(participant, Label.PARTICIPANT)
    if event.place is not None:
        yield event.place.span, Label.PLACE
    if event.date is not None:
        yield event.date.span, Label.DATE
    yield from _of_named(event.topics, Label.TOPIC)
    yield from _of_named(event.processes, Label.PROCESS)


def _of_statement(statement: StatementMention) -> Iterator[tuple[Span | None, Label]]:
    yield from _of_party(statement.speaker, Label.SPEAKER)
    yield statement.verb, Label.VERB
    yield statement.about, Label.ABOUT
    yield from _of_named(statement.topics, Label.TOPIC)
    if statement.addressee is not None:
        yield from _of_party(statement.addressee, Label.ADDRESSEE)


def _of_party(participant: Participant, label: Label) -> Iterator[tuple[Span | None, Label]]:
    yield participant.span, label
    yield participant.role, Label.OFFICE


def _of_named(those: Iterable[Named], label: Label) -> Iterator[tuple[Span | None, Label]]:
    return ((named.span, label) for named in those)
