"""What stands in a column of a comparison below the table: the articles with their sentences, in which the words that tell something are marked."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kg.model import Iri
from kg.reports.accounts import accounts
from kg.reports.columns import Column
from kg.reports.nodes import fetch
from kg.reports.telling import Kind
from kg.view.build import safe_link
from kg.view.pictures.passages import Hint, Passage, passages
from kg.view.pictures.sheet import Sheet
from kg.view.words import Words, clean, isolate

Numbers = Mapping[tuple[Kind, str], int]
"""The numbers of the rows of a comparison."""
_QUOTE = 3000


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of words below a column; ``row`` is the number of the row that it belongs to."""

    text: str
    kind: str = ""
    row: int | None = None


@dataclass(frozen=True, slots=True)
class Quote:
    """A sentence: its words, their language, and where they stand."""

    parts: tuple[Part, ...]
    language: str
    where: str


@dataclass(frozen=True, slots=True)
class Report:
    """An article with the sentences that tell of the event."""

    title: str
    url: str | None
    source: tuple[str, ...]
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Side:
    """A column: who tells, in which languages, since when, and its words."""

    name: str
    notes: tuple[str, ...]
    reports: tuple[Report, ...]


def articles(sheet: Sheet, event: Iri) -> Mapping[Iri, tuple[Passage, ...]]:
    """The passages of each article that tells of the event."""
    found: defaultdict[Iri, tuple[Passage, ...]] = defaultdict(tuple)
    for account in accounts(sheet.store, fetch(sheet.store, [event])[event]):
        found[account.article.iri] += passages(sheet.store, account, sheet.words.language)
    return found


def side_of(words: Words, column: Column, told: Mapping[Iri, tuple[Passage, ...]], numbers: Numbers) -> Side:
    """A column: ``told`` are the passages by article."""
    days = sorted({source.published.isoformat() for source in column.sources if source.published})
    notes = (
        *(words.say(f"picture.language.{language}") for language in column.languages),
        *days[:1],
        *((words.say("picture.side", name=clean(column.side)),) if column.side else ()),
        *((words.say("picture.copy"),) if column.copy else ()),
    )
    reports = tuple(
        _report(words, told[source.article], numbers) for source in column.sources if told.get(source.article)
    )
    return Side(", ".join(map(clean, column.outlets)), notes, reports)


def _report(words: Words, told: Sequence[Passage], numbers: Numbers) -> Report:
    row = told[0].row
    published = words.say("published", date=isolate(row.published.isoformat())) if row.published else ""
    return Report(
        clean(row.title or "") or words.say("untitled"),
        safe_link(row.url or ""),
        tuple(filter(None, (clean(row.site or ""), published))),
        tuple(_quote(words, passage, numbers) for passage in told),
    )


def _quote(words: Words, passage: Passage, numbers: Numbers) -> Quote:
    row = passage.row
    told = "characters_of_title" if row.in_title else "characters"
    where = words.say(told, start=f"\u2066{row.start}", end=f"{row.end}\u2069")
    parts = tuple(_part(piece.text, piece.hint, numbers) for piece in passage.pieces)
    return Quote(parts, passage.language, where)


def _part(text: str, hint: Hint | None, numbers: Numbers) -> Part:
    row = numbers.get((hint.kind, hint.value)) if hint else None
    short = text if len(text) <= _QUOTE else text[:_QUOTE] + "…"
    return Part(short) if hint is None or row is None else Part(short, class_of(hint.kind), row)


def class_of(kind: Kind) -> str:
    """The name of a kind of telling as a class of the style and a key of the words: ``office`` for an office conflict."""
    return kind.value.partition(" ")[0]
