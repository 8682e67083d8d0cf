"""Lays out how two names go together as rows of plain values."""

from kg.resolve.similarity import NameMatch
from kg_cli.output import Answer, Cell


def name_match_table(name: str, other: str, match: NameMatch) -> Answer:
    """The verdict first, then one row per pair of words, then the words that only one name has."""
    rows: list[tuple[Cell, ...]] = [(name, other, _verdict(match), round(match.score, 4))]
    rows += [(pair.word, pair.other, pair.how, round(pair.chance, 4)) for pair in match.words]
    rows += [(word, None, "only in one", None) for word in match.missing]
    return Answer(("name", "other", "how", "score"), rows)


def _verdict(match: NameMatch) -> str:
    return "partial" if match.partial else "whole"
