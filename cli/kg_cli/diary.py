"""Tells how an ingest goes: a line for each of the first articles, every failure, and a summary."""

from collections import Counter

from kg.pipeline import Change, Outcome
from kg_cli.progress import say
from kg_cli.terminal import clean, shown

LISTED = 20


class Diary:
    """Notes the outcomes of an ingest one by one and prints what the reader should see of them."""

    def __init__(self, *, verbose: bool, quiet: bool) -> None:
        """Choose between every article, the first few and a summary, and failures alone."""
        self._verbose = verbose
        self._quiet = quiet
        self._kinds: Counter[Change] = Counter()
        self._events = 0
        self._statements = 0

    @property
    def failed(self) -> int:
        """How many inputs could not be read."""
        return self._kinds[Change.FAILED]

    def note(self, outcome: Outcome) -> None:
        """Count an outcome, and print its line if it is to be seen."""
        self._kinds[outcome.kind] += 1
        self._events += outcome.events
        self._statements += outcome.statements
        if outcome.kind is Change.FAILED:
            say(f"kg: {clean(outcome.error or '')}", err=True)
        elif not self._quiet and (self._verbose or self._kinds.total() <= LISTED):
            say(_line(outcome, dated=self._verbose))
        if self._kinds.total() == LISTED + 1 and not (self._quiet or self._verbose):
            say("… (the further articles are counted; -v lists them all)")

    def close(self) -> None:
        """Print the summary: also after an interruption, for what was written is safe."""
        if self._quiet:
            return
        kinds = ", ".join(f"{self._kinds[kind]} {kind.value}" for kind in Change)
        done = _number(self._kinds.total(), "article")
        say(f"{done}: {kinds}; {_number(self._events, 'event')}, {_number(self._statements, 'statement')}")


def _line(outcome: Outcome, *, dated: bool) -> str:
    article = outcome.article
    name = shown((article.title or article.name) if article else "")
    line = f"{outcome.kind.value:<10}{name}: {_found(outcome)}"
    if outcome.unread:
        line += f" (too long: its last {_number(outcome.unread, 'character')} were not read)"
    if not (dated and article):
        return line
    if article.published is None:
        return f"{line}; published: unknown"
    return f"{line}; published {article.published.isoformat()} (from {shown(article.published_from or 'unknown')})"


def _found(outcome: Outcome) -> str:
    if outcome.kind is Change.UNCHANGED:
        return "nothing new"
    unknown = "" if outcome.language else " (language unknown)"
    events = _number(outcome.events, "event") if outcome.events else f"no events found{unknown}"
    return f"{events}, {_number(outcome.statements, 'statement')}" if outcome.events or outcome.statements else events


def _number(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
