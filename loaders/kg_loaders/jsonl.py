"""Reads articles from JSON: one object a line (JSONL), or one object or an array of them in a file."""

import io
import json
from collections.abc import Iterator

from kg_loaders.article import Article
from kg_loaders.base import LoadError, Source
from kg_loaders.encoding import decode, is_damaged_utf8
from kg_loaders.records import read_record

_UTF8_MARK = b"\xef\xbb\xbf"


class JsonlLoader:
    """One article a line; a line that can't be read is told by its number, and the rest is read."""

    suffixes: tuple[str, ...] = (".jsonl", ".ndjson", ".jsonlines")

    def load(self, source: Source) -> Iterator[Article | LoadError]:
        """Yield one article or LoadError for each line that is not blank."""
        try:
            data = _as_utf8(source)
        except LoadError as error:
            yield error
            return
        for number, line in enumerate(io.BytesIO(data), 1):
            if line.strip():
                yield _read_line(line, source, number)


class JsonLoader:
    """One object is one article, an array is several; JSON lines under this name are read as such."""

    suffixes: tuple[str, ...] = (".json",)

    def load(self, source: Source) -> Iterator[Article | LoadError]:
        """Yield one article or LoadError for each object."""
        try:
            value = json.loads(decode(source.data, source.name))
        except LoadError as error:
            yield error
        except (ValueError, RecursionError) as error:
            yield from _perhaps_lines(source, error)
        else:
            yield from _read_value(value, source)


def _as_utf8(source: Source) -> bytes:
    """The same lines in UTF-8. A few damaged lines among many are left for their line numbers to tell."""
    data = source.data
    if not data.startswith((b"\xff\xfe", b"\xfe\xff")) and b"\x00" not in data and data.strip():
        data = data.removeprefix(_UTF8_MARK)
        if data.isascii() or _is_utf8(data) or is_damaged_utf8(data):
            return data
    return decode(source.data, source.name).encode("utf-8", "surrogatepass")


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _read_line(line: bytes, source: Source, number: int) -> Article | LoadError:
    where = f"{source.name}:{number}"
    try:
        return read_record(json.loads(line.decode("utf-8")), where, source)
    except LoadError as error:
        return error
    except UnicodeDecodeError as error:
        return LoadError(f"{where}: byte {error.start} of the line is not UTF-8; write the line again.")
    except json.JSONDecodeError as error:
        return LoadError(f"{where}: broken JSON ({error.msg} at column {error.colno}); mend or remove the line.")
    except (ValueError, RecursionError):
        return LoadError(
            f"{where}: JSON that can't be read (nested too deeply, or a number too long); mend or remove the line."
        )


def _read_value(value: object, source: Source) -> Iterator[Article | LoadError]:
    """``source`` of an article in an array ends in # and its place, counted from 1."""
    if not isinstance(value, list):
        value, wheres = [value], [source.name]
    else:
        wheres = [f"{source.name}#{n}" for n in range(1, len(value) + 1)]
    if not value:
        yield LoadError(f"{source.name}: the array is empty: nothing to read.")
    for item, where in zip(value, wheres, strict=True):
        try:
            yield read_record(item, where, source, alone=where == source.name)
        except LoadError as error:
            yield error


def _perhaps_lines(source: Source, error: Exception) -> Iterator[Article | LoadError]:
    first, _, rest = source.data.strip().partition(b"\n")
    if rest and _is_object(first):
        yield from JsonlLoader().load(source)
    elif isinstance(error, json.JSONDecodeError):
        yield LoadError(
            f"{source.name}: broken JSON ({error.msg} at line {error.lineno}, column {error.colno}); mend the file."
        )
    else:
        yield LoadError(
            f"{source.name}: JSON that can't be read (nested too deeply, or a number too long); mend the file."
        )


def _is_object(line: bytes) -> bool:
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False
