"""Finds the calls of a function in the words of a Cypher query."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_BRACKETS = {"(": 1, "[": 1, "{": 1, ")": -1, "]": -1, "}": -1}


@dataclass(frozen=True, slots=True)
class Call:
    """Where a call stands, and where its arguments do; ends are behind the last letter."""

    start: int
    end: int
    arguments: tuple[tuple[int, int], ...]


def calls(words: str, name: str) -> Iterator[Call]:
    """The calls of a function, with the places of its arguments; one that isn't closed is none."""
    for found in re.finditer(rf"(?<![\w.]){name}\s*\(", words, re.IGNORECASE):
        depth, begin, arguments = 1, found.end(), []
        for at in range(found.end(), len(words)):
            depth += _BRACKETS.get(words[at], 0)
            if not depth or (words[at] == "," and depth == 1):
                arguments.append((begin, at))
                begin = at + 1
            if not depth:
                yield Call(found.start(), at + 1, tuple(arguments))
                break
