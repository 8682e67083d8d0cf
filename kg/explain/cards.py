"""Tells of each event and statement, entry by entry, what was read, in which words, and by which rule."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kg.facts.labels import interval
from kg.model import DateCandidate, DateMention, EventMention, Named, OfficeParts, Participant, Span, StatementMention

_RULES = {
    "verb": ("a verb that tells an event", "triggers.toml"),
    "light": ("a verb with the noun that tells the event", "triggers.toml"),
    "noun": ("a noun that tells an event", "triggers.toml"),
    "attendance": ("a list of those who attended", "markers.toml"),
    "speech": ("a verb of saying", "speech.toml"),
    "participle": ("a participle of saying that goes on with a speaker", "speech.toml"),
}
_UNTOLD = "not named here: a pronoun, or left out"


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that was read: what it is, its value (empty where it is the words themselves), the words, and remarks."""

    name: str
    value: str
    quote: Span | None = None
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Card:
    """An event (``number`` is ``1``, ``2``, ...) or a statement (``s1``, ...); ``trigger`` is the word that made it known."""

    number: str
    title: str
    trigger: Span
    rule: str
    confidence: float
    entries: tuple[Entry, ...]


def event_card(number: int, event: EventMention) -> Card:
    """All that was read of an event."""
    title = ", ".join(part.value.replace("_", " ") for part in (event.type, event.status, event.salience))
    entries = (
        _rule(event.rule, event.confidence),
        _quoted("trigger", event.trigger),
        *(_party("participant", one, function=True) for one in event.participants),
        *_named("place", () if event.place is None else (event.place,)),
        *_date(event.date),
        *_named("topic", event.topics),
        *_named("process", event.processes),
        *(() if event.during is None else (Entry("during", f"event {event.during + 1}"),)),
        *_evidence(event.evidence, *event.more_evidence),
    )
    return Card(str(number), title, event.trigger, event.rule, event.confidence, entries)


def statement_card(number: int, statement: StatementMention) -> Card:
    """All that was read of a statement."""
    addressee = () if statement.addressee is None else (statement.addressee,)
    entries = (
        _rule(statement.rule, statement.confidence),
        _party("speaker", statement.speaker),
        Entry("act", statement.act.value.replace("_", " ")),
        _quoted("verb", statement.verb),
        *(() if statement.about is None else (_quoted("about", statement.about),)),
        *_named("topic", statement.topics),
        *(_party("addressee", one) for one in addressee),
        *(() if statement.occasion is None else (Entry("said at", f"event {statement.occasion + 1}"),)),
        *_evidence(statement.evidence),
    )
    title = statement.act.value.replace("_", " ")
    return Card(f"s{number}", title, statement.verb, statement.rule, statement.confidence, entries)


def _rule(rule: str, confidence: float) -> Entry:
    pack, _, rest = rule.partition(":")
    kind = _RULES.get(rest.partition(":")[0])
    told = () if kind is None else (f"{kind[0]}: kg/lang/{pack}/{kind[1]}",)
    return Entry("rule", rule or "unnamed", None, (*told, f"confidence {confidence:.2f}"))


def _quoted(name: str, span: Span) -> Entry:
    return Entry(name, "", span, (_offsets(span),))


def _offsets(span: Span) -> str:
    return f"{'title, ' * span.in_title}characters {span.start}–{span.end}"


def _party(name: str, one: Participant, *, function: bool = False) -> Entry:
    notes = [one.function.value] if function else []
    notes.append(one.kind.value)
    if one.role is not None or one.role_name is not None:
        told = [part for part in (one.role.text if one.role else None, one.role_name) if part]
        notes.append(f"office: {' = '.join(told)}")
    if one.office is not None:
        notes += _office(one.office)
    if one.represents is not None:
        notes.append(f"for {one.represents}")
    if one.span is None:
        notes.append(_UNTOLD)
    elif one.native is not None and one.native != one.span.text:
        notes.append(f"in full: {one.native}")
    return Entry(name, one.name, one.span, tuple(notes))


def _office(office: OfficeParts) -> Iterator[str]:
    for name, value in (("rank", office.rank), ("portfolio", office.portfolio), ("institution", office.institution)):
        if value is not None:
            yield f"{name}: {value}"


def _named(name: str, those: Iterable[Named]) -> Iterator[Entry]:
    for one in those:
        notes = (
            *(("inferred",) if one.inferred else ()),
            *((f"round {one.round}",) if one.round is not None else ()),
            *((one.id,) if one.id else ()),
        )
        same = one.span is not None and one.span.text == one.name
        yield Entry(name, "" if same else one.name, one.span, notes)


def _date(date: DateMention | None) -> Iterator[Entry]:
    if date is None:
        return
    notes = [f"rule {date.rule}"]
    if date.conflict:
        notes.append("disagrees with the day of publication")
    if len(date.candidates) > 1:
        notes += [_candidate(one) for one in date.candidates]
    if not date.candidates:
        notes.append("can't be told without a year or a day of publication")
    yield Entry("date", interval(date) or "unknown", date.span, tuple(notes))


def _candidate(one: DateCandidate) -> str:
    days = dict.fromkeys((one.earliest.isoformat(), one.latest.isoformat()))
    return f"reading {'/'.join(days)} ({one.share:.0%})"


def _evidence(*quotes: Span) -> Iterator[Entry]:
    for quote in dict.fromkeys(quotes):
        yield Entry("evidence", "", quote, (_offsets(quote),))
