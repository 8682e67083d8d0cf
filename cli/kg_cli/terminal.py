"""Makes text of unknown origin safe and readable on a terminal: no control codes, and every right-to-left run in its own isolate."""

import re
import sys
import unicodedata

ISOLATE, POP = "\u2068", "\u2069"

# C0 and C1 codes could move the cursor or retitle the window; embeddings and overrides could reorder what stands around them.
_UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
_SPACES = re.compile(r"\s+")


def is_terminal() -> bool:
    """Whether what is printed goes to a terminal."""
    return sys.stdout.isatty()


def clean(text: str) -> str:
    """The text on one line, without anything that controls a terminal."""
    return plain(text).strip()


def plain(text: str) -> str:
    """A part of a text likewise, with the spaces at its ends."""
    return _SPACES.sub(" ", _UNSAFE.sub("", text))


def unspoilt(line: str) -> str:
    """One line likewise, with as many spaces as it has."""
    return _UNSAFE.sub(" ", line)


def right_to_left(text: str) -> bool:
    """Whether any letter of the text is written from right to left."""
    return any(unicodedata.bidirectional(letter) in ("R", "AL") for letter in text)


def shown(text: str) -> str:
    """Text as it is printed for people: clean, and on a terminal isolated where it runs from right to left."""
    return isolate(clean(text))


def isolate(text: str) -> str:
    """The text in an isolate of its own, if it runs from right to left and is printed to a terminal."""
    return f"{ISOLATE}{text}{POP}" if is_terminal() and right_to_left(text) else text
