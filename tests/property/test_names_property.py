import re
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.resolve.nameindex import NameIndex
from kg.resolve.namewords import name_words
from kg.resolve.similarity import similarity
from kg.resolve.tables import curated_names
from kg.resolve.wordmatch import word_match

SAMPLE = Path(__file__).parents[1] / "names_sample.tsv"
LETTERS = "ابتثجحخدذرزسشصضطظعغفقكلمنهويآأئةىپچژگабвгдежзийклмнопрстуфхцчшщъыьэюяabcdefghijklmnopqrstuvwxyzšćöı -.'"
NAMES = st.text(alphabet=LETTERS, max_size=24)


@given(name=NAMES, other=NAMES)
def test_likeness_is_the_same_both_ways_and_a_share(name: str, other: str) -> None:
    match = similarity(name, other)
    assert match == similarity(other, name)
    assert 0 <= match.score <= 1


@given(name=NAMES.filter(lambda text: bool(re.search(r"[^\W\d_]", text)) and bool(name_words(text))))
def test_a_name_is_like_itself_and_is_found(name: str) -> None:
    assert similarity(name, name).score > 0.6 or similarity(name, name).partial
    assert name in [found.name for found in NameIndex([name, "Sergey Lavrov"]).search(name)]


@given(name=st.text(), other=st.text())
def test_any_text_can_be_compared(name: str, other: str) -> None:
    assert 0 <= similarity(name, other).score <= 1


@pytest.mark.parametrize("language", ["ar", "fa", "ru"])
def test_listed_whole_names_match_their_latin_form(language: str) -> None:
    for native, latin in curated_names(language).items():
        assert similarity(native, latin).score > 0.9, (native, latin, similarity(native, latin))


@cache
def sample() -> list[tuple[str, str, str]]:
    """Script, word, Latin word."""
    lines = [line for line in SAMPLE.read_text("utf-8").splitlines() if not line.startswith("#")]
    return [(script, word, latin) for script, word, latin in (line.split("\t") for line in lines)]


@pytest.mark.parametrize(("script", "floor"), [("ar", 0.9), ("ru", 0.9)])
def test_the_right_word_is_found_first(script: str, floor: float) -> None:
    index = NameIndex(latin for _, _, latin in sample())
    asked = [(word, latin) for kind, word, latin in sample() if kind == script]
    hits = sum(
        found[:1] == [latin] for word, latin in asked for found in [[each.name for each in index.search(word, 1)]]
    )
    assert hits / len(asked) >= floor


SYLLABLES = st.lists(st.sampled_from(["ba", "ri", "ka", "no", "sa", "lu", "da", "mi"]), min_size=5, max_size=9)


@given(made=SYLLABLES, name=st.sampled_from(["oleg", "orhan", "sergey", "الكسندر", "мария"]))
def test_a_word_that_costs_very_much_is_never_believed(made: list[str], name: str) -> None:
    assert word_match("".join(made), name).chance < 0.5
