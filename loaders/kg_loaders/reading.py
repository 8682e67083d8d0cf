"""Reads articles from what a user names: files, folders, and standard input."""

import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from kg_loaders.article import Article
from kg_loaders.base import Loader, LoadError, Source
from kg_loaders.files import read_file, read_stream
from kg_loaders.registry import by_suffix
from kg_loaders.sniffing import sniff

STDIN = "-"
_PACKED = ".gz"


def read(paths: Iterable[str], stdin: BinaryIO | None = None) -> Iterator[Article | LoadError]:
    """Read articles: ``-`` is standard input, a folder is walked in sorted order for the files whose suffix is known.

    Whatever can't be read comes as a LoadError in its place; nothing is raised.
    """
    loaders, errors = by_suffix()
    yield from errors
    for path in paths:
        for item in _sources(path, loaders, stdin):
            yield from [item] if isinstance(item, LoadError) else _load(item, loaders)


def _sources(path: str, loaders: dict[str, Loader], stdin: BinaryIO | None) -> Iterator[Source | LoadError]:
    try:
        if path == STDIN:
            yield read_stream(stdin or sys.stdin.buffer)
        elif _is_folder(path):
            yield from _walk(path, loaders)
        else:
            yield read_file(path)
    except LoadError as error:
        yield error


def _is_folder(path: str) -> bool:
    try:
        return Path(path).is_dir()
    except (OSError, ValueError):
        return False


def _walk(folder: str, loaders: dict[str, Loader]) -> Iterator[Source | LoadError]:
    errors: list[OSError] = []
    found = False
    for root, folders, names in os.walk(folder, onerror=errors.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            path = Path(root, name)
            if name.startswith(".") or _suffix(name) not in loaders or not path.is_file():
                continue
            found = True
            try:
                yield read_file(str(path))
            except LoadError as error:
                yield error
    yield from (
        LoadError(f"{error.filename}: can't be opened ({error.strerror}); check its permissions.") for error in errors
    )
    if not found and not errors:
        yield LoadError(
            f"{folder}: no articles in this folder; its files should end in one of {' '.join(sorted(loaders))}."
        )


def _suffix(name: str) -> str:
    return Path(name.lower().removesuffix(_PACKED)).suffix


def _load(source: Source, loaders: dict[str, Loader]) -> Iterator[Article | LoadError]:
    loader = loaders.get(_suffix(source.name)) or loaders[sniff(source.data)]
    try:
        yield from loader.load(source)
    except LoadError as error:
        yield error
