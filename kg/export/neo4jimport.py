"""Writes the CSV set of ``neo4j-admin database import``, for first loads that are too large to be sent to a running server."""

import gzip
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import TextIO, cast

from kg.export.files import complete_folder
from kg.model import Iri
from kg.projection.model import Relationship, Slice, Value
from kg.projection.neo4jtexts import COMPLETE, FORM
from kg.projection.reading import whole
from kg.projection.updating import Passing
from kg.store.base import Mark, Store

NAME = "neo4j-import"
ARGUMENTS = "import.args"
# No text of an article has the separator of units, and what has it all the same loses it.
_UNIT = "\x1f"
_SETTINGS = (
    "--array-delimiter=U+001F",
    "--multiline-fields=true",
    # A load over the network leaves out what begins or ends at nothing as well.
    "--skip-bad-relationships=true",
    "--bad-tolerance=1000000000",
)
_TYPES: dict[type, str] = {bool: "boolean", int: "long", float: "double", str: "string", tuple: "string[]"}
_CONTACTS = ("MET", "SPOKE_WITH")


def export_folder(store: Store, folder: Path, *, gzipped: bool = False, passing: Passing = iter) -> str:
    """Write the property graph of a store into a folder, which appears only when it is complete, and give the command to run there.

    Args:
        store: the store whose view is written.
        folder: where to; it must not exist, or be empty.
        gzipped: press the rows, which the import reads as well.
        passing: sees every slice, to show progress.

    Raises:
        ExportError: the folder can't be written, or holds something.
    """
    with complete_folder(folder) as draft:
        _write(store, draft, gzipped, passing)
    return f"cd {folder} && neo4j-admin database import full neo4j @{ARGUMENTS}"


def _write(store: Store, folder: Path, gzipped: bool, passing: Passing) -> None:
    mark = store.changes().mark
    with _Tables(folder, gzipped) as tables:
        contacts: dict[tuple[Iri, Iri], _Contact] = {}
        for piece in passing(whole(store)):
            tables.write(piece)
            _count(piece.relationships, contacts)
        tables.write(Slice((), tuple(each.relationship(*pair) for pair, each in contacts.items())))
        tables.mark(mark)


@dataclass(slots=True)
class _Contact:
    """How often two people were in contact, and the days between which that was; as a load over the network counts it."""

    count: int = 0
    days: list[str] = field(default_factory=lambda: ["", ""])

    def add(self, properties: object) -> None:
        told = cast(dict[str, str], properties)
        self.count += 1
        first, last = told.get("date", ""), told.get("latest", "")
        self.days[0] = min(filter(None, (self.days[0], first)), default="")
        self.days[1] = max(self.days[1], last)

    def relationship(self, start: Iri, end: Iri) -> Relationship:
        told: dict[str, Value] = {"count": self.count}
        told |= {name: day for name, day in zip(("first", "last"), self.days, strict=True) if day}
        return Relationship("CONTACT", start, "Person", end, "Person", told)


def _count(relationships: Iterable[Relationship], contacts: dict[tuple[Iri, Iri], _Contact]) -> None:
    for each in relationships:
        if each.type in _CONTACTS and (each.start_label, each.end_label) == ("Person", "Person"):
            contacts.setdefault((each.start, each.end), _Contact()).add(each.properties)


class _Table:
    """A file of rows whose columns become known as rows come; a short row lacks the last ones, which the import allows."""

    def __init__(self, stream: TextIO, *fixed: str) -> None:
        self._stream, self._fixed = stream, fixed
        self._types: dict[str, str] = {}

    def write(self, fixed: Iterable[str], properties: Iterable[tuple[str, Value]]) -> None:
        given = dict(properties)
        for name, value in given.items():
            kind = _TYPES[type(value)]
            if self._types.setdefault(name, kind) != kind:
                self._types[name] = "double" if {self._types[name], kind} == {"long", "double"} else "string"
        cells = [*map(_quoted, fixed), *(_cell(given.get(name)) for name in self._types)]
        # The import takes a short row that ends in an empty cell to go on in the next line.
        while not cells[-1]:
            cells.pop()
        self._stream.write(",".join(cells) + "\n")

    @property
    def header(self) -> str:
        return ",".join([*self._fixed, *(f"{name}:{kind}" for name, kind in self._types.items())]) + "\n"


class _Tables:
    """All files of a set."""

    def __init__(self, folder: Path, gzipped: bool) -> None:
        self._folder, self._ending = folder, ".csv.gz" if gzipped else ".csv"
        self._tables: dict[tuple[str, str], _Table] = {}
        self._streams = ExitStack()

    def __enter__(self) -> "_Tables":
        return self

    def __exit__(self, kind: type[BaseException] | None, *error: object) -> None:
        self._streams.close()
        if kind is None:
            for (_, name), table in self._tables.items():
                self._path(f"{name}-header.csv").write_text(table.header, encoding="utf-8", newline="\n")
            self._path(ARGUMENTS).write_text("\n".join(self._arguments()) + "\n", encoding="utf-8", newline="\n")

    def write(self, piece: Slice) -> None:
        for node in piece.nodes:
            table = self._table("--nodes=", node.label, f"iri:ID({node.label})", ":LABEL")
            own = ((name, value) for name, value in node.properties.items() if name != "iri")
            table.write((node.iri, _UNIT.join((node.label, *node.more))), own)
        for each in piece.relationships:
            name = f"{each.type}-{each.start_label}-{each.end_label}"
            ends = f":START_ID({each.start_label})", f":END_ID({each.end_label})"
            table = self._table(f"--relationships={each.type}=", name, *ends)
            table.write((each.start, each.end), each.properties.items())

    def mark(self, mark: Mark) -> None:
        told: dict[str, Value] = {"lineage": mark.lineage, "revision": mark.revision, "done": COMPLETE, "form": FORM}
        self._table("--nodes=", "KgMark", ":LABEL").write(("KgMark",), told.items())

    def _table(self, argument: str, name: str, *fixed: str) -> _Table:
        key = (argument, name)
        if key not in self._tables:
            self._tables[key] = _Table(self._streams.enter_context(self._opened(name)), *fixed)
        return self._tables[key]

    def _opened(self, name: str) -> TextIO:
        path = self._path(name + self._ending)
        if path.suffix == ".gz":
            return cast(TextIO, gzip.open(path, "wt", encoding="utf-8", newline="\n", compresslevel=5))
        return path.open("w", encoding="utf-8", newline="\n")

    def _arguments(self) -> Iterator[str]:
        yield from _SETTINGS
        for argument, name in self._tables:
            yield f"{argument}{name}-header.csv,{name}{self._ending}"

    def _path(self, name: str) -> Path:
        return self._folder / name


def _cell(value: Value | None) -> str:
    if value is None:
        return ""
    if isinstance(value, tuple):
        return _quoted(_UNIT.join(each.replace(_UNIT, " ") for each in value))
    return _quoted(str(value).lower() if isinstance(value, bool) else str(value))


def _quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'
