"""What a mention adds to what is known of its character: name, office, side, and what kind of party it is."""

from kg.extract.character import Character
from kg.extract.figure import Figure
from kg.extract.line import Line
from kg.extract.renowned import renowned
from kg.extract.roster import Roster
from kg.model import Kind, Span


def note(
    roster: Roster, line: Line, figure: Figure, character: Character, before: Character | None, language: str
) -> None:
    """Note what a mention tells; ``before`` is whom "his counterpart" is measured by."""
    mention = line.clean_span(figure.first, figure.last)
    character.plural = character.plural or figure.plural
    character.pair = character.pair or figure.pair
    character.private = character.private or figure.private
    character.definite = character.definite or line.starts_definite(figure.first)
    if figure.name is not None:
        character.named_in = line.number if character.named_in is None else character.named_in
        words = roster.called(line, figure)
        if len(words) > len(character.words):
            span = line.span(*figure.name)
            character.words, character.name = words, Span.of(line.text, span.start + figure.clitics, span.end)
            character.plain = roster.names.nominatives.spelled(character.name.text, words)
            for word in words:
                if character not in roster.by_word.setdefault(word, []):
                    roster.by_word[word].append(character)
    elif figure.kind in (Kind.DELEGATION, Kind.ORGANIZATION) and not character.words:
        character.words = roster.base(line, figure.first, figure.last)
    if character.mention is None:
        character.mention = mention
    note_office(roster, line, figure, character, before)
    known = renowned(language).get(figure.words[0]) if len(figure.words) == 1 else None
    if known is not None and len(character.words) == 1 and character.represents is None:
        character.represents, character.represents_name = known.side.id, known.side.name
        character.label, character.well_known = known.name, True
    character.id, character.label = figure.id or character.id, figure.label or character.label
    if figure.represents and not character.represents:
        character.represents, character.represents_name = figure.represents, figure.represents_name


def note_office(roster: Roster, line: Line, figure: Figure, character: Character, before: Character | None) -> None:
    """Note the office that a mention tells, where it is fuller than the one known."""
    office = figure.office
    if office is not None and (office.full or not character.office_words):
        words = roster.base(line, office.first, office.last)
        if len(words) > len(character.office_words) or (character.generic and not office.generic):
            character.office, character.office_words = line.clean_span(office.first, office.last), words
            character.office_name, character.rank, character.home = office.name, office.rank, office.home
            character.generic, character.deputy = office.generic, office.deputy
            character.private = office.private
    elif figure.counterpart and before is not None and character.office_name is None:
        character.office_name, character.rank = before.office_name, before.rank
    if figure.counterpart and character.office is None:
        first, last = _counterpart_words(line, figure)
        character.office = line.clean_span(first, last)
        character.office_words = roster.base(line, first, last)


def _counterpart_words(line: Line, figure: Figure) -> tuple[int, int]:
    """The words "his counterpart" of a mention, whose name stands behind or before them."""
    first, last = figure.first, figure.last
    if figure.name is not None and figure.name[0] > first:
        last = figure.name[0]
    elif figure.name is not None:
        first = next((w for w in range(figure.name[1], last) if line.marker(w, "refer.counterpart")), first)
    return first, last
