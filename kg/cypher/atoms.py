"""Reads the smallest values: numbers, texts, names, lists, maps, functions, loops, and patterns among them."""

from abc import abstractmethod
from collections.abc import Callable

from kg.cypher.patterns import PatternReader
from kg.cypher.tree import (
    Call,
    Case,
    Expression,
    Inner,
    Listed,
    Literal,
    Loop,
    Mapped,
    Parameter,
    Paths,
    Property,
    Query,
    Reduction,
    There,
    Variable,
)  # fmt: skip

_VALUES = {"TRUE": True, "FALSE": False, "NULL": None}
_LOOPS = ("ALL", "ANY", "NONE", "SINGLE")
_INNER = ("EXISTS", "COUNT", "COLLECT")


class AtomReader(PatternReader):
    """Reads values that nothing joins."""

    @abstractmethod
    def inner(self) -> Query:
        """Read a query inside ``EXISTS { … }`` and the like, which may be a pattern alone."""

    def atom(self) -> Expression:
        """Read such a value."""
        kind = self.word.kind
        if kind in ("text", "integer", "float"):
            return self._literal()
        if kind == "parameter":
            word = self.next()
            return Parameter(word.start, word.end, word.value)
        if kind == "sign":
            return self._enclosed()
        return self._word() if kind in ("name", "quoted") else self._missing()

    def _missing(self) -> Expression:
        raise self.unread("a value")

    def _literal(self) -> Literal:
        word = self.next()
        if word.kind == "text":
            return Literal(word.start, word.end, word.value)
        plain = word.value.replace("_", "")
        value = float(plain) if word.kind == "float" else int(plain, 10 if plain.isdigit() else 0)
        return Literal(word.start, word.end, value)

    def _enclosed(self) -> Expression:
        if self.sees("("):
            path = self.guess(self.steps)
            return There(path.start, path.end, path) if path else self._bracketed()
        if self.sees("["):
            return self._loop() if self.names(ahead=1) and self.sees("IN", ahead=2) else self._listed()
        return self.mapped(None) if self.sees("{") else self._missing()

    def _bracketed(self) -> Expression:
        self.expect("(")
        inner = self.deeper(self.expression)
        self.expect(")")
        return inner

    def _listed(self) -> Expression:
        found = self.guess(self._paths)
        if found:
            return found
        begin = self.expect("[").start
        values = self.several(self.expression, "]")
        return Listed(begin, self.done, values)

    def _paths(self) -> Paths:
        begin = self.expect("[").start
        path = self.path()
        if not path.relationships or path.shortest:
            raise self.unread("a relationship")
        where = self.expression() if self.takes("WHERE") else None
        self.expect("|")
        told = self.deeper(self.expression)
        self.expect("]")
        return Paths(begin, self.done, path, where, told)

    def several(self, read: Callable[[], Expression], closing: str) -> tuple[Expression, ...]:
        """Read values with commas between them, and the sign that closes them."""
        values = list[Expression]()
        while not self.takes(closing):
            if values:
                self.expect(",")
            values.append(self.deeper(read))
        return tuple(values)

    def mapped(self, of: Variable | None) -> Mapped:
        """Read ``{…}``, where it is chosen of a variable with what may stand there."""
        begin, pairs = self.expect("{").start, list[tuple[str, Expression]]()
        while not self.takes("}"):
            if pairs:
                self.expect(",")
            pairs.append(self._pair(of))
        return Mapped(begin if of is None else of.start, self.done, tuple(pairs), of)

    def _pair(self, of: Variable | None) -> tuple[str, Expression]:
        begin = self.word.start
        if of is not None and self.takes("."):
            key = "*" if self.takes("*") else self.name()
            return key, Property(begin, self.done, of, key)
        key = self.name("a key")
        if of is not None and not self.sees(":"):
            return key, Variable(begin, self.done, key)
        self.expect(":")
        return key, self.deeper(self.expression)

    def _word(self) -> Expression:
        said = self.word.value.upper() if self.word.kind == "name" else ""
        if said in _INNER and self.sees("{", ahead=1):
            return self._inner()
        if said == "CASE" and not self.sees("CASE", ")"):
            return self._case()
        if said in _LOOPS and self.sees("(", ahead=1) and self.names(ahead=2) and self.sees("IN", ahead=3):
            return self._loop()
        if said == "REDUCE" and self.sees("(", ahead=1):
            return self._reduction()
        if said in _VALUES:
            word = self.next()
            return Literal(word.start, word.end, _VALUES[said])
        return self._call() if self._calls() else self._variable()

    def _variable(self) -> Expression:
        word = self.next()
        named = Variable(word.start, word.end, word.value)
        return self.mapped(named) if self.sees("{") else named

    def _calls(self) -> bool:
        at = 1
        while self.sees(".", ahead=at) and self.names(ahead=at + 1):
            at += 2
        return self.sees("(", ahead=at)

    def _call(self) -> Expression:
        begin, name = self.word.start, self.name()
        while self.takes("."):
            name += f".{self.name()}"
        self.expect("(")
        if self.takes("*"):
            self.expect(")")
            return Call(begin, self.done, name, (), star=True)
        distinct = self.takes("DISTINCT")
        values = self.several(self.expression, ")")
        return Call(begin, self.done, name, values, distinct)

    def _inner(self) -> Inner:
        word = self.next()
        self.expect("{")
        query = self.deeper(self.inner)
        self.expect("}")
        return Inner(word.start, self.done, word.value.upper(), query)

    def _loop(self) -> Loop:
        word = self.next()
        how, closing = ("", "]") if word.kind == "sign" else (word.value.lower(), ")")
        if how:
            self.expect("(")
        name = self.name()
        self.expect("IN")
        values = self.deeper(self.expression)
        where = self.deeper(self.expression) if self.takes("WHERE") else None
        told = self.deeper(self.expression) if not how and self.takes("|") else None
        self.expect(closing)
        return Loop(word.start, self.done, how, name, values, where, told)

    def _reduction(self) -> Reduction:
        begin = self.next().start
        self.expect("(")
        total = self.name()
        self.expect("=")
        first = self.deeper(self.expression)
        self.expect(",")
        name = self.name()
        self.expect("IN")
        values = self.deeper(self.expression)
        self.expect("|")
        step = self.deeper(self.expression)
        self.expect(")")
        return Reduction(begin, self.done, total, first, name, values, step)

    def _case(self) -> Case:
        begin = self.next().start
        of = None if self.sees("WHEN") else self.deeper(self.expression)
        ways = list[tuple[tuple[Expression, ...], Expression]]()
        while self.takes("WHEN"):
            asked = [self.deeper(self.expression)]
            while of is not None and self.takes(","):
                asked.append(self.deeper(self.expression))
            self.expect("THEN")
            ways.append((tuple(asked), self.deeper(self.expression)))
        if not ways:
            raise self.unread("'WHEN'")
        other = self.deeper(self.expression) if self.takes("ELSE") else None
        self.expect("END")
        return Case(begin, self.done, of, tuple(ways), other)
