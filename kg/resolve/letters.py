"""Writes a name's word in Latin letters by rule, for words that no table knows."""

import re
import tomllib
import unicodedata
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

_MARKS = re.compile("[\u0610-\u061a\u0640\u064b-\u0653\u0656-\u065f\u0670\u06d6-\u06ed\u200b-\u200f]")
_PERSIAN = str.maketrans("يىكةۀ", "ییکهه")
_ARABIC = str.maketrans("یکہگ", "يكهگ")

Rule = tuple[re.Pattern[str], str]


@cache
def settings() -> Mapping[str, Any]:
    """What ``letters.toml`` says: rules of spelling, particles, and what is levelled before Latin words are compared."""
    return tomllib.loads(files("kg.resolve").joinpath("data/letters.toml").read_text("utf-8"))


@cache
def _rules(language: str) -> tuple[Rule, ...]:
    data = settings()
    signs = {"C": f"[{data['consonants']}]", "V": f"[{data['vowels']}]"}
    rules = [(re.sub("[CV]", lambda sign: signs[sign[0]], find), to) for find, to in data[language]["rules"]]
    return tuple((re.compile(find), to) for find, to in [*rules, *data[language]["finish"]])


def spell(word: str, language: str) -> str:
    """A readable lower-case Latin spelling of a word in ``ar``, ``fa`` or ``ru``, vowels guessed where the script leaves them out.

    >>> spell("خاجي", "ar"), spell("توكاييف", "ar"), spell("Вершинин", "ru")
    ('khaji', 'toukaiev', 'vershinin')
    """
    word = _MARKS.sub("", unicodedata.normalize("NFC", word).lower())
    if language != "ru":
        word = word.translate(_PERSIAN if language == "fa" else _ARABIC)
    for find, to in _rules(language):
        word = find.sub(to, word)
    return word


@cache
def _levels() -> tuple[Rule, ...]:
    return tuple((re.compile(find), to) for find, to in settings()["levels"])


@lru_cache(maxsize=50_000)
def levelled(word: str) -> str:
    """A Latin word with what romanisations differ in made equal: kh is h, gh and q are k, ou is u, doubles are single."""
    for find, to in _levels():
        word = find.sub(to, word)
    return word
