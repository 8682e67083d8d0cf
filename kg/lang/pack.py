"""A language pack: a folder of data that one engine reads, so that a further language is a further folder."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

from kg.errors import PackError

Data = Mapping[str, Any]


@dataclass(frozen=True, slots=True, eq=False)
class Pack:
    """One language: its code, its direction (``ltr``, ``rtl``) and the tables of its folder, by file name without suffix."""

    code: str
    name: str
    direction: str
    tables: Data = field(repr=False)

    def table(self, name: str) -> Data:
        """A table of the pack, empty where the pack has no such file."""
        found: Data = self.tables.get(name, {})
        return found

    @property
    def reads_events(self) -> bool:
        """Whether the pack knows triggers: without them it serves to recognise the language only."""
        return bool(self.table("triggers"))


def read_pack(folder: Traversable) -> Pack:
    """Read a pack from a folder with a ``pack.toml``, further ``*.toml`` tables, and word lists (``*.txt``, a word a line).

    Raises:
        PackError: a file is missing, is not TOML, or ``pack.toml`` lacks ``code`` or ``name``.
    """
    tables: dict[str, Any] = {}
    for file in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if not file.name.endswith((".toml", ".txt")):
            continue
        try:
            text = file.read_text(encoding="utf-8")
        except UnicodeDecodeError as error:
            raise PackError(
                f"{file}: not UTF-8 ({error.reason} at byte {error.start}); save the file as UTF-8"
            ) from error
        if file.name.endswith(".txt"):
            lines = text.splitlines()
            tables[file.name.removesuffix(".txt")] = {
                "words": [line for line in lines if line and not line.startswith("#")]
            }
        else:
            try:
                tables[file.name.removesuffix(".toml")] = tomllib.loads(text)
            except tomllib.TOMLDecodeError as error:
                raise PackError(f"{file}: not valid TOML ({error}); mend the file") from error
    head = tables.get("pack")
    if not head or "code" not in head or "name" not in head:
        raise PackError(f"{folder}: a language pack needs a pack.toml with code and name")
    return Pack(head["code"], head["name"], head.get("direction", "ltr"), tables)


@lru_cache(maxsize=1)
def packs() -> tuple[Pack, ...]:
    """All packs that ship with kg, sorted by code: every folder beside this module that has a ``pack.toml``."""
    root = files("kg.lang")
    folders = [entry for entry in root.iterdir() if entry.is_dir() and entry.joinpath("pack.toml").is_file()]
    return tuple(sorted((read_pack(folder) for folder in folders), key=lambda pack: pack.code))


def load_pack(code: str) -> Pack:
    """The pack of a language.

    Raises:
        PackError: no pack has this code.
    """
    for pack in packs():
        if pack.code == code:
            return pack
    raise PackError(f"no language pack for {code!r}; there are: {', '.join(pack.code for pack in packs())}")
