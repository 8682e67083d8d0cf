"""One occasion told several times in an article is one event: tellings are put together, and those that only point back go to what they mean."""

from kg.extract.carriers import is_told_behind
from kg.extract.drafts import ASIDE, TOLD, Draft, Role
from kg.extract.joining import join
from kg.extract.occasions import are_alike, is_headline, is_one_occasion, may_be_summed_up
from kg.model import EventType, Function, Salience


def merge(drafts: list[Draft]) -> list[Draft]:
    """The occasions of an article, in the order of their first telling in the body."""
    ordered = sorted(drafts, key=lambda draft: (draft.rule == TOLD, draft.scene.line.sentence.paragraph < 0))
    events, pointing = list[Draft](), list[Draft]()
    for draft in ordered:
        if draft.rule == TOLD and any(draft.characters() <= event.characters() for event in events):
            continue
        target = _referent(draft, events) if draft.refers else _same(draft, events) or _summed_up(draft, events)
        if target is not None and draft.refers and _is_another(target, draft):
            draft.roles = draft.roles or [Role(role.character, role.function) for role in target.roles]
            events.append(draft)
        elif target is not None:
            join(_told_before(target, draft, events), draft)
        elif not draft.refers or is_told_behind(draft):
            events.append(draft)
        else:
            pointing.append(draft)
    _point_to_headline(pointing, events)
    return events


def _point_to_headline(drafts: list[Draft], events: list[Draft]) -> None:
    """Give what points back to nothing in the body ("the meeting took place in P") to what the headline alone tells."""
    titled = [event for event in events if is_headline(event)]
    for draft in drafts if len(titled) == 1 else ():
        target = _referent(draft, titled)
        if target is not None and not _is_another(target, draft):
            join(target, draft)


def _summed_up(draft: Draft, events: list[Draft]) -> Draft | None:
    """What a title beside the text may mean of the events of the text: it sums up, by offices and half names, what they tell in full."""
    if draft.scene.line.number >= 0:
        return None
    return next((event for event in events if are_alike(event, draft) and may_be_summed_up(event, draft)), None)


def _told_before(target: Draft, draft: Draft, events: list[Draft]) -> Draft:
    """The event that a telling joins: where it only names who was at "talks took place", and they have met before in the article, that one."""
    if target.roles or draft.refers:
        return target
    known = _same(draft, [event for event in events if event.roles])
    if known is None:
        return target
    events.remove(target)
    join(known, target)
    return known


def _referent(draft: Draft, events: list[Draft]) -> Draft | None:
    frame = draft.hit.entry.frame
    found = [event for event in events if are_alike(event, draft) and not _is_told_behind(event, draft)]
    if draft.rule == ASIDE:
        return next((event for event in found if draft.evidence[0] in event.evidence), None)
    topical = frame is not None and frame.object == "topic"
    # "They discussed" tells of the news, however it was held, sooner than of what the article tells besides.
    news = draft.salience is Salience.MAIN and all(event.salience is not Salience.MAIN for event in found)
    found = list(events) if topical and (news or not found) else found
    hosts = {role.character.represents for role in draft.roles if role.function is Function.HOST} - {None}
    found = [event for event in found if event.place_country in hosts] or found
    held = [event for event in found if event.salience is draft.salience] or found
    return held[-1] if held else None


def _is_another(event: Draft, draft: Draft) -> bool:
    """Whether what points back means a further occasion of the same people: "the ministers last talked in July", "the next summit"."""
    if draft.rule == "attendance":
        return False
    line, hit = draft.scene.line, draft.hit
    near = range(max(hit.first - 3, 0), hit.last + line.grammar.verb_last)
    counted = any(line.marker(word, "refer.another") is not None for word in near)
    past = draft.salience is Salience.BACKGROUND and event.salience is Salience.MAIN and draft.date is not None
    officials = any(character.rank >= 1 for character in event.characters())
    mediated = any(role.function is Function.MEDIATOR for role in event.roles)
    officials = (officials or mediated) and (draft.type is not EventType.NEGOTIATION_ROUND or event.type is draft.type)
    return officials and (counted or past)


def _is_told_behind(event: Draft, draft: Draft) -> bool:
    """Whether an event is told in the same sentence behind a list of attendants, and so is not what they attended."""
    return draft.rule == "attendance" and event.scene is draft.scene and event.hit.first > draft.hit.first


def _same(draft: Draft, events: list[Draft]) -> Draft | None:
    return next(
        (event for event in reversed(events) if are_alike(event, draft) and is_one_occasion(event, draft)),
        None,
    )
