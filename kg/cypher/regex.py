"""Says a regular expression of Java, which Neo4j takes, as one of the engine's, which is written in Rust."""

import re

from kg.cypher.unread import Refused

_MEANT = {
    "d": "0-9",
    "w": "a-zA-Z0-9_",
    "s": r" \t\n\x0B\f\r",
    "h": r" \t\x{A0}\x{1680}\x{180e}\x{2000}-\x{200a}\x{202f}\x{205f}\x{3000}",
}
_QUANTIFIER = re.compile(r"[*+?]|\{\d+(?:,\d*)?\}")
_PROPERTY = re.compile(r"\\([pP])(?:\{(\w+)\}|([A-Z]))")
_KNOWN = re.compile(r"(?:Is)?(L[ulmot]?|M[nce]?|N[dlo]?|P[cdseifo]?|S[mcko]?|Z[slp]?|Latin|Arabic|Cyrillic)")
_FLAGS = re.compile(r"\(\?([a-z]*):|\(\?([a-z]+)\)|\(\?<([a-zA-Z][a-zA-Z0-9]*)>")
_PLAIN = frozenset(".^$|()[]{}*+?\\/-\"'#&~@%,:;=!<> ")


def in_rust(pattern: str, place: int) -> str:
    """The same expression for the engine: it matches the whole text, its classes are those of ASCII.

    Raises:
        Refused: it holds what both read otherwise.
    """
    return _Reader(pattern, place).said()


class _Reader:
    """Goes through an expression once."""

    def __init__(self, pattern: str, place: int) -> None:
        self.pattern, self.place, self.at = pattern, place, 0
        self.folds, self.begin = False, 0

    def said(self) -> str:
        told = "".join(self._pieces())
        if self.folds and not self.pattern.isascii():
            raise self._refused("(?i) folds Latin letters alone in Neo4j: write (?iu), or toLower(…) and small letters")
        return told

    def _refused(self, why: str) -> Refused:
        return Refused(f"in the regular expression, {why}", self.place)

    def _pieces(self) -> list[str]:
        pieces = list[str]()
        while self.at < len(self.pattern):
            pieces.append(self._piece())
        return pieces

    def _piece(self) -> str:
        letter = self.pattern[self.at]
        if letter == "\\":
            return self._escaped(inside=False)
        if letter == "[":
            return self._class()
        if letter == "(":
            return self._group()
        if letter == ".":
            self.at += 1
            # What Java counts as the end of a line.
            return r"[^\n\r\x{85}\x{2028}\x{2029}]"
        if letter in "^$":
            return self._edge(letter)
        quantifier = _QUANTIFIER.match(self.pattern, self.at)
        if quantifier and self.pattern.startswith("+", quantifier.end()):
            raise self._refused("possessive quantifiers aren't known: leave the second + out")
        end = quantifier.end() if quantifier else self.at + 1
        piece, self.at = self.pattern[self.at : end], end
        return piece

    def _edge(self, letter: str) -> str:
        """The whole text must match anyway, so that its edges go without saying."""
        if self.at != (self.begin if letter == "^" else len(self.pattern) - 1):
            raise self._refused(f"'{letter}' can only stand at the {'beginning' if letter == '^' else 'end'}")
        self.at += 1
        return ""

    def _escaped(self, *, inside: bool) -> str:
        known = _PROPERTY.match(self.pattern, self.at)
        if known and _KNOWN.fullmatch(known[2] or known[3]):
            self.at = known.end()
            name = (known[2] or known[3]).removeprefix("Is")
            return f"\\{known[1]}{{{name}}}"
        letter = self.pattern[self.at + 1 : self.at + 2]
        self.at += 2
        if letter.lower() in _MEANT and letter:
            negative = letter.isupper()
            said = _MEANT[letter.lower()]
            return said if inside and not negative else f"[{'^' if negative else ''}{said}]"
        if letter in "tnrf" and letter:
            return f"\\{letter}"
        if letter in _PLAIN and letter:
            return letter if letter in "\"' /,:;=!<>@%" else f"\\{letter}"
        raise self._refused(
            f"\\{letter} means something else, or nothing, in Neo4j: write [^\\p{{L}}], [a-z] or the like"
        )

    def _class(self) -> str:
        said = "["
        self.at += 1
        if self.pattern.startswith("^", self.at):
            said, self.at = "[^", self.at + 1
        first = True
        while first or not self.pattern.startswith("]", self.at):
            rest = self.pattern[self.at : self.at + 2]
            if not rest or rest[0] == "[" or rest in ("&&", "--", "~~") or (first and rest[0] == "]"):
                raise self._refused("a class […] is one list of letters, with \\ before [ and ]")
            said += self._escaped(inside=True) if rest[0] == "\\" else self._one()
            first = False
        self.at += 1
        return f"{said}]"

    def _one(self) -> str:
        self.at += 1
        letter = self.pattern[self.at - 1]
        return "\\" + letter if letter in "^&~" else letter

    def _group(self) -> str:
        flags = _FLAGS.match(self.pattern, self.at)
        if flags is None:
            if self.pattern.startswith("(?", self.at):
                raise self._refused("looking ahead and behind isn't known")
            self.at += 1
            return "("
        told = flags[1] if flags[1] is not None else flags[2] or ""
        if set(told) - set("iu"):
            raise self._refused(f"only the flags i and u are taken, and not '{told}'")
        self.folds |= "i" in told and "u" not in told
        begin, self.at = self.at, flags.end()
        self.begin = self.at if begin == self.begin and flags[2] else self.begin
        if flags[3]:
            return f"(?P<{flags[3]}>"
        return self.pattern[begin : self.at] if "i" in told or not told else "" if flags[2] else "(?:"
