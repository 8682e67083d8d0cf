"""Parts of a query in words for the engine, and under which names they go on."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from kg.cypher.kinds import Kind

_PLAIN = re.compile(r"[A-Za-z_]\w*", re.ASCII)
_ESCAPES = str.maketrans({"\\": "\\\\", "'": "\\'", "\n": "\\n", "\r": "\\r", "\t": "\\t"})
_BRACED = ("COUNT {", "EXISTS {")
_TAKEN = frozenset(
    [
        "all",
        "and",
        "any",
        "as",
        "asc",
        "ascending",
        "by",
        "call",
        "case",
        "collect",
        "contains",
        "count",
        "create",
        "delete",
        "desc",
        "descending",
        "detach",
        "distinct",
        "drop",
        "else",
        "end",
        "ends",
        "exists",
        "explain",
        "extract",
        "false",
        "filter",
        "foreach",
        "having",
        "in",
        "index",
        "is",
        "limit",
        "load",
        "match",
        "merge",
        "none",
        "not",
        "null",
        "offset",
        "on",
        "optional",
        "or",
        "order",
        "profile",
        "reduce",
        "remove",
        "return",
        "set",
        "show",
        "single",
        "skip",
        "starts",
        "then",
        "true",
        "union",
        "unwind",
        "using",
        "when",
        "where",
        "with",
        "xor",
        "yield",
    ]
)


@dataclass(frozen=True, slots=True)
class Said:
    """A value in the engine's words; ``joined`` says that it needs brackets inside another one."""

    text: str
    kind: Kind
    joined: bool = False

    @property
    def inside(self) -> str:
        """The words for a place inside another value."""
        if not self.joined:
            return self.text
        # What begins with a bracket, a name and a brace, the engine takes for a node.
        first = "" if not self.text.startswith(_BRACED) else "true AND " if self.kind.only("boolean") else "0 + "
        return f"({first}{self.text})"


Scope = Mapping[str, Said]
"""What the names that are bound stand for."""


def literal(value: str | int | float | bool | None) -> str:
    """A plain value, as the engine reads it."""
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    return f"'{value.translate(_ESCAPES)}'" if isinstance(value, str) else repr(value)


def quoted(name: str) -> str:
    """The name of a property, label or type, as the engine reads it."""
    return name if plain(name) else f"`{name.replace('`', '``')}`"


def plain(name: str) -> bool:
    """Whether a name can stand in the engine's words as it is."""
    return _PLAIN.fullmatch(name) is not None and name.lower() not in _TAKEN
