"""Reads a query and says it in the engine's words."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from kg.cypher.flow import Translator
from kg.cypher.query import read
from kg.cypher.schema import Schema


@dataclass(frozen=True, slots=True)
class Worded:
    """A query in the engine's words; ``columns`` are called as Neo4j calls them, in the order in which the engine tells them."""

    text: str
    columns: tuple[str, ...]


def worded(query: str, schema: Schema, parameters: Mapping[str, Any]) -> Worded:
    """Say a query of Neo4j 5 in words that the engine answers alike.

    Raises:
        Unread: Neo4j would refuse it, for its words or for what they mean.
        Refused: the engine would answer it otherwise.
    """
    flow = Translator(query, schema, parameters).whole(read(query))
    return Worded(flow.text, tuple(flow.scope))
