"""Completes the queries of questions: which lines count, and what stands for the parameters in them."""

import re
from collections.abc import Callable, Collection, Mapping

from kg_ontology import PREFIXES

from kg.model import Literal
from kg.store.base import Term
from kg.store.terms import term

# A line of a query that counts only with, or only without, a parameter: "#+[person] VALUES ?person { $person }".
_SPARQL = re.compile(r"^[ \t]*#([+-])\[(\w+)\] (.*)$", re.MULTILINE)
_CYPHER = re.compile(r"^[ \t]*//([+-])\[(\w+)\] (.*)$", re.MULTILINE)
_INTEGER = PREFIXES["xsd"] + "integer"
_SLOT = re.compile(r"\$(\w+)")


def sparql(query: str, terms: Mapping[str, tuple[Term, ...]]) -> str:
    """The text of a SPARQL query with the terms of the parameters that are given, each written as SPARQL writes it."""

    def filled(text: str) -> str:
        return _SLOT.sub(lambda slot: " ".join(map(_written, terms[slot[1]])), text)

    return _chosen(_SPARQL, query, terms, filled)


def speaks_of(query: str, given: Collection[str]) -> bool:
    """Whether a SPARQL query has lines for all parameters of these names."""
    return {*given} <= {name for _, name, _ in _SPARQL.findall(query)}


def cypher(query: str, given: Collection[str]) -> str:
    """The text of a Cypher query for the parameters of these names; their values never enter it."""
    return _chosen(_CYPHER, query, given, str)


def _chosen(line: re.Pattern[str], query: str, given: Collection[str], filled: Callable[[str], str]) -> str:
    """The query with the lines that count."""

    def kept(found: re.Match[str]) -> str:
        sign, name, text = found.groups()
        return filled(text) if (sign == "+") == (name in given) else ""

    return line.sub(kept, query)


def _written(value: Term) -> str:
    # LIMIT takes a number only as it is written by hand.
    if isinstance(value, Literal) and value.datatype == _INTEGER:
        return str(int(value.value))
    return str(term(value))
