"""The quick ways in which words are compared find what the plain ways find, to the last digit."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.resolve.edits import edits
from kg.resolve.graphones import EDGE, WIDEST, Graphones, graphones, model
from kg.resolve.jointcost import joint_cost, written
from kg.resolve.letterchain import letter_chain
from kg.resolve.tries import Trie

ALPHABETS = {"arabic": "ابتسلرموخج", "cyrillic": "абтслрмохж", "latin": "abtslrmoxjh"}
SCRIPTS = st.sampled_from(sorted(ALPHABETS))


def word(script: str) -> st.SearchStrategy[str]:
    return st.text(ALPHABETS[script], min_size=1, max_size=9)


@given(st.data(), SCRIPTS, SCRIPTS)
def test_two_words_cost_what_a_tree_of_one_of_them_finds(data: st.DataObject, own: str, other: str) -> None:
    one, two = data.draw(word(own)), data.draw(word(other))
    found = Trie(letter_chain(other), [two]).nearest(one, graphones(own, other), 1)
    expected = found[0][0] + letter_chain(other).whole(two) if found else math.inf
    assert joint_cost(one, written(two, letter_chain(other)), graphones(own, other)) == expected


@given(st.text("abc", max_size=8), st.text("abc", max_size=8))
def test_the_least_number_of_changes_is_that_of_the_definition(one: str, other: str) -> None:
    def least(i: int, j: int) -> int:
        return table.get((i, j), i + j)

    table: dict[tuple[int, int], int] = {}
    for i in range(1, len(one) + 1):
        for j in range(1, len(other) + 1):
            changed = least(i - 1, j - 1) + (one[i - 1] != other[j - 1])
            table[i, j] = min(least(i - 1, j) + 1, least(i, j - 1) + 1, changed)
    assert edits(one, other) == least(len(one), len(other))


def spellings(graphones: Graphones, word: str) -> list[tuple[float, str]]:
    """All spellings of a word, each way with what it costs."""
    ways = [(0.0, "", 0, 0)]
    done = []
    while ways:
        cost, written, before, at = ways.pop()
        if at == len(word):
            done.append((cost + graphones.cost(before, 0), written))
        for size in range(1, min(WIDEST, len(word) - at) + 1):
            for other, number in graphones.steps.get(word[at : at + size], {}).items():
                ways.append((cost + graphones.cost(before, number), written + other, number, at + size))
    return done


TABLE = (
    f"{EDGE[0]}\t{EDGE[1]}\t9",
    "a\tx\t4",
    "a\ty\t3",
    "b\tz\t5",
    "ab\tw\t2",
    "0\t1\t4",
    "0\t2\t3",
    "1\t3\t2",
    "2\t0\t3",
    "3\t0\t2",
)


@pytest.mark.parametrize("text", ["a", "b", "ab", "ba", "aab", "abab"])
def test_the_likeliest_spelling_is_the_cheapest_of_all(text: str) -> None:
    few = model(TABLE)
    assert few.best(text) == min(spellings(few, text))


def test_a_word_with_an_unknown_letter_has_no_spelling() -> None:
    assert model(TABLE).best("ac") is None
