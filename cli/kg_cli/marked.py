"""Prints an article with what was read in it in colours, or in brackets with labels where there are no colours."""

import io
import sys
from collections.abc import Iterator
from typing import BinaryIO

from rich.console import Console, Group
from rich.table import Table
from rich.text import Text

from kg.explain import Card, Close, Entry, Explanation, Label, Mark, Open, Part, Stretch
from kg.explain.marks import Step
from kg_cli.cells import Balanced, Isolated
from kg_cli.output import WIDE
from kg_cli.terminal import clean, is_terminal, plain, shown

_STYLES = {
    Label.TRIGGER: "bold black on yellow",
    Label.PARTICIPANT: "bold cyan",
    Label.OFFICE: "blue",
    Label.PLACE: "bold green",
    Label.DATE: "magenta",
    Label.TOPIC: "yellow",
    Label.PROCESS: "underline green",
    Label.SPEAKER: "cyan",
    Label.VERB: "bold black on magenta",
    Label.ABOUT: "italic",
    Label.ADDRESSEE: "underline cyan",
}
_FAINT = "bright_black"
_NUMBERED = (Label.TRIGGER, Label.VERB)
_LONGEST_DROPPED = 300
_NAMES = 14


class Printer:
    """Prints explanations to a stream: in colours if it is a terminal that has some."""

    def __init__(self, stream: BinaryIO) -> None:
        """Take the stream to print to."""
        self._stream = stream
        self._terminal = stream is sys.stdout.buffer and is_terminal()
        out = sys.stdout if self._terminal else io.StringIO()
        self._console = Console(file=out, width=None if self._terminal else WIDE, highlight=False)
        self._coloured = self._terminal and self._console.color_system is not None and not self._console.no_color

    def show(self, explanation: Explanation) -> None:
        """Print one article and what was read in it."""
        with self._console.capture() as captured:
            for line in self._lines(explanation):
                # A bare Text would be joined to a plain one, whose lines know of no isolates.
                self._console.print(Group(line))
        lines = (line.rstrip(" ") for line in captured.get().split("\n"))
        self._stream.write("\n".join(lines).encode("utf-8", "replace"))

    def _lines(self, explanation: Explanation) -> Iterator[Text | Table]:
        article = explanation.article
        yield Text(self._shown(article.title or article.name), "bold")
        published = f"{article.published} (from {article.published_from})" if article.published else "unknown"
        told = f"{article.source}; language: {explanation.language or 'unknown'}; published: {published}"
        yield Text(self._shown(told), _FAINT)
        if explanation.notice:
            yield Text(self._shown(explanation.notice), "bold red")
        if self._coloured:
            yield Text(" ").join(Text(label.value, style) for label, style in _STYLES.items())
        yield Text()
        for stretch, way in explanation.steps():
            yield from (self._stretch(explanation.source(stretch), stretch, way), Text())
        for card in (*explanation.events, *explanation.statements):
            yield from self._card(card)

    def _shown(self, text: str) -> str:
        return shown(text) if self._terminal else clean(text)

    def _stretch(self, text: str, stretch: Stretch, way: tuple[Step, ...]) -> Text:
        line = Isolated() if self._terminal else Text()
        if stretch.part is Part.DROPPED:
            words = clean(text[stretch.start : stretch.end])
            more = "…" if len(words) > _LONGEST_DROPPED else ""
            return line.append(f"[left out: {clean(stretch.reason or '')}] {words[:_LONGEST_DROPPED]}{more}", _FAINT)
        base = "bold " if stretch.part in (Part.TITLE, Part.HEADLINE) else ""
        open_marks: list[Mark] = []
        for step in way:
            if isinstance(step, Open):
                open_marks.append(step.mark)
                line.append(self._opened(step), _FAINT)
            elif isinstance(step, Close):
                open_marks.pop()
                line.append(self._closed(step), _FAINT)
            else:
                styles = base + " ".join(_STYLES[mark.label] for mark in open_marks)
                line.append(plain(text[step.start : step.end]), styles if self._coloured else None)
        line.rstrip()
        return line

    def _opened(self, step: Open) -> str:
        if self._coloured:
            return ""
        return f"[{'' if step.first else '…'}{step.mark.label.value} {','.join(step.mark.of)}: "

    def _closed(self, step: Close) -> str:
        if not self._coloured:
            return "]"
        return f"({','.join(step.mark.of)})" if step.last and step.mark.label in _NUMBERED else ""

    def _card(self, card: Card) -> Iterator[Text | Table]:
        kind = "Statement" if card.number.startswith("s") else "Event"
        yield Text(f"{kind} {card.number}: {clean(card.title)}", "bold")
        grid = Table.grid(padding=(0, 1))
        grid.add_column(min_width=_NAMES, style=_FAINT)
        grid.add_column(overflow="fold")
        for entry in card.entries:
            grid.add_row(f"  {entry.name}", Balanced(" — ".join(self._parts(entry))))
        yield grid
        yield Text()

    def _parts(self, entry: Entry) -> Iterator[str]:
        if entry.value:
            yield self._shown(entry.value)
        if entry.quote is not None:
            yield f"«{self._shown(entry.quote.text)}»"
        yield from map(self._shown, entry.notes)
