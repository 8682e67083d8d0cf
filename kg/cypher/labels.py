"""Reads labels and types: ``:A``, ``:A:B``, ``:A|B``, ``:A&!B``, ``:%``."""

from kg.cypher.stream import Stream
from kg.cypher.tree import Labels


class LabelReader(Stream):
    """Reads what stands behind a colon in patterns and conditions."""

    def labels(self) -> Labels:
        """Read one colon and all that belongs to it; further colons mean AND."""
        begin = self.expect(":").start
        parts = [self._either()]
        while self.sees(":") and self.names(ahead=1):
            self.next()
            parts.append(self._either())
        return parts[0] if len(parts) == 1 else Labels(begin, self.done, "&", parts=tuple(parts))

    def types(self) -> Labels:
        """Read the types of a relationship, in which ``|:`` may stand for ``|``."""
        self.expect(":")
        return self._either()

    def _either(self) -> Labels:
        begin, parts = self.word.start, [self._both()]
        while self.takes("|"):
            self.takes(":")
            parts.append(self._both())
        return parts[0] if len(parts) == 1 else Labels(begin, self.done, "|", parts=tuple(parts))

    def _both(self) -> Labels:
        begin, parts = self.word.start, [self._one()]
        while self.takes("&"):
            parts.append(self._one())
        return parts[0] if len(parts) == 1 else Labels(begin, self.done, "&", parts=tuple(parts))

    def _one(self) -> Labels:
        begin = self.word.start
        if self.takes("!"):
            inner = self.deeper(self._one)
            return Labels(begin, self.done, "!", parts=(inner,))
        if self.takes("("):
            inner = self.deeper(self._either)
            self.expect(")")
            return inner
        if self.takes("%"):
            return Labels(begin, self.done, "%")
        name = self.name("a label or type")
        return Labels(begin, self.done, "", name)
