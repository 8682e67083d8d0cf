"""Finds in the sentences of an account the words that tell its day, place, people, offices, topics and statements."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kg.model import Literal
from kg.reports.accounts import Account
from kg.reports.evidence import EvidenceRow, evidence
from kg.reports.nodes import Node, expand, fetch
from kg.reports.show import act_of
from kg.reports.telling import Kind
from kg.store.base import Store


@dataclass(frozen=True, slots=True)
class Hint:
    """Words that tell something: the row of the comparison that they belong to is known by ``kind`` and ``value``."""

    words: str
    kind: Kind
    value: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a sentence; ``hint`` is None where it tells nothing that is compared."""

    text: str
    hint: Hint | None = None


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence of an article in pieces, and its language."""

    row: EvidenceRow
    language: str
    pieces: tuple[Piece, ...]


def passages(store: Store, account: Account, language: str) -> tuple[Passage, ...]:
    """The sentences that an account was read from, in the order of the article, with the words that tell something marked."""
    hints = tuple(_hints(store, account, language))
    rows = evidence(store, [account.event, *account.participations, *account.statements])
    return tuple(Passage(row, account.language, pieces(row.quote, hints)) for row in rows)


def pieces(text: str, hints: Iterable[Hint]) -> tuple[Piece, ...]:
    """A text cut where words are told: of words that overlap the longer ones count; texts that tell nothing stay whole."""
    taken: list[tuple[int, int, Hint]] = []
    for hint in sorted(hints, key=lambda hint: (-len(hint.words), hint.words, hint.kind, hint.value)):
        for start in _places(text, hint.words):
            end = start + len(hint.words)
            if not any(start < other_end and other < end for other, other_end, _ in taken):
                taken.append((start, end, hint))
    return tuple(_cut(text, sorted(taken, key=lambda each: each[0])))


def _cut(text: str, taken: Iterable[tuple[int, int, Hint]]) -> Iterator[Piece]:
    at = 0
    for start, end, hint in taken:
        if start > at:
            yield Piece(text[at:start])
        yield Piece(text[start:end], hint)
        at = end
    if at < len(text):
        yield Piece(text[at:])


def _places(text: str, words: str) -> Iterator[int]:
    """Where words stand in a text as whole words; prefixes that are written together with a word, as in Arabic, may precede."""
    start = text.find(words) if words.strip() else -1
    while start >= 0:
        after = text[start + len(words) : start + len(words) + 1]
        before = text[max(0, start - 1) : start]
        if not after.isalnum() and (not before.isalnum() or not before.isascii()):
            yield start
        start = text.find(words, start + 1)


def _hints(store: Store, account: Account, language: str) -> Iterator[Hint]:
    event = account.event
    for words in event.all("diplo:dateText"):
        yield Hint(words, Kind.DAY, "")
    named = {kind: event.all(f"diplo:{name}") for kind, name in _NAMED.items()}
    people = {who: account.of(who) for part in account.participations for who in part.all("diplo:participant")}
    speakers = {who: account.of(who) for said in account.statements for who in said.all("diplo:speaker")}
    shown = fetch(store, [*people.values(), *speakers.values(), *(iri for iris in named.values() for iri in iris)])
    for kind, iris in named.items():
        for iri in iris:
            value = "" if kind is Kind.PLACE else shown[iri].label(language)
            yield from (Hint(name, kind, value) for name in _names(shown[iri], account.language))
    for part in account.participations:
        for who in map(account.of, part.all("diplo:participant")):
            told = (*_names(shown[who], account.language, parts=True), *part.all("diplo:officeText"))
            yield from (Hint(name, Kind.PARTICIPANT, shown[who].label(language)) for name in told)
    for said in account.statements:
        yield from _said(said, [shown[account.of(who)].label(language) for who in said.all("diplo:speaker")])


_NAMED = {Kind.PLACE: "place", Kind.PROCESS: "process", Kind.TOPIC: "topic"}


def _said(statement: Node, speakers: Iterable[str]) -> Iterator[Hint]:
    for speaker in speakers:
        for words in (*statement.all("diplo:aboutText"), *statement.all("diplo:verbText")):
            yield Hint(words, Kind.STATEMENT, f"{speaker} — {act_of(statement)}")


def _names(node: Node, language: str, parts: bool = False) -> Iterator[str]:
    """The names of a node in a language; with ``parts`` the last word of each as well, by which people are told again."""
    for name in ("rdfs:label", "skos:altLabel", "skos:prefLabel"):
        for term in node.properties.get(expand(name), ()):
            if isinstance(term, Literal) and term.language == language:
                yield term.value
                if parts and " " in term.value:
                    yield term.value.split()[-1]
