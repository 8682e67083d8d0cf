"""Writes explanations of articles: for reading, as a page, or as JSON."""

from collections.abc import Callable, Iterable
from typing import BinaryIO

from kg.explain import Explanation

TITLE = "How these articles were read"


def write(those: Iterable[Explanation], form: str, stream: BinaryIO) -> None:
    """Write explanations in one of the forms ``text``, ``html``, ``json``, each as soon as it is there."""
    _WRITERS[form](those, stream)


def _text(those: Iterable[Explanation], stream: BinaryIO) -> None:
    from kg_cli.marked import Printer

    printer = Printer(stream)
    for explanation in those:
        printer.show(explanation)


def _html(those: Iterable[Explanation], stream: BinaryIO) -> None:
    from kg.explain import page

    stream.write(page.head(TITLE).encode())
    for number, explanation in enumerate(those, 1):
        stream.write(page.section(explanation, number).encode())
    stream.write(page.foot().encode())


def _json(those: Iterable[Explanation], stream: BinaryIO) -> None:
    from kg.explain.spans import to_json

    stream.write(b"[")
    for number, explanation in enumerate(those):
        stream.write((b",\n" if number else b"") + to_json(explanation).encode())
    stream.write(b"]\n")


_WRITERS: dict[str, Callable[[Iterable[Explanation], BinaryIO], None]] = {"text": _text, "html": _html, "json": _json}
