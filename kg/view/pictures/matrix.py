"""Draws who met whom as a matrix: the darker a cell, the more often; communities stand together."""

from collections.abc import Iterator
from itertools import pairwise

from kg.model import Iri
from kg.reports.company import Pair
from kg.view.graph import ViewFact
from kg.view.pictures.figure import Figure, canvas, shortened, words_at
from kg.view.pictures.markup import Element, element
from kg.view.pictures.pairs import MOST_TOLD, Met, latest
from kg.view.pictures.sheet import Sheet
from kg.view.words import isolate

_GUTTER, _HEAD, _EDGE, _ROOM = 176.0, 150.0, 10.0, 760.0
_SMALLEST, _LARGEST = 20.0, 40.0
_LETTERS, _LETTERS_ABOVE = 26, 21


def draw_matrix(sheet: Sheet, met: Met) -> Figure:
    """The picture of who met whom."""
    say = sheet.words.say
    drawn = _Matrix(sheet, met).draw() if met.sides else ""
    return Figure(
        "matrix",
        say("picture.matrix"),
        str(drawn),
        lead=say("picture.matrix_lead") if met.sides else say("picture.nobody_met"),
        notes=(say("picture.sides_left_out", n=met.left_out),) if met.left_out else (),
    )


class _Matrix:
    def __init__(self, sheet: Sheet, met: Met) -> None:
        self._sheet, self._met = sheet, met
        self._sides = [side for side, _ in met.sides]
        self._cell = min(_LARGEST, max(_SMALLEST, _ROOM / len(self._sides)))
        self._width = _GUTTER + self._cell * len(self._sides) + _EDGE
        self._most = max(map(len, met.meetings.values()))

    def draw(self) -> Element:
        """The whole picture."""
        height = _HEAD + self._cell * len(self._sides) + _EDGE
        parts = [*self._names(), *self._ground(), *self._cells(), *self._borders()]
        label = self._sheet.words.say("picture.matrix")
        return canvas(self._width, height, label, *parts, class_="matrix")

    def _x(self, along: float, width: float = 0.0) -> float:
        """Where something of a width that begins so far along begins from the left."""
        return self._width - along - width if self._sheet.rtl else along

    def _at(self, number: int) -> float:
        return number * self._cell

    def _names(self) -> Iterator[Element]:
        rtl = self._sheet.rtl
        for number, side in enumerate(self._sides):
            name, middle = self._sheet.node(side).label, self._at(number) + self._cell / 2
            across = shortened(name, _LETTERS)
            yield words_at(self._x(_GUTTER - 8), _HEAD + middle + 4, across, anchor="end", class_="name", rtl=rtl)
            x, y = self._x(_GUTTER + middle), _HEAD - 8
            yield element(
                "text",
                isolate(shortened(name, _LETTERS_ABOVE)),
                transform=f"translate({x + 4:.1f} {y:.1f}) rotate(-90)",
                text_anchor="start",
                direction="ltr",
                class_="name",
            )

    def _ground(self) -> Iterator[Element]:
        size = self._cell * len(self._sides)
        yield element("rect", x=self._x(_GUTTER, size), y=_HEAD, width=size, height=size, class_="ground")
        for number in range(len(self._sides)):
            yield self._square(number, number, class_="same")

    def _cells(self) -> Iterator[Element]:
        place = {side: number for number, side in enumerate(self._sides)}
        for pair in sorted(self._met.meetings, key=lambda pair: sorted((place[pair[0]], place[pair[1]]))):
            first, second = sorted((place[pair[0]], place[pair[1]]))
            line = self._line(pair)
            yield self._mark(pair, line, first, second, tabbed=True)
            yield self._mark(pair, line, second, first, tabbed=False)

    def _line(self, pair: Pair) -> int:
        told = self._met.meetings[pair]
        facts = [self._fact(each.event) for each in latest(told)]
        if len(told) > MOST_TOLD:
            more = self._sheet.words.say("picture.earlier", n=len(told) - MOST_TOLD)
            facts.append(ViewFact(self._sheet.words.say("fact.events"), more))
        return self._sheet.line(*pair, facts)

    def _fact(self, event: Iri) -> ViewFact:
        return self._sheet.told(event, self._sheet.words.say(f"kinds.{self._sheet.node(event).kind}"))

    def _mark(self, pair: Pair, line: int, row: int, column: int, *, tabbed: bool) -> Element:
        count = len(self._met.meetings[pair])
        share = (count / self._most) ** 0.5
        names = " – ".join(isolate(self._sheet.node(side).label) for side in pair)
        middle = self._x(_GUTTER + self._at(column) + self._cell / 2), _HEAD + self._at(row) + self._cell / 2
        return element(
            "g",
            self._square(row, column, fill_opacity=round(0.14 + 0.86 * share, 2), class_="cell"),
            element("text", str(count), x=middle[0], y=middle[1] + 4, text_anchor="middle", class_="count"),
            class_="mark strong" if share > 0.6 else "mark",
            role="button",
            tabindex=0 if tabbed else -1,
            aria_label=f"{names}: {count}",
            data_line=line,
            data_row=row,
            data_column=column,
        )

    def _square(self, row: int, column: int, *, class_: str, fill_opacity: float | None = None) -> Element:
        x, y = self._x(_GUTTER + self._at(column), self._cell), _HEAD + self._at(row)
        # Two decimals matter in a share, not in a place.
        opacity = None if fill_opacity is None else str(fill_opacity)
        return element(
            "rect",
            x=x + 0.5,
            y=y + 0.5,
            width=self._cell - 1,
            height=self._cell - 1,
            rx=2,
            fill_opacity=opacity,
            class_=class_,
        )

    def _borders(self) -> Iterator[Element]:
        """Lines between communities."""
        size = self._cell * len(self._sides)
        for number, ((_, one), (_, other)) in enumerate(pairwise(self._met.sides), 1):
            if one != other:
                x, y = self._x(_GUTTER + self._at(number)), _HEAD + self._at(number)
                left = self._x(_GUTTER, size)
                yield element("line", x1=x, x2=x, y1=_HEAD, y2=_HEAD + size, class_="border")
                yield element("line", x1=left, x2=left + size, y1=y, y2=y, class_="border")
