"""Reads annotations: what a careful reader found in an article, one JSON file each (docs/gold-format.md)."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from kg.errors import GoldError
from kg.evaluate.likeness import Forms
from kg.evaluate.pages import Occasion, Page, Party, Saying, forms
from kg.evaluate.record import Record
from kg.model import Act, EventType, Function, Salience, Status

_SUFFIXES = (".txt", ".html", ".htm")
_FOLDERS = ("texts", ".")


@dataclass(frozen=True, slots=True)
class Annotation:
    """One annotation: ``file`` holds the article (in a JSONL file it is the one with the number ``line``, from 1 on).

    ``words`` are all those that the annotation says are in the article.
    """

    path: Path
    file: Path
    line: int | None
    language: str
    published: date | None
    page: Page = field(repr=False)
    words: tuple[str, ...] = field(default=(), repr=False)

    @property
    def id(self) -> str:
        """What the annotation calls its article."""
        return self.page.id


def gold_files(paths: Iterable[Path]) -> Iterator[Path]:
    """The annotation files among these paths: each ``*.json`` of a folder in the order of the names, and files as they are.

    Raises:
        GoldError: there is no such file or folder.
    """
    for path in paths:
        if path.is_dir():
            yield from sorted(path.glob("*.json"))
        elif path.exists():
            yield path
        else:
            raise GoldError(f"{path}: no such file or folder")


def read_annotation(path: Path) -> Annotation:
    """Read one annotation file.

    Raises:
        GoldError: it can't be read, breaks the format, or its article isn't there; the sentence names the file.
    """
    try:
        data = json.loads(path.read_text(encoding="utf-8-sig"))
        return _annotation(path, Record(data), data)
    except GoldError as error:
        raise GoldError(f"{path}: {error}") from error
    except OSError as error:
        raise GoldError(f"{path}: {error.strerror or error}") from error
    except (ValueError, RecursionError) as error:
        raise GoldError(f"{path}: not JSON in UTF-8 ({error})") from error


def _annotation(path: Path, record: Record, data: object) -> Annotation:
    published = record.days("published")
    if len(published) > 1:
        raise GoldError("published is more than one day")
    name = record.text("id")
    return Annotation(
        path,
        _article_file(path.parent, name, record.words("file")),
        record.number("line"),
        record.text("lang"),
        published[0] if published else None,
        _page(name, record),
        tuple(dict.fromkeys(_words(data))),
    )


def _article_file(folder: Path, name: str, told: str | None) -> Path:
    """The file that ``file`` names, seen from the annotation's folder or one above it; else the text that is named like the article."""
    if told is not None:
        tried = [above / told for above in (folder, *folder.resolve().parents)]
    else:
        tried = [folder / beside / f"{name}{suffix}" for beside in _FOLDERS for suffix in _SUFFIXES]
    for file in tried:
        if file.is_file():
            return file
    missing = told if told is not None else f"texts/{name}.txt"
    raise GoldError(f"its article {missing} is not there: put it beside the annotation or name it in the field file")


def _words(node: object) -> Iterator[str]:
    if isinstance(node, Mapping):
        for key, value in node.items():
            if key.endswith("as_written") and isinstance(value, str):
                yield value
            elif key == "also_as" and isinstance(value, list):
                yield from (form for form in value if isinstance(form, str))
            else:
                yield from _words(value)
    elif isinstance(node, list):
        for part in node:
            yield from _words(part)


def _page(name: str, record: Record) -> Page:
    """What the annotation tells; a party goes by all the names that the annotation gives it in any of its events."""
    known: dict[str, Forms] = {}
    for event in record.records("events"):
        for party in event.records("participants"):
            told = party.text("name_en")
            known[told] = forms(*known.get(told, ()), party.words("as_written"), told, *party.texts("also_as"))
    occasions = tuple(_occasion(event, known) for event in record.records("events"))
    return Page(name, occasions, tuple(_saying(statement, known) for statement in record.records("statements")))


def _occasion(event: Record, known: Mapping[str, Forms]) -> Occasion:
    return Occasion(
        event.choice("type", EventType),
        event.choice("status", Status),
        event.choice("salience", Salience),
        tuple(_party(party, known) for party in event.records("participants")),
        forms(event.words("trigger_as_written")),
        forms(event.words("place_as_written"), event.words("place_en")),
        "/".join(dict.fromkeys(day.isoformat() for day in event.days("date"))),
        tuple(forms(topic.words("as_written"), topic.words("en")) for topic in event.records("topics")),
        tuple(forms(process.words("as_written"), process.words("en")) for process in event.records("processes")),
    )


def _party(party: Record, known: Mapping[str, Forms]) -> Party:
    return Party(
        known[party.text("name_en")],
        party.choice("function", Function),
        forms(party.words("role_as_written"), party.words("role_en")),
        forms(party.words("represents_en")),
    )


def _saying(statement: Record, known: Mapping[str, Forms]) -> Saying:
    name = statement.text("speaker_en")
    speaker = forms(statement.words("speaker_as_written"), name, *known.get(name, ()))
    return Saying(speaker, statement.choice("act", Act), forms(statement.words("verb_as_written")))
