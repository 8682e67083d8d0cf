"""Compares two words of personal names in any scripts, and says why they go together or not."""

import math
from dataclasses import dataclass
from functools import cache, lru_cache

from kg.resolve.letters import levelled
from kg.resolve.likeness import FARTHEST, SHIPPED, in_order
from kg.resolve.namewords import SERVANT, is_initial
from kg.resolve.skeletons import skeleton
from kg.resolve.spelling import fold, script
from kg.resolve.tables import curated_words, learned

_LANGUAGES = {"arabic": ("ar", "fa"), "cyrillic": ("ru",), "latin": ()}
_SAME = 7.0
_LISTED = 5.0
_INITIAL = 0.7
_ARTICLE = 0.3
_CLITIC = 1.5
_TWO_NAMES = 3.0
_CLITICS = "ولبكف"


@dataclass(frozen=True, slots=True, order=True)
class WordMatch:
    """Two words, how they were found to go together, and the logarithm of the odds that they are one name.

    ``how`` is ``same`` (written alike), ``listed`` (the tables know one as the usual form of the other), ``initial``, or
    ``letters`` (by the learned correspondences of letters).
    """

    word: str
    other: str
    how: str
    log_odds: float

    @property
    def chance(self) -> float:
        """The belief, 0 to 1, that the words are one name."""
        return 1 / (1 + math.exp(-self.log_odds))

    @property
    def in_full(self) -> bool:
        """Whether both are whole words: an initial fits many."""
        return self.how != "initial"


def word_match(word: str, other: str) -> WordMatch:
    """Compare two words as ``name_words`` gives them; the same whichever comes first."""
    return _match(*in_order(word, other))


@lru_cache(maxsize=400_000)
def _match(word: str, other: str) -> WordMatch:
    if word == other and is_initial(word):
        return WordMatch(word, other, "same", _INITIAL)
    if is_initial(word) or is_initial(other):
        return WordMatch(word, other, "initial", _INITIAL if _starts_alike(word, other) else FARTHEST)
    bare, bare_other = word.lstrip(SERVANT), other.lstrip(SERVANT)
    if fold(bare) == fold(bare_other):
        return WordMatch(word, other, "same", _SAME if len(word) - len(bare) == len(other) - len(bare_other) else -1.0)
    if word.startswith(SERVANT) != other.startswith(SERVANT):
        return WordMatch(word, other, "letters", FARTHEST)
    return _by_forms(word, other, bare, bare_other)


def _by_forms(word: str, other: str, bare: str, bare_other: str) -> WordMatch:
    """The best match of two words with or without what may be an article or a clitic."""
    found = [
        _as_written(one, two, less + more) for one, less in word_forms(bare) for two, more in word_forms(bare_other)
    ]
    odds, how = max(found)
    return WordMatch(word, other, how, odds)


def _as_written(word: str, other: str, less: float) -> tuple[float, str]:
    if latin_forms(word) & latin_forms(other):
        return _LISTED - less, "listed"
    odds = SHIPPED.log_odds(word, other, SHIPPED.cost(word, other)) - less
    if odds < 0 and _usual(word) and _usual(other):
        odds -= _TWO_NAMES
    return odds, "letters"


def _usual(word: str) -> bool:
    """Whether a word is spelled by hand: two such words that only resemble one another are two names, as Hassan and حسين are."""
    if script(word) == "latin":
        return levelled(fold(word)) in _usual_latin()
    return any(fold(word) in curated_words(language) for language in _LANGUAGES[script(word)])


@cache
def _usual_latin() -> frozenset[str]:
    return frozenset(
        levelled(fold(latin)) for language in ("ar", "fa", "ru") for latin in curated_words(language).values()
    )


def _starts_alike(word: str, other: str) -> bool:
    first, second = word.lstrip(SERVANT)[:1], other.lstrip(SERVANT)[:1]
    return first == second or (script(first) != script(second) and skeleton(first) == skeleton(second))


@lru_cache(maxsize=50_000)
def latin_forms(word: str) -> frozenset[str]:
    """The Latin spellings that the tables know for a word, or the word itself if it is Latin, with the habits of romanisation levelled."""
    if script(word) == "latin":
        return frozenset([levelled(fold(word))])
    key = fold(word)
    keys = [key, "ال" + key] if script(word) == "arabic" else [key]
    known = {curated_words(language).get(each, "") for language in _LANGUAGES[script(word)] for each in keys}
    known |= {learned(language).get(each, ("", 0))[0] for language in _LANGUAGES[script(word)] for each in keys}
    return frozenset(levelled(fold(form.removeprefix("al-"))) for form in known if form)


@lru_cache(maxsize=50_000)
def word_forms(word: str) -> tuple[tuple[str, float], ...]:
    """A word, and an Arabic one without its article or what may be a clitic, with what leaving it out costs."""
    forms = [(word, 0.0)]
    if script(word) == "arabic" and len(word) > 4:
        if word.startswith(("ال", "لل")):
            forms.append((word[2:], _ARTICLE))
        elif word[0] in _CLITICS:
            forms.append((word[1:], _CLITIC))
    return tuple(forms)
