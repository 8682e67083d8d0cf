"""The file of a backup: compressed N-Quads between a first line that tells the format and a last one that tells what it must hold.

Both lines are comments of N-Quads, so that any RDF tool reads the file as it is.
"""

import gzip
import hashlib
import json
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import IO, Any

from kg import __version__
from kg.errors import BackupError

FORMAT = 1
_HEAD, _END = b"# diplo-kg backup ", b"# end of backup "


@dataclass(frozen=True, slots=True)
class Contents:
    """What a backup holds: how many article graphs, ledgers, facts in both and facts of the view, and its SHA-256."""

    articles: int
    ledgers: int
    facts: int
    view: int
    sha256: str


class Hashing:
    """A stream that remembers the SHA-256 of what went through it."""

    def __init__(self, stream: IO[bytes]) -> None:
        """Pass on to this stream."""
        self._stream, self._sum = stream, hashlib.sha256()

    def write(self, data: bytes) -> int:
        """Write and remember."""
        self._sum.update(data)
        return self._stream.write(data)

    def flush(self) -> None:
        """Pass it on."""
        self._stream.flush()

    def sha256(self) -> str:
        """The sum of all that was written."""
        return self._sum.hexdigest()


def head() -> bytes:
    """The first line."""
    return _HEAD + json.dumps({"format": FORMAT, "version": __version__}).encode() + b"\n"


def end(contents: Contents) -> bytes:
    """The last line."""
    return _END + json.dumps(asdict(contents)).encode() + b"\n"


def examined(path: Path) -> Contents:
    """What a backup holds, after each of its bytes was looked at.

    Raises:
        BackupError: it is cut, damaged, no backup, or of a newer version.
    """
    with _telling(path), gzip.open(path, "rb") as stream:
        _check_head(path, stream.readline(1_000))
        found, lines, sha256 = None, 0, hashlib.sha256()
        for line in stream:
            if found is not None:
                raise BackupError(f"the backup {path} is damaged: it goes on after its end; use another one")
            if line.startswith(_END):
                found = Contents(**json.loads(line.removeprefix(_END)))
            else:
                sha256.update(line)
                lines += 1
    if found is None:
        raise BackupError(f"the backup {path} is cut: its end is missing; use another one")
    if found.sha256 != sha256.hexdigest() or found.facts + found.view != lines:
        raise BackupError(f"the backup {path} is damaged: it doesn't hold what its last line says; use another one")
    return found


@contextmanager
def opened(path: Path) -> Iterator[IO[bytes]]:
    """The N-Quads of a backup that was examined before.

    Raises:
        BackupError: it can't be read any more.
    """
    with _telling(path), gzip.open(path, "rb") as stream:
        yield stream  # type: ignore[misc]


def _check_head(path: Path, line: bytes) -> None:
    if not line.startswith(_HEAD):
        raise BackupError(f"{path} is no backup: give a file that kg backup wrote")
    told: Any = json.loads(line.removeprefix(_HEAD))
    if told["format"] > FORMAT:
        raise BackupError(
            f"the backup {path} has format {told['format']}, and this version reads up to {FORMAT}: use a newer diplo-kg"
        )


@contextmanager
def _telling(path: Path) -> Iterator[None]:
    try:
        yield
    except gzip.BadGzipFile as error:
        raise BackupError(f"{path} is no backup, or is damaged: {error}; give a file that kg backup wrote") from error
    except (EOFError, zlib.error, SyntaxError, ValueError, KeyError, TypeError) as error:
        raise BackupError(f"the backup {path} is cut or damaged: {error}; use another one") from error
    except OSError as error:
        raise BackupError(f"can't read the backup {path}: {error.strerror or error}") from error
