"""Tells whether two names mean the same thing, whatever their letters, case, articles and small slips of spelling."""

import re
import unicodedata
from difflib import SequenceMatcher
from functools import cache

Forms = tuple[str, ...]

_LETTERS = str.maketrans(
    {"ة": "ه", "ى": "ي", "ی": "ي", "ک": "ك", "ہ": "ه", "ـ": None, "\u200c": " ", "’": "'", "‘": "'"}
)
# Only words without a homograph among names: على becomes علي when folded.
_SMALL = frozenset(("the", "a", "an", "al", "el", "of", "for", "to", "in", "on", "and", "at", "with")) | frozenset(
    ("و", "في", "من", "عن", "مع", "به", "در", "از", "با", "в", "на", "по", "о", "с", "из", "и")
)
_ARTICLES = ("ال", "لل")
# A word this long may be spelt a little differently in two places (بيدرسون and بيدرسن) and still be the same word.
_LONG = 4
_NEAR = 0.8


def similar(one: Forms, other: Forms, least: float = 0.5) -> float:
    """How much of the longer of two names the shorter shares, 0 to 1, at the best pair of forms.

    It is 0 where they share less than ``least`` of the longer one or less than three quarters of the shorter one.
    """
    return max((_shared(a, b, least) for a in one for b in other), default=0.0)


@cache
def words(form: str) -> tuple[str, ...]:
    """The words of a name with letters, case and articles folded, without small words."""
    plain = unicodedata.normalize("NFKD", form.translate(_LETTERS))
    plain = "".join(c for c in plain if not unicodedata.combining(c)).casefold().translate(_LETTERS)
    return tuple(_bare(word) for word in re.findall(r"\w+", plain) if word not in _SMALL)


def _bare(word: str) -> str:
    return word[2:] if word.startswith(_ARTICLES) and len(word) > _LONG else word


@cache
def _shared(one: str, other: str, least: float) -> float:
    short, long = sorted((words(one), words(other)), key=len)
    if not short:
        return 0.0
    if "".join(short) == "".join(long):
        return 1.0
    common = sum(any(_same_word(a, b) for b in long) for a in short)
    share = common / len(long)
    return share if share >= least and common / len(short) >= 0.75 else 0.0


def _same_word(one: str, other: str) -> bool:
    if min(len(one), len(other)) < _LONG:
        return one == other
    return SequenceMatcher(None, one, other).ratio() >= _NEAR
