"""What is no single occasion ("a series of meetings", "ongoing talks"), and who takes part in none of diplomacy ("a group of pilgrims")."""

from kg.extract.drafts import Role
from kg.extract.entries import Cls, Frame
from kg.extract.line import Hit, Line
from kg.model import EventType, Kind

# How many words may stand between what tells of a series and its noun.
_NEAR = 1
# How many words behind a group tell who its people are.
_BEHIND = 3


def is_series(line: Line, hit: Hit, frame: Frame) -> bool:
    """Whether words beside a noun say that it tells of no single occasion."""
    if hit.entry.cls is not Cls.NOUN or frame.type is EventType.SUMMIT:
        return False
    keys = ("status.series",) if frame.type is EventType.VISIT else ("status.series", "status.ongoing")
    ahead = (mark for key in keys for mark in line.marks.get(key, ()))
    behind = line.marks.get("status.series_behind", ())
    return any(0 <= hit.first - mark.last <= _NEAR for mark in ahead) or any(mark.first == hit.last for mark in behind)


def is_lay(role: Role, line: Line) -> bool:
    """Whether a group is told as one of people who speak for no state: pilgrims, athletes, those of companies."""
    if role.party is None or role.character.kind is not Kind.DELEGATION:
        return False
    figure = role.party.figure
    return line.has_marker("refer.lay", figure.first, figure.last + _BEHIND)
