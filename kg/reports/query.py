"""Answers a SPARQL query of any form: a table for SELECT and ASK, triples for CONSTRUCT and DESCRIBE."""

import re

from kg.model import Triple
from kg.store.base import Store, Table

# What may stand before the word that tells the form: comments, and IRIs and names of the prologue.
_SKIPPED = re.compile(r"#[^\n]*|<[^>]*>|\"[^\"\n]*\"|'[^'\n]*'|[\w-]*:[\w-]*")
_GRAPHS = {"CONSTRUCT", "DESCRIBE"}


def run(store: Store, query: str) -> Table | tuple[Triple, ...]:
    """Answer a query over the view.

    Raises:
        QueryError: the query is malformed or is an update.
    """
    return store.construct(query) if form(query) in _GRAPHS else store.select(query)


def form(query: str) -> str | None:
    """``SELECT``, ``ASK``, ``CONSTRUCT`` or ``DESCRIBE``; None where the query has no such word."""
    words = _SKIPPED.sub(lambda match: "" if match[0].startswith("#") else " ", query)
    found = re.search(r"\b(SELECT|ASK|CONSTRUCT|DESCRIBE)\b", words, re.IGNORECASE)
    return found[1].upper() if found else None
