"""Which date phrase of a sentence belongs to an event."""

import re
from collections.abc import Iterable, Iterator

from kg.extract.clauses import Clause
from kg.extract.drafts import Draft
from kg.extract.entries import Cls
from kg.model import DateMention

# What stands before the last word of a name in quotation marks ("Norway Today", a newspaper).
_QUOTED_NAME = re.compile(r"""["«“][^"»”«“]{1,24}\s$""")
_QUOTED, _CLOSING = 26, frozenset('"»”')


def told_dates(text: str, dates: Iterable[DateMention]) -> Iterator[DateMention]:
    """The dates but for the day that closes a name in quotation marks: "Norway Today" is a newspaper."""
    for date in dates:
        named = text[date.span.end : date.span.end + 1] in _CLOSING and date.rule == "relative"
        if not named or not _QUOTED_NAME.search(text, max(date.span.start - _QUOTED, 0), date.span.start):
            yield date


def date_of(draft: Draft) -> DateMention | None:
    """The date phrase of an event: the one nearest to the trigger in its own clause; where verbs stand last the only one before it."""
    scene = draft.scene
    clause = scene.clause(draft.hit.first)
    tokens = scene.line.tokens
    start, end, at = tokens[clause.first].start, tokens[scene.reach(draft.hit) - 1].end, tokens[draft.hit.first].start
    said = [w for w in range(clause.first, draft.hit.first) if scene.line.norm(w) in scene.line.grammar.that]
    start = tokens[said[-1]].start if said else start
    own = [
        date
        for date in scene.dates
        if start <= date.span.start < end and not _of_relative(draft, clause, date) and not _since(draft, date)
    ]
    own = [date for date in own if date.span.start > at and _is_own(draft, clause, date)] or own
    if own:
        return min(own, key=lambda date: (abs(date.span.start - at), date.span.start))
    if scene.line.grammar.verb_last and len(scene.dates) == 1 and scene.dates[0].span.start < at:
        return scene.dates[0]
    return None


def is_of_saying(draft: Draft, date: DateMention) -> bool:
    """Whether a date tells when somebody said what a later clause tells ("X said on Monday that Y will go to P")."""
    tokens = draft.scene.line.tokens
    return any(
        date.span.end <= tokens[said.first].start and said.last <= draft.hit.first for said in draft.scene.speech
    )


def _is_own(draft: Draft, clause: Clause, date: DateMention) -> bool:
    """Whether a date stands in the relative clause that hangs on a noun without the article: what is told there is told of nothing else."""
    scene = draft.scene
    first = scene.line.tokens[min(clause.last, len(scene.line.tokens) - 1)].start
    return scene.line.grammar.order == "VSO" and draft.light is None and date.span.start >= first


def _since(draft: Draft, date: DateMention) -> bool:
    """Whether a date behind a trigger tells since when something else is so ("his first visit since he took office on Sunday")."""
    line = draft.scene.line
    between = (w for w in range(draft.hit.last, len(line.norms)) if line.tokens[w].end <= date.span.start)
    return any(line.norm(word) in line.grammar.since for word in between)


def _of_relative(draft: Draft, clause: Clause, date: DateMention) -> bool:
    """Whether a date belongs to a relative clause that a comma ends before the trigger ("A, who came on Monday, met B")."""
    line = draft.scene.line
    if not clause.relative or date.span.start > line.tokens[draft.hit.first].start:
        return False
    between = [w for w in range(clause.first, draft.hit.first) if line.tokens[w].start >= date.span.end]
    told = (verb for verb in line.all(Cls.VERB) if clause.first < verb.first < draft.hit.first)
    ahead = any(line.tokens[verb.first].start < date.span.start for verb in told)
    return ahead and any(line.norm(word) in line.grammar.commas for word in between)
