"""Words of a line as the furniture lists compare them: no case, vowel signs, hamzas or half-spaces."""

import re
from functools import lru_cache

_SAME = str.maketrans(
    "أإآٱىیئکةؤёЁ",
    "اااايييكهوее",
    "".join(map(chr, range(0x064B, 0x0653)))
    + "\u0640\u0670\u00ad\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u2066\u2067\u2068\u2069\ufeff",
)
_WORD = re.compile(r"[^\W_]+|©")


def folded_words(text: str) -> list[str]:
    """The words of a text for comparing; digits stay as they are written."""
    return _WORD.findall(plain(text))


def plain(text: str) -> str:
    """A text in the letters that folded words are made of, with its punctuation and white space."""
    return (text if text.isascii() else text.translate(_SAME)).casefold()


def first_word(text: str) -> str:
    """The first folded word of a text; empty where its first three pieces hold none."""
    return next(iter(folded_words(" ".join(text.split(None, 3)[:3]))), "")


@lru_cache(maxsize=256)
def folded(text: str) -> str:
    """The same words joined by single spaces: a key that sees through spelling habits, punctuation and white space.

    The last ones are remembered: each line is compared with several lists in turn.
    """
    return " ".join(folded_words(text))
