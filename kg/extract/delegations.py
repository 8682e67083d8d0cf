"""Delegations told together: "the two delegations of the movement and the government" are one of each; and where one comes from."""

from dataclasses import replace

from kg.extract.entries import Cls, Entry
from kg.extract.figure import Figure
from kg.extract.line import Hit, Line
from kg.model import Kind

_OWNERS = (Cls.ORGANIZATION, Cls.STATE, Cls.ADJECTIVE)
_FAR_ORIGIN = 6
_BLOCKING = (Cls.VERB, Cls.LIGHT, Cls.SPEECH, Cls.PARTICIPLE, Cls.MARKER)


def each(line: Line, figure: Figure) -> list[Figure]:
    """A figure for each delegation that a mention tells of: as many as owners that "and" joins in it."""
    if figure.kind is not Kind.DELEGATION or line.grammar.order != "VSO" or figure.last - figure.first < 3:
        return [figure]
    owners = list(_owners(line, figure))
    joined = [hit for hit in owners[1:] if hit.part.conjunction]
    if not joined or owners[0].first > figure.first + 1 or owners[0].entry.key == joined[0].entry.key:
        return [figure]
    first = replace(figure, last=owners[0].last, represents=owners[0].entry.key, represents_name=owners[0].entry.name)
    return [first, *(_of(figure, hit) for hit in joined)]


def _owners(line: Line, figure: Figure) -> list[Hit]:
    found, word = list[Hit](), figure.first + 1
    while word < figure.last:
        hit = line.at(word, *_OWNERS)
        word = hit.last if hit is not None else word + 1
        found += [hit] if hit is not None else []
    return found


def _of(figure: Figure, hit: Hit) -> Figure:
    """A further delegation, of whom the words of a hit tell."""
    return replace(
        figure, first=hit.first, last=hit.last, represents=hit.entry.key, represents_name=hit.entry.name,
        link="", joined=True,
    )  # fmt: skip


def origin(line: Line, word: int) -> Entry | None:
    """The state that a delegation comes from, told a few words behind it ("a delegation of experts *from Norway*")."""
    if line.grammar.order != "VSO":
        return None
    for behind in range(word, min(word + _FAR_ORIGIN, len(line.norms))):
        if line.at(behind, *_BLOCKING) is not None or not line.norm(behind)[:1].isalpha():
            return None
        if line.norm(behind) in line.grammar.of and (state := line.at(behind + 1, Cls.STATE)) is not None:
            return state.entry
    return None
