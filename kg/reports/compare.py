"""Puts the accounts of one event side by side: what each tells, what it leaves out, and where they contradict each other."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from kg_ontology import DATA

from kg.model import Iri
from kg.reports.accounts import accounts
from kg.reports.columns import By, Column, gather
from kg.reports.nodes import Node, fetch
from kg.reports.show import find_event
from kg.reports.telling import Kind, Telling, tellings
from kg.store.base import Store

_STATE = DATA + "state/"


class Share(StrEnum):
    """How many columns tell something, those left out that only copy."""

    ALL = "all"
    SOME = "some"
    ONE = "one"


@dataclass(frozen=True, slots=True)
class Cell:
    """What a column tells; ``contradicts`` where it can't be true together with what most outlets tell."""

    texts: tuple[str, ...]
    contradicts: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """One thing that is told: a cell per column, None where the column leaves it out.

    ``side`` is set where outlets of two sides or more tell of the event, and this is told by those of one side alone.
    """

    kind: Kind
    value: str
    cells: tuple[Cell | None, ...]
    share: Share
    side: str | None = None

    @property
    def contradicted(self) -> bool:
        """Whether the columns contradict each other in it."""
        return any(cell is not None and cell.contradicts for cell in self.cells)


@dataclass(frozen=True, slots=True)
class Comparison:
    """The accounts of an event side by side."""

    event: Iri
    label: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]

    def told_by(self, share: Share) -> tuple[Row, ...]:
        """The rows that so many columns tell; that an office was somebody else's is told by none of them."""
        return tuple(row for row in self.rows if row.share is share and row.kind is not Kind.OFFICE)


def compare(store: Store, event: str, by: By = By.OUTLET, language: str = "en") -> Comparison:
    """Compare the accounts of an event, named by its IRI or by the first letters of its id.

    Raises:
        KgError: no event, or more than one, fits.
    """
    iri = find_event(store, event)
    node = fetch(store, [iri])[iri]
    told = accounts(store, node)
    known = tellings(store, node, told, language)
    grouped = gather(told, by, _sides(store, node, language))
    columns = tuple(column for column, _ in grouped)
    cells = [_cells(known[account.event.iri, account.graph] for account in own) for _, own in grouped]
    return Comparison(iri, node.label(language), columns, tuple(_rows(columns, cells)))


Cells = dict[tuple[Kind, str], Cell]


def _cells(told: Iterable[tuple[Telling, ...]]) -> Cells:
    """What some accounts tell together."""
    found: Cells = {}
    for each in (telling for own in told for telling in own):
        key = each.kind, each.value
        before = found.get(key, Cell(()))
        texts = tuple(dict.fromkeys((*before.texts, *each.texts)))
        found[key] = Cell(texts, before.contradicts or each.contradicts)
    return found


def _rows(columns: tuple[Column, ...], told: list[Cells]) -> Iterator[Row]:
    """The rows in the order of their kinds; what most columns tell first."""
    keys = dict.fromkeys(key for cells in told for key in cells)
    order = list(Kind)

    def rank(key: tuple[Kind, str]) -> tuple[int, int, str]:
        return order.index(key[0]), -sum(key in cells for cells in told), key[1]

    for key in sorted(keys, key=rank):
        row = tuple(cells.get(key) for cells in told)
        yield Row(*key, row, _share(columns, row), _only_side(columns, row))


def _share(columns: tuple[Column, ...], row: tuple[Cell | None, ...]) -> Share:
    own = [cell is not None for column, cell in zip(columns, row, strict=True) if not column.copy]
    if all(own):
        return Share.ALL
    return Share.SOME if sum(own) > 1 else Share.ONE


def _only_side(columns: tuple[Column, ...], row: tuple[Cell | None, ...]) -> str | None:
    sides = {column.side for column in columns} - {None}
    telling = {column.side for column, cell in zip(columns, row, strict=True) if cell is not None}
    return telling.pop() if len(sides) > 1 and len(telling) == 1 else None


def _sides(store: Store, event: Node, language: str) -> dict[str, str]:
    """The states for which somebody takes part, by their ISO 3166-1 codes."""
    parts = fetch(store, event.all("diplo:participation")).values()
    sides = {side for part in parts for name in ("diplo:onBehalfOf", "diplo:participant") for side in part.all(name)}
    states = fetch(store, (side for side in sides if side.startswith(_STATE)))
    return {iri.removeprefix(_STATE): node.label(language) for iri, node in states.items()}
