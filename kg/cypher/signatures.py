"""Reads ``functions.toml``: what the functions that are passed on take and give."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

_SAME = "same"
_SHORT = {"number": "integer|float", "count": "integer"}


@dataclass(frozen=True, slots=True)
class Signature:
    """What a function takes and gives; of ``count`` arguments negative ones are made to fail, as in Neo4j."""

    name: str
    takes: tuple[frozenset[str], ...]
    counts: tuple[bool, ...]
    least: int
    gives: str
    says: str | None

    @property
    def same(self) -> bool:
        """Whether it gives the kind of its first argument."""
        return self.gives == _SAME


@cache
def signatures() -> Mapping[str, Signature]:
    """The functions by their names in small letters."""
    told = tomllib.loads(files("kg.cypher").joinpath("functions.toml").read_text(encoding="utf-8"))
    return {name.lower(): _signature(name, each) for name, each in told.items()}


def _signature(name: str, told: Mapping[str, object]) -> Signature:
    takes = [str(each) for each in told["takes"]]  # type: ignore[attr-defined]
    return Signature(
        name,
        tuple(frozenset(_long(each).split("|")) for each in takes),
        tuple(each.startswith("count") for each in takes),
        int(str(told.get("least", len(takes)))),
        str(told["gives"]),
        str(told["says"]) if "says" in told else None,
    )


def _long(names: str) -> str:
    return "|".join(_SHORT.get(name, name) for name in names.split("|"))
