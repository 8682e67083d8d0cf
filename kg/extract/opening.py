"""Who an article opens with by office alone and names in its next sentences: "Norway's ambassador to Kenya said ..." and then "X added"."""

from collections.abc import Sequence

from kg.extract.cast import Cast
from kg.extract.figure import Figure
from kg.extract.line import Line
from kg.model import Kind

# How many sentences behind the opening one the name is told.
_SOON = 2


def name_opening(lines: Sequence[Line], figures: Sequence[Sequence[Figure]], cast: Cast) -> None:
    """Let the person whom one of the next sentences is about hold the office of whom the opening sentence is about."""
    opening = next((n for n, line in enumerate(lines) if line.sentence.paragraph >= 0), None)
    if opening is None or not figures[opening]:
        return
    grammar = lines[opening].grammar
    if not (grammar.fronted or grammar.verb_last):
        return
    office = figures[opening][0]
    if not _is_unnamed(office) or cast.is_held(lines[opening], office):
        return
    for line, found in list(zip(lines, figures, strict=True))[opening + 1 : opening + 1 + _SOON]:
        people = (figure for figure in found if figure.kind is Kind.PERSON and not figure.link)
        first = next(people if grammar.verb_last else iter(found), None)
        if first is None or not _is_named(first):
            continue
        person = cast.identify(line, first, None)
        if person.office is None and person.represents in (None, office.represents):
            cast.appoint(lines[opening], office, person)
        return


def _is_unnamed(figure: Figure) -> bool:
    office = figure.office
    known = office is not None and office.full and office.rank > 0 and not office.plural
    return figure.kind is Kind.PERSON and figure.name is None and known and not figure.link and bool(figure.represents)


def _is_named(figure: Figure) -> bool:
    return figure.kind is Kind.PERSON and figure.name is not None and figure.office is None and not figure.link
