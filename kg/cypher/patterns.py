"""Reads patterns: paths of nodes and relationships."""

from abc import abstractmethod

from kg.cypher.labels import LabelReader
from kg.cypher.tree import Expression, Node, Path, Relationship
from kg.cypher.unread import Refused

_SHORTEST = {"SHORTESTPATH": "shortestPath", "ALLSHORTESTPATHS": "allShortestPaths"}


class PatternReader(LabelReader):
    """Reads what stands behind MATCH, and patterns in other places."""

    @abstractmethod
    def expression(self) -> Expression:
        """Read a value."""

    def path(self) -> Path:
        """Read a path, which may have a name and a function around it."""
        begin, name = self.word.start, None
        if self.names() and self.sees("=", ahead=1):
            name = self.name()
            self.next()
        shortest = _SHORTEST.get(self.word.value.upper(), "") if self.sees("(", ahead=1) else ""
        if shortest:
            self.next(), self.next()
        nodes, relationships = self._steps()
        if shortest:
            self.expect(")")
        return Path(begin, self.done, name, shortest, nodes, relationships)

    def steps(self) -> Path:
        """Read a path that has a relationship at least and nothing around it.

        Raises:
            Unread: there is none.
        """
        begin = self.word.start
        nodes, relationships = self._steps()
        if not relationships:
            raise self.unread("a relationship")
        return Path(begin, self.done, None, "", nodes, relationships)

    def _steps(self) -> tuple[tuple[Node, ...], tuple[Relationship, ...]]:
        nodes, relationships = [self._node()], list[Relationship]()
        while self.sees("-") or self.sees("<", "-"):
            relationships.append(self._relationship())
            if any(map(self.sees, "{+*")):
                raise Refused("write the bounds of a path as in -[:MET*1..3]-", self.word.start)
            nodes.append(self._node())
        return tuple(nodes), tuple(relationships)

    def _node(self) -> Node:
        begin = self.expect("(").start
        name = self.name() if self.names() and not self._condition() else None
        labels = self.labels() if self.sees(":") else None
        properties = self._properties()
        where = self.expression() if self.takes("WHERE") else None
        self.expect(")")
        return Node(begin, self.done, name, labels, properties, where)

    def _condition(self) -> bool:
        """Tell whether WHERE begins a condition here, and is no name."""
        return self.sees("WHERE") and not any(self.sees("WHERE", sign) for sign in (")", "]", ":", "{", "*"))

    def _properties(self) -> Expression | None:
        return self.expression() if self.sees("{") or self.word.kind == "parameter" else None

    def _relationship(self) -> Relationship:
        begin = self.word.start
        left = self.takes("<")
        self.expect("-")
        inside = self._inside() if self.takes("[") else Relationship(begin, begin, None, None, None, None, "")
        self.expect("-")
        right = self.takes(">")
        arrow = "" if left == right else "<" if left else ">"
        told = (inside.name, inside.types, inside.properties, inside.where, arrow, inside.many, inside.low, inside.high)
        return Relationship(begin, self.done, *told)

    def _inside(self) -> Relationship:
        begin = self.word.start
        name = self.name() if self.names() and not self._condition() else None
        types = self.types() if self.sees(":") else None
        many = self.takes("*")
        low, high = self._bounds() if many else (None, None)
        properties = self._properties()
        where = self.expression() if self.takes("WHERE") else None
        self.expect("]")
        return Relationship(begin, self.done, name, types, properties, where, "", many, low, high)

    def _bounds(self) -> tuple[int | None, int | None]:
        low = int(self.next().value) if self.word.kind == "integer" else None
        if not self.takes(".."):
            return low, low
        return low, int(self.next().value) if self.word.kind == "integer" else None
