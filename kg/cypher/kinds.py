"""What kinds of value an expression can have, as far as the query and the graph's own form tell."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

_SAID = {
    "string": "a text",
    "integer": "a whole number",
    "float": "a number",
    "boolean": "a truth value",
    "date": "a date",
    "duration": "a duration",
    "span": "a duration with hours",
    "list": "a list",
    "map": "a map",
    "node": "a node",
    "relationship": "a relationship",
    "path": "a path",
}
NUMBERS = frozenset({"integer", "float"})


@dataclass(frozen=True, slots=True)
class Kind:
    """Names of kinds (``null`` among them, where there may be no value), and what is known of those that have parts.

    ``items`` is what a list may hold, ``fields`` what a map holds by its keys, ``labels`` which labels of kind a node, or which types
    a relationship can have; each is None where that isn't known.
    """

    names: frozenset[str]
    items: "Kind | None" = None
    fields: tuple[tuple[str, "Kind"], ...] | None = None
    labels: frozenset[str] | None = None

    def __or__(self, other: "Kind") -> "Kind":
        """One or the other."""
        return Kind(
            self.names | other.names,
            self.items | other.items if self.items and other.items else self.items or other.items,
            _merged(self, other),
            _either(self, other),
        )

    @property
    def bare(self) -> frozenset[str]:
        """The names without ``null``."""
        return self.names - {"null"}

    @property
    def nullable(self) -> bool:
        """Whether there may be no value."""
        return "null" in self.names

    @property
    def sure(self) -> "Kind":
        """The same, where there is a value."""
        return Kind(self.bare, self.items, self.fields, self.labels)

    @property
    def loose(self) -> "Kind":
        """The same, or no value."""
        return self | NULL

    @property
    def number(self) -> bool:
        """Whether it is a number, or none at all."""
        return self.bare <= NUMBERS

    @property
    def mixed(self) -> bool:
        """Whether equal values may be of two kinds, 1 and 1.0, here or in what it is made of."""
        parts = [self.items] if self.items else []
        parts += [kind for _, kind in self.fields or ()]
        return self.bare >= NUMBERS or any(part.mixed for part in parts)

    def only(self, *names: str) -> bool:
        """Whether it is one of these, or no value."""
        return self.bare <= set(names)

    def told(self) -> str:
        """The kinds in words."""
        return " or ".join(_SAID[name] for name in _SAID if name in self.names) or "null"


def kind(*names: str, items: Kind | None = None) -> Kind:
    """A kind by its names."""
    return Kind(frozenset(names), items)


NULL = kind("null")
NOTHING = kind()
TEXT, INTEGER, FLOAT, BOOLEAN = kind("string"), kind("integer"), kind("float"), kind("boolean")


def listed(items: Kind) -> Kind:
    """A list of such values."""
    return Kind(frozenset({"list"}), items)


def joined(kinds: Iterable[Kind]) -> Kind:
    """One of these."""
    known = NOTHING
    for each in kinds:
        known = known | each
    return known


def alike(one: Kind, other: Kind) -> bool:
    """Whether both are of one kind, so that they can be compared; what has no value can be with everything."""
    if not one.bare or not other.bare:
        return True
    if one.number and other.number:
        return True
    if len(one.bare | other.bare) > 1:
        return False
    return one.items is None or other.items is None or alike(one.items, other.items)


def of_value(value: Any) -> Kind:
    """The kind of a value of Python.

    Raises:
        TypeError: it is no value of Cypher.
    """
    if value is None:
        return NULL
    for type_, known in ((bool, BOOLEAN), (int, INTEGER), (float, FLOAT), (str, TEXT)):
        if isinstance(value, type_):
            return known
    if isinstance(value, Mapping):
        return Kind(frozenset({"map"}), fields=tuple((name, of_value(each)) for name, each in value.items()))
    if isinstance(value, Iterable) and not isinstance(value, (bytes, bytearray)):
        return listed(joined(map(of_value, value)))
    raise TypeError(f"{type(value).__name__} is no value of Cypher")


def _merged(one: Kind, other: Kind) -> tuple[tuple[str, Kind], ...] | None:
    if "map" not in one.names or "map" not in other.names:
        return one.fields if "map" in one.names else other.fields
    if one.fields is None or other.fields is None:
        return None
    left, right = dict(one.fields), dict(other.fields)
    return tuple((key, left.get(key, NULL) | right.get(key, NULL)) for key in dict.fromkeys((*left, *right)))


def _either(one: Kind, other: Kind) -> frozenset[str] | None:
    structures = {"node", "relationship"}
    if not one.names & structures:
        return other.labels
    if not other.names & structures:
        return one.labels
    return None if one.labels is None or other.labels is None else one.labels | other.labels
