"""Answers who is who: the names of things, who held an office on a day, and which offices somebody held."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from functools import cached_property
from itertools import product

from kg.authority.folding import folded
from kg.authority.model import Fact, Term, kind_of, term_of
from kg.authority.targets import kept

_NAMES = ("name", "alias")


class Authority:
    """Facts, found by what they are about."""

    def __init__(self, facts: Iterable[Fact]) -> None:
        """Take facts that have been checked (``kg.authority.checks``)."""
        self.facts = tuple(facts)
        told = defaultdict[str, list[Fact]](list)
        for fact in self.facts:
            told[fact.id].append(fact)
        self._told: Mapping[str, list[Fact]] = told

    def __contains__(self, identifier: str) -> bool:
        """Whether anything is told of an id."""
        return identifier in self._told

    def ids(self) -> tuple[str, ...]:
        """All ids of which anything is told, sorted."""
        return tuple(sorted(self._told))

    def of(self, identifier: str) -> tuple[Fact, ...]:
        """What is told of an id, in the order of the files."""
        return tuple(self._told.get(identifier, ()))

    def value(self, identifier: str, name: str) -> str | None:
        """The first value of a property, None where nothing tells it."""
        return next(iter(self.values(identifier, name)), None)

    def values(self, identifier: str, name: str) -> tuple[str, ...]:
        """All values of a property, in the order of the files."""
        return tuple(dict.fromkeys(fact.value for fact in self.of(identifier) if fact.property == name))

    def name(self, identifier: str, language: str = "en") -> str | None:
        """The name of a thing in a language, None where no source gives one."""
        return next((text for text, own in self.names(identifier) if own == language), None)

    def names(self, identifier: str) -> tuple[tuple[str, str], ...]:
        """All names of a thing with their languages: its usual names first, then its aliases."""
        told = self.of(identifier)
        found = ((fact.value, fact.language) for wanted in _NAMES for fact in told if fact.property == wanted)
        return tuple(dict.fromkeys(found))

    def find(self, name: str) -> tuple[str, ...]:
        """The ids of all that bear a name, written like this but for case, marks and code points; sorted."""
        return tuple(sorted(self._named.get(folded(name), ())))

    def terms(self, office: str) -> tuple[Term, ...]:
        """All terms in an office that are known, the earliest first."""
        return self._terms_in.get(office, ())

    def terms_of(self, person: str) -> tuple[Term, ...]:
        """All offices that are known of a person with their dates, the earliest first."""
        return _by_start(term_of(fact) for fact in self.of(person) if fact.property == "holds")

    def holders(self, office: str, on: date) -> tuple[Term, ...]:
        """Who held an office on a day for sure: none where nobody verified it, two on the day of a handover."""
        return tuple(term for term in self.terms(office) if term.surely(on))

    def offices_of(self, person: str, on: date) -> tuple[Term, ...]:
        """The offices that a person held on a day for sure."""
        return tuple(term for term in self.terms_of(person) if term.surely(on))

    def offices(self, rank: str, portfolio: str | None, of: str) -> tuple[str, ...]:
        """The offices of a state or an organization with a rank and a portfolio, as ``kg/lang/offices.toml`` calls them."""
        return self._offices.get((folded(rank), folded(portfolio or ""), of), ())

    def shared(self, office: str) -> bool:
        """Whether several may hold an office at a time."""
        return self.value(office, "shared") is not None

    def kept(self, identifier: str) -> str:
        """The id to which ``same_as`` leads from an id; the id itself where nothing joins it to another."""
        return kept(identifier, self._joined) or identifier

    @cached_property
    def _joined(self) -> Mapping[str, str]:
        return {fact.id: fact.value for fact in self.facts if fact.property == "same_as"}

    @cached_property
    def _named(self) -> Mapping[str, set[str]]:
        found = defaultdict[str, set[str]](set)
        for fact in self.facts:
            if fact.property in _NAMES:
                found[folded(fact.value)].add(fact.id)
        return found

    @cached_property
    def _terms_in(self) -> Mapping[str, tuple[Term, ...]]:
        found = defaultdict[str, list[Term]](list)
        for fact in self.facts:
            if fact.property == "holds":
                found[fact.value].append(term_of(fact))
        return {office: _by_start(terms) for office, terms in found.items()}

    @cached_property
    def _offices(self) -> Mapping[tuple[str, str, str], tuple[str, ...]]:
        found = defaultdict[tuple[str, str, str], list[str]](list)
        for office in (each for each in self.ids() if kind_of(each) == "office"):
            ranks, portfolios = self.values(office, "rank"), self.values(office, "portfolio") or ("",)
            for rank, portfolio, of in product(ranks, portfolios, self.values(office, "of")):
                found[folded(rank), folded(portfolio), of].append(office)
        return {key: tuple(ids) for key, ids in found.items()}


def _by_start(terms: Iterable[Term]) -> tuple[Term, ...]:
    return tuple(
        sorted(terms, key=lambda one: (one.start.earliest or one.start.latest or date.min, one.person, one.office))
    )
