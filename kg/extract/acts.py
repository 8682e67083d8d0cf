"""What a speaker does by saying something: told by the verb, by the words behind a plain verb ("stressed the need"), or by what is said."""

from collections.abc import Iterable, Mapping
from typing import Any

from kg.extract.line import Hit, Line
from kg.lang import Pack
from kg.model import Act
from kg.text.words import Words

_TURNING, _TELLING, _LONG = 8, 26, 45


class Cues:
    """Words and phrases that tell an act, found by their first word; of several the one that stands first in its table wins."""

    def __init__(self, tables: Iterable[Mapping[str, Any]], words: Words) -> None:
        self._words = words
        self._by_first: dict[str, list[tuple[tuple[str, ...], int, Act, frozenset[Act]]]] = {}
        for rank, table in enumerate(tables):
            act, after = Act(table["act"]), frozenset(map(Act, table["after"]))
            for first, *rest in map(words.phrase, table["words"]):
                self._by_first.setdefault(first, []).append((tuple(rest), rank, act, after))

    def phrases(self) -> frozenset[str]:
        """All of them, as folded words with single blanks."""
        return frozenset(" ".join((first, *rest)) for first, found in self._by_first.items() for rest, _, _, _ in found)

    def best(self, line: Line, near: range, spoken: Act) -> Act | None:
        """The act that the cue of the highest rank in a range tells behind a verb that performs ``spoken``."""
        found: tuple[int, Act] | None = None
        for word in near:
            for stem in {part.stem for part in self._words.parts(line.norm(word))} & self._by_first.keys():
                for rest, rank, act, after in self._by_first[stem]:
                    better = found is None or rank < found[0]
                    if better and spoken in after and self._follows(line, word + 1, rest):
                        found = rank, act
        return found[1] if found is not None else None

    def _follows(self, line: Line, word: int, rest: tuple[str, ...]) -> bool:
        return all(expected in self._words.stems[line.norm(word + i)] for i, expected in enumerate(rest))


class Acts:
    """Reads acts with the tables of one pack."""

    def __init__(self, pack: Pack, words: Words) -> None:
        data = pack.table("speech")
        self._turns = Cues(data.get("turn", []), words)
        self._cues = Cues(data.get("cue", []), words)
        self.turning = self._turns.phrases()

    def of(self, line: Line, hit: Hit, near: range, said: range) -> Act:
        """The act of a verb: what opens the thing said turns it; of a verb that only says, anything in what is said tells it."""
        act = hit.entry.act or Act.OTHER
        turned = self._turns.best(line, near[:_TURNING], act)
        if turned is None and hit.entry.weak:
            turned = self._cues.best(line, said[: _LONG if line.grammar.verb_last else _TELLING], act)
        return turned or act

    def stands_with(self, line: Line, hit: Hit, word: int) -> bool:
        """Whether a word makes the act of a verb that tells none by itself ("expressed *hope*")."""
        return hit.entry.act is Act.ANNOUNCE and self._turns.best(line, range(word, word + 1), Act.ANNOUNCE) is not None
