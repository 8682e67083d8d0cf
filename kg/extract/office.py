"""An office as a sentence names it."""

from dataclasses import dataclass

from kg.extract.entries import Entry


@dataclass(frozen=True, slots=True)
class Office:
    """An office phrase, words ``[first, last)``: its English name, the states and bodies it names as its own, its rank.

    ``full`` is False for a bare head ("the minister"), which only points back; ``home`` where news leave the country out for
    their own officials; ``vague`` where it is of something that ``name`` does not tell; ``generic`` where whoever leads a
    state is called so ("the leader"); ``deputy`` where it is that of somebody's deputy; ``private`` where it is of a
    company, a club or the like.
    """

    first: int
    last: int
    name: str
    sides: tuple[Entry, ...]
    rank: int
    plural: bool
    full: bool
    home: bool = False
    vague: bool = False
    generic: bool = False
    deputy: bool = False
    private: bool = False

    @property
    def represents(self) -> str | None:
        """The gazetteer id of whom its holder speaks for."""
        return self.sides[0].key if self.sides else None

    @property
    def represents_name(self) -> str | None:
        """The English name of whom its holder speaks for."""
        return self.sides[0].name if self.sides else None
