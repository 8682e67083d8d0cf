"""What an analyst can decide: that things are one or are not, that an event is wrong, that something holds of it."""

from collections.abc import Sequence
from dataclasses import dataclass

from kg.errors import JudgementError
from kg.identity.desk import Desk
from kg.identity.judgements import Assertion, Judgement, Verdict
from kg.identity.targets import Target
from kg.identity.terms import LABELLED, PARTICIPANT
from kg.identity.valuing import assertion
from kg.model import Iri
from kg.resolve.iris import slug, tag


@dataclass(frozen=True, slots=True)
class Author:
    """Who decides, and why."""

    by: str
    why: str = ""


def merge(desk: Desk, one: Target, other: Target, author: Author) -> Judgement:
    """Decide that two events, or two people, are one.

    Raises:
        JudgementError: they are one already, or one of them is an event and the other a person.
    """
    _alike(one, other)
    if one.iri == other.iri:
        raise JudgementError(f"{one} and {other} are one already")
    return desk.judge(Verdict.SAME, (*one.members, *other.members), author.by, author.why)


def split(desk: Desk, whole: Target, parts: Sequence[Target], author: Author) -> Judgement:
    """Decide that some accounts of an event, or faces of a person, aren't of the same event or person as the others.

    A part of a person may be an event or an account: whoever is told there without his whole name and was taken for the person.

    Raises:
        JudgementError: one of them doesn't belong to it, nothing would be left of it, or it can't be split.
    """
    out: set[Iri] = set()
    for part in parts:
        if part.is_event and not whole.is_event:
            out |= _told_in(desk, whole, part)
        elif part.iri != whole.iri:
            raise JudgementError(f"{part} is no part of {whole}: it isn't shown as one with it")
        else:
            out |= {*part.named}
    if len(whole.members) < 2 and out <= {*whole.members}:
        what = "one account" if whole.is_event else "one name on one side"
        raise JudgementError(f"{whole} has only {what}: there is nothing to split")
    rest = [iri for iri in whole.members if iri not in out]
    if not rest:
        raise JudgementError(f"nothing would be left of {whole}: name the accounts that are to leave it")
    return desk.judge(Verdict.DIFFERENT, sorted(out), author.by, author.why, against=rest)


def _told_in(desk: Desk, person: Target, event: Target) -> set[Iri]:
    """Who is told in accounts of an event without his whole name, and is shown as a person."""
    found = set()
    for account in (desk.accounts[iri] for iri in event.meant):
        own = desk.resolution.folds.get(account.source.graph, {})
        told = {part.entity for part in account.parts if part.entity in desk.resolution.faces.glimpses}
        found |= {iri for iri in told if own.get(iri, iri) == person.iri}
    if not found:
        raise JudgementError(
            f"{event} tells of nobody by a part of the name or an office alone who is shown as {person}: name the spelling instead"
        )
    return found


def apart(desk: Desk, one: Target, other: Target, author: Author) -> Judgement:
    """Decide that two events, or two people, that are shown as two stay so.

    Raises:
        JudgementError: they are shown as one, or one of them is an event and the other a person.
    """
    _alike(one, other)
    if one.iri == other.iri:
        raise JudgementError(f"{one} and {other} are shown as one: use kg split")
    return desk.judge(Verdict.DIFFERENT, one.members, author.by, author.why, against=other.members)


def retract(desk: Desk, event: Target, accounts: Sequence[Target], author: Author) -> Judgement:
    """Decide that an event, or what some accounts tell of it, is wrong: the view leaves it out, with what hangs on it.

    Raises:
        JudgementError: it is no event, or an account isn't one of it.
    """
    _an_event(event)
    for each in accounts:
        if each.iri != event.iri:
            raise JudgementError(f"{each} is no account of {event}")
    nodes = sorted({iri for each in accounts for iri in each.named}) or event.meant
    return desk.judge(Verdict.RETRACT, nodes, author.by, author.why)


def assert_value(desk: Desk, event: Target, name: str, value: str, author: Author) -> Judgement:
    """Decide that a property of an event has a value, whatever outlets tell; what they tell is kept beside it.

    Raises:
        JudgementError: it is no event, the property is unknown, or the value is none of it.
    """
    _an_event(event)
    asserted = assertion(desk.store, name, value)
    if name == PARTICIPANT and _takes_part(desk, event, asserted.value):
        raise JudgementError(f"{value} is told to have taken part in {event} already")
    return desk.judge(Verdict.ASSERT, event.members, author.by, author.why, asserted=asserted)


def assert_label(desk: Desk, person: Target, text: str, language: str | None, author: Author) -> Judgement:
    """Decide what a person is called in a language (English, if none is given and the letters are Latin), before what articles call him.

    Raises:
        JudgementError: it is no person, there is no name, or its language isn't known.
    """
    if person.is_event:
        raise JudgementError(f"{person} is called after who took part and when: give the name of a person")
    name = " ".join(text.split())
    if not name:
        raise JudgementError("the label is empty: give the name by which the person shall be shown")
    told = tag(language) if language else "en" if slug(name) else None
    if told is None:
        raise JudgementError(f"'{name}' isn't written in Latin letters: say by --lang in which language it is")
    if language and told != language.lower():
        raise JudgementError(f"'{language}' is no language: give a tag such as en, ar, fa or ru")
    return desk.judge(
        Verdict.ASSERT, person.members, author.by, author.why, asserted=Assertion(LABELLED, f"{name}@{told}")
    )


def _takes_part(desk: Desk, event: Target, who: Iri) -> bool:
    accounts = (desk.resolution.witnesses[iri] for iri in event.members)
    return any(who == party.iri for witness in accounts for party in witness.parties)


def _alike(one: Target, other: Target) -> None:
    if one.is_event != other.is_event:
        raise JudgementError("one of them is an event and the other a person: only things of one kind can be one")


def _an_event(target: Target) -> None:
    if not target.is_event:
        raise JudgementError(f"{target} is a person: give the id of an event")
