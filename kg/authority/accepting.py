"""Takes a file whole or not at all, and says everything that is wrong with it."""

from pathlib import Path

from kg.authority.authority import Authority
from kg.authority.checks import check
from kg.authority.model import Fact, Reading
from kg.authority.reader import read_file, read_text
from kg.errors import AuthorityError


def examined(path: Path, base: Authority) -> Reading:
    """A file with all that is wrong with it, in its rows and between them.

    Args:
        path: the file.
        base: what is believed already, and may be named in the file.

    Raises:
        AuthorityError: the file can't be opened.
    """
    try:
        reading = read_file(path)
    except OSError as error:
        raise AuthorityError(f"can't read the authority file {path}: {error.strerror or error}") from error
    return _checked(reading, base)


def examined_text(text: str, file: str, base: Authority) -> Reading:
    """The text of a file with all that is wrong with it, as ``examined`` does it."""
    return _checked(read_text(text, file), base)


def accepted(reading: Reading) -> tuple[Fact, ...]:
    """The facts of a file that nothing is wrong with.

    Raises:
        AuthorityError: something is wrong with it.
    """
    if reading.problems:
        first, *more = reading.problems
        others = f", and {len(more)} more mistake{'s' * (len(more) > 1)}" if more else ""
        raise AuthorityError(f"the file is refused as a whole: {first}{others}; correct it and add it again")
    return tuple(row.fact for row in reading.rows)


def _checked(reading: Reading, base: Authority) -> Reading:
    found = (*reading.problems, *check(reading.rows, base))
    return Reading(reading.rows, tuple(sorted(dict.fromkeys(found), key=lambda each: each.line)))
