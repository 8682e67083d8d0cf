"""How sure a reading is: a base by rule, moved by what the text confirms; calibrated against annotated articles."""

from kg.extract.drafts import Draft
from kg.extract.statements import Saying
from kg.model import EventType, Kind

_BASE = {"verb": 0.75, "light": 0.7, "noun": 0.6}


def of_event(draft: Draft) -> float:
    """Belief that the event is told as read, 0 to 1."""
    score = _BASE.get(draft.rule, 0.5)
    named = sum(role.character.name is not None or role.character.id is not None for role in draft.roles)
    score += 0.08 * (named >= 2 or (draft.type is EventType.VISIT and named >= 1))
    score += 0.05 * (draft.told > 1) + 0.04 * (draft.date is not None) + 0.03 * (draft.place is not None)
    score -= 0.15 * any(role.character.kind is Kind.COUNTRY for role in draft.roles)
    return round(min(score, 0.95), 2)


def of_statement(saying: Saying) -> float:
    """Belief that the speaker said this, 0 to 1."""
    score = 0.75 if saying.rule == "speech" else 0.65
    return round(score + 0.1 * (saying.speaker.name is not None), 2)
