"""Decides whether two spellings, in any scripts, may name the same person: for searching, never for merging."""

from functools import lru_cache

from kg.resolve.graphones import graphones
from kg.resolve.skeletons import skeleton
from kg.resolve.spelling import fold, script, words
from kg.resolve.tables import curated_words, learned

_PARTICLES = frozenset("al el bin ben ibn bint de di da der den von van du ould ال آل بن ابن бен бин ибн аль эль ас аш ад ан ар фон ван де".split())
_NEAR = 0.8
_FITTING = 1.9


def same_name(query: str, label: str) -> bool:
    """Whether every word of a query names a word of a label, whatever the scripts: Lavrov finds سيرغي لافروف.

    Meant for searching: it finds spelling variants and transliterations. Two people may well share a name.
    """
    asked, offered = _words(query), _words(label)
    return bool(asked) and all(any(_same(word, other) for other in offered) for word in asked)


def _words(name: str) -> tuple[str, ...]:
    folded = [fold(word) for word in words(name)]
    kept = [_bare(word) for word in folded if word not in _PARTICLES]
    return tuple(kept or folded)


def _bare(word: str) -> str:
    return word[2:] if word.startswith("ال") and len(word) > 4 else word


@lru_cache(maxsize=50_000)
def _same(word: str, other: str) -> bool:
    if word == other:
        return True
    if script(word) == script(other) == "latin":
        return _near(word, other)
    return any(_near(a, b) for a in _latin_forms(word) for b in _latin_forms(other)) or _fits(word, other)


@lru_cache(maxsize=50_000)
def _latin_forms(word: str) -> frozenset[str]:
    if script(word) == "latin":
        return frozenset([word])
    languages = ("ru",) if script(word) == "cyrillic" else ("ar", "fa")
    known = {curated_words(language).get(form, "") for language in languages for form in (word, "ال" + word)}
    known |= {learned(language).get(form, ("", 0))[0] for language in languages for form in (word, "ال" + word)}
    return frozenset(fold(form).removeprefix("al-") for form in known if form)


def _fits(word: str, other: str) -> bool:
    """Whether the learned letter correspondences make a Latin word of the other script's word."""
    if script(word) == "latin":
        word, other = other, word
    if script(other) != "latin":
        return any(_fits(word, form) for form in _readings(other))
    distance = graphones("ru" if script(word) == "cyrillic" else "ar").distance(word, other)
    return distance < _FITTING and _shape(word, other)


@lru_cache(maxsize=50_000)
def _readings(word: str) -> frozenset[str]:
    read = graphones("ru" if script(word) == "cyrillic" else "ar").read(word)
    return _latin_forms(word) | (frozenset([read]) if read else frozenset())


def _shape(word: str, other: str) -> bool:
    return skeleton(word)[:1] == skeleton(other)[:1]


def _near(word: str, other: str) -> bool:
    """Whether two Latin spellings are variants: Lavrentiev and Lavrentyev, Khaji and Haji; but not Saleh and Salehi."""
    if word == other:
        return True
    shorter, longer = sorted((word, other), key=len)
    if len(shorter) < 4 or longer == shorter + longer[-1]:
        return False
    return 1 - _edits(word, other) / len(longer) >= _NEAR


def _edits(word: str, other: str) -> int:
    above = list(range(len(other) + 1))
    for i, letter in enumerate(word, 1):
        row = [i]
        for j, sign in enumerate(other, 1):
            row.append(min(row[-1] + 1, above[j] + 1, above[j - 1] + (letter != sign)))
        above = row
    return above[-1]
