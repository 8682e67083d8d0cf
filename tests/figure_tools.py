"""The figures of one sentence, written briefly enough to be compared."""

from functools import lru_cache

from kg.extract.compiling import compile_lexicon
from kg.extract.figures import Figure, Figures
from kg.extract.line import Line, read_line
from kg.lang import load_pack
from kg.model import Sentence


def line(text: str, language: str = "ar") -> Line:
    """A text taken as one sentence, its words looked up."""
    return read_line(text, Sentence(0, len(text), 0), 0, compile_lexicon(load_pack(language)))


@lru_cache
def _figures(language: str) -> Figures:
    pack = load_pack(language)
    return Figures(pack, compile_lexicon(pack))


def figures(text: str, language: str = "ar") -> list[Figure]:
    """The figures of a sentence."""
    return list(_figures(language).read(line(text, language)))


def mentions(text: str) -> list[str]:
    """The figures of a sentence, as written."""
    read = line(text)
    return [read.span(figure.first, figure.last).text for figure in figures(text)]


def names(text: str) -> list[str | None]:
    """The personal names among the figures of a sentence, None where a figure has none."""
    read = line(text)
    return [read.span(*figure.name).text[figure.clitics :] if figure.name else None for figure in figures(text)]


def offices(text: str) -> list[tuple[str, str | None]]:
    """The offices among the figures of a sentence: the English name, and for whom it speaks."""
    return [(f.office.name, f.office.represents_name) for f in figures(text) if f.office is not None]
