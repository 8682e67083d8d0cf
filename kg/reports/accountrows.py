"""What each article tells of an event in its own graph: when, where, who, and the words; and what analysts tell of it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from kg_ontology import DATA

from kg.facts.vocabulary import TYPE, diplo
from kg.model import Iri, Status, Triple
from kg.reports.nodes import Node, fetch, local, node_of
from kg.store.base import LEDGERS, Store


@dataclass(frozen=True, slots=True)
class AccountRow:
    """An event as one article tells it. ``participants`` are names, with offices as the article words them; ``quotes`` the sentences."""

    iri: Iri
    article: Iri
    title: str
    site: str | None
    published: date | None
    language: str
    status: Status
    earliest: date | None
    latest: date | None
    date_text: str | None
    place: str | None
    participants: tuple[str, ...]
    quotes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AssertedRow:
    """What an analyst told of the event: the property, its value, who, and the id of the judgement."""

    property: str
    value: str
    by: str
    judgement: str


def accounts_of(store: Store, event: Iri) -> tuple[Iri, ...]:
    """The accounts that an event of the view was made of; itself where it is an account alone."""
    found = sorted(str(f.object) for f in store.facts(event) if f.predicate == diplo("account"))
    return tuple(found) or (event,)


def account_rows(store: Store, accounts: Iterable[Iri], language: str = "en") -> tuple[AccountRow, ...]:
    """What articles tell, in the order of their days of publication; accounts that no graph holds are left out."""
    found = [_row(store, iri, graph, language) for iri in accounts for graph in _graphs(store, iri)]
    return tuple(sorted(found, key=lambda row: (row.published or date.max, row.article, row.iri)))


def asserted_rows(store: Store, ledgers: Iterable[Iri], language: str) -> tuple[AssertedRow, ...]:
    """What the judgements in some ledgers assert, with labels in a language where the value is a node."""
    judgements = [node_of(iri, store.facts(iri, iri)) for iri in ledgers]
    values = fetch(store, [one.one("diplo:assertedValue") or "" for one in judgements if _names_a_node(one)])
    return tuple(
        sorted(
            (
                AssertedRow(
                    one.one("diplo:assertedProperty") or "",
                    values[value].label(language)
                    if (value := one.one("diplo:assertedValue") or "") in values
                    else value,
                    one.one("diplo:judgedBy") or "",
                    local(one.iri),
                )
                for one in judgements
            ),
            key=lambda row: (row.property, row.value),
        )
    )


def _names_a_node(judgement: Node) -> bool:
    return (judgement.one("diplo:assertedValue") or "").startswith(DATA)


def _graphs(store: Store, account: Iri) -> list[Iri]:
    told = store.tellers(Triple(account, TYPE, diplo("Event")))
    return [name for name in told if not name.startswith(LEDGERS)][:1]


def _row(store: Store, iri: Iri, graph: Iri, language: str) -> AccountRow:
    def node(of: Iri) -> Node:
        return node_of(of, store.facts(of, graph))

    event = node(iri)
    quoted = [node(one) for one in event.all("diplo:evidence")]
    quoted.sort(key=lambda one: (not one.all("diplo:quotedFrom"), one.number("diplo:start") or 0))
    article = node(quoted[0].all("diplo:article")[0]) if quoted else node("")
    place = event.one("diplo:place")
    return AccountRow(
        iri,
        article.iri,
        article.one("dcterms:title") or article.one("diplo:name") or local(article.iri),
        article.one("diplo:site"),
        next(iter(article.days("diplo:published")), None),
        article.one("dcterms:language") or "und",
        Status(local(event.one("diplo:status") or Status.HELD)),
        min(event.days("diplo:earliest"), default=None),
        max(event.days("diplo:latest"), default=None),
        event.one("diplo:dateText"),
        node(place).label(language) if place else None,
        tuple(sorted(_participant(node(part), node, language) for part in event.all("diplo:participation"))),
        tuple(one.one("diplo:quote") or "" for one in quoted),
    )


def _participant(part: Node, node: Callable[[Iri], Node], language: str) -> str:
    name = node(part.all("diplo:participant")[0]).label(language)
    office = part.text("diplo:officeText", language)
    return f"{name} ({office})" if office else name
