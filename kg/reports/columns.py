"""Gathers the accounts of an event into the columns of a comparison: by outlet, by language, or each article alone."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from urllib.parse import urlsplit

from kg.model import Iri
from kg.reports.accounts import Account
from kg.reports.nodes import Node


class By(StrEnum):
    """What makes a column of a comparison."""

    OUTLET = "outlet"
    LANGUAGE = "language"
    ARTICLE = "article"


@dataclass(frozen=True, slots=True)
class Source:
    """An article that tells of the event, and whether it is a copy of another one that does."""

    article: Iri
    outlet: str
    title: str | None
    url: str | None
    published: date | None
    copy: bool


@dataclass(frozen=True, slots=True)
class Column:
    """Accounts that are looked at as one: ``copy`` says that all of them are copies, ``side`` whose outlets they are.

    A side is known only where a state takes part in the event and the addresses of all the articles end in its own
    top-level domain (ISO 3166-1, RFC 1591 §2): ``.ir`` for Iran. Nothing is concluded from ``.com``.
    """

    outlets: tuple[str, ...]
    languages: tuple[str, ...]
    sources: tuple[Source, ...]
    side: str | None = None

    @property
    def copy(self) -> bool:
        """Whether it tells nothing of its own."""
        return all(source.copy for source in self.sources)


def gather(
    accounts: Iterable[Account], by: By, sides: Mapping[str, str]
) -> tuple[tuple[Column, tuple[Account, ...]], ...]:
    """The columns with their accounts; ``sides`` names the states that take part by their ISO 3166-1 codes."""
    groups: defaultdict[tuple[str, ...], list[Account]] = defaultdict(list)
    for account in accounts:
        groups[_KEYS[by](account)].append(account)
    return tuple((_column(group, sides), tuple(group)) for group in groups.values())


def _column(group: Iterable[Account], sides: Mapping[str, str]) -> Column:
    group = tuple(group)
    sources = {account.article.iri: _source(account) for account in group}
    told = {sides.get(_domain(account.article)) for account in group}
    return Column(
        outlets=tuple(dict.fromkeys(account.outlet for account in group)),
        languages=tuple(sorted({account.language for account in group})),
        sources=tuple(sources.values()),
        side=told.pop() if len(told) == 1 else None,
    )


def _source(account: Account) -> Source:
    article = account.article
    title, url = article.one("dcterms:title"), article.one("schema:url")
    return Source(article.iri, account.outlet, title, url, account.published, account.copy)


def _domain(article: Node) -> str:
    """The code of the state whose top-level domain an article's address has; the United Kingdom's is not its ISO code."""
    host = urlsplit(article.one("schema:url") or "").hostname or ""
    code = host.rpartition(".")[2].upper()
    return "GB" if code == "UK" else code


_KEYS: Mapping[By, Callable[[Account], tuple[str, ...]]] = {
    By.OUTLET: lambda account: (account.outlet, account.language),
    By.LANGUAGE: lambda account: (account.language,),
    By.ARTICLE: lambda account: (account.article.iri,),
}
