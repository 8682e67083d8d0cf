"""Reads the furniture of a whole page: what a line is depends on the lines around it."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import accumulate

from kg_loaders.furniture import Sign, bulleted, read_sign
from kg_loaders.lines import Line

_MOST_DATES = 2
_BODY_BEFORE_FORM = 40
_SHORT = 6
_TEASER = 25
_HEADLINE = 200
_OF_A_BOX = frozenset({"date-line", "counter", "tag", "share", "byline", "source-line"})


def read_signs(lines: list[Line]) -> list[Sign | None]:
    """For each line of a page the sign that it is furniture, or None for the article's own lines."""
    signs = [read_sign(line) for line in lines]
    if not any(signs):
        return signs
    _keep_first_label(signs)
    _cut_after_form(lines, signs)
    _keep_chronology(lines, signs)
    _settle_weak(signs)
    _fill_boxes(lines, signs)
    _fill_teasers(lines, signs)
    return signs


def _keep_first_label(signs: list[Sign | None]) -> None:
    """A source told on the very first line may be a headline ("Source: minister to resign")."""
    first = signs[0]
    if first and first.reason == "source-line" and first.value:
        signs[0] = replace(first, weak=True)


def _cut_after_form(lines: list[Line], signs: list[Sign | None]) -> None:
    before = 0
    for at, (line, sign) in enumerate(zip(lines, signs, strict=True)):
        if sign is None:
            before += len(line.words.split())
        elif sign.rest and before >= _BODY_BEFORE_FORM:
            signs[at:] = [replace(s, date=None, weak=False) if s else Sign(sign.reason) for s in signs[at:]]
            return


def _keep_chronology(lines: list[Line], signs: list[Sign | None]) -> None:
    """A date between the article's own paragraphs heads a part of it; with such dates, or many, the page is a chronology."""
    dated = [at for at, sign in enumerate(signs) if sign and sign.date]
    days = {sign.date.day for sign in signs if sign and sign.date and sign.date.day}
    own = [0, *accumulate(_weight(line) if sign is None else 0 for line, sign in zip(lines, signs, strict=True))]
    inner = {at for at in dated if own[at] > 1 and own[at] < own[-1] and not _in_company(signs, at)}
    if len(days) > _MOST_DATES:
        inner = set(dated)
    elif any((sign := signs[at]) and sign.date and sign.date.day for at in inner):
        inner = {at for at in dated if not _in_company(signs, at)}
    for at in inner:
        signs[at] = None


def _weight(line: Line) -> int:
    """A date stands below the headline or its second line, or below one paragraph and then within the article."""
    return 2 if len(line.words) > _HEADLINE else 1


def _in_company(signs: list[Sign | None], at: int) -> bool:
    """Does other furniture than dates stand right before or after a line?"""
    beside = signs[max(0, at - 1) : at] + signs[at + 1 : at + 2]
    return any(sign and not sign.date and sign.reason != "separator" for sign in beside)


def _settle_weak(signs: list[Sign | None]) -> None:
    """A weak sign counts beside a strong one; a long source line also at the end of the page."""
    last = signs[-1]
    if last and last.weak and last.reason == "source-line":
        signs[-1] = replace(last, weak=False)
    for order in (range(1, len(signs)), range(len(signs) - 2, -1, -1)):
        for at in order:
            sign, beside = signs[at], signs[at - order.step]
            if sign and sign.weak and beside and not beside.weak and beside.reason != "separator":
                signs[at] = replace(sign, weak=False)
    signs[:] = [None if sign and sign.weak else sign for sign in signs]


def _fill_boxes(lines: list[Line], signs: list[Sign | None]) -> None:
    """In a list of short lines that holds a date and a counter, say, the rest is the name of an author, a team or a section."""
    for start, end in _runs(lines):
        reasons = {sign.reason for sign in signs[start:end] if sign} & _OF_A_BOX
        listed = all(bulleted(line) and len(line.words.split()) <= _SHORT + 1 for line in lines[start:end])
        if listed and len(reasons) > 1:
            signs[start:end] = [sign or Sign("byline") for sign in signs[start:end]]


def _runs(lines: list[Line]) -> Iterator[tuple[int, int]]:
    start = 0
    for at, line in enumerate(lines):
        if line.gap_after or at == len(lines) - 1:
            yield start, at + 1
            start = at + 1


def _fill_teasers(lines: list[Line], signs: list[Sign | None]) -> None:
    """The headlines that follow a bare "Read also:"."""
    open_list = False
    for at, line in enumerate(lines):
        sign = signs[at]
        if sign:
            open_list = sign.reason == "see-also" and sign.value is None
        elif open_list and _is_teaser(line, at and lines[at - 1]):
            signs[at] = Sign("see-also")
        else:
            open_list = False


def _is_teaser(line: Line, before: Line | int) -> bool:
    joined = bulleted(line) or not line.gap_before
    return joined and bool(before) and not line.ended and len(line.words.split()) <= _TEASER
