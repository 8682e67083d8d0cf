"""Somebody in an article, and whether an office told of somebody may be theirs."""

from dataclasses import dataclass

from kg.extract.figure import Figure
from kg.model import Kind, Span

Words = tuple[str, ...]


@dataclass(slots=True, eq=False)
class Character:
    """Somebody in an article, as all mentions together tell: the fullest name, the fullest office, whom they represent.

    ``private`` where they speak for a company, a club or the like, whatever state it is in; ``well_known`` where the article leaves
    out whom they represent and a table tells it, ``assumed`` where they speak for the article's home state, whose other officials it
    tells without it, ``unmarked`` where the article leaves it out and it was found in any way; ``named_in``
    is the number of the first sentence that has their name.
    """

    kind: Kind
    number: int
    words: Words = ()
    name: Span | None = None
    plain: str | None = None
    mention: Span | None = None
    office: Span | None = None
    office_name: str | None = None
    office_words: Words = ()
    represents: str | None = None
    represents_name: str | None = None
    id: str | None = None
    label: str | None = None
    rank: int = 0
    home: bool = False
    generic: bool = False
    plural: bool = False
    definite: bool = False
    well_known: bool = False
    assumed: bool = False
    unmarked: bool = False
    pair: Words = ()
    deputy: bool = False
    private: bool = False
    named_in: int | None = None
    last_seen: int = 0

    def take_side(self, other: "Character") -> None:
        """Speak for whom somebody else speaks for."""
        self.represents, self.represents_name = other.represents, other.represents_name

    def take_office(self, other: "Character") -> None:
        """Hold the office that somebody else was told to hold."""
        self.office, self.office_name, self.office_words = other.office, other.office_name, other.office_words
        self.rank, self.home, self.deputy = other.rank, other.home, other.deputy


def holds(character: Character, figure: Figure, words: Words) -> bool:
    """Whether a mention by office, told in these folded words, may be this character's."""
    office = figure.office
    if office is None or not character.office_words:
        return False
    side = figure.represents
    if side and character.represents and side != character.represents:
        return False
    if not office.full:
        same = bool(character.office_name) and post_of(office.name) == post_of(character.office_name)
        return same and office.rank == character.rank
    if office.deputy is not character.deputy:
        return False
    known = not side or side == character.represents
    known = known or (character.home and character.represents is None)
    if office.name == character.office_name and office.rank > 0 and character.rank > 0 and known and not office.vague:
        return True
    if (office.generic or character.generic) and side and known and office.rank == character.rank:
        return True
    if (
        side is not None
        and side == character.represents
        and office.rank == character.rank
        and not office.vague
        and (character.office_name or "").endswith(f" {office.name}")
        and not (character.office_name or "").endswith(f" the {office.name}")
    ):
        return True
    small, large = sorted((set(words), set(character.office_words)), key=len)
    return len(small) > 1 and small <= large and office.rank == character.rank


def post_of(office: str | None) -> str:
    """What kind of office a name tells: the envoy of a president is an envoy, the foreign minister a minister."""
    return " ".join((office or "").partition(" of the ")[0].split()[-1:])
