"""Reduces names to consonant skeletons that are comparable across the Arabic, Cyrillic and Latin scripts."""

import re
from functools import lru_cache

from kg.resolve.spelling import fold, script

_ARABIC = {
    **dict.fromkeys("بپ", "B"),
    **dict.fromkeys("تطة", "T"),
    **dict.fromkeys("دض", "D"),
    **dict.fromkeys("فڤ", "F"),
    **dict.fromkeys("قكخحگ", "K"),
    **dict.fromkeys("جغچ", "J"),
    **dict.fromkeys("سصثش", "S"),
    **dict.fromkeys("زظژذ", "Z"),
    **{"ر": "R", "ل": "L", "م": "M", "ن": "N"},
}
_CYRILLIC = {
    **dict.fromkeys("бп", "B"),
    **dict.fromkeys("фв", "F"),
    **dict.fromkeys("кх", "K"),
    **dict.fromkeys("гж", "J"),
    **dict.fromkeys("сшщц", "S"),
    **{"т": "T", "д": "D", "з": "Z", "р": "R", "л": "L", "м": "M", "н": "N", "ч": "J"},
}
_LATIN_GROUPS = (
    ("dzh|tsch|tch|zh|dj|ch|gh|j|g", "J"),
    ("shch|sch|sh|tz|ts|th|s|c(?=[eiy])", "S"),
    ("ph|f|v", "F"),
    ("kh|ck|x|k|q|c", "K"),
    ("b|p", "B"),
    ("dh|d", "D"),
    ("t", "T"),
    ("z", "Z"),
    ("r", "R"),
    ("l", "L"),
    ("m", "M"),
    ("n", "N"),
)
_LATIN = re.compile("|".join(f"(?P<{code}>{pattern})" for pattern, code in _LATIN_GROUPS))
_DIGRAPH = re.compile("تش|дж|дз|тш")
_REPEAT = re.compile(r"(.)\1+")


@lru_cache(maxsize=50_000)
def skeleton(name: str) -> str:
    """The consonants of a name as coarse classes: ``skeleton("لافروف") == skeleton("Lavrov") == skeleton("Лавров")``.

    Vowels, half-vowels and breaths (w, y, h, ه, ع) are left out and repeats written once. Several tokens are parted by
    blanks. Equal skeletons are a hint, never a proof: the skeletons of صلاح and Salehi are alike.
    """
    return " ".join(_token(fold(token)) for token in name.split())


def _token(token: str) -> str:
    kind = script(token)
    if kind == "latin":
        coded = "".join(match.lastgroup or "" for match in _LATIN.finditer(token))
    else:
        table = _ARABIC if kind == "arabic" else _CYRILLIC
        coded = "".join(table.get(letter, "") for letter in _DIGRAPH.sub("ж" if kind == "cyrillic" else "چ", token))
    return _REPEAT.sub(r"\1", coded)
