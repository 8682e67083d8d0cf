"""Makes spellings equal that differ only in case, marks and code points."""

import unicodedata
from functools import lru_cache

# One letter, two code points: Arabic keyboards and Persian keyboards.
_ARABIC = str.maketrans({"ی": "ي", "ک": "ك", "ـ": None, "\u200c": None, "\u200f": None, "\u200e": None})


@lru_cache(maxsize=8192)
def folded(name: str) -> str:
    """A name without case, marks, tatweel, half-spaces and double spaces: the same for spellings that differ only in these."""
    plain = unicodedata.normalize("NFKD", name).casefold()
    bare = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return " ".join(bare.translate(_ARABIC).split())
