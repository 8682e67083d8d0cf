"""Takes bytes out of files and streams, unpacked, with a clear sentence for each way in which that fails."""

import gzip
import io
import os
import stat
import zlib
from pathlib import Path
from typing import BinaryIO

from kg_loaders.base import LoadError, Source

_LARGEST = 1 << 30
_GZIP = b"\x1f\x8b"


def read_file(path: str) -> Source:
    """Read a file as the user named it. Raises LoadError."""
    name = _printable(path)
    try:
        mode = Path(path).stat().st_mode
        if stat.S_ISCHR(mode) or stat.S_ISBLK(mode) or stat.S_ISSOCK(mode):
            raise LoadError(f"{name}: this is a device, not a file; give a file, a folder, or - for standard input.")
        with Path(path).open("rb") as stream:
            data = _read(stream, name)
        key = Path(path).resolve().as_uri()
    except FileNotFoundError as error:
        raise LoadError(f"{name}: no such file or folder; check the path.") from error
    except PermissionError as error:
        raise LoadError(f"{name}: you are not allowed to read it; check its permissions.") from error
    except (OSError, ValueError) as error:
        what = error.strerror if isinstance(error, OSError) else str(error)
        raise LoadError(f"{name}: can't be read ({what}); check the path.") from error
    return Source(name, data, key)


def read_stream(stream: BinaryIO) -> Source:
    """Read standard input to its end. Raises LoadError."""
    try:
        return Source("<stdin>", _read(stream, "<stdin>"))
    except OSError as error:
        raise LoadError(f"<stdin>: can't be read ({error.strerror}).") from error


def _read(stream: BinaryIO, name: str) -> bytes:
    data = stream.read(_LARGEST + 1)
    if data.startswith(_GZIP):
        data = _unpack(data, name)
    if len(data) > _LARGEST:
        raise LoadError(f"{name}: larger than {_LARGEST >> 30} GiB; split it into several files.")
    if not data.strip():
        raise LoadError(f"{name}: the file is empty: nothing to read.")
    return data


def _unpack(data: bytes, name: str) -> bytes:
    try:
        with gzip.GzipFile(fileobj=io.BytesIO(data)) as packed:
            return packed.read(_LARGEST + 1)
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        raise LoadError(f"{name}: its gzip data is broken or cut off; pack it again.") from error


def _printable(path: str) -> str:
    """The path as text that can be stored: bytes that are no UTF-8 are shown as a replacement sign."""
    return os.fsencode(path).decode("utf-8", "replace")
