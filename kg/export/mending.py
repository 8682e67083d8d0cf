"""Streams that mend what the serializer writes on its way out."""

from typing import IO


class CarriageReturns:
    """Escapes carriage returns, which XML readers would drop: the offsets of every quote behind one would be wrong."""

    def __init__(self, stream: IO[bytes]) -> None:
        """Write through to a stream."""
        self._stream = stream

    def write(self, data: bytes, /) -> int:
        """Take some bytes of XML."""
        self._stream.write(data.replace(b"\r", b"&#13;"))
        return len(data)

    def flush(self) -> None:
        """Flush the stream."""
        self._stream.flush()


class SortedPrefixes:
    """Sorts the declarations at the head of a Turtle file, so that the same graph is the same file."""

    def __init__(self, stream: IO[bytes], count: int) -> None:
        """Write through to a stream, holding back the first ``count`` lines until they are complete."""
        self._stream = stream
        self._missing = count
        self._head = b""

    def write(self, data: bytes, /) -> int:
        """Take some bytes of Turtle."""
        if not self._missing:
            self._stream.write(data)
            return len(data)
        self._head += data
        lines = self._head.splitlines(keepends=True)
        if self._head.count(b"\n") >= self._missing:
            self._stream.write(b"".join([*sorted(lines[: self._missing]), *lines[self._missing :]]))
            self._missing = 0
        return len(data)

    def flush(self) -> None:
        """Flush the stream."""
        self._stream.flush()
