"""Goes through the words of a query, one after the other, and back where a guess was wrong."""

from collections.abc import Callable
from typing import TypeVar

from kg.cypher.tree import Part
from kg.cypher.unread import Unread
from kg.cypher.words import Word, cut

P = TypeVar("P", bound=Part)
DEEPEST = 60
"""How deep values and queries may be nested; deeper ones would exhaust Python's stack."""


class Stream:
    """Where the reading of a query stands; words in capitals are matched whatever their case."""

    def __init__(self, query: str) -> None:
        """Begin with the first word.

        Raises:
            Unread: the query can't be cut into words.
        """
        self.query, self._words, self._at, self._depth = query, cut(query), 0, 0
        self._furthest: Unread | None = None

    @property
    def word(self) -> Word:
        """The next word."""
        return self._words[self._at]

    @property
    def done(self) -> int:
        """Where the last word that was read ends."""
        return self._words[self._at - 1].end if self._at else 0

    def next(self) -> Word:
        """Read a word, whatever it is."""
        word = self.word
        self._at += word.kind != "end"
        return word

    def sees(self, *wanted: str, ahead: int = 0) -> bool:
        """Tell whether these words and signs come next, or after so many others."""
        begin = self._at + ahead
        found = self._words[begin : begin + len(wanted)]
        return len(found) == len(wanted) and all(map(_is, found, wanted))

    def takes(self, *wanted: str) -> bool:
        """Read these words if they come next."""
        if not self.sees(*wanted):
            return False
        self._at += len(wanted)
        return True

    def expect(self, wanted: str) -> Word:
        """Read this word.

        Raises:
            Unread: another one comes.
        """
        if not self.sees(wanted):
            raise self.unread(f"'{wanted}'")
        return self.next()

    def name(self, what: str = "a name") -> str:
        """Read a name, which may be a word of the language, or stand in backticks."""
        if self.word.kind not in ("name", "quoted"):
            raise self.unread(what)
        return self.next().value

    def names(self, ahead: int = 0) -> bool:
        """Tell whether a name comes next, or after so many words."""
        at = self._at + ahead
        return at < len(self._words) and self._words[at].kind in ("name", "quoted")

    def unread(self, wanted: str) -> Unread:
        """The error that something else was expected here; if it was expected further on before, that one tells more."""
        said = self.word
        found = "it ends" if said.kind == "end" else f"'{self.query[said.start : said.end]}' stands"
        error = Unread(f"{found} where {wanted} is expected", said.start)
        if self._furthest is None or error.offset > self._furthest.offset:
            self._furthest = error
        return self._furthest

    def guess(self, read: Callable[[], P]) -> P | None:
        """Read something if it is there, and else nothing."""
        begin = self._at
        try:
            return read()
        except Unread:
            self._at = begin
            return None

    def deeper(self, read: Callable[[], P]) -> P:
        """Read something that stands inside something of its kind.

        Raises:
            Unread: it stands too deep.
        """
        if self._depth >= DEEPEST:
            raise Unread(f"more than {DEEPEST} values or queries are nested here", self.word.start)
        self._depth += 1
        try:
            return read()
        finally:
            self._depth -= 1


def _is(word: Word, wanted: str) -> bool:
    if word.kind == "name":
        return wanted[0].isalpha() and word.value.upper() == wanted
    return word.kind == "sign" and word.value == wanted
