"""A picture that is ready for its page, and the marks that pictures are made of."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

from kg.view.graph import ViewNode
from kg.view.pictures.markup import Element, Value, element
from kg.view.pictures.sheet import Sheet
from kg.view.words import isolate

LETTER = 6.6
"""How wide a letter of a label is, in pixels, about."""


@dataclass(frozen=True, slots=True)
class Item:
    """One entry of a list beside a picture: the number of a node, its kind, and its words."""

    node: int
    kind: str
    text: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Aside:
    """What a picture has no place for, such as events without a date: a heading and entries that open their evidence."""

    title: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture: ``markup`` is SVG or HTML of our own writing, every word in it escaped; ``kinds`` counts its marks by kind,
    ``uncertain`` says that some of them are of events that were not held.

    ``notes`` are sentences below it, such as what was left out.
    """

    name: str
    title: str
    markup: str
    lead: str = ""
    kinds: Mapping[str, int] = field(default_factory=dict)
    uncertain: bool = False
    notes: tuple[str, ...] = ()
    asides: tuple[Aside, ...] = ()


@cache
def kinds() -> Mapping[str, Mapping[str, str]]:
    """How each kind of node is drawn: its path and its colours, in the order of the legend."""
    told: Mapping[str, Mapping[str, str]] = tomllib.loads(files("kg.view").joinpath("kinds.toml").read_text("utf-8"))
    return told


def mark(sheet: Sheet, node: ViewNode, x: float, y: float, radius: float, *more: Element) -> Element:
    """The sign of a node at a place; pointing at it names it, clicking opens its evidence."""
    sign = element("path", d=kinds()[node.kind]["path"], transform=f"translate({x:.1f} {y:.1f}) scale({radius:g})")
    return element(
        "g",
        *more,
        sign,
        class_=f"mark k-{node.kind}" + (" uncertain" if node.uncertain else ""),
        role="button",
        tabindex=0,
        aria_label=spoken(sheet, node),
        data_node=sheet.number(node.iri),
        data_kind=node.kind,
    )


def spoken(sheet: Sheet, node: ViewNode) -> str:
    """What a mark is called: the name of its node, with the day of an event."""
    return ", ".join(filter(None, (sheet.words.say(f"kind.{node.kind}"), isolate(node.label), node.day)))


def words_at(x: float, y: float, text: str, *, anchor: str = "start", class_: str = "", rtl: bool = False) -> Element:
    """Words on one line; at its ``start`` or ``end`` as the page runs, and isolated from what stands beside them."""
    return element(
        "text",
        isolate(text),
        x=x,
        y=y,
        text_anchor=anchor,
        direction="rtl" if rtl else "ltr",
        class_=class_ or None,
    )


def canvas(width: float, height: float, label: str, *content: Element, **attributes: Value) -> Element:
    """An SVG picture with a name for those who don't see it."""
    return element(
        "svg",
        *content,
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {width:g} {height:g}",
        width=width,
        height=height,
        role="group",
        aria_label=label,
        **attributes,
    )


def width_of(text: str) -> float:
    """About how wide words are drawn, in pixels."""
    return LETTER * len(text)


def shortened(text: str, letters: int) -> str:
    """Words cut to so many letters, with an ellipsis where some are left out."""
    return text if len(text) <= letters else text[: letters - 1].rstrip() + "…"
