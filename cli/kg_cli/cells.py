"""Texts whose right-to-left lines are isolated one by one: a line that is folded must not open what another closes."""

from typing import Any

from rich.containers import Lines
from rich.text import Text

from kg_cli.terminal import ISOLATE, POP, is_terminal, right_to_left


class Isolated(Text):
    """Text that is isolated after it has been folded to the width of its column or of the terminal."""

    def wrap(self, *arguments: Any, **named: Any) -> Lines:
        """Fold the text and isolate each line of it."""
        return Lines(_alone(line) for line in super().wrap(*arguments, **named))


class Balanced(Text):
    """Text with isolates of its own, each of which is closed at the end of a line and opened again on the next one."""

    def wrap(self, *arguments: Any, **named: Any) -> Lines:
        """Fold the text and balance the isolates of each line."""
        made, depth = Lines(), 0
        for line in super().wrap(*arguments, **named):
            before, depth = depth, depth + line.plain.count(ISOLATE) - line.plain.count(POP)
            made.append(Text.assemble(ISOLATE * before, line, POP * depth))
        return made


def isolated(text: str) -> Text:
    """A cell with clean text."""
    return Isolated(text)


def _alone(line: Text) -> Text:
    """A line with its colours, in an isolate of its own if it runs from right to left and is printed to a terminal."""
    if not (is_terminal() and right_to_left(line.plain)):
        return line
    return Text.assemble(ISOLATE, line, POP)
