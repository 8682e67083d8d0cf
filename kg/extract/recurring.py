"""Rounds of a known track of which news tell no more than the number, the date or the place: "the third round of the talks was held in May"."""

from collections.abc import Iterable

from kg.extract.character import Character
from kg.extract.drafts import RECURRING, Draft, Role
from kg.extract.line import Line
from kg.lang.gazetteer import track_parties
from kg.model import EventType, Function, Kind, Named

_NEAR, _SIDES = 3, 2
_ORDINALS = ("st", "nd", "rd", "th")
_TALKS = (EventType.MEETING, EventType.NEGOTIATION_ROUND)
_BODIES = (Kind.ORGANIZATION, Kind.DELEGATION)


def mark_recurring(draft: Draft) -> None:
    """Note that a noun which names nobody tells an occasion of its own: it says which one is meant, or that it took place."""
    if draft.roles or draft.type not in _TALKS:
        return
    if _number(draft) is not None or _is_renewed(draft) or _occurred(draft):
        draft.rule, draft.refers = RECURRING, True


def name_parties(drafts: list[Draft], named: Iterable[Named]) -> None:
    """Give rounds that name nobody those parties of their track whom the article names."""
    empty = [draft for draft in drafts if draft.rule == RECURRING]
    if not empty:
        return
    told = [*named, *(process for draft in drafts for process in draft.processes)]
    for draft in empty:
        track = _track(draft.processes) or _track(told)
        found = _parties(draft, track) if track is not None else []
        if track is None or len({c.represents or c.id for c in found}) < _SIDES:
            continue
        draft.roles = [Role(character, Function.PARTICIPANT) for character in found]
        draft.type = EventType.NEGOTIATION_ROUND
        draft.processes = draft.processes or [track]
        draft.refers = False


def same_round(one: Draft, other: Draft) -> bool:
    """Whether two tellings of a track's rounds mean one: by number, date and place, as far as both tell them."""
    pairs = ((_number(one), _number(other)), (_date(one), _date(other)), (_place(one), _place(other)))
    both = [(a, b) for a, b in pairs if a is not None and b is not None]
    return all(a == b for a, b in both) and (bool(both) or all(b is None for _, b in pairs))


def _track(told: Iterable[Named]) -> Named | None:
    """The one track of those told whose parties are known."""
    known = {one.id: one for one in told if one.id in track_parties()}
    return next(iter(known.values())) if len(known) == 1 else None


def _parties(draft: Draft, track: Named) -> list[Character]:
    parties, sides = track_parties()[track.id or ""]
    opposed = draft.scene.line.grammar.opposed
    found = (c for c in draft.scene.cast.characters if c.id in parties or _is_side(c, sides, opposed))
    return list({c.represents or c.id: c for c in reversed(list(found))}.values())[::-1]


def _is_side(character: Character, sides: frozenset[str], opposed: frozenset[str]) -> bool:
    if not sides or character.kind not in _BODIES:
        return False
    return character.represents in sides or not opposed.isdisjoint(character.words)


def _number(draft: Draft) -> str | None:
    """The word that says which occasion a noun means, right before it ("the *fifth* round of talks")."""
    line, hit = draft.scene.line, draft.hit
    for word in range(hit.first - 1, max(hit.first - _NEAR, 0) - 1, -1):
        if line.marker(word, "refer.ordinal") is not None or _counts(line, word):
            return line.norm(word)
    return None


def _is_renewed(draft: Draft) -> bool:
    """Whether a word before a noun tells it from others of its kind ("the *latest* round")."""
    return draft.scene.line.has_marker("refer.renewed", max(draft.hit.first - _NEAR, 0), draft.hit.first)


def _counts(line: Line, word: int) -> bool:
    norm = line.norm(word)
    return norm[:1].isdigit() and norm.endswith(_ORDINALS)


def _occurred(draft: Draft) -> bool:
    scene, hit = draft.scene, draft.hit
    return scene.line.has_marker("refer.occurred", hit.last, scene.reach(hit))


def _date(draft: Draft) -> str | None:
    return draft.date.span.text if draft.date is not None else None


def _place(draft: Draft) -> str | None:
    return draft.place.id if draft.place is not None else None
