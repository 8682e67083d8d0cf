"""Prints how well articles were read: a line per language and measure, and what was misread."""

from collections.abc import Sequence

import click

from kg.evaluate import Evaluation, Result
from kg.evaluate.reliability import bands, judged
from kg_cli.output import Answer, Cell, print_answer
from kg_cli.progress import say

_DIGITS = 3


def print_figures(done: Sequence[Evaluation], form: str, *, misses: bool, reliability: bool, quiet: bool) -> None:
    """Print the figures; for people with what is asked for besides below them, for programs with that alone."""
    further = [*([_misses(done)] if misses else []), *([_reliability(done)] if reliability else [])]
    if form == "table" or not further:
        print_answer(_figures(done), form)
    for answer in further:
        if form == "table":
            click.echo()
        print_answer(answer, form)
    if not quiet:
        say(f"kg: {_summary(done)}", err=True)


def _figures(done: Sequence[Evaluation]) -> Answer:
    columns = ("language", "measure", "precision", "recall", "f1", "right", "annotated", "extracted")
    languages = sorted({one.annotation.language for one in done})
    rows: list[tuple[Cell, ...]] = []
    for language in languages:
        rows += _rows(language, [one for one in done if one.annotation.language == language])
    return Answer(columns, rows + (_rows("all", done) if len(languages) > 1 else []))


def _rows(language: str, done: Sequence[Evaluation]) -> list[tuple[Cell, ...]]:
    score = sum((one.result for one in done), Result()).score
    rates = ((name, count, (count.precision, count.recall, count.f1)) for name, count in score)
    return [
        (language, name, *(round(rate, _DIGITS) for rate in three), count.right, count.gold, count.told)
        for name, count, three in rates
    ]


def _misses(done: Sequence[Evaluation]) -> Answer:
    rows = [(one.annotation.language, line) for one in done for line in one.misread()]
    return Answer(("language", "misread"), rows)


def _reliability(done: Sequence[Evaluation]) -> Answer:
    columns = (
        "confidence_from",
        "events",
        "events_right",
        "events_share",
        "participants",
        "participants_right",
        "participants_share",
    )
    rows = [
        (
            band.least, band.events, band.right, round(band.right / band.events, _DIGITS),
            band.parties, band.parties_right, round(band.parties_right / (band.parties or 1), _DIGITS),
        )
        for band in bands(one for article in done for one in judged(article))
    ]  # fmt: skip
    return Answer(columns, list(rows))


def _summary(done: Sequence[Evaluation]) -> str:
    empty = [one for one in done if not one.annotation.page.occasions]
    alarms = sum(len(one.extraction.events) for one in empty)
    return f"articles: {len(done)}; without events: {len(empty)}; events that were found in these: {alarms}"
