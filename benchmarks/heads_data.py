"""Reads what ``heads.py`` makes rows of: REIGN's terms, and the lists of visits and travels of the US Office of the Historian."""

import csv
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from kg.authority.dates import when
from kg.resolve.known import gazetteers

SINCE = date(2005, 1, 1)
LAST = "2021-03"
"""The month up to which REIGN's terms were coded."""
POSTS = {
    "President": ("president", "President", ("President",)),
    "Prime Minister": ("prime-minister", "Prime Minister", ("Prime Minister",)),
    "Premier": ("prime-minister", "Premier", ("Premier", "Prime Minister")),
    "Taoiseach": ("prime-minister", "Taoiseach", ("Taoiseach", "Prime Minister")),
    "Federal Chancellor": ("chancellor", "Chancellor", ("Chancellor",)),
    "Chancellor": ("chancellor", "Chancellor", ("Chancellor",)),
    "King": ("king", "King", ("King",)),
    "Amir": ("emir", "Emir", ("Emir",)),
    "Sultan": ("sultan", "Sultan", ("Sultan",)),
    "Secretary of State": ("foreign-minister", "Secretary of State", ("Secretary of State", "Minister")),
}
"""Titles with the post of an office's id, its name and its ranks."""
_TITLED = re.compile(rf"({'|'.join(POSTS)})(?: |(?=[A-Z]))([^\W\d_]\S+ .+)")
_ROLES = {"president": "President", "secretary": "Secretary of State"}
_TITLES = {("state/ES", "President"): "Prime Minister"}
"""What the lists call the president of the government."""
_STATES = {
    "korea-south": "South Korea",
    "korea": "South Korea",
    "congo-democratic-republic": "Democratic Republic of the Congo",
    "somoa": "Samoa",
}


@dataclass(frozen=True, slots=True)
class Seen:
    """Somebody with a title on some days."""

    state: str
    title: str
    name: str
    first: date
    last: date

    @property
    def office(self) -> str:
        """The id of the office."""
        return f"office/{self.state.removeprefix('state/')}/{POSTS[self.title][0]}"


@dataclass(frozen=True, slots=True)
class Led:
    """A leader's term by family name: the months of its beginning and its end (None: it goes on)."""

    state: str
    name: str
    start: str
    end: str | None

    def holds(self, first: date, last: date) -> bool:
        """Whether days may lie in the term."""
        begun, ended = when(self.start).earliest, when(self.end or LAST).latest
        return begun is not None and ended is not None and begun <= first and last <= ended


def visitors(path: Path) -> Iterator[Seen]:
    """Foreign heads on visits; visitors with other titles, and two in one row, are left out."""
    doubts = _doubts()
    for row in _rows(path):
        names = (row["from"], _STATES.get(row["from_id"], row["from_id"].replace("-", " ")))
        states = {found for name in names for found in gazetteers().find(name) if found.startswith("state/")}
        titled = _TITLED.fullmatch(" ".join(row["visitor"].split()).replace("al- ", "al-"))
        if len(states) == 1 and titled and titled[2][0].isupper() and " and " not in titled[2]:
            state = states.pop()
            if (state, row["start"]) not in doubts:
                yield Seen(state, _TITLES.get((state, titled[1]), titled[1]), titled[2], *_days(row))


def travellers(path: Path) -> Iterator[Seen]:
    """Presidents and secretaries of state of the United States abroad."""
    return (Seen("state/US", _ROLES[row["role"]], row["name"], *_days(row)) for row in _rows(path))


def terms(path: Path) -> Iterator[Led]:
    """REIGN's terms that had not ended by ``SINCE``."""
    states, doubts = _table("heads_states.tsv"), _doubts()
    text = path.read_bytes().decode("utf-8", "replace")
    for row in csv.DictReader(text.splitlines()):
        ended = f"{row['eyear']}-{int(row['emonth']):02}" if row["eyear"] else None
        if row["stateabb"] in states and (ended is None or ended >= SINCE.isoformat()[:7]):
            state, start = states[row["stateabb"]], f"{row['syear']}-{int(row['smonth']):02}"
            if (state, start) not in doubts:
                yield Led(state, row["leader"].strip(), start, ended)


def names() -> Mapping[str, str]:
    """What the authority calls those whom the lists call by several names."""
    return _table("heads_names.tsv")


def _table(name: str) -> Mapping[str, str]:
    return {cells[0]: cells[1] for cells in _cells(name)}


def _doubts() -> frozenset[tuple[str, str]]:
    return frozenset((cells[0], cells[1]) for cells in _cells("heads_doubts.tsv"))


def _cells(name: str) -> Iterator[list[str]]:
    lines = Path(__file__).with_name(name).read_text(encoding="utf-8").splitlines()
    return (line.split("\t") for line in lines if not line.startswith("#"))


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        yield from (row for row in csv.DictReader(lines) if row["end"] >= SINCE.isoformat())


def _days(row: dict[str, str]) -> tuple[date, date]:
    return date.fromisoformat(row["start"]), date.fromisoformat(row["end"])
