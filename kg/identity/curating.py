"""What an analyst can decide: that things are one or are not, that an event is wrong, that something holds of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import unquote

from kg_ontology import DATA

from kg.errors import JudgementError
from kg.facts.vocabulary import LABEL
from kg.identity.asserting import interval
from kg.identity.desk import Desk, Target
from kg.identity.judgements import Assertion, Judgement, Verdict
from kg.identity.terms import LABELLED
from kg.lang.gazetteer import KINDS, LANGUAGES, entries, entry
from kg.model import Iri, Literal, Status
from kg.questions.catalogue import Sort
from kg.questions.find import find
from kg.resolve.entities import listed
from kg.resolve.iris import folded, known, slug, tag
from kg.store.base import Store

PROPERTIES = ("status", "date", "place", "topic", "process")
_SORTS = {"place": Sort.PLACE, "topic": Sort.TOPIC, "process": Sort.PROCESS}


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

    Raises:
        JudgementError: one of them doesn't belong to it, nothing would be left of it, or it can't be split.
    """
    if len(whole.members) < 2:
        what = "one account" if whole.is_event else "one name on one side"
        raise JudgementError(f"{whole} has only {what}: there is nothing to split")
    for part in parts:
        if part.iri != whole.iri:
            raise JudgementError(f"{part} is no part of {whole}: it isn't shown as one with it")
    out = {iri for part in parts for iri in part.named}
    rest = [iri for iri in whole.members if iri not in out]
    if not rest:
        raise JudgementError(f"nothing would be left of {whole}: name the accounts that are to leave it")
    return desk.judge(Verdict.DIFFERENT, sorted(out), author.by, author.why, against=rest)


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
    asserted = _assertion(desk.store, name, value)
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


def _assertion(store: Store, name: str, value: str) -> Assertion:
    if name == "status":
        if value not in list(Status):
            raise JudgementError(f"'{value}' is no status: give one of {', '.join(Status)}")
        return Assertion(name, value)
    if name == "date":
        return Assertion(name, _days(value))
    if name not in _SORTS:
        raise JudgementError(f"'{name}' can't be asserted: give one of {', '.join(PROPERTIES)}")
    return _resource(store, name, value)


def _days(value: str) -> str:
    try:
        first, last = interval(value)
    except ValueError as error:
        raise JudgementError(f"'{value}' is no day: write 2020-10-21, or 2020-10-21/2020-10-23 for several") from error
    return first.isoformat() if first == last else f"{first.isoformat()}/{last.isoformat()}"


def _resource(store: Store, name: str, value: str) -> Assertion:
    """The node that is meant: one that the store knows, else one of the gazetteer."""
    fits = find(store, _SORTS[name], value)
    if len(fits) == 1 and (labels := _labels(store, fits[0])):
        return Assertion(name, fits[0], labels)
    fits = fits if len(fits) > 1 else _listed(name, value)
    if len(fits) == 1:
        return Assertion(name, fits[0], listed(unquote(fits[0].removeprefix(DATA))))
    if fits:
        raise JudgementError(f"'{value}' names several things: give one of {', '.join(fits[:5])}")
    raise JudgementError(f"no {name} is known as '{value}': give a name of one that an article or the gazetteer tells")


def _labels(store: Store, node: Iri) -> tuple[tuple[str, str | None], ...]:
    facts = store.facts(node)
    found = {
        (f.object.value, f.object.language) for f in facts if f.predicate == LABEL and isinstance(f.object, Literal)
    }
    return tuple(sorted(found, key=lambda label: (label[1] != "en", label[1] or "", label[0])))


def _listed(name: str, value: str) -> tuple[Iri, ...]:
    """The nodes that the gazetteer knows by a name in any language, or by an IRI."""
    classes = {"place": ("place/", "state/"), "topic": ("topic/", "process/"), "process": ("process/",)}[name]
    wanted, identifier = folded(value), unquote(value.removeprefix("kgid:").removeprefix(DATA))
    if (named := entry(identifier)) is not None and named.id.startswith(classes):
        return (known(named.id),)
    return tuple(
        sorted(
            known(each.id)
            for kind in KINDS
            for each in entries(kind)
            if each.id.startswith(classes)
            and wanted in {folded(form) for language in LANGUAGES for form in (each.name, *each.names(language))}
        )
    )


def _alike(one: Target, other: Target) -> None:
    if one.is_event != other.is_event:
        raise JudgementError("one of them is an event and the other a person: only things of one kind can be one")


def _an_event(target: Target) -> None:
    if not target.is_event:
        raise JudgementError(f"{target} is a person: give the id of an event")
