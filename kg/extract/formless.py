"""Occasions told as many or as none in particular: "a series of meetings", "regular contacts", "ongoing talks"."""

from kg.extract.lexicon import Cls, Frame
from kg.extract.line import Hit, Line
from kg.model import EventType

# How many words may stand between what tells of a series and its noun.
_NEAR = 1


def is_series(line: Line, hit: Hit, frame: Frame) -> bool:
    """Whether words beside a noun say that it tells of no single occasion."""
    if hit.entry.cls is not Cls.NOUN or frame.type is EventType.SUMMIT:
        return False
    keys = ("status.series",) if frame.type is EventType.VISIT else ("status.series", "status.ongoing")
    ahead = (mark for key in keys for mark in line.marks.get(key, ()))
    behind = line.marks.get("status.series_behind", ())
    return any(0 <= hit.first - mark.last <= _NEAR for mark in ahead) or any(mark.first == hit.last for mark in behind)
