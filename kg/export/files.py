"""Files and folders that appear only when they are complete."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from kg.errors import ExportError


@contextmanager
def complete_file(path: Path) -> Iterator[IO[bytes]]:
    """A stream to a file that takes the place of what is there when all is written.

    Raises:
        ExportError: the file can't be written.
    """
    draft = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with draft.open("wb") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        draft.replace(path)
    except OSError as error:
        raise ExportError(f"can't write {path}: {error.strerror or error}") from error
    finally:
        draft.unlink(missing_ok=True)


@contextmanager
def complete_folder(folder: Path) -> Iterator[Path]:
    """A folder to write into that gets its name when all is written.

    Raises:
        ExportError: the folder can't be written, or holds something.
    """
    draft = folder.with_name(f".{folder.name}.{os.getpid()}.part")
    try:
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            raise ExportError(f"{folder} holds something already: give the name of a new folder")
        draft.mkdir(parents=True)
        yield draft
        if folder.exists():
            folder.rmdir()
        draft.replace(folder)
    except OSError as error:
        raise ExportError(f"can't write {folder}: {error.strerror or error}") from error
    finally:
        shutil.rmtree(draft, ignore_errors=True)
