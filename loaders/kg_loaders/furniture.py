"""Tells the lines that pages put around an article (counters, tags, dates, forms, menus) from the article's own."""

import re
from dataclasses import dataclass

from kg_loaders.folding import first_word, folded, plain
from kg_loaders.lexicon import lexicon
from kg_loaders.linedates import LineDate, read_date_line
from kg_loaders.lines import Line, split_sentences

LONGEST = 300
_LABEL = re.compile(r"[^\w©]*([^:：]{1,40}?)\s*[:：]\s*(.*)", re.DOTALL)
_DASHED = re.compile(r"[^\w©]*([^-–—|]{1,40}?)\s+[-–—|]\s+(.*)", re.DOTALL)
_PARTS = re.compile(r"\s*[|•·●▪¦]\s*|\s+[»›>/]\s+")
_BULLET = re.compile(r"^[•·●▪◦‣*–—-]\s+\S")
_LINK = re.compile(r"(?:https?://|www\.)\S+$")
_WORDS_OF_LABELLED = 12
_WORDS_OF_SOURCE = 4
_WORDS_OF_START = 25
_WORDS_OF_MENU = 40
_FEWEST_OF_MENU = 3


@dataclass(frozen=True, slots=True)
class Sign:
    """Why a line is furniture: ``value`` is what a labelled line tells, ``date`` what a date line tells.

    ``weak`` marks what counts only beside other furniture; ``rest`` says that nothing after the line is the article's.
    """

    reason: str
    value: str | None = None
    date: LineDate | None = None
    weak: bool = False
    rest: bool = False


def read_sign(line: Line) -> Sign | None:
    """Read one line on its own; None for a line of the article."""
    if len(line.words) > LONGEST:
        return None
    if not any(map(str.isalnum, line.words)) and "©" not in line.words:
        return Sign("separator")
    return _read_words(line.words) or _read_parts(line.words) or _read_licence(line)


def bulleted(line: Line) -> bool:
    """Is the line an item of a list?"""
    return bool(_BULLET.match(line.words))


def _read_words(words: str) -> Sign | None:
    date = read_date_line(words)
    if date is not None:
        return Sign("date-line", date=date)
    if _LINK.match(words):
        return Sign("link")
    return _read_label(words) or (_read_phrases(folded(words)) if _may_open(words) else None)


def _may_open(words: str) -> bool:
    """Whether a line begins as phrases of furniture do: with a word of theirs, a number or a sign. Cheap."""
    first = first_word(words)
    return not first or first in lexicon().openings or first.isdecimal()


def _read_parts(words: str) -> Sign | None:
    """A line of short pieces (site | date | counter): furniture as soon as one piece is, without doubt."""
    if not _PARTS.search(words):
        return None
    parts = [part for part in _PARTS.split(words) if any(map(str.isalnum, part))]
    if len(parts) < 2 or any(len(part) > 40 for part in parts):
        return None
    signs = [sign for part in parts if (sign := _read_words(part)) and not sign.weak]
    dated = next((sign for sign in signs if sign.date and sign.date.day), None)
    return dated or (signs[0] if 2 * len(signs) > len(parts) else None)


def _read_label(words: str) -> Sign | None:
    for pattern in (_LABEL, _DASHED):
        match = pattern.match(words)
        if not match:
            continue
        reason = lexicon().label.get(folded(match[1]))
        if reason and len(match[2].split()) <= _WORDS_OF_LABELLED and (pattern is _LABEL or reason != "byline"):
            value = match[2].strip() or None
            # "Source: the minister will go to Tehran tomorrow" is a headline, not the name of a source.
            return Sign(reason, value, weak=reason == "source-line" and len(match[2].split()) > _WORDS_OF_SOURCE)
    return None


def _read_phrases(key: str) -> Sign | None:
    known = lexicon()
    words = key.split()
    if key in known.tail:
        return Sign(known.tail[key], rest=True)
    if key in known.exact:
        return Sign(known.exact[key])
    if len(words) <= _WORDS_OF_START and (reason := _starting(words)):
        return Sign(reason)
    if all(word.isdecimal() for word in words):
        return Sign("counter", weak=True) if len(words) <= 3 else None
    return _read_number(words) or _read_vocabulary(words)


def _starting(words: list[str]) -> str | None:
    """The reason of a phrase that the line begins with: two to seven words, or one sign such as ©."""
    starts = lexicon().start
    return next((starts[key] for n in range(1, 9) if (key := " ".join(words[:n])) in starts), None)


def _read_number(words: list[str]) -> Sign | None:
    if not 2 <= len(words) <= 6:
        return None
    rest = " ".join(word for word in words if not word.isdecimal())
    digits = sum(word.isdecimal() for word in words)
    reason = lexicon().number.get(rest)
    return Sign(reason) if reason and 1 <= digits <= 2 else None


def _read_vocabulary(words: list[str]) -> Sign | None:
    """A row of buttons or of a menu: three words and more, all of them from one list, but for "and" and the like."""
    if len(words) > _WORDS_OF_MENU:
        return None
    content = set(words) - lexicon().joints
    for reason, vocabulary in lexicon().words:
        if content and vocabulary.issuperset(content):
            return Sign(reason, weak=len(content) < _FEWEST_OF_MENU)
    return None


def _read_licence(line: Line) -> Sign | None:
    """A licence or copyright that begins with the line; one that ends an article's last line is cut off later."""
    start, end = next(split_sentences(line), (line.start, line.end))
    reason = containing(line.words[start - line.start : end - line.start])
    return Sign(reason) if reason else None


def containing(sentence: str) -> str | None:
    """The reason of a phrase that a sentence holds anywhere."""
    letters = plain(sentence)
    if not any(anchor in letters for anchor in lexicon().anchors):
        return None
    key = folded(sentence)
    return next((reason for phrase, reason in lexicon().contains.items() if phrase in key), None)
