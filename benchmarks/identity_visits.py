"""Compares what is read in news of the White House with the lists of visits and travels of the US Office of the Historian."""

import csv
import gzip
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory

from kg_loaders import read
from kg_ontology import DATA

from kg.identity.events import Witnesses
from kg.identity.reading import read_records
from kg.identity.records import Account, Records
from kg.identity.resolve import resolution_of
from kg.model import EventType, Function, Iri, Status
from kg.pipeline import ingest
from kg.resolve.known import gazetteers
from kg.resolve.matching import same_name
from kg.store.base import Store
from kg.store.oxigraph import OxigraphStore

FIRST, LAST = date(2021, 1, 1), date(2025, 12, 31)
EARLY, LATE = timedelta(days=1), timedelta(days=3)
US = DATA + "state/US"
_TITLE = re.compile(
    r"^(?:(?:Federal|Prime|Interim|Acting|Crown)? ?(?:President|Minister|Chancellor|King|Queen|Amir|Sultan|Premier|Taoiseach|Prince)) "
)
_LATER = re.compile(r",? (?:Jr\.?|II|III)$")
_STATES = {"korea-south": "South Korea", "congo-democratic-republic": "Democratic Republic of the Congo"}
# What prints what was said, question by question or speech by speech: who speaks there tells of a visit in passing, if at all.
_SPOKEN = re.compile(r"\b(?:briefing|gaggle|press call|remarks|press conference|interview|speech)\b", re.IGNORECASE)
CAUSES = (
    "found",
    "not in the articles",
    "only in what somebody says",
    "told, but no event read",
    "another person",
    "another date",
)


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a list: who went where (``abroad``: the state that isn't the United States), from when to when."""

    list: str
    name: str
    abroad: Iri
    first: date
    last: date

    @property
    def names(self) -> tuple[str, ...]:
        """The words of the name that may be the family name: the last, and the first, where families come first."""
        words = _LATER.sub("", self.name).split()
        return tuple(dict.fromkeys(word for word in (words[-1], words[0]) if len(word) > 2))

    def told_in(self, words: str) -> bool:
        """Whether a text names somebody of the family name."""
        return any(name in words and re.search(rf"\b{re.escape(name)}\b", words) for name in self.names)

    def near(self, day: date | None, until: date | None = None) -> bool:
        """Whether days lie from one day before to three days after."""
        return day is not None and day <= self.last + LATE and (until or day) >= self.first - EARLY


@dataclass(frozen=True, slots=True)
class Story:
    """An article as far as it matters here."""

    published: date
    title: str
    words: str

    @property
    def spoken(self) -> bool:
        """Whether it prints what was said."""
        return _SPOKEN.search(self.title) is not None


def rows(visits: Path, travels: Path) -> Iterator[Row]:
    """The lines of both lists in the years that are compared, each once."""
    told = [("visits", each["visitor"], each["from"], each["from_id"], each) for each in _csv(visits)]
    told += [("travels", each["name"], each["country"], each["country_id"], each) for each in _csv(travels)]
    seen = set()
    for kind, name, country, id, each in told:
        first, last = date.fromisoformat(each["start"]), date.fromisoformat(each["end"])
        plain = _STATES.get(id, id.replace("-", " "))
        states = [found for found in gazetteers().find(plain) if found.startswith("state/")]
        row = Row(kind, _TITLE.sub("", name).strip(), DATA + (states[0] if states else f"state/{country}"), first, last)
        if FIRST <= row.first <= LAST and row not in seen:
            seen.add(row)
            yield row


def _csv(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


class Compared:
    """A store of these articles beside the lists."""

    def __init__(self, store: Store, stories: Sequence[Story]) -> None:
        self.stories = stories
        self.records: Records = read_records(store)
        self.found = resolution_of(store)
        self.names = self._names(self.found.witnesses)

    def _names(self, witnesses: Witnesses) -> Mapping[Iri, frozenset[str]]:
        """For each account the names of its people, with all that the store knows of them."""
        return {
            iri: frozenset(name for party in witness.parties for name in party.names)
            for iri, witness in witnesses.items()
        }

    def cause(self, row: Row) -> str:
        """Whether a visit was found, or why not."""
        with_him = [account for account in self._accounts(row.names) if self._fits(account, row)]
        if any(row.near(*self._days(account)) for account in with_him):
            return CAUSES[0]
        told = [story for story in self.stories if row.near(story.published) and row.told_in(story.words)]
        if not told:
            return CAUSES[1]
        if any(row.near(account.source.published) for account in with_him):
            return CAUSES[5]
        near = (account for account in self.records.accounts if row.near(*self._days(account)))
        if any(self._fits(account, row) for account in near):
            return CAUSES[4]
        passing = all(story.spoken and not row.told_in(story.title) for story in told)
        return CAUSES[2] if passing else CAUSES[3]

    def _days(self, account: Account) -> tuple[date | None, date | None]:
        witness = self.found.witnesses[account.iri]
        return witness.earliest, witness.latest

    def _accounts(self, words: tuple[str, ...]) -> Iterator[Account]:
        for account in self.records.accounts:
            if any(_named(word, name) for word in words for name in self.names[account.iri]):
                yield account

    def _fits(self, account: Account, row: Row) -> bool:
        """Whether an event may be of this row: a visit to its state, or a meeting with somebody of it."""
        return account.country == row.abroad or any(part.side == row.abroad for part in account.parts)

    def visits(self, until: date) -> Iterator[Account]:
        """Visits that were read: held ones up to where the lists end, one account for each event, from the US or to it."""
        for group in self.found.groups:
            account = self.found.witnesses[group[0]].account
            guests = [part.side for part in account.parts if part.function is Function.VISITOR]
            held = account.type is EventType.VISIT and account.status is Status.HELD
            day = self._days(account)[0]
            if held and day and day <= until and guests and (account.country == US) != (US in guests):
                yield account

    def right(self, account: Account, told: Iterable[Row]) -> bool:
        """Whether a visit that was read is in the lists."""
        names = self.names[account.iri]
        near = (row for row in told if row.near(*self._days(account)) and self._fits(account, row))
        return any(_named(word, name) for row in near for word in row.names for name in names)


@lru_cache(maxsize=100_000)
def _named(word: str, name: str) -> bool:
    return same_name(word, name)


def compare(articles: Path, visits: Path, travels: Path, kept: Path | None) -> None:
    """Print the shares and the misses; ``kept`` is a store of these articles from an earlier run, or where to keep one."""
    told = list(rows(visits, travels))
    with TemporaryDirectory() as folder:
        place, lines = kept or Path(folder) / "store", Path(folder) / "articles.jsonl"
        stories = list(_copied(articles, lines))
        new = not place.exists()
        with OxigraphStore(place, create=new) as store:
            if new:
                list(ingest(read([str(lines)]), store))
            _print(Compared(store, stories), told)


def _copied(articles: Path, lines: Path) -> Iterator[Story]:
    """Copy the articles of the White House in the compared years."""
    with gzip.open(articles, "rt", encoding="utf-8") as source, lines.open("w", encoding="utf-8") as copy:
        for line in source:
            record = json.loads(line)
            if record["source"] == "whitehouse.gov" and record["published"]:
                copy.write(line)
                words = record["title"] + "\n" + record["text"]
                yield Story(date.fromisoformat(record["published"]), record["title"], words)


def _print(compared: Compared, told: Sequence[Row]) -> None:
    causes: defaultdict[str, Counter[str]] = defaultdict(Counter)
    misses = []
    for row in told:
        cause = compared.cause(row)
        causes[row.list][cause] += 1
        if cause not in CAUSES[:2]:
            misses.append(f"  {row.first} {row.name} ({row.abroad.rsplit('/', 1)[-1]}): {cause}")
    for name, counts in causes.items():
        share = counts[CAUSES[0]] / max(1, counts.total() - counts[CAUSES[1]])
        print(f"{name}: {counts.total()}; " + ", ".join(f"{cause} {counts[cause]}" for cause in CAUSES))
        written = counts.total() - counts[CAUSES[1]] - counts[CAUSES[2]]
        print(
            f"  found of those that the articles tell of: {share:.2f}; of those that a title or news name: {counts[CAUSES[0]] / max(1, written):.2f}"
        )
    made = list(compared.visits(max(row.last for row in told)))
    right = [account for account in made if compared.right(account, told)]
    print(f"visits read: {len(made)}, of them in the lists: {len(right)}")
    for account in made:
        if account not in right:
            who = ", ".join(sorted(part.entity.rsplit("/", 1)[-1] for part in account.parts))
            print(f"  not in the lists: {account.earliest or account.source.published} {who} in {account.place}")
    print("misses:", *misses, sep="\n")
