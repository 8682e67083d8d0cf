"""The name of whoever speaks, where more of the office stands before it than is known: "said the head of the centre for studies, X Y"."""

from kg.extract.entries import Cls
from kg.extract.figure import QUOTES, Range
from kg.extract.line import Line
from kg.extract.names import Names
from kg.extract.office import Office

_FAR, _SHORTEST, _WELL_KNOWN = 9, 2, 20
_STOPS = (Cls.VERB, Cls.LIGHT, Cls.SPEECH, Cls.PARTICIPLE, Cls.TITLE, Cls.NOUN, Cls.ROLE)


def name_further(line: Line, names: Names, office: Office) -> Range | None:
    """The name some words behind the office of a speaker, where verbs come first and no object can stand between; None where there is none."""
    spoken = any(line.at(word, Cls.SPEECH) is not None for word in (office.first - 1, office.first - 2))
    if line.grammar.order != "VSO" or not spoken:
        return None
    for word in range(office.last, min(office.last + _FAR, len(line.norms))):
        if line.norm(word) in line.grammar.commas:
            return _apart(line, names, word + 1)
        end = _known(line, names, word)
        if end > word:
            return word, end
        if not _belongs(line, word):
            return None
    return None


def _known(line: Line, names: Names, word: int) -> int:
    """End of a name that begins at a word with one that hardly means anything else, or that what is said follows; else the word itself."""
    norm = line.norm(word)
    if line.grammar.is_definite(norm) or names.ordinary(norm) or names.opens_next(line, word):
        return word
    end = names.after_office(line, word)
    sure = names.count(norm) >= _WELL_KNOWN or (not line.hits[word] and _closed(line, end))
    return end if end - word >= _SHORTEST and sure else word


def _closed(line: Line, word: int) -> bool:
    """Whether a phrase ends before a word."""
    ends = line.norm(word) in line.grammar.commas | line.grammar.that | QUOTES
    return ends or line.at(word, Cls.SMALL) is not None


def _apart(line: Line, names: Names, word: int) -> Range | None:
    """The name between a comma and the end of the phrase."""
    end = names.alone(line, word, trusted=True)
    if end == word and not names.opens_next(line, word):
        end = names.after_office(line, word)
        end = end if end - word >= _SHORTEST and _closed(line, end) else word
    return (word, end) if end > word else None


def _belongs(line: Line, word: int) -> bool:
    """Whether a word may go on with an office: no verb, no noun for an occasion, no other office, not what is said."""
    norm, hit = line.norm(word), line.at(word, *_STOPS)
    if line.marker(word, "refer.counterpart") is not None or line.at(word, Cls.DELEGATION) is not None:
        return False
    describes = hit is not None and hit.part.definite and hit.entry.cls is not Cls.ROLE
    return norm[:1].isalpha() and norm not in line.grammar.that and (hit is None or describes)
