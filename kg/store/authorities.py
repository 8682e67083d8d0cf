"""Keeps users' authority files in the ledgers of a store, and says what is believed with them."""

from collections.abc import Iterable, Iterator, Sequence

from kg.authority.authority import Authority
from kg.authority.checks import layered
from kg.authority.model import Fact
from kg.errors import AuthorityError
from kg.facts.authority import ledger_facts, ledger_iri, ledger_name, ledger_triples
from kg.model import Iri, Quad, Triple
from kg.resolve.known import starter
from kg.store.base import LEDGERS, Store

(_LEDGERS,) = (prefix for prefix in LEDGERS if prefix.endswith("/authority/"))


def add(store: Store, name: str, facts: Sequence[Fact]) -> bool:
    """Keep a file that has been checked in place of the one of the same name; whether there was one.

    One transaction: a killed process leaves the old file or the new one.
    """
    ledger = ledger_iri(name)
    old = dict.fromkeys(store.triples(ledger))
    new = dict.fromkeys(ledger_triples(name, facts))
    store.revise(_placed(ledger, old.keys() - new.keys()), _placed(ledger, new.keys() - old.keys()))
    return bool(old)


def remove(store: Store, name: str) -> int:
    """Forget a file; how many facts it held.

    Raises:
        AuthorityError: there is none of this name.
    """
    ledger, told = ledger_iri(name), read(store, name)
    store.revise(_placed(ledger, tuple(store.triples(ledger))), ())
    return len(told)


def names(store: Store) -> tuple[str, ...]:
    """The names of the files that the store keeps, sorted."""
    found = (ledger_name(store.triples(ledger)) for ledger in store.ledgers() if ledger.startswith(_LEDGERS))
    return tuple(sorted(name for name in found if name is not None))


def read(store: Store, name: str) -> tuple[Fact, ...]:
    """The facts of a file that the store keeps.

    Raises:
        AuthorityError: there is none of this name.
    """
    facts = ledger_facts(store.triples(ledger_iri(name)))
    if not facts:
        raise AuthorityError(
            f"the store holds no authority file {name!r}: kg authority list --files tells which it holds"
        )
    return facts


def believed(store: Store, but: str | None = None) -> Authority:
    """The starter with all files of the store laid over it, in the order of their names; ``but`` leaves one out."""
    base = starter()
    facts = base.facts
    for name in names(store):
        if name != but:
            facts = layered(facts, read(store, name))
    # What the starter has found of names and offices is found once for all stores that add nothing to it.
    return base if facts is base.facts else Authority(facts)


def _placed(ledger: Iri, triples: Iterable[Triple]) -> Iterator[Quad]:
    return (Quad(triple, ledger) for triple in sorted(triples, key=repr))
