"""Table cells whose right-to-left lines are isolated one by one: a line that is folded must not open what another closes."""

from typing import Any

from rich.containers import Lines
from rich.text import Text

from kg_cli.terminal import isolate


class _Isolated(Text):
    """Text that is isolated after it has been folded to the width of its column."""

    def wrap(self, *arguments: Any, **named: Any) -> Lines:
        """Fold the text and isolate each line of it."""
        return Lines(Text(isolate(line.plain)) for line in super().wrap(*arguments, **named))


def isolated(text: str) -> Text:
    """A cell with clean text."""
    return _Isolated(text)
