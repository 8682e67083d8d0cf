"""Keeps facts in little memory until they are asked for: what joins nodes can be told only after all of them."""

import marshal
import zlib
from collections.abc import Iterator, Sequence

from kg.model import Iri, Literal, Triple

_CHUNK = 2_000
_Packed = tuple[Iri, list[tuple[Iri, str | tuple[str, str | None, str | None]]]]


class Kept:
    """Facts by subject, in the order in which they were put."""

    def __init__(self, *, chunk: int = _CHUNK) -> None:
        self._chunk = chunk
        self._chunks: list[bytes] = []
        self._open: list[_Packed] = []

    def put(self, subject: Iri, facts: Sequence[Triple]) -> None:
        """Keep the facts about a subject; none is nothing."""
        if facts:
            self._open.append((subject, [(fact.predicate, _packed(fact.object)) for fact in facts]))
        if len(self._open) >= self._chunk:
            # IRIs repeat each other: packed quickly they take a tenth of the room.
            self._chunks.append(zlib.compress(marshal.dumps(self._open), 1))
            self._open = []

    def __iter__(self) -> Iterator[tuple[Iri, list[Triple]]]:
        """Each subject with its facts."""
        for chunk in self._chunks:
            yield from map(_unpacked, marshal.loads(zlib.decompress(chunk)))
        yield from map(_unpacked, self._open)


def _packed(value: Iri | Literal) -> str | tuple[str, str | None, str | None]:
    return value if isinstance(value, str) else (value.value, value.datatype, value.language)


def _unpacked(packed: _Packed) -> tuple[Iri, list[Triple]]:
    subject, told = packed
    return subject, [
        Triple(subject, predicate, value if isinstance(value, str) else Literal(*value)) for predicate, value in told
    ]
