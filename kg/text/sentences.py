"""Sentences of an article's body, with offsets into its untouched text."""

import re
from collections.abc import Collection, Iterator

from kg_loaders.article import Article, Block

from kg.model import Sentence

# A full stop ends a sentence unless it stands between digits, after a single letter (initials, agency marks) or inside a word of Latin letters.
# Each branch begins with the sign itself, not with what must stand before it: so the search leaps from sign to sign.
_CLOSING = '[»"”)\\]]*'
_ENDS = [f"{re.escape(sign)}[!?؟۔…]*{_CLOSING}" for sign in "!?؟۔…"]
_STOP = rf"\.(?<![\s.(][^\W\d_]\.)(?<!^[^\W\d_]\.)(?!\d)(?![A-Za-zА-яЁё]){_CLOSING}"
_END = re.compile("|".join([*_ENDS, _STOP, "؛"]))
# A block is one paragraph, which may be wrapped over lines; blank lines inside it part paragraphs all the same.
_BLANK = re.compile(r"\n\s*\n|\r\s*\r|\u2029")
_LONGEST = 2000
_LAST_WORD = re.compile(r"[^\W\d_]+$")
_LONGEST_ABBREVIATION = 12


def sentences(article: Article, abbreviations: Collection[str] = ()) -> Iterator[Sentence]:
    """The sentences of the headline (paragraph -1, where the page has one) and of the body, in that order, blank ones left out.

    A full stop behind one of the ``abbreviations`` (in small letters, without it) ends no sentence.
    """
    headline = article.title_block
    if headline is not None:
        yield from _cut(article.text, headline, -1, abbreviations)
    paragraph = 0
    for block in article.body:
        for start, end in _paragraphs(article.text, block):
            found = list(_cut(article.text, Block(start, end), paragraph, abbreviations))
            yield from found
            paragraph += bool(found)


def _paragraphs(text: str, block: Block) -> Iterator[tuple[int, int]]:
    start = block.start
    for blank in _BLANK.finditer(text, block.start, block.end):
        yield start, blank.start()
        start = blank.end()
    yield start, block.end


def _cut(text: str, block: Block, paragraph: int, abbreviations: Collection[str]) -> Iterator[Sentence]:
    start = block.start
    ends = (m for m in _END.finditer(text, block.start, block.end) if not _abbreviates(text, m.start(), abbreviations))
    for end in [*(m.end() for m in ends), block.end]:
        first, last = _trim(text, start, end)
        start = end
        for piece in range(first, last, _LONGEST):
            begin, stop = _trim(text, piece, min(piece + _LONGEST, last))
            if begin < stop:
                yield Sentence(begin, stop, paragraph)


def _abbreviates(text: str, stop: int, abbreviations: Collection[str]) -> bool:
    if not abbreviations or text[stop] != ".":
        return False
    word = _LAST_WORD.search(text, max(stop - _LONGEST_ABBREVIATION, 0), stop)
    return word is not None and word.group().casefold() in abbreviations


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
