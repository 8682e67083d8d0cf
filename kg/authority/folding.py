"""Makes spellings equal that differ only in case, marks and code points."""

import unicodedata
from functools import lru_cache

# One letter, two code points: Arabic keyboards and Persian keyboards.
_ARABIC = str.maketrans({"ی": "ي", "ک": "ك", "ـ": None, "\u200c": None, "\u200f": None, "\u200e": None})


class _Bare(dict[int, int | str | None]):
    """What becomes of each character: marks go, two code points of one letter become one; learned as texts need it."""

    def __missing__(self, code: int) -> int | None:
        self[code] = bare = None if unicodedata.combining(chr(code)) else code
        return bare


_BARE = _Bare(_ARABIC)


@lru_cache(maxsize=8192)
def folded(name: str) -> str:
    """A name without case, marks, tatweel, half-spaces and double spaces: the same for spellings that differ only in these."""
    return " ".join(unicodedata.normalize("NFKD", name).casefold().translate(_BARE).split())
