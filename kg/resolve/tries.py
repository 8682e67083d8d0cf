"""Finds the words of a list that a word most likely stands for, in one walk over a tree of their letters."""

import math
from collections.abc import Iterable
from dataclasses import dataclass, field
from heapq import nsmallest
from operator import itemgetter

from kg.resolve.graphones import WIDEST, Graphones, Steps
from kg.resolve.letterchain import LetterChain

BEAM = 80
"""From so many places, at most, a walk goes on."""


@dataclass(slots=True, eq=False)
class Node:
    """A place in the tree: the letters that go on, what the letters so far cost alone, and the word that ends here."""

    cost: float
    onward: dict[str, "Node"] = field(default_factory=dict)
    word: str | None = None
    whole: float = math.inf

    def walk(self, letters: str) -> "Node | None":
        """The node that some letters lead to, None where no word goes on so."""
        node: Node | None = self
        for letter in letters:
            node = node.onward.get(letter) if node else None
        return node


Place = tuple[Node, int]
"""A node and the number of the graphone that led to it."""


class Trie:
    """Words of one script."""

    def __init__(self, letters: LetterChain, words: Iterable[str] = ()) -> None:
        self._letters = letters
        self.root = Node(0.0)
        for word in words:
            self.add(word)

    def add(self, word: str) -> None:
        """Add a word, whatever was added before."""
        node, before = self.root, ""
        for letter in word:
            if letter not in node.onward:
                node.onward[letter] = Node(node.cost + self._letters.cost(before, letter))
            node, before = node.onward[letter], letter
        node.word = word
        node.whole = node.cost + self._letters.cost(before, "")

    def nearest(self, word: str, model: Graphones, limit: int) -> list[tuple[float, str]]:
        """The words that go best with one in the model's own script, with the cost of both together less the found word's own.

        Ranked by that, the lowest first: so a common spelling wins nothing by being common.
        """
        layers: list[dict[Place, float]] = [{} for _ in range(len(word) + 1)]
        layers[0][self.root, 0] = 0.0
        for at, layer in enumerate(layers):
            self._silent(layer, model)
            if at < len(word):
                self._step(layers, at, word, model)
        found: dict[str, float] = {}
        for (node, last), cost in layers[-1].items():
            if node.word is not None:
                total = cost + model.cost(last, 0) + node.cost - node.whole
                found[node.word] = min(total, found.get(node.word, math.inf))
        return nsmallest(limit, ((cost, each) for each, cost in found.items()))

    def _step(self, layers: list[dict[Place, float]], at: int, word: str, model: Graphones) -> None:
        best = nsmallest(BEAM, layers[at].items(), key=itemgetter(1))
        for size in range(1, min(WIDEST, len(word) - at) + 1):
            steps = model.steps.get(word[at : at + size])
            if steps:
                _extend(best, steps, layers[at + size], model)

    def _silent(self, layer: dict[Place, float], model: Graphones) -> None:
        """Letters of the tree that nothing in the word stands for, two in a row at most."""
        steps = model.steps.get("", {})
        for _ in range(2 if steps else 0):
            _extend(nsmallest(BEAM, layer.items(), key=itemgetter(1)), steps, layer, model)


def _extend(best: list[tuple[Place, float]], steps: Steps, into: dict[Place, float], model: Graphones) -> None:
    following, backoff, alone = model.following, model.backoff, model.alone
    for (node, before), cost in best:
        after, rare = following[before], backoff[before]
        for other, number in steps.items():
            reached = node
            for letter in other:
                if letter not in reached.onward:
                    break
                reached = reached.onward[letter]
            else:
                step = after[number] if number in after else rare + alone[number]
                total = cost + step - reached.cost + node.cost
                place = reached, number
                if total < into.get(place, math.inf):
                    into[place] = total
