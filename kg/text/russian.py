"""The morphology plug for Russian: dictionary forms, cases and plurals by the dictionary of pymorphy3."""

from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from typing import Any

from kg.text.morphology import Form

_TENSES: Mapping[str, str] = {"past": "past", "pres": "present", "futr": "future"}
_UNLIKELY = 0.04
_REMEMBERED = 4096
# What the ends of names that the dictionary lacks tell of their case beyond doubt.
_ENDS: Mapping[tuple[str, ...], frozenset[str]] = {
    ("ым", "ом", "ем", "ей", "ой"): frozenset(("ablt", "gent", "datv")),
    ("у", "ю"): frozenset(("datv", "accs")),
}
# Whose dictionary form is a man's, whoever bears it.
_BY_GENDER = frozenset(("Surn", "Patr"))
# Parts of speech that no noun phrase holds: verbs, adverbial participles ("having met"), short participles and adjectives ("is ready").
_ACTING = frozenset(("VERB", "INFN", "GRND", "PRTS", "ADJS"))
# What marks a woman's surname, whose dictionary form is a man's.
_WOMEN = frozenset(("Surn", "femn"))
# Shorter words may be initials, which the dictionary does not hold.
_SHORTEST = 3
# How many letters at the end of a word its forms differ in: a written word, a noun or an adjective, an infinitive.
_WRITTEN, _BENT, _INFINITIVE = 5, 2, 6
_REFLEXIVE = ("ться", "тись", "чься")
_INFINITIVES = ("ть", "ти", "чь", *_REFLEXIVE)
# What surnames that bend like adjectives end in.
_SURNAMES = ("ский", "ская", "цкий", "цкая")


