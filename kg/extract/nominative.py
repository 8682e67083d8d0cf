"""Names as they are called, not as a sentence bends them: the nominative, where the language has a morphology."""

from dataclasses import replace
from functools import lru_cache

from kg.resolve.names import known
from kg.text.morphology import Form
from kg.text.words import Words

Norms = tuple[str, ...]
_CASES = ("nomn", "gent", "datv", "accs", "ablt", "loct")
_GENDERS = ("masc", "femn")
# What a plug's likelihood of a reading is worth beside what the tables of names know of it.
_KNOWN, _WOMAN, _NOMINATIVE = 1.0, -0.15, 0.1
# How much more the first word of a name, the given name, tells of gender and case.
_FIRST = 2.0
# How much less a case is worth that the office before the name does not stand in.
_OTHER_CASE = 3.0


class Nominatives:
    """Finds the nominative of names; without a morphology every name is as it is written."""

    def __init__(self, words: Words, language: str) -> None:
        self._morphology = words.morphology
        self._language = language
        self._endings = words.case_endings
        self.of = lru_cache(maxsize=20_000)(self._of)
        self._cases = lru_cache(maxsize=20_000)(self._cases_of)
        self.base = lru_cache(maxsize=20_000)(self._base)

    def may_be(self, norm: str, case: str) -> bool:
        """Whether a word may stand in a case; so where the language has no cases or the word does not show them."""
        return case in (self._cases(norm) or (case,))

    def bends(self, norm: str) -> bool:
        """Whether a word may be a noun, a name or an adjective; always so where the language has no cases."""
        return self._morphology is None or self._morphology.bends(norm)

    def acts(self, norm: str) -> bool:
        """Whether a word can be nothing but a verb; never so where the language has no morphology."""
        return self._morphology is not None and self._morphology.acts(norm)

    def shows(self, norm: str, case: str) -> bool:
        """Whether a word is known to be one that may stand in a case."""
        return case in self._cases(norm)

    def share(self, one: str, other: str) -> bool:
        """Whether two words may stand in the same case; so where one of them does not show it."""
        own, next_ = self._cases(one), self._cases(other)
        return not own or not next_ or not own.isdisjoint(next_)

    def agree(self, one: str, other: str) -> bool:
        """Whether two words may be of one name: a nominative behind another case opens a new phrase."""
        own, next_ = self._cases(one), self._cases(other)
        return "nomn" in (own or ("nomn",)) or "nomn" not in next_ or not own.isdisjoint(next_)

    def _cases_of(self, norm: str) -> frozenset[str]:
        return self._morphology.cases(norm) if self._morphology is not None else frozenset()

    def _base(self, norms: Norms) -> Norms:
        """The dictionary forms of the words of an office or a body, which agree where their cases differ."""
        plug = self._morphology
        return norms if plug is None else tuple(next(iter(plug.lemmas(norm)), norm) for norm in norms)

    def spelled(self, written: str, called: Norms) -> str | None:
        """A written name with its words in the nominative, each with its capital letter; None where nothing bends."""
        words = written.split()
        if self._morphology is None or len(words) != len(called):
            return None
        return " ".join(_like(word, norm) for word, norm in zip(words, called, strict=True))

    def _of(self, name: Norms, head: str = "") -> Norms:
        """The nominative of a name: its words agree in case and gender, and those that fit no case stay as they are.

        ``head`` is the office before the name, which stands in the case of the name.
        """
        if self._morphology is None:
            return name
        readings, told = [self._readings(word) for word in name], self._cases(head) if head else frozenset()
        best, chosen = float("-inf"), name
        for gender in _GENDERS:
            for case in _CASES:
                score, words = self._agreeing(name, readings, gender, case)
                score -= _OTHER_CASE * (bool(told) and case not in told)
                if score > best:
                    best, chosen = score, words
        return chosen

    def _agreeing(self, name: Norms, readings: list[list[Form]], gender: str, case: str) -> tuple[float, Norms]:
        score = _WOMAN * (gender == "femn") + _NOMINATIVE * (case == "nomn")
        words: list[str] = []
        for number, (word, found) in enumerate(zip(name, readings, strict=True)):
            fits = [form for form in found if form.gender == gender and form.case == case]
            best = max(fits, key=lambda form: form.score, default=None)
            score += best.score * (_FIRST if number == 0 else 1.0) if best is not None else 0.0
            words.append(best.nominative if best is not None else word)
        return score, tuple(words)

    def _readings(self, word: str) -> list[Form]:
        """Readings by the plug and by the pack's endings, weighed by what the tables of names know."""
        first, hyphen, last = word.rpartition("-")
        if hyphen:
            return [replace(form, nominative=f"{first}-{form.nominative}") for form in self._readings(last)]
        if self._morphology is None or len(word) < 3:
            return []
        found = [form for form in self._morphology.singular(word) if form.gender in _GENDERS]
        found += [
            Form(word.removesuffix(ending) + instead, gender, case, 0.2)
            for ending, instead, gender, case in self._endings
            if word.endswith(ending) and len(word) - len(ending) >= 3
        ]
        found += [Form(word, gender, "nomn", 0.1) for gender in _GENDERS]
        return [Form(f.nominative, f.gender, f.case, f.score + self._weight(f.nominative)) for f in found]

    def _weight(self, nominative: str) -> float:
        return _KNOWN if known(nominative, self._language) else 0.0


def _like(written: str, norm: str) -> str:
    """A folded word spelled as it is written, as far as both agree: capitals and ё stay."""
    same = next((i for i, pair in enumerate(zip(_folded(written), norm, strict=False)) if pair[0] != pair[1]), None)
    kept = min(len(written), len(norm)) if same is None else same
    return written[:kept] + norm[kept:]


def _folded(word: str) -> str:
    return word.casefold().replace("ё", "е")
