"""What FollowTheMoney entities are made of: a schema, an id that stays the same, and properties with lists of texts."""

import hashlib
import json
import re
from collections.abc import Iterable
from dataclasses import dataclass

from kg_ontology import DATA

from kg.export.texts import clean
from kg.model import Iri
from kg.projection.model import Value

_ID = re.compile(r"[0-9A-Za-z]([0-9A-Za-z./-]*[0-9A-Za-z])?")
# What other programs take for a line's end; JSON reads them the same when they are escaped.
_ENDS = re.compile("[\x85\u2028\u2029]")
_WEB = re.compile(r"https?://[^\s<>\"]+")
# How many characters a value may have, by the types that followthemoney 4 gives the properties.
_LONGEST = {"summary": 65_000, "description": 65_000, "name": 384, "alias": 384, "full": 250, "location": 250}
_LONGEST_TEXT, _LONGEST_ADDRESS, _LONGEST_ID = 1_024, 4_096, 200

Told = Value | Iterable[str] | None


@dataclass(frozen=True, slots=True)
class Entity:
    """One entity: https://followthemoney.tech/ says which properties a schema has."""

    id: str
    schema: str
    properties: tuple[tuple[str, tuple[str, ...]], ...]

    @property
    def line(self) -> bytes:
        """The entity as JSON on a line of its own."""
        told = {"id": self.id, "schema": self.schema, "properties": dict(self.properties)}
        text = json.dumps(told, ensure_ascii=False, separators=(",", ":"))
        return _ENDS.sub(lambda found: f"\\u{ord(found[0]):04x}", text).encode() + b"\n"


def entity(id: str, schema: str, **told: Told) -> Entity:
    """An entity with clean values, each once, in order and cut where they would be refused; what has none is left out."""
    values = ((name, tuple(dict.fromkeys(_values(name, value)))) for name, value in told.items())
    return Entity(id, schema, tuple((name, each) for name, each in values if each))


def node_id(iri: Iri) -> str:
    """The id of a node: what is behind ``kgid:`` in its IRI, or a hash where that has letters that ids can't have."""
    tail = iri.removeprefix(DATA)
    fits = iri.startswith(DATA) and _ID.fullmatch(tail) and len(tail) < _LONGEST_ID - len("kg-")
    return f"kg-{tail.replace('/', '-')}" if fits else key("node", iri)


def key(*parts: str) -> str:
    """An id that is made of what it stands for."""
    return f"kg-{hashlib.sha256('|'.join(parts).encode('utf-8', 'replace')).hexdigest()[:24]}"


def web(address: Value | None) -> str | None:
    """An address that a browser may open, or None."""
    return (
        address if isinstance(address, str) and len(address) <= _LONGEST_ADDRESS and _WEB.fullmatch(address) else None
    )


def _values(property: str, told: Told) -> Iterable[str]:
    if told is None:
        return
    longest = _LONGEST_ADDRESS if property == "sourceUrl" else _LONGEST.get(property, _LONGEST_TEXT)
    for value in (told,) if isinstance(told, str | int | float | bool) else told:
        if text := clean(str(value)).strip():
            yield text if len(text) <= longest else text[: longest - 1] + "…"
