"""Takes an account apart into single things told, each under a name by which accounts in other languages can be laid beside it."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kg.model import Iri
from kg.reports.accounts import Account
from kg.reports.events import type_of
from kg.reports.nodes import Node, expand, fetch
from kg.reports.participants import OfficeConflict, conflicts
from kg.reports.show import act_of
from kg.store.base import Store


class Kind(StrEnum):
    """What sort of thing is told, in the order in which it is shown."""

    TYPE = "type"
    DAY = "day"
    PLACE = "place"
    PARTICIPANT = "participant"
    OFFICE = "office conflict"
    PROCESS = "process"
    TOPIC = "topic"
    STATEMENT = "statement"


@dataclass(frozen=True, slots=True)
class Telling:
    """One thing that an account tells.

    ``value`` names the thing alike in all accounts, ``texts`` is how this account tells it: the day, the office of the
    participant, the words of the statement. A day or a place has one ``value`` only, so that differing ones meet in one row.
    """

    kind: Kind
    value: str
    texts: tuple[str, ...] = ()
    contradicts: bool = False


def tellings(
    store: Store, event: Node, accounts: Iterable[Account], language: str
) -> Mapping[tuple[Iri, Iri], tuple[Telling, ...]]:
    """What each account tells, by its event and its graph; names are in a language where there are any."""
    accounts = tuple(accounts)
    apart = fetch(store, event.all("diplo:alternative")).values()
    labels = fetch(store, {iri for account in accounts for iri in _named(account)})
    parts = fetch(store, event.all("diplo:participation"))
    contested = conflicts(store, event, parts.values())

    def name(iri: Iri) -> str:
        return labels[iri].label(language)

    return {
        (account.event.iri, account.graph): (
            Telling(Kind.TYPE, "", (type_of(account.event).value.replace("_", " "),)),
            *_day(account, event, apart),
            *_place(account, event, apart, name),
            *_participants(account, name),
            *_office_conflicts(account, contested, parts, name),
            *(Telling(Kind.PROCESS, name(iri)) for iri in account.event.all("diplo:process")),
            *(Telling(Kind.TOPIC, name(iri)) for iri in account.event.all("diplo:topic")),
            *_statements(account, name),
        )
        for account in accounts
    }


Name = Callable[[Iri], str]


def _named(account: Account) -> Iterator[Iri]:
    """The nodes of the view that are shown by name."""
    for name in ("diplo:place", "diplo:topic", "diplo:process"):
        yield from account.event.all(name)
    for part in account.participations:
        yield from map(account.of, part.all("diplo:participant"))
    for said in account.statements:
        yield from map(account.of, (*said.all("diplo:speaker"), *said.all("diplo:addressee")))


def _day(account: Account, event: Node, apart: Iterable[Node]) -> Iterator[Telling]:
    first, last = _interval(account.event)
    words = account.event.one("diplo:dateText")
    if first is None or last is None:
        if words is not None:
            yield Telling(Kind.DAY, "", (f"«{words}»",))
        return
    start, end = _interval(event)
    contradicts = start is not None and end is not None and (first > end or last < start)
    text = first.isoformat() if first == last else f"{first.isoformat()} – {last.isoformat()}"
    yield Telling(Kind.DAY, "", (text,), contradicts and _tells(apart, "diplo:earliest", account))


def _place(account: Account, event: Node, apart: Iterable[Node], name: Name) -> Iterator[Telling]:
    for place in account.event.all("diplo:place"):
        contradicts = place not in event.all("diplo:place") and _tells(apart, "diplo:place", account)
        inferred = " ?" if account.event.flag("diplo:placeInferred") else ""
        yield Telling(Kind.PLACE, "", (name(place) + inferred,), contradicts)


def _participants(account: Account, name: Name) -> Iterator[Telling]:
    for part in account.participations:
        office = part.text("diplo:officeText", account.language)
        for who in part.all("diplo:participant"):
            yield Telling(Kind.PARTICIPANT, name(account.of(who)), (office,) if office else ())


def _office_conflicts(
    account: Account, contested: Mapping[Iri, tuple[OfficeConflict, ...]], parts: Mapping[Iri, Node], name: Name
) -> Iterator[Telling]:
    """The offices in which an account tells somebody while somebody else held them, with whoever says so."""
    for part in account.participations:
        told = {account.of(who) for who in part.all("diplo:participant")}
        office = part.text("diplo:officeText", account.language)
        for iri, against in contested.items():
            for who in told & {*parts[iri].all("diplo:participant")}:
                for each in (one for one in against if one.office in part.all("diplo:office")):
                    value = f"{name(who)}: {each.reason}" + (f" ({each.source})" if each.source else "")
                    yield Telling(Kind.OFFICE, value, (office,) if office else (), contradicts=True)


def _statements(account: Account, name: Name) -> Iterator[Telling]:
    """Statements by speaker and act: what they are about is told in words that only a reader can compare."""
    for said in account.statements:
        about = said.text("diplo:aboutText", account.language) or said.text("diplo:verbText", account.language)
        for speaker in said.all("diplo:speaker"):
            value = f"{name(account.of(speaker))} — {act_of(said)}"
            yield Telling(Kind.STATEMENT, value, (about,) if about else ())


def _interval(event: Node) -> tuple[date | None, date | None]:
    return min(event.days("diplo:earliest"), default=None), max(event.days("diplo:latest"), default=None)


def _tells(apart: Iterable[Node], predicate: str, account: Account) -> bool:
    """Whether an article is one of those whose days or places were found to contradict each other."""
    kinds = (node for node in apart if expand(predicate) in node.all("rdf:predicate"))
    return any(account.article.iri in node.all("diplo:toldIn") for node in kinds)
