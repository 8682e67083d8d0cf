"""Joins the lines of hard-wrapped paragraphs; elsewhere each line is a paragraph of its own."""

from collections.abc import Iterator

from kg_loaders.lines import Line

_WIDEST = 110
_NARROWEST = 0.6
_FEWEST = 3


def join_wrapped(text: str, lines: list[Line], own: list[bool]) -> list[Line]:
    """The article's own lines, with the lines of a paragraph that is wrapped at 72 columns, say, as one."""
    return [line for run in _runs(lines, own) for line in _joined(text, run)]


def _runs(lines: list[Line], own: list[bool]) -> Iterator[list[Line]]:
    """Own lines without an empty line or furniture between them."""
    run: list[Line] = []
    for line, mine in zip(lines, own, strict=True):
        if run and (line.gap_before or not mine):
            yield run
            run = []
        if mine:
            run.append(line)
    if run:
        yield run


def _joined(text: str, run: list[Line]) -> list[Line]:
    if not _wrapped(run):
        return run
    first, last = run[0], run[-1]
    return [Line(first.start, last.end, text[first.start : last.end], first.gap_before, last.gap_after)]


def _wrapped(run: list[Line]) -> bool:
    widths = [len(line.words) for line in run[:-1]]
    if len(run) < _FEWEST or max(widths) > _WIDEST or min(widths) < _NARROWEST * max(widths):
        return False
    return 2 * sum(line.ended for line in run[:-1]) < len(widths)
