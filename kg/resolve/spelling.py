"""Folds the spellings of a personal name's words, so that variants of one script compare equal."""

import re
import unicodedata
from functools import lru_cache

_ARABIC_FOLD = str.maketrans(
    "أإآٱؤئىیېکگەةۀھہ",
    "ااااوييييكگههههه",
)
_ARABIC_DROPPED_SIGNS = re.compile(
    "[\u0610-\u061a\u0640\u064b-\u0652\u0656-\u065f\u0670\u06d6-\u06ed\u200b-\u200f\u202a-\u202e\u2066-\u2069]"
)
_ARABIC_DROPPED = re.compile(
    "[\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed\u0621\u200b-\u200f\u202a-\u202e\u2066-\u2069]"
)
_LATIN_FOLD = str.maketrans(
    {
        **dict.fromkeys("'’‘`ʻʼʿʾ´\"", ""),
        **{
            "ı": "i",
            "ł": "l",
            "ø": "o",
            "đ": "d",
            "ß": "ss",
            "æ": "ae",
            "œ": "oe",
            "þ": "th",
            "ð": "d",
            "ə": "a",
            "ŋ": "ng",
            "ħ": "h",
        },
    }
)
_RUSSIAN_FOLD = str.maketrans("ёѐѝіїўґєѣ", "еииииугее")
_ARABIC_SIGNS = str.maketrans("ٱیېکەۀھہ", "اييكهههه")
_SOUNDING = frozenset("šžčćñçşğöüäøåłńśźżřțșăəıßæœđð")
_SEPARATORS = re.compile(r"[\s\u00a0\-‐‑–—.،,_/]+")

ARABIC = re.compile("[\u0620-\u064a\u066e-\u06d3\ufb50-\ufeff]")
CYRILLIC = re.compile("[\u0400-\u052f]")


@lru_cache(maxsize=50_000)
def script(token: str) -> str:
    """``arabic``, ``cyrillic`` or ``latin``: the script of a token's first telling letter."""
    if ARABIC.search(token):
        return "arabic"
    return "cyrillic" if CYRILLIC.search(token) else "latin"


@lru_cache(maxsize=50_000)
def fold(token: str) -> str:
    """The key of a token: lower case, without marks, hamza seats, tatweel, ё; ى and ی are ي, ة is ه, ک is ك.

    >>> fold("خاجى") == fold("خاجی") == fold("خاجي")
    True
    """
    kind = script(token)
    if kind == "arabic":
        return _ARABIC_DROPPED.sub("", unicodedata.normalize("NFKC", token)).translate(_ARABIC_FOLD).replace("ء", "")
    if kind == "cyrillic":
        return plain(token.lower().translate(_RUSSIAN_FOLD).replace("й", "\0")).replace("\0", "й").replace("'", "")
    return plain(token.lower().translate(_LATIN_FOLD))


def signs(word: str) -> str:
    """The letters of a word that sound: as ``fold``, but ى, ة, آ and hamza, š, ö and their like stay what they are.

    >>> signs("ندى"), signs("Matúš"), signs("Королёв")
    ('ندى', 'matuš', 'королев')
    """
    kind = script(word)
    if kind == "arabic":
        return _ARABIC_DROPPED_SIGNS.sub("", unicodedata.normalize("NFKC", word)).translate(_ARABIC_SIGNS)
    if kind == "cyrillic":
        return fold(word)
    composed = unicodedata.normalize("NFC", word.lower())
    return "".join(letter if letter in _SOUNDING else plain(letter.translate(_LATIN_FOLD)) for letter in composed)


def plain(token: str) -> str:
    """The token without combining marks: ``Šćepanović`` is ``Scepanovic``."""
    return "".join(c for c in unicodedata.normalize("NFKD", token) if not unicodedata.combining(c))


def words(name: str) -> list[str]:
    """The words of a name as written, cut at blanks, hyphens, dots and commas."""
    return [word for word in _SEPARATORS.split(name) if word]
