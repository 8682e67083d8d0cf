"""Writes SVG as text: elements with attributes and words, all of them escaped."""

import re
from dataclasses import dataclass
from html import escape

# What neither HTML nor UTF-8 may hold.
_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff\ud800-\udfff]")

Value = str | float | None


@dataclass(frozen=True, slots=True)
class Element:
    """An element; ``content`` are elements and texts in their order."""

    tag: str
    attributes: tuple[tuple[str, Value], ...] = ()
    content: tuple["Element | str", ...] = ()

    def __str__(self) -> str:
        written = "".join(
            f' {name}="{_escaped(_plain(value))}"' for name, value in self.attributes if value is not None
        )
        inside = "".join(str(part) if isinstance(part, Element) else _escaped(part) for part in self.content)
        return f"<{self.tag}{written}>{inside}</{self.tag}>"


def element(tag: str, *content: Element | str, **attributes: Value) -> Element:
    """An element; an underscore at the end of a name is dropped (``class_``), any other stands for a hyphen (``text_anchor``).

    An attribute that is None is left out; numbers are written with one decimal at most.
    """
    named = tuple((name.rstrip("_").replace("_", "-"), value) for name, value in attributes.items())
    return Element(tag, named, content)


def _plain(value: Value) -> str:
    return f"{round(value, 1):g}" if isinstance(value, int | float) else str(value)


def _escaped(text: str) -> str:
    return escape(_UNFIT.sub("", text), quote=True)
