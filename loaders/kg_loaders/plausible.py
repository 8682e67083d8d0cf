"""Checks that decoded letters make words of Arabic, Persian, Russian or a Latin script, so that a wrong encoding is noticed."""

import re

_ARABIC = re.compile("[\u0621-\u063a\u0641-\u064a\u067e\u0686\u0698\u06a9\u06af\u06cc]")
_CYRILLIC = re.compile("[А-Яа-яЁёІіЇїЄєЎўҐґ]")
_FREQUENT_ARABIC = frozenset("اليمونرتبدعهفس\u06cc\u0629\u0623")
_FREQUENT_CYRILLIC = frozenset("оеаинтсрвл")
_WORD = re.compile(r"[^\W\d_]+")
_INNER_CAPITAL = re.compile("[а-яё][А-ЯЁ]")
_MIXED = re.compile("[A-Za-z][А-яЁёء-ي]|[А-яЁёء-ي][A-Za-z]|[А-яЁё][ء-ي]|[ء-ي][А-яЁё]")
_STRANGE = re.compile("[\x80-\x9f\u2500-\u259f]")
_HIGH_RUN = re.compile(rb"[\x80-\xff]{3,}")
_MOJIBAKE = re.compile("[ØÙÐÑ][\u0080-\u00bf\u0152-\u0178\u02c6\u02dc\u2013-\u203a\u20ac\u2122]|Ã[\u00a0-\u00bf]")
_SHARE_FREQUENT = 0.5
_SHARE_OF_SCRIPT = 0.9


def plausible(text: str) -> bool:
    """Do the letters beyond ASCII make words of one script, with the letters frequent that are frequent in it?"""
    foreign = [c for c in text if c > "\x7f" and c.isalpha()]
    if not foreign:
        return False
    letters = "".join(foreign)
    arabic, cyrillic = len(_ARABIC.findall(letters)), len(_CYRILLIC.findall(letters))
    words = max(1, len(_WORD.findall(letters if len(letters) < 20 else text)))
    if len(_MIXED.findall(text)) > 0.05 * words + 1 or _STRANGE.search(text):
        return False
    if arabic >= _SHARE_OF_SCRIPT * len(letters):
        return _share(letters, _FREQUENT_ARABIC) >= _SHARE_FREQUENT
    if cyrillic >= _SHARE_OF_SCRIPT * len(letters):
        capitals = sum(map(str.isupper, letters))
        cased = 2 * capitals <= len(letters) and len(_INNER_CAPITAL.findall(text)) <= 0.05 * words
        return cased and _share(letters, _FREQUENT_CYRILLIC) >= _SHARE_FREQUENT
    return False


def western(data: bytes) -> bool:
    """Are the bytes beyond ASCII single ones amid ASCII letters, as accents and curly quotes are?"""
    data = data.replace(b"\xa0", b" ")
    high = sum(1 for byte in data if byte > 0x7F)
    in_runs = sum(len(run) for run in _HIGH_RUN.findall(data))
    ascii_letters = sum(1 for byte in data if 0x41 <= byte | 0x20 <= 0x7A and (byte | 0x20) >= 0x61)
    return in_runs <= 0.05 * high and ascii_letters >= 4 * high


def mojibake(text: str) -> bool:
    """Is it UTF-8 text that was read as windows-1252 and saved again (Ø§Ù„, Ð¿Ñ€)?"""
    beyond = sum(1 for c in text if c > "\x7f")
    return beyond >= 8 and 2 * len(_MOJIBAKE.findall(text)) >= 0.6 * beyond


def _share(letters: str, frequent: frozenset[str]) -> float:
    return sum(c in frequent for c in letters) / len(letters)
