"""Tells what the records of a store say, as facts in the reader's words with the evidence they rest on."""

import re
from collections.abc import Iterator

from kg.model import EventType, Iri
from kg.view.graph import ViewFact
from kg.view.records import Record, Records
from kg.view.words import Words, clean, isolate

_EVENT_KINDS = {"".join(part.title() for part in kind.split("_")): str(kind) for kind in EventType}
_THING_KINDS = ("Process", "Topic", "Place", "Person", "Organization", "State", "Delegation")
# The date stands beside the label of an event wherever it is shown.
_DATE_AT_END = re.compile("\\s*\\([\u2066\u2069\\d/–-]+\\)$")
LABELS = ("rdfs:label", "skos:prefLabel")


def kind_of(record: Record) -> str | None:
    """The kind of node that a record is drawn as, or None where it is not drawn."""
    types = record.types
    if "Event" in types or not types.isdisjoint(_EVENT_KINDS):
        return next((kind for name, kind in _EVENT_KINDS.items() if name in types), "event")
    return next((name.lower() for name in _THING_KINDS if name in types), None)


def _undated(name: str, record: Record) -> str:
    return _DATE_AT_END.sub("", name) if "Event" in record.types else name


class Teller:
    """Tells records in one language."""

    def __init__(self, records: Records, words: Words) -> None:
        self.records, self.words = records, words
        self._labels: dict[Iri | None, str] = {}
        self._days: dict[Iri, str] = {}
        self._names: dict[str, str] = {}

    def label(self, iri: Iri | None) -> str:
        """The name of a node as the reader reads it best."""
        if iri not in self._labels:
            record = self.records.get(iri)
            self._labels[iri] = (
                _undated(self.words.pick(record.literals(*LABELS)), record) if record else self.words.pick(())
            )
        return self._labels[iri]

    def names(self, record: Record) -> tuple[tuple[str, str], ...]:
        """All names of a node with their languages."""
        found = record.literals(*LABELS, "skos:altLabel")
        return tuple(dict.fromkeys((_undated(clean(name.value), record), name.language or "") for name in found))

    def fact(self, name: str) -> str:
        """What a sort of fact is called."""
        if name not in self._names:
            self._names[name] = self.words.say(f"fact.{name}")
        return self._names[name]

    def note(self, name: str, iris: tuple[Iri, ...]) -> tuple[str, ...]:
        """A remark that names nodes, such as "for Iran"; the names keep their own direction."""
        return tuple(self.words.say(f"note.{name}", name=isolate(self.label(iri))) for iri in iris)

    def value(self, record: Record, name: str) -> str:
        """An individual that a property points to, in words, or nothing."""
        found = record.value(name)
        return self.words.say(f"value.{found}") if found else ""

    def day(self, record: Record) -> str:
        """The day, or the first and last day, of an event or of one reading of its date, or nothing."""
        if record.iri not in self._days:
            days = dict.fromkeys(day for day in (record.text("diplo:earliest"), record.text("diplo:latest")) if day)
            self._days[record.iri] = " – ".join(days)
        return self._days[record.iri]

    def office(self, part: Record) -> str:
        """The office in which somebody took part, as the reader reads it best, or nothing."""
        offices = part.literals("diplo:officeText")
        return self.words.pick(offices) if offices else ""

    def event(self, event: Record) -> Iterator[ViewFact]:
        """What an event's own record says of it; who took part and what it was about is told by its links."""
        for name in ("status", "salience"):
            if text := self.value(event, f"diplo:{name}"):
                yield ViewFact(self.fact(name), text)
        conflict = (self.words.say("note.conflict"),) if event.true("diplo:dateConflict") else ()
        if day := self.day(event):
            yield ViewFact(self.fact("date"), day, notes=conflict)
        yield from self._candidates(event)
        for literal in event.literals("diplo:dateText"):
            yield ViewFact(self.fact("dateText"), clean(literal.value), notes=() if day else conflict)
        if confidence := event.number("diplo:confidence"):
            yield ViewFact(self.fact("confidence"), self._percent(confidence))

    def statement(self, statement: Record) -> ViewFact:
        """A statement as a fact of anything but its speaker: who, what they did by speaking, about what."""
        speaker = statement.iri_of("diplo:speaker")
        act = self.value(statement, "diplo:act")
        return ViewFact(
            self.fact("said"),
            self.label(speaker),
            target=speaker,
            notes=(act,) if act else (),
            detail=clean(statement.text("diplo:aboutText") or statement.text("diplo:verbText")),
            evidence=statement.iris("diplo:evidence"),
        )

    def _candidates(self, event: Record) -> Iterator[ViewFact]:
        dates = [record for record in map(self.records.get, event.iris("diplo:dateCandidate")) if record]
        if len(dates) > 1:
            for date in sorted(dates, key=lambda record: record.number("diplo:rank") or 0):
                share = date.number("diplo:share")
                notes = () if share is None else (self._percent(share),)
                yield ViewFact(self.fact("candidates"), self.day(date), notes=notes)

    def _percent(self, share: float) -> str:
        return self.words.say("note.share", n=round(100 * share))
