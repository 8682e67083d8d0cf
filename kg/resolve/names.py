"""Personal names across scripts: a readable Latin form, and which words are known as parts of names."""

import re
from collections.abc import Mapping
from functools import lru_cache

from kg.resolve.graphones import plain_graphones
from kg.resolve.letters import settings, spell
from kg.resolve.matching import same_name
from kg.resolve.skeletons import skeleton
from kg.resolve.spelling import fold, script, signs
from kg.resolve.tables import curated_names, curated_words, learned, name_key

__all__ = ["known", "latin", "name_tokens", "same_name", "skeleton", "whole_names"]

_PARTS = re.compile(r"([\s\u00a0\-‐‑–.,،]+)")
_JOINED_GOD = re.compile(r"\s+[اأٱ]لل[هة](?!\w)")
_JOINED_SERVANT = re.compile(r"(?<!\w)(عبد)\s+(?=[اأ]ل)")
_SERVANT = re.compile("^عبدال(..+)$")
_NATIVE = re.compile("[عحخصضطظقذءئؤ]")
_RUSSIAN = re.compile("(?:[оеё]в|[иы]н|[оеё]ва|[иы]на|ий|ая|ый|ич|енко|чук|дзе|швили|ян)$")


@lru_cache(maxsize=20_000)
def latin(name: str, language: str) -> str:
    """The best readable Latin form of a personal name written in Arabic (``ar``), Persian (``fa``) or Russian (``ru``).

    A name in Latin letters comes back unchanged. Whole names are looked up first, then their words, and what no table
    knows is spelled by rule, with vowels guessed where the script leaves them out.

    >>> latin("علي اصغر خاجي", "ar"), latin("Сергей Лавров", "ru"), latin("عبد الله بن عبد العزيز", "ar")
    ('Ali Asghar Khaji', 'Sergey Lavrov', 'Abdullah bin Abdulaziz')
    """
    name = " ".join(name.split())
    if script(name) == "latin":
        return name
    language = _language(name, language)
    joined = _join(name)
    whole = curated_names(language).get(name_key(joined))
    if whole:
        return whole
    parts = [
        _word(part, language) if number % 2 == 0 else part for number, part in enumerate(_PARTS.split(joined)) if part
    ]
    text = "".join(parts)
    return text[:1].upper() + text[1:] if not text.startswith(("al-", "Al-")) else text


def known(token: str, language: str) -> int:
    """How many persons in the tables bear a word (in any spelling variant) in their names; 0 if it is unknown.

    Persian looks into the Arabic table as well. The clitics of Arabic are not taken off.

    >>> known("ألكسندر", "ar") > 100, known("الأحد", "ar")
    (True, 0)
    """
    key = fold(token)
    listed = 1 if key in curated_words(language) else 0
    return listed + learned("ar" if language == "fa" else language).get(key, ("", 0))[1]


def name_tokens(language: str) -> frozenset[str]:
    """All words known as parts of personal names in a language, folded as ``kg.resolve.spelling.fold`` does it."""
    return frozenset(curated_words(language)) | frozenset(learned("ar" if language == "fa" else language))


def whole_names(language: str) -> Mapping[str, str]:
    """The whole names that the tables hold in a language, as ``kg.resolve.tables.name_key`` folds them, with their usual Latin forms."""
    return curated_names(language)


def _language(name: str, language: str) -> str:
    """The language to read a name in: the one told, unless the name's script says otherwise."""
    if script(name) == "cyrillic":
        return "ru"
    return language if language in ("ar", "fa") else "ar"


def _join(name: str) -> str:
    """عبد الله and عبد العزيز are one word each, as is فضل الله."""
    return _JOINED_GOD.sub("الله", _JOINED_SERVANT.sub(r"\1", name))


def _word(word: str, language: str) -> str:
    """One word, with its article and its capital."""
    if script(word) == "latin":
        return word
    found = _look_up(word, language)
    if found:
        return _capital(found)
    key = fold(word)
    if language != "ru":
        if match := _SERVANT.match(key):
            return _servant(match[1], language)
        if key.endswith("الله") and len(key) > 5:
            return _capital(_plain(word[: word.rindex("ال")], language).rstrip("a")) + "allah"
        if key.startswith("ال") and len(key) > 4 and language == "ar":
            return "al-" + _capital(_plain(word[2:], language))
    return _capital(_plain(word, language))


def _servant(rest: str, language: str) -> str:
    if rest == "له":
        return "Abdollah" if language == "fa" else "Abdullah"
    return "Abdul" + _plain(rest, language).lower()


def _plain(word: str, language: str) -> str:
    """A word without article: looked up, or spelled by rule."""
    found = _look_up(word, language)
    if found:
        return found
    if language == "fa" or (_NATIVE if language == "ar" else _RUSSIAN).search(fold(word)):
        return spell(word, language)
    return plain_graphones(script(word)).read(signs(word)) or spell(word, language)


def _look_up(word: str, language: str) -> str | None:
    key = fold(word)
    listed = curated_words(language).get(key)
    if listed or language == "fa":
        return listed
    return learned(language).get(key, (None, 0))[0]


def _capital(word: str) -> str:
    if word in settings()["small"] or word[:1].isupper() or word.startswith("al-"):
        return word
    return word[:1].upper() + word[1:]
