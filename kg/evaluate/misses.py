"""Tells what was misread, a line for each thing, so that a person sees what to mend."""

from collections.abc import Iterable, Iterator

from kg.evaluate.compare import Paired, Result, pair, parties
from kg.evaluate.likeness import Forms, similar
from kg.evaluate.pages import Occasion, Party, Saying


def misread(result: Result) -> Iterator[str]:
    """All lines about a result: events, parts of events, statements."""
    yield from misses(result.events)
    yield from flaws(result.events)
    yield from unheard(result.sayings)


def misses(events: Iterable[Paired[Occasion]]) -> Iterator[str]:
    """A line for each event that was missed or that nobody told, with its article, trigger and parties."""
    for event in events:
        if event.told is None and event.gold is not None:
            yield f"{event.article}: missed {_event(event.gold)}"
        elif event.gold is None and event.told is not None:
            yield f"{event.article}: extra {_event(event.told)}"


def flaws(events: Iterable[Paired[Occasion]]) -> Iterator[str]:
    """A line for each part in which a paired event isn't what the annotation says."""
    for event in events:
        if event.gold is not None and event.told is not None:
            for flaw in _flaws(event.gold, event.told):
                yield f"{event.article}: {_head(event.gold)}: {flaw}"


def unheard(sayings: Iterable[Paired[Saying]]) -> Iterator[str]:
    """A line for each statement that was missed, and for each that was told as another act."""
    for one in sayings:
        if one.gold is not None and one.told is None:
            yield f"{one.article}: missed {_saying(one.gold)}"
        elif one.gold is not None and one.told is not None and one.gold.act != one.told.act:
            yield f"{one.article}: {_saying(one.gold)}: told as {one.told.act}"


def _saying(saying: Saying) -> str:
    return f"{saying.act} [{_name(saying.verb)}]: {_name(saying.speaker)}"


def _event(event: Occasion) -> str:
    return f"{_head(event)}: " + " | ".join(_name(party.forms) for party in event.parties)


def _head(event: Occasion) -> str:
    return f"{event.salience} {event.type} [{_name(event.trigger)}]"


def _name(forms: Forms) -> str:
    return forms[0] if forms else "nothing"


def _flaws(gold: Occasion, told: Occasion) -> Iterator[str]:
    for part in ("type", "status", "salience", "date"):
        asked, given = getattr(gold, part), getattr(told, part)
        if asked != given:
            yield f"{part} {asked or 'unknown'}, told {given or 'unknown'}"
    if (gold.place or told.place) and not similar(gold.place, told.place):
        yield f"place {_name(gold.place)}, told {_name(told.place)}"
    common = parties(gold, told)
    yield from _unpaired("participant", _forms(gold.parties), _forms(told.parties))
    for one, other in common:
        yield from _party_flaws(one, other)
    yield from _unpaired("topic", gold.topics, told.topics)
    yield from _unpaired("process", gold.processes, told.processes)


def _party_flaws(gold: Party, told: Party) -> Iterator[str]:
    who = _name(gold.forms)
    if gold.function != told.function:
        yield f"{who} is {gold.function}, told {told.function}"
    for part, asked, given in (("role", gold.role, told.role), ("represents", gold.represents, told.represents)):
        if (asked or given) and not similar(asked, given):
            yield f"{who} has the {part} {_name(asked)}, told {_name(given)}"


def _unpaired(part: str, gold: tuple[Forms, ...], told: tuple[Forms, ...]) -> Iterator[str]:
    pairs = pair(gold, told, similar)
    found, used = {i for i, _ in pairs}, {j for _, j in pairs}
    yield from (f"{part} missed: {_name(forms)}" for i, forms in enumerate(gold) if i not in found)
    yield from (f"{part} extra: {_name(forms)}" for j, forms in enumerate(told) if j not in used)


def _forms(those: Iterable[Party]) -> tuple[Forms, ...]:
    return tuple(party.forms for party in those)
