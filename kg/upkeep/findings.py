"""What a check of a store tells: its parts, what is wrong with them, and which command mends it."""

from collections.abc import Iterable
from dataclasses import dataclass

_SHOWN = 20


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that is wrong, in one sentence, and the command that mends it."""

    what: str
    mend: str


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a store: what of it was looked at, and what is wrong with it."""

    name: str
    looked_at: str
    findings: tuple[Finding, ...] = ()


def some(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The first findings, and one that says how many more there are of their kind."""
    told = list(findings)
    more = len(told) - _SHOWN
    return (*told[:_SHOWN], Finding(f"{more} more like these", told[0].mend)) if more > 0 else tuple(told)
