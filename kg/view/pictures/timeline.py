"""Draws events on an axis of time, in lanes; the axis runs as the page does."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from kg.model import Iri
from kg.reports.events import EventRow
from kg.view.pictures.figure import Aside, Figure, Item, canvas, mark, shortened, width_of, words_at
from kg.view.pictures.lanes import Lane
from kg.view.pictures.markup import Element, element
from kg.view.pictures.packing import Packed, Span, pack
from kg.view.pictures.scale import Scale, ticks
from kg.view.pictures.sheet import Sheet
from kg.view.words import clean, wrap

WIDTH, GUTTER, EDGE = 1120.0, 190.0, 16.0
_ROW, _PAD, _RADIUS, _AXIS = 23.0, 9.0, 7.5, 34.0
_MOST_LANES, _MOST_NAMED = 24, 120
_FEWEST_ROWS, _ALL_ROWS = 8, 32
"""A lane has so many rows at most; more where there are few lanes."""
_MOST_NAMED_ROWS = 16
"""With names beside the marks a lane may be higher: else it is drawn without them."""
_LETTERS = 40


@dataclass(frozen=True, slots=True)
class _Dated:
    """An event with its days, and the words beside its mark."""

    row: EventRow
    first: date
    last: date
    label: str


@dataclass(frozen=True, slots=True)
class _Row:
    """A lane with its events, the most widely told first, and the row of each."""

    lane: Lane
    events: tuple[_Dated, ...]
    packed: Packed
    named: bool

    @property
    def height(self) -> float:
        return max(self.packed.height, 1.6) * _ROW + 2 * _PAD


def draw_timeline(sheet: Sheet, events: Collection[EventRow], lanes: Sequence[Lane]) -> Figure:
    """The picture of some events in these lanes, of which the first ones are drawn; events without a date stand beside it."""
    say = sheet.words.say
    dated = {event.iri: told for event in events if (told := _dated(sheet, event))}
    undated = [event for event in events if event.iri not in dated]
    drawn, more = lanes[:_MOST_LANES], lanes[_MOST_LANES:]
    figure = _Timeline(sheet, dated, drawn) if dated else None
    notes = [say("picture.left_out_here", n=figure.left_out)] if figure and figure.left_out else []
    notes += [say("picture.lanes_left_out", n=len(more))] if more else []
    return Figure(
        "timeline",
        say("picture.timeline"),
        str(figure.draw()) if figure else "",
        lead=say("picture.timeline_lead"),
        kinds=figure.kinds if figure else {},
        uncertain=figure is not None and figure.uncertain,
        notes=tuple(notes),
        asides=(Aside(say("picture.undated", n=len(undated)), tuple(_item(sheet, each) for each in undated)),)
        if undated
        else (),
    )


def _dated(sheet: Sheet, event: EventRow) -> _Dated | None:
    if event.earliest is None or event.latest is None:
        return None
    node = sheet.node(event.iri)
    names = sheet.texts(node, "participants") or (node.label,)
    return _Dated(event, event.earliest, max(event.earliest, event.latest), _company(names))


def _company(names: Sequence[str]) -> str:
    """As many names as a label has room for, one at least, and how many more there are."""
    fitting = next((n for n in range(len(names), 1, -1) if len(" – ".join(names[:n])) <= _LETTERS), 1)
    more = f" +{len(names) - fitting}" if len(names) > fitting else ""
    return shortened(" – ".join(names[:fitting]), _LETTERS) + more


def _item(sheet: Sheet, event: EventRow) -> Item:
    node = sheet.node(event.iri)
    return Item(sheet.number(event.iri), node.kind, node.label, clean(event.date_text or ""))


class _Timeline:
    """Lays lanes below each other and draws them."""

    def __init__(self, sheet: Sheet, dated: Mapping[Iri, _Dated], lanes: Sequence[Lane]) -> None:
        self._sheet = sheet
        inside = [dated[iri] for lane in lanes for iri in lane.events if iri in dated]
        first = min(each.first for each in inside) if inside else min(each.first for each in dated.values())
        last = max(each.last for each in inside) if inside else max(each.last for each in dated.values())
        self._scale = Scale.around(first, last, GUTTER + 6, WIDTH - EDGE)
        self._most_rows = max(_FEWEST_ROWS, _ALL_ROWS // max(1, len(lanes)))
        named = len(inside) <= _MOST_NAMED
        self._lanes = [row for lane in lanes if (row := self._packed(lane, dated, named)).events]
        self.left_out = sum(row.packed.left_out for row in self._lanes)
        shown = {each.row.iri for row in self._lanes for at, each in enumerate(row.events) if at in row.packed.rows}
        self.uncertain = any(sheet.node(iri).uncertain for iri in shown)
        self.kinds = Counter(sheet.node(iri).kind for iri in shown)

    def draw(self) -> Element:
        """The whole picture."""
        height = _AXIS + sum(row.height for row in self._lanes) + 6
        parts = [*self._axis(height)]
        top = _AXIS
        for row in self._lanes:
            parts += self._lane(row, top)
            top += row.height
        return canvas(WIDTH, height, self._sheet.words.say("picture.timeline"), *parts, class_="timeline")

    def _packed(self, lane: Lane, dated: Mapping[Iri, _Dated], named: bool) -> _Row:
        inside = sorted(
            (dated[iri] for iri in lane.events if iri in dated),
            key=lambda each: (-each.row.sources, each.first, each.row.iri),
        )
        packed = pack([self._span(each, named) for each in inside], _MOST_NAMED_ROWS if named else self._most_rows)
        if packed.left_out and named:
            named, packed = False, pack([self._span(each, False) for each in inside], self._most_rows)
        return _Row(lane, tuple(inside), packed, named)

    def _span(self, event: _Dated, named: bool) -> Span:
        """The room of a mark, its bar and its words, before the axis is turned round."""
        left, right = self._scale(event.first) - _RADIUS, self._scale(event.last) + _RADIUS
        if not named:
            return Span(left, right)
        wide = width_of(event.label) + 8
        return Span(left - wide, right) if self._before(event) else Span(left, right + wide)

    def _before(self, event: _Dated) -> bool:
        """Whether the words stand before the mark, since there is no room behind it."""
        return self._scale(event.last) + _RADIUS + 8 + width_of(event.label) > WIDTH

    def _x(self, along: float) -> float:
        return WIDTH - along if self._sheet.rtl else along

    def _axis(self, height: float) -> Iterator[Element]:
        for day, name in ticks(self._scale):
            x = self._x(self._scale(day))
            yield element("line", x1=x, x2=x, y1=_AXIS - 8, y2=height, class_="grid")
            yield words_at(x, _AXIS - 14, name, anchor="middle", class_="tick")

    def _lane(self, row: _Row, top: float) -> Iterator[Element]:
        rtl = self._sheet.rtl
        yield element("line", x1=0, x2=WIDTH, y1=top, y2=top, class_="rule")
        lines = wrap(row.lane.label, 22, 3)
        middle = top + row.height / 2 - (len(lines) - 1) * 8
        for at, line in enumerate(lines):
            yield words_at(self._x(4), middle + 4 + 16 * at, line, class_="lane", rtl=rtl)
        for at, event in enumerate(row.events):
            if at in row.packed.rows:
                yield self._event(event, top + _PAD + (row.packed.rows[at] + 0.5) * _ROW, row.named)

    def _event(self, event: _Dated, y: float, named: bool) -> Element:
        rtl, scale = self._sheet.rtl, self._scale
        first, last = scale(event.first), scale(event.last)
        more: list[Element] = []
        if event.last > event.first:
            more.append(
                element(
                    "rect",
                    x=min(self._x(first), self._x(last)),
                    y=y - 3,
                    width=last - first,
                    height=6,
                    rx=3,
                    class_="span",
                )
            )
        if named:
            before = self._before(event)
            along = first - _RADIUS - 6 if before else last + _RADIUS + 6
            anchor = "end" if before else "start"
            more.append(words_at(self._x(along), y + 4, event.label, anchor=anchor, class_="name", rtl=rtl))
        return mark(self._sheet, self._sheet.node(event.row.iri), self._x((first + last) / 2), y, _RADIUS, *more)
