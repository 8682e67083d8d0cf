"""Says a query in words that kglite answers as Neo4j 5 answers those of the analyst."""

import re
from dataclasses import dataclass
from functools import lru_cache

from kg.projection.calls import Call, calls
from kg.projection.dialect import REMEMBERED, bare, expressions
from kg.projection.mapping import plan

_ALL = re.compile(r"\bRETURN\s+(DISTINCT\s+)?\*", re.IGNORECASE)
_END = re.compile(r"(?<=\.)end\b", re.IGNORECASE)
# Classes of letters in a regular expression: the engine takes those of all scripts, Neo4j those of ASCII alone.
_CLASS = re.compile(r"(?<!\\)\\\\([dDwWsS])")
_MEANT = {
    "d": "[0-9]",
    "D": "[^0-9]",
    "w": "[a-zA-Z0-9_]",
    "W": "[^a-zA-Z0-9_]",
    "s": r"[ \\t\\n\\x0B\\f\\r]",
    "S": r"[^ \\t\\n\\x0B\\f\\r]",
}
_WITHIN = re.compile(r"\bIN\s*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Adapted:
    """A query in words that the engine answers as Neo4j does, and what it said before."""

    text: str
    said: tuple[tuple[str, str], ...] = ()
    sort: bool = False

    def columns(self, names: list[str]) -> tuple[str, ...]:
        """The names of the columns as the query gives them, from those that the engine gives."""
        # What is around another comes first.
        for now, before in sorted(self.said, key=lambda pair: -len(pair[0])):
            names = [name.replace(now, before) for name in names]
        return tuple(names)


@lru_cache(maxsize=REMEMBERED)
def adapted(query: str) -> Adapted:
    """A query in words that the engine answers as Neo4j does.

    Halves are rounded up, below zero as well; labels come in one order, so that nodes can be counted by them; ``end`` can be the name of
    a property; figures and letters of regular expressions are those of ASCII; ``*`` is in the order of names.
    """
    text, said = query, []
    for found in reversed(list(_END.finditer(bare(text)))):
        text = f"{text[: found.start()]}`{found[0]}`{text[found.end() :]}"
        said.append((f"`{found[0]}`", found[0]))
    for pattern in reversed(expressions(text)):
        known = _CLASS.sub(lambda found: _MEANT[found[1]], pattern[1])
        if known != pattern[1]:
            text = text[: pattern.start(1)] + known + text[pattern.end(1) :]
            said.append((known, pattern[1]))
    for name, written in (("round", _rounded), ("labels", _labelled)):
        # The innermost first, which begins last; the places of what is around it change with it.
        while call := _last(text, name):
            before, now = text[call.start : call.end], written(text[slice(*call.arguments[0])])
            text = text[: call.start] + now + text[call.end :]
            said.append((now, before))
    return Adapted(text, tuple(said), _ALL.search(bare(query)) is not None)


def _last(text: str, name: str) -> Call | None:
    """The last call of a function with one argument that is still to be said in other words."""
    found = [each for each in calls(bare(text), name) if len(each.arguments) == 1]
    return next((each for each in reversed(found) if not _WITHIN.search(text[: each.start])), None)


def _rounded(value: str) -> str:
    return f"floor(({value}) + 0.5)"


def _labelled(node: str) -> str:
    every = ", ".join(f"'{label}'" for label in plan().every_label)
    return f"(CASE WHEN ({node}) IS NULL THEN null ELSE [kg_label IN [{every}] WHERE kg_label IN labels({node})] END)"
