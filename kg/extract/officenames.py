"""What an office is called in English, and what rank that gives its holder."""

from collections.abc import Mapping

from kg.extract.entries import Cls, Entry
from kg.extract.fronted import OWNERS, Fronted
from kg.extract.lexicon import Lexicon
from kg.extract.line import Hit, Line
from kg.lang import Pack


class OfficeNames:
    """Names offices with the tables of one pack."""

    def __init__(self, pack: Pack, lexicon: Lexicon) -> None:
        data = pack.table("roles")
        words = lexicon.words
        self._phrases: list[tuple[tuple[str, ...], str]] = sorted(
            ((words.phrase(key), english) for key, english in data.get("phrase", {}).items()),
            key=lambda item: -len(item[0]),
        )
        self._portfolio: Mapping[str, str] = {
            words.fold(key): english for key, english in data.get("portfolio", {}).items()
        }
        self._qualifiers: Mapping[str, str] = {
            words.fold(key): english for key, english in data.get("qualifier", {}).items()
        }
        self._ranks: Mapping[str, int] = {head["en"]: head.get("rank", 0) for head in data.get("head", [])}
        self._deputies = frozenset(data.get("deputies", {}).get("names", ()))
        self._private = frozenset(map(words.phrase, data.get("private", {}).get("nouns", ())))
        self._words = words
        self._grammar = lexicon.grammar

    def is_deputy(self, name: str) -> bool:
        """Whether an English name is that of a deputy: "Deputy Foreign Minister"."""
        return not self._deputies.isdisjoint((name, name.partition(" ")[0]))

    def is_of_things(self, line: Line, first: int, last: int) -> bool:
        """Whether words behind a head name something that it is of, other than "that country" and "our country"."""
        told = (word for word in range(first, last) if line.norm(word) not in self._grammar.own_country)
        found = (line.at(word, Cls.COMPLEMENT) for word in told if not self._determined(line, word))
        return any(hit is not None and hit.entry.key == "nouns" for hit in found)

    def is_private(self, line: Line, first: int, last: int) -> bool:
        """Whether words name what speaks for no state: a company, a club, a festival; not inside the name of a known body."""
        if not self._private:
            return False
        for word in (word for word in range(first, last) if line.at(word, Cls.ORGANIZATION) is None):
            following = self._grammar.without_article(line.norm(word + 1))
            for part in self._words.parts(line.norm(word)):
                if not self._private.isdisjoint(((part.stem,), (part.stem, following))):
                    return True
        return False

    def rank(self, head: Entry, name: str) -> int:
        """The rank of an office: of a head that leads anything ("head of the ministry") that of what it is called in English."""
        return self._ranks.get(name, 1) if head.generic and name != head.key else head.rank

    def fronted(self, line: Line, found: Fronted) -> str:
        """The name of an office whose modifiers stand before its head."""
        parts = (self._portfolio.get(line.norm(i)) or self._qualifiers.get(line.norm(i)) for i in found.before)
        return " ".join([*(part for part in parts if part), found.head.entry.key])

    def english(self, line: Line, head: Hit, end: int) -> str:
        """The name of an office from its head to ``end``: that of a known phrase, or made of its words one by one."""
        known = self._known(line, head, end)
        return known if known is not None else self._spelled_out(line, head, end)

    def _known(self, line: Line, head: Hit, end: int) -> str | None:
        """The name of a known phrase that the office opens with, its adjectives of states and its articles left out."""
        norms = tuple(line.norm(word) for word in range(head.first, end))
        behind = [self._grammar.without_article(norm) for norm in norms[1:]]
        plain = tuple(line.norm(i) for i in range(head.first + 1, end) if line.at(i, Cls.ADJECTIVE) is None)
        stem = head.part.stem
        spellings = {norms, (stem, *behind), (stem, *norms[1:]), (stem, *plain)}
        return next(
            (name for phrase, name in self._phrases if any(words[: len(phrase)] == phrase for words in spellings)), None
        )

    def _spelled_out(self, line: Line, head: Hit, end: int) -> str:
        words: list[str] = []
        for word in range(head.last, end):
            nested = line.at(word, Cls.ROLE)
            if nested is not None:
                joint = " " if head.entry.key in self._deputies else " of the "
                inner = self.english(line, nested, self._run(line, nested, end))
                return f"{' '.join([*words, head.entry.key])}{joint}{inner}"
            part = self._told_of(line, word) or self._qualifiers.get(line.norm(word))
            if part and part not in words:
                words.append(part)
        things = (line.at(word, Cls.COMPLEMENT) and not line.at(word, *OWNERS) for word in range(head.last, end))
        return " ".join([*words, head.entry.name if not words and any(things) else head.entry.key])

    def _run(self, line: Line, head: Hit, end: int) -> int:
        """End of the words right behind a nested head that belong to it, not to the office around it."""
        word = head.last
        while word < end and (self._tells(line, word) or (word + 1 < end and self._tells(line, word + 1))):
            word += 1
        return word

    def _tells(self, line: Line, word: int) -> bool:
        """Whether a word says what an office is of, or is an office itself."""
        return bool(self._told_of(line, word)) or line.at(word, Cls.ROLE) is not None

    def _told_of(self, line: Line, word: int) -> str | None:
        """The English of what an office is of; "country" in "that country" or "five countries" is nothing of the kind."""
        return None if self._determined(line, word) else self._portfolio.get(line.norm(word))

    def _determined(self, line: Line, word: int) -> bool:
        number = word > 0 and any(hit.entry.key == "numbers" for hit in line.hits[word - 1])
        counted = self._grammar.bare_genitive and (number or line.norm(word - 1).isdigit())
        return counted or line.norm(word - 1) in self._grammar.determiners
