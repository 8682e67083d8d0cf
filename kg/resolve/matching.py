"""Decides whether two spellings, in any scripts, may name the same person: for searching, never for merging."""

import re
from functools import cache, lru_cache

from kg.resolve.graphones import Graphones, graphones
from kg.resolve.letters import settings
from kg.resolve.skeletons import skeleton
from kg.resolve.spelling import fold, script, words
from kg.resolve.tables import curated_names, curated_words, learned, name_key

_NEAR = 0.8
_NEAR_IN_VOWELS = 0.7
_LIKELY = 0.7
_VOWEL_ENDING = {
    "arabic": re.compile("[ياو]$"),
    "cyrillic": re.compile("[аеиоуыэюяй]$"),
    "latin": re.compile("[aiouy]$"),
}
_MUTE_ENDING = re.compile("[هeaь]$")
_PERSIAN_LETTERS = str.maketrans({"پ": "ب", "چ": "تش", "گ": "غ", "ژ": "ج", "ڤ": "ف"})
_LANGUAGES = {"arabic": ("ar", "fa"), "cyrillic": ("ru",), "latin": ()}


def same_name(query: str, label: str) -> bool:
    """Whether every word of a query names a word of a label, whatever the scripts: Lavrov finds سيرغي لافروف.

    Meant for searching: it finds spelling variants and transliterations. Two people may well share a name.
    """
    asked, offered = _readings_of(query), _readings_of(label)
    return any(_covers(some, other) for some in asked for other in offered)


def _covers(asked: tuple[str, ...], offered: tuple[str, ...]) -> bool:
    return bool(asked) and all(any(same_word(word, other) for other in offered) for word in asked)


@lru_cache(maxsize=20_000)
def _readings_of(name: str) -> tuple[tuple[str, ...], ...]:
    """The words of a name as written, and of its usual Latin form where the whole name is known."""
    whole = {curated_names(language).get(name_key(name)) for language in _LANGUAGES[script(name)]}
    return (_words(name), *(_words(latin) for latin in sorted(filter(None, whole))))


def _words(name: str) -> tuple[str, ...]:
    folded = [fold(word) for word in words(name)]
    kept = [_bare(word) for word in folded if word not in _particles()]
    return tuple(kept or folded)


def _bare(word: str) -> str:
    return word[2:] if word.startswith("ال") and len(word) > 4 else word


@cache
def _particles() -> frozenset[str]:
    return frozenset(fold(word) for word in settings()["particles"])


@lru_cache(maxsize=50_000)
def same_word(word: str, other: str) -> bool:
    """Whether two folded words of names are spellings of one name, by the tables, by nearness or by learned letters."""
    if word == other:
        return True
    if script(word) == script(other) == "latin":
        return _near(word, other)
    return any(_near(a, b) for a in _latin_forms(word) for b in _latin_forms(other)) or _fits(word, other)


@lru_cache(maxsize=50_000)
def _latin_forms(word: str) -> frozenset[str]:
    """The Latin spellings that the tables know for a word, or the word itself if it is Latin."""
    if script(word) == "latin":
        return frozenset([word])
    keys = [word, "ال" + word] if script(word) == "arabic" else [word]
    known = {curated_words(language).get(key, "") for language in _LANGUAGES[script(word)] for key in keys}
    known |= {learned(language).get(key, ("", 0))[0] for language in _LANGUAGES[script(word)] for key in keys}
    return frozenset(fold(form.removeprefix("al-")) for form in known if form)


def _fits(word: str, other: str) -> bool:
    """Whether the learned letter correspondences make one word of the other."""
    if script(word) == "latin":
        word, other = other, word
    if script(other) != "latin":
        return any(_fits(word, form) for form in _readings(other))
    return _alike_at_the_ends(word, other) and _model(word).likeness(_readable(word), other) > _LIKELY


@lru_cache(maxsize=50_000)
def _readings(word: str) -> frozenset[str]:
    read = _model(word).read(_readable(word))
    return _latin_forms(word) | (frozenset([read]) if read else frozenset())


def _model(word: str) -> Graphones:
    return graphones("ru" if script(word) == "cyrillic" else "ar")


def _readable(word: str) -> str:
    return word.translate(_PERSIAN_LETTERS)


def _alike_at_the_ends(word: str, other: str) -> bool:
    """Salehi is not Saleh: both words end in a vowel that is heard, or neither does; and both begin alike."""
    first, second = (skeleton(side)[:1] for side in (word, other))
    if _MUTE_ENDING.search(word) or _MUTE_ENDING.search(other):
        return first == second
    ends = {bool(_VOWEL_ENDING[script(side)].search(side)) for side in (word, other)}
    return len(ends) == 1 and first == second


def _near(word: str, other: str) -> bool:
    """Whether two Latin spellings are variants: Lavrentiev and Lavrentyev, Khaji and Haji; but not Saleh and Salehi."""
    word, other = _levelled(word), _levelled(other)
    if word == other:
        return True
    if min(len(word), len(other)) < 4 or not _alike_at_the_ends(word, other):
        return False
    likeness = 1 - _edits(word, other) / max(len(word), len(other))
    return likeness > (_NEAR_IN_VOWELS if skeleton(word) == skeleton(other) else _NEAR)


@cache
def _levels() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(find), to) for find, to in settings()["levels"])


@lru_cache(maxsize=50_000)
def _levelled(word: str) -> str:
    """The word with what romanisations differ in made equal: kh is h, gh and q are k, ou is u, doubles are single."""
    for find, to in _levels():
        word = find.sub(to, word)
    return word


def _edits(word: str, other: str) -> int:
    above = list(range(len(other) + 1))
    for i, letter in enumerate(word, 1):
        row = [i]
        for j, sign in enumerate(other, 1):
            row.append(min(row[-1] + 1, above[j] + 1, above[j - 1] + (letter != sign)))
        above = row
    return above[-1]
