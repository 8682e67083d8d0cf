"""The named tracks, formats and forums of diplomacy that a sentence tells of."""

from kg.extract.lexicon import Cls
from kg.extract.line import Line
from kg.model import Named


def processes(line: Line, first: int, last: int) -> list[Named]:
    """The known processes named in ``[first, last)``."""
    found: list[Named] = []
    for word in range(first, last):
        hit = line.at(word, Cls.PROCESS)
        if hit is not None and hit.entry.key not in {named.id for named in found}:
            found.append(Named(line.bare_span(hit), hit.entry.name, hit.entry.key))
    return found