class Russian:
    """Russian by the dictionary of pymorphy3, which guesses the forms of words that it does not know by their ends."""

    def __init__(self) -> None:
        # Here, not above: other languages need neither the library nor the tenth of a second that it takes to open.
        from pymorphy3 import MorphAnalyzer  # type: ignore[import-untyped]

        self._analyzer: Any = MorphAnalyzer(lang="ru")
        # The words of one article are asked for their lemmas, their cases and their nominatives, one soon after the other.
        self._parse: Callable[[str], list[Any]] = lru_cache(maxsize=_REMEMBERED)(self._analyzer.parse)

    def lemmas(self, norm: str) -> tuple[str, ...]:
        """The dictionary forms; readings that are all but impossible are left out."""
        only = self._only_form(norm)
        if only is not None:
            return (_plain(only),)
        likely = [parse for parse in self._parse(norm) if parse.score >= _UNLIKELY]
        women = (parse.inflect({"nomn"}) for parse in likely if parse.tag.grammemes >= _WOMEN)
        surnames = [parse.word for parse in women if parse is not None]
        return tuple(dict.fromkeys(map(_plain, [*(parse.normal_form for parse in likely), *surnames])))

    def _only_form(self, norm: str) -> str | None:
        """The dictionary form of a known word that has but one: found without weighing readings, which costs much more."""
        if len(norm) < _SHORTEST:
            return None
        forms, dictionary = set[str](), self._analyzer.dictionary
        for fixed, readings in dictionary.words.similar_items(norm, self._analyzer.char_substitutes):
            for paradigm, number in readings:
                if dictionary.build_tag_info(paradigm, number).grammemes >= _WOMEN:
                    return None
                forms.add(dictionary.build_normal_form(paradigm, number, fixed))
        return forms.pop() if len(forms) == 1 else None

    def beginnings(self, norm: str, *, lemma: bool = False) -> frozenset[str]:
        """The word without up to four letters, five where it is long; of an infinitive without up to six (and its reflexive ending), of another lemma without two."""
        cut = min(_WRITTEN, max(_WRITTEN - 1, len(norm) // 2))
        if lemma:
            reflexive = 2 * norm.endswith(_REFLEXIVE)
            cut = _INFINITIVE + reflexive if norm.endswith(_INFINITIVES) and len(norm) > _INFINITIVE else _BENT
        return frozenset(norm[: len(norm) - n] for n in range(cut + 1) if len(norm) - n >= min(2, len(norm)))

    def plurals(self, norm: str) -> tuple[str, ...]:
        """All cases of a noun in the plural, but those that the singular has as well."""
        found = (parse for parse in self._parse(norm) if "NOUN" in parse.tag)
        lexeme = [form for parse in found for form in parse.lexeme]
        singular = {form.word for form in lexeme if "sing" in form.tag}
        forms = (form.word for form in lexeme if "plur" in form.tag and form.word not in singular)
        return tuple(dict.fromkeys(map(_plain, forms)))

    def verb(self, infinitive: str) -> Iterable[tuple[str, str]]:
        """Finite forms of the third person, the infinitive, and the adverbial participles ("having met")."""
        parse = next((parse for parse in self._parse(infinitive) if "INFN" in parse.tag), None)
        for form in parse.lexeme if parse is not None else ():
            tag = form.tag
            if tag.person in ("1per", "2per") or tag.mood == "impr" or {"PRTF", "PRTS"} & tag.grammemes:
                continue
            yield _plain(form.word), _TENSES.get(tag.tense or "futr", "future")

    def singular(self, norm: str) -> tuple[Form, ...]:
        """Readings as a noun, a name or a surname that bends like an adjective."""
        found: dict[tuple[str, str, str], float] = {}
        for parse in self._parse(norm):
            tag = parse.tag
            if tag.number != "sing" or tag.gender is None or not ({"NOUN", "ADJF"} & tag.grammemes):
                continue
            nominative = _plain(self._nominative(parse))
            if "ADJF" in tag and not nominative.endswith(_SURNAMES):
                continue
            key = (nominative, str(tag.gender), str(tag.case))
            found[key] = found.get(key, 0.0) + parse.score
        return tuple(Form(*key, score) for key, score in found.items())

    def _nominative(self, parse: Any) -> str:
        """The nominative of a reading in the singular: that of a plain noun is its dictionary form, which costs nothing to find."""
        if "NOUN" in parse.tag and not _BY_GENDER & parse.tag.grammemes:
            return str(parse.normal_form)
        plain = parse.inflect({"sing", "nomn"})
        return str(plain.word if plain is not None else parse.normal_form)

    def bends(self, norm: str) -> bool:
        """Whether any reading that is more than all but impossible has a case or never bends."""
        if not self._analyzer.word_is_known(norm):
            return True
        parses = (parse.tag.grammemes for parse in self._parse(norm) if parse.score >= _UNLIKELY)
        return any({"NOUN", "ADJF", "PRTF", "NUMR"} & found for found in parses)

    def cases(self, norm: str) -> frozenset[str]:
        """The cases of all readings that are more than all but impossible; none for words that don't bend or are unknown."""
        if not self._analyzer.word_is_known(norm):
            return next((cases for ends, cases in _ENDS.items() if norm.endswith(ends)), frozenset())
        parses = [parse for parse in self._parse(norm) if parse.score >= _UNLIKELY]
        if any("Fixd" in parse.tag or not {"NOUN", "ADJF", "PRTF"} & parse.tag.grammemes for parse in parses):
            return frozenset()
        return frozenset(str(parse.tag.case) for parse in parses)

    def acts(self, norm: str) -> bool:
        """Whether all readings that are more than all but impossible are verbs or what stands for one."""
        if not self._analyzer.word_is_known(norm):
            return False
        parses = [parse for parse in self._parse(norm) if parse.score >= _UNLIKELY]
        return all(parse.tag.POS in _ACTING for parse in parses)

    def forms(self, norm: str) -> tuple[str, ...]:
        """The forms of the likeliest reading that bends; the word itself where there is none."""
        found = (parse for parse in self._parse(norm) if parse.tag.POS in ("NOUN", "ADJF", "NPRO"))
        lexeme = next((parse.lexeme for parse in found), ())
        return tuple(dict.fromkeys((norm, *(_plain(form.word) for form in lexeme))))


def _plain(word: str) -> str:
    return str(word).replace("ё", "е")
