"""News or background: what an article is about, and what it tells besides."""

from datetime import date

from kg.extract.drafts import Draft
from kg.extract.entries import Cls
from kg.model import Salience, Status

# Days after which an occasion is no news, the sentence from which on an article may tell something by the way, and that from
# which on it does so of the first occasion that it tells at all.
_OLD, _DEEP, _LATE = 9, 3, 5
# How many words may stand between "reviewed" and the occasion that was talked about.
_GOVERNED = 4
# The rules of dates that tell a month or a year and no day.
LONG = ("month", "month-part", "year", "season")
# The rules of dates that name a month or a year, and up to which sentence an article tells its news so.
_CALENDAR, _HEAD = ("absolute", "day-month", "month", "month-part", "year"), 1


def salience_of(draft: Draft, published: date | None) -> Salience:
    """Background where a marker of the past, "it is worth noting" or an early date stands by the trigger; else main."""
    return Salience.BACKGROUND if _is_history(draft, published) else Salience.MAIN


def _is_history(draft: Draft, published: date | None) -> bool:
    line, hit = draft.scene.line, draft.hit
    clause = draft.scene.clause(hit.first)
    if line.has_marker("salience.background", 0, min(3, hit.first + 1)):
        return True
    near = max(clause.first, hit.first - 4), min(clause.last, hit.last + 8)
    if line.has_marker("salience.background", *near) and not _opens_article(draft):
        return True
    if line.grammar.fronted and _is_discussed(draft):
        return True
    if published is None and _is_dated_apart(draft):
        return True
    latest = draft.date.latest if draft.date else None
    if published is not None and latest is not None and (published - latest).days > _OLD:
        return True
    return _is_past_month(draft, published)


def _is_discussed(draft: Draft) -> bool:
    """Whether an occasion is what others are told to discuss: "they reviewed their talks with B"."""
    line, hit = draft.scene.line, draft.hit
    verbs = (line.at(word, Cls.VERB) for word in range(max(hit.first - _GOVERNED, 0), hit.first))
    told = [verb for verb in verbs if verb is not None]
    frame = told[-1].entry.frame if told and hit.entry.cls is Cls.NOUN and draft.light is None else None
    return frame is not None and frame.object == "topic"


def _is_past_month(draft: Draft, published: date | None) -> bool:
    """Whether what took place is dated by no more than a month or a year ("in May"): news tell the day."""
    told = draft.date
    if told is None or told.rule not in LONG or draft.status is not Status.HELD or _opens_article(draft):
        return False
    return published is None or told.latest is None or told.latest < published


def _is_dated_apart(draft: Draft) -> bool:
    """Whether an event that took place is told later in a text by its month or year: news tell their own day as a weekday, or at the head."""
    line = draft.scene.line
    if draft.date is None or draft.status is not Status.HELD or line.number <= _HEAD or not line.grammar.subject_first:
        return False
    return draft.date.rule in _CALENDAR


def _opens_article(draft: Draft) -> bool:
    if draft.scene.clause(draft.hit.first).relative:
        return False
    return draft.scene.line.number == 0 or draft.scene.line.sentence.paragraph < 0


def is_aside(draft: Draft, events: list[Draft], published: date | None) -> bool:
    """Whether an event of an article is told by the way: once, further down, of nobody whom the news are about.

    What took place on the day of publication or the day before is news wherever it is told.
    """
    late = draft.scene.line.grammar.verb_last and draft.scene.line.number >= _LATE
    if draft is events[0] and late and draft.told == 1:
        return True
    open_ = Status.HELD if not draft.scene.line.grammar.inverted else draft.status
    if draft is events[0] or draft.told > 1 or draft.status is not open_ or draft.scene.line.number < _DEEP:
        return False
    latest = draft.date.latest if draft.date is not None else None
    if published is not None and latest is not None and 0 <= (published - latest).days <= 1:
        return False
    news = (event for event in events if event is events[0] or event.scene.line.number <= 1)
    return not any(draft.characters() & event.characters() for event in news)
