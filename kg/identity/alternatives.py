"""An event of the view with its accounts, and what is written beside it where they contradict each other."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from kg.facts.vocabulary import DATE, OBJECT, PREDICATE, TYPE, diplo
from kg.identity.events import Asserted
from kg.identity.records import Account
from kg.identity.terms import ALTERNATIVE, TOLD_IN
from kg.model import Iri, Literal, Triple
from kg.resolve.iris import minted

Interval = tuple[date, date]


@dataclass(frozen=True, slots=True)
class Occasion:
    """An event that is written by consensus: ``iri`` is the node of the view, ``origins`` tells of copies and of what they copy the
    first article, ``asserted`` is what analysts tell of it."""

    iri: Iri
    accounts: tuple[Account, ...]
    origins: Mapping[Iri, Iri]
    asserted: tuple[Asserted, ...] = ()

    def weight(self, accounts: Iterable[Account]) -> int:
        """How many outlets tell something independently of each other: copies of one text count once."""
        return len({self._origin(account) for account in accounts})

    def _origin(self, account: Account) -> str:
        article = self.origins.get(account.source.article)
        return article or account.source.outlet

    def insisted(self, name: str) -> str | None:
        """The value of a property that an analyst gave, if one did."""
        return next((each.value for each in reversed(self.asserted) if each.property == name), None)

    @property
    def ranked(self) -> tuple[Account, ...]:
        """The accounts, the surest first."""
        return tuple(sorted(self.accounts, key=lambda each: (-each.confidence, each.iri)))

    @property
    def days(self) -> list[tuple[Account, Interval]]:
        """The days that the accounts tell, the surest account first."""
        ranked = self.ranked
        return [(each, (each.earliest, each.latest)) for each in ranked if each.earliest and each.latest]


def of_days(occasion: Occasion, told: Iterable[tuple[Account, Interval]]) -> Iterator[Triple]:
    """Each interval of days that accounts tell, with the articles."""
    told = list(told)
    for interval in sorted({interval for _, interval in told}):
        accounts = [account for account, other in told if other == interval]
        node = minted("alternative", occasion.iri, diplo("earliest"), *interval)
        yield from _alternative(occasion, node, diplo("earliest"), day(interval[0]), accounts)
        yield Triple(node, diplo("earliest"), day(interval[0]))
        yield Triple(node, diplo("latest"), day(interval[1]))


def of_values(occasion: Occasion, predicate: Iri, told: Iterable[tuple[Account, Iri]]) -> Iterator[Triple]:
    """Each node that accounts tell as the value of a property, with the articles."""
    told = list(told)
    for value in sorted({value for _, value in told}):
        accounts = [account for account, other in told if other == value]
        node = minted("alternative", occasion.iri, predicate, value)
        yield from _alternative(occasion, node, predicate, value, accounts)


def day(of: date) -> Literal:
    """A day as a literal."""
    return Literal(of.isoformat(), DATE)


def _alternative(
    occasion: Occasion, node: Iri, predicate: Iri, value: Iri | Literal, accounts: Iterable[Account]
) -> Iterator[Triple]:
    yield Triple(occasion.iri, ALTERNATIVE, node)
    yield Triple(node, TYPE, diplo("Alternative"))
    yield Triple(node, PREDICATE, predicate)
    yield Triple(node, OBJECT, value)
    yield from (Triple(node, TOLD_IN, account.source.article) for account in accounts)
