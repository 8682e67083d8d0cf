"""Where a name ends that is written with capital letters: "the Partnership for Clean Rivers", "the Northern Waters Agreement"."""

from kg.extract.entries import Cls
from kg.extract.line import Hit, Line
from kg.model import Span

_MOST, _LONG = 6, 5
_LINKS = frozenset(("and", "of", "for", "on", "&"))
_BEHIND = frozenset(("of", "for", "on"))


def proper_name(line: Line, hit: Hit) -> tuple[int, int] | None:
    """The words of the name that a head such as "Agreement" is part of; None where it is a plain noun, or a headline hides what it is."""
    if not _capital(line, hit.first) or _is_headline(line):
        return None
    start, end = _start(line, hit.first), _end(line, hit.last)
    if line.at(start, Cls.ORGANIZATION) is not None:
        return None
    return (start, end) if end - start > hit.last - hit.first else None


def _is_headline(line: Line) -> bool:
    """Whether all longer words have capital letters, so that they tell nothing."""
    long = [word for word, token in enumerate(line.tokens) if len(token.norm) >= _LONG and token.norm.isalpha()]
    return line.sentence.paragraph < 0 or all(_capital(line, word) for word in long)


def proper(line: Line, span: Span) -> bool:
    """Whether a process is named so: what it is for ("the Partnership for Clean Rivers") may be talked about as well."""
    heads = (line.tokens[hit.first].start for hit in line.marks.get("process.initiative", ()))
    return bool(line.grammar.capitals) and any(span.start <= head < span.end for head in heads)


def _start(line: Line, word: int) -> int:
    start = word
    while start > 0 and word - start < _MOST:
        back = 2 if line.norm(start - 1) in _LINKS and start > 1 else 1
        if not _names(line, start - back):
            break
        start -= back
    return start


def _end(line: Line, word: int) -> int:
    if line.norm(word) not in _BEHIND:
        return word
    end = first = word + 1 + (line.norm(word + 1) in line.grammar.articles)
    while end - word < _MOST and (_capital(line, end) or (line.norm(end) in _LINKS and _capital(line, end + 1))):
        end += 1
    return end if end > first else word


def _names(line: Line, word: int) -> bool:
    """Whether a word may be part of the name: with a capital letter, no owner ("Norway's"), and not only the first of its sentence."""
    norm = line.norm(word)
    owner = norm.endswith(("'s", "’s", "s'", "s’"))
    small = norm in line.grammar.articles or (word == 0 and line.norm(word) in _LINKS)
    return _capital(line, word) and not owner and not small


def _capital(line: Line, word: int) -> bool:
    return 0 <= word < len(line.norms) and line.text[line.tokens[word].start].isupper()
