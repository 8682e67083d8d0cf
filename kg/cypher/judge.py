"""What all parts of the translation share: the graph's form, parameters, and names that nobody gave."""

from abc import ABC, abstractmethod
from collections.abc import Mapping
from typing import Any

from kg.cypher.kinds import Kind, of_value
from kg.cypher.said import Said, Scope, plain, quoted
from kg.cypher.schema import Schema
from kg.cypher.tree import Expression, Part
from kg.cypher.unread import Refused


class Judge(ABC):
    """Says values in the engine's words; each of the classes below it knows some kinds of them."""

    def __init__(self, schema: Schema, parameters: Mapping[str, Any]) -> None:
        """Begin with what is known of the graph and the parameters' values."""
        self.schema, self.parameters = schema, parameters
        self._made, self._used = 0, set[str]()

    @abstractmethod
    def said(self, value: Expression, scope: Scope) -> Said:
        """Say a value, in which the names of the scope are bound.

        Raises:
            Unread: Neo4j would refuse it.
            Refused: the engine would answer it otherwise.
        """

    def fresh(self) -> str:
        """A name that no query has."""
        self._made += 1
        return f"kg_{self._made}"

    def called(self, name: str) -> str:
        """The engine's name for something new: its own, where the engine reads that and nothing else was ever called so."""
        if name in self._used or not plain(name) or name.startswith("kg_"):
            return self.fresh()
        self._used.add(name)
        return name

    def kind_of(self, name: str, part: Part) -> Kind:
        """The kind of a parameter."""
        if name not in self.parameters:
            raise Refused(f"no value is given for the parameter ${name}", part.start)
        try:
            return of_value(self.parameters[name])
        except TypeError as error:
            raise Refused(f"the parameter ${name} can't be used: {error}", part.start) from error

    def wanted(self, value: Expression, scope: Scope, *names: str, what: str) -> Said:
        """Say a value that must be of one of these kinds, or have no value."""
        said = self.said(value, scope)
        if not said.kind.only(*names):
            raise Refused(f"{what} takes {Kind(frozenset(names)).told()}, and this is {said.kind.told()}", value.start)
        return said

    @staticmethod
    def key(name: str) -> str:
        """The name of a property or key in the engine's words."""
        return quoted(name)
