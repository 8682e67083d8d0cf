"""Joins the lines of hard-wrapped paragraphs into blocks; elsewhere each line is a block of its own."""

from collections.abc import Iterator

from kg_loaders.article import Block
from kg_loaders.lines import Line

_WIDEST = 110
_NARROWEST = 0.6
_FEWEST = 3


def join_wrapped(lines: list[Line]) -> list[Block]:
    """The blocks of lines that are in order: a paragraph wrapped at 72 columns, say, is one block."""
    return [block for run in _paragraphs(lines) for block in _blocks(run)]


def _paragraphs(lines: list[Line]) -> Iterator[list[Line]]:
    run: list[Line] = []
    for line in lines:
        if run and line.gap_before:
            yield run
            run = []
        run.append(line)
    if run:
        yield run


def _blocks(run: list[Line]) -> list[Block]:
    if _wrapped(run):
        return [Block(run[0].start, run[-1].end)]
    return [Block(line.start, line.end) for line in run]


def _wrapped(run: list[Line]) -> bool:
    widths = [len(line.words) for line in run[:-1]]
    if len(run) < _FEWEST or max(widths) > _WIDEST or min(widths) < _NARROWEST * max(widths):
        return False
    return 2 * sum(line.ended for line in run[:-1]) < len(widths)
