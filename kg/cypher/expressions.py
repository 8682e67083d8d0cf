"""Reads values that signs and words join, by their rank in Cypher: OR, XOR, AND, NOT, comparisons, tests, sums, products, powers."""

from collections.abc import Callable

from kg.cypher.atoms import AtomReader
from kg.cypher.tree import Comparison, Expression, Item, Labelled, Property, Range, Sign
from kg.cypher.unread import Refused, Unread

_COMPARED = ("=", "<>", "<=", ">=", "<", ">")
_TESTS = (("STARTS", "WITH"), ("ENDS", "WITH"), ("CONTAINS",), ("IN",), ("=~",))


class ExpressionReader(AtomReader):
    """Reads any value."""

    def expression(self) -> Expression:
        """Read a value, with all that joins it to others.

        Raises:
            Unread: there is none.
        """
        return self.deeper(self._any)

    def _any(self) -> Expression:
        return self._joined(("OR",), lambda: self._joined(("XOR",), lambda: self._joined(("AND",), self._not)))

    def _joined(self, signs: tuple[str, ...], read: Callable[[], Expression]) -> Expression:
        left = read()
        while sign := next(filter(self.takes, signs), None):
            right = read()
            left = Sign(left.start, self.done, sign, (left, right))
        return left

    def _not(self) -> Expression:
        begin = self.word.start
        if self.takes("NOT"):
            inner = self.deeper(self._not)
            return Sign(begin, self.done, "NOT", (inner,))
        return self._compared()

    def _compared(self) -> Expression:
        values, signs = [self._tested()], list[str]()
        while sign := next(filter(self.takes, _COMPARED), None):
            signs.append(sign)
            values.append(self._tested())
        if self.sees("!="):
            raise Unread("'!=' is no sign of Cypher: write <>", self.word.start)
        return Comparison(values[0].start, self.done, tuple(signs), tuple(values)) if signs else values[0]

    def _tested(self) -> Expression:
        value = self._sum()
        for words in _TESTS:
            if self.takes(*words):
                other = self._sum()
                return Sign(value.start, self.done, " ".join(words), (value, other))
        if self.sees("IS") and (self.sees("NULL", ahead=1) or self.sees("NOT", "NULL", ahead=1)):
            self.next()
            sign = "IS NOT NULL" if self.takes("NOT") else "IS NULL"
            self.expect("NULL")
            return Sign(value.start, self.done, sign, (value,))
        if self.sees("::") or self.sees("IS", "::") or self.sees("IS", "TYPED") or self.sees("IS", "NORMALIZED"):
            raise Refused("what kind of value something is can't be asked", self.word.start)
        return value

    def _sum(self) -> Expression:
        return self._joined(("+", "-", "||"), lambda: self._joined(("*", "/", "%"), self._power))

    def _power(self) -> Expression:
        return self._joined(("^",), self._signed)

    def _signed(self) -> Expression:
        begin = self.word.start
        if sign := next(filter(self.takes, ("+", "-")), None):
            inner = self._chosen()
            return Sign(begin, self.done, sign, (inner,))
        return self._chosen()

    def _chosen(self) -> Expression:
        value = self.atom()
        while True:
            if self.takes("."):
                key = self.name("a property")
                value = Property(value.start, self.done, value, key)
            elif self.sees("["):
                value = self._item(value)
            elif self.sees(":") and self.names(ahead=1):
                labels = self.labels()
                value = Labelled(value.start, self.done, value, labels)
            else:
                return value

    def _item(self, of: Expression) -> Expression:
        self.expect("[")
        low = None if self.sees("..") else self.expression()
        if not self.takes(".."):
            self.expect("]")
            return Item(of.start, self.done, of, low) if low is not None else of
        high = None if self.sees("]") else self.expression()
        self.expect("]")
        return Range(of.start, self.done, of, low, high)
