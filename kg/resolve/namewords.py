"""Takes a personal name apart into the words that two spellings of it must have in common."""

import re
from functools import cache, lru_cache

from kg.resolve.letters import settings
from kg.resolve.spelling import fold, script, signs

SERVANT = "*"
"""Stands before what follows "servant of" in a word: *rahman is Abdul Rahman, Abderrahmane, عبد الرحمن, Абдуррахман."""

_CUTS = re.compile(r"[\s\u00a0\u200c\-‐‑–—.،,;_/()\"«»]+")
_SERVANTS = {
    "arabic": re.compile("^عبد(?:ال)?(..+)$"),
    "latin": re.compile("^abd[aeiou]{0,2}(?:l|([rnsdtz])(?=\\1))?(..+)$"),
    "cyrillic": re.compile("^абд[аеуэо](?:л|ль|([рнсдтз])(?=\\1))?(..+)$"),
}
_JOINED_ON = frozenset(
    [
        "عبد",
        "ابو",
        "أبو",
        "abd",
        "abdul",
        "abdel",
        "abdal",
        "abdol",
        "abdur",
        "abder",
        "abdoul",
        "abou",
        "abu",
        "абд",
        "абдул",
        "абдель",
        "абдель",
        "абдал",
        "абдур",
        "абу",
    ]
)
_JOINED_BACK = frozenset(
    [
        "الله",
        "اللہ",
        "الدين",
        "الدین",
        "allah",
        "ullah",
        "eddin",
        "eddine",
        "uddin",
        "aldin",
        "addin",
        "din",
        "дин",
        "уддин",
        "эддин",
        "алла",
    ]
)
_GOD = frozenset(["lah", "la", "lla", "llah", "له", "لله", "لاه", "лах", "ла", "лла", "ллах"])
_PATRONYMIC = re.compile("(?:[оеё]вич|ьич|[оеё]вна|ична|[oe]vich|[oe]vna|yevich|yevna|ichna|ovitch|evitch)$")


@lru_cache(maxsize=50_000)
def name_words(name: str) -> tuple[str, ...]:
    """The words of a name as ``signs`` writes them, without particles, with compounds such as عبد الله as one word each.

    >>> name_words("Abdullah bin Zayed Al-Nahyan"), name_words("عبد الله بن زايد")
    (('*lah', 'zayed', 'nahyan'), ('*lah', 'زايد'))
    """
    parts = [part for part in map(signs, _CUTS.split(name)) if any(letter.isalpha() for letter in part)]
    joined = _joined(parts)
    kept = [word for word in joined if fold(word) not in _particles()]
    return tuple(_servant(word) for word in kept or joined)


def is_initial(word: str) -> bool:
    """Whether a word is one letter that stands for a name."""
    return len(word) == 1 and script(word) != "arabic"


def is_patronymic(word: str) -> bool:
    """Whether a word tells the father's name, as Russian names do: Викторович, Viktorovich."""
    return bool(_PATRONYMIC.search(word)) and len(word) > 6


@cache
def _particles() -> frozenset[str]:
    return frozenset(fold(word) for word in settings()["particles"])


def _joined(parts: list[str]) -> list[str]:
    """Abd + al + Rahman is one word, as is Nur + al + Din."""
    done: list[str] = []
    onward = False
    for part in parts:
        article = part in ("al", "el", "ul", "ar", "as", "аль", "эль", "ар", "ас", "ад")
        if onward and article:
            done[-1] += "l" if part.isascii() and not done[-1].endswith("l") else ""
        elif onward or (done and part in _JOINED_BACK):
            done[-1] += part
            onward = False
        else:
            done.append(part)
            onward = part in _JOINED_ON
    return done


def _servant(word: str) -> str:
    found = _SERVANTS[script(word)].match(word)
    if not found:
        return word
    master = found[found.lastindex or 0]
    return SERVANT + ("lah" if master in _GOD else master)
