"""Names are found among many as they are by comparing each of them: no more, no fewer."""

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from kg.resolve.alike import LIKELY, WordList, alike
from kg.resolve.likeness import FARTHEST, SHIPPED, in_order
from kg.resolve.matching import same_name, same_names
from kg.resolve.similarity import readings
from kg.resolve.spelling import script
from kg.resolve.tables import edition, learned, rows
from kg.resolve.wordmatch import word_match

SCRIPTS = ("arabic", "cyrillic", "latin")
LETTERS = "abcdefghijklmnopqrstuvwxyzšğöابتثجحخدرزسشصعغفقكلمنهويپچژگکیءабвгдежзийклмнопрстуфхцчшщъыьэюя*"
TABLE = [form for line in rows("spellings.tsv")[1:] for cell in line.split("\t") for form in cell.split("|") if form]
ODD = [
    "",
    " ",
    "-",
    "А.",
    "S. Lavrov",
    "عبد الله",
    "Abdul Rahman",
    "Абдуррахман",
    "الله",
    "*",
    "ولد",
    "بلال",
    "للي",
    "1",
    "نور الدين",
    "Lavrov\n",
    "Li",
    "ß",
]
WORDS = some.sampled_from(
    sorted({*learned("ar"), *learned("ru"), *(latin.lower() for latin, _ in learned("ru").values())})
)
MADE = some.text(some.sampled_from(LETTERS), min_size=1, max_size=9)
NAMES = (
    some.sampled_from(TABLE) | some.sampled_from(ODD) | some.lists(WORDS | MADE, min_size=1, max_size=3).map(" ".join)
)


@settings(max_examples=150)
@given(NAMES, some.lists(NAMES, max_size=12))
def test_the_same_names_are_found_as_by_comparing_each(query: str, labels: list[str]) -> None:
    labels = [*labels, query, *query.split()[-1:]]
    assert same_names(query, labels) == {label for label in labels if same_name(query, label)}


@pytest.mark.parametrize(
    "query",
    [
        "Lavrov",
        "Сергей Лавров",
        "لافروف",
        "لاوروف",
        "Ali Khamenei",
        "علي خامنئي",
        "Аль-Асад",
        "Abdullah",
        "خاجي",
        "M. Zarif",
    ],
)
def test_the_same_names_are_found_in_the_whole_table(query: str) -> None:
    found = same_names(query, TABLE)
    assert found == {label for label in TABLE if same_name(query, label)}


@settings(max_examples=150)
@given(WORDS | MADE, some.lists(WORDS | MADE, max_size=12))
def test_the_same_words_are_found_as_by_comparing_each(word: str, others: list[str]) -> None:
    words = [each for name in (word, *others) for reading in readings(name) for each in reading]
    for one in words[:2]:
        assert alike(one, WordList(words)) == {each for each in words if word_match(one, each).log_odds > LIKELY}


@settings(max_examples=300)
@given(WORDS | MADE, WORDS | MADE)
def test_no_word_is_more_alike_than_was_said_to_be_possible(word: str, other: str) -> None:
    first, second = in_order(word, other)
    cost = SHIPPED.cost(first, second)
    for known, unknown in ((word, other), (other, word)):
        assert SHIPPED.at_most(known, unknown, cost - 1e-6) >= SHIPPED.log_odds(first, second, cost)


@settings(max_examples=300)
@given(WORDS | MADE)
def test_no_reading_costs_more_than_was_said_to_be_possible(word: str) -> None:
    for other in SCRIPTS:
        model = SHIPPED.graphones(script(word), other)
        best, most = model.best(word), model.most(word)
        assert (best is None) == (most == math.inf)
        assert best is None or best[0] <= most + 1e-9


def test_words_that_share_no_letters_are_as_far_as_can_be() -> None:
    assert SHIPPED.at_most("li", "ж", math.inf) == FARTHEST


def test_the_edition_tells_the_tables_apart(tmp_path, monkeypatch) -> None:
    before = edition()
    assert before == edition()
    from kg.resolve import tables

    for name in ("spellings.tsv", "names-ar.tsv", "names-ru.tsv", "letters.toml"):
        (tmp_path / name).write_bytes(tables.data.joinpath(name).read_bytes())
    monkeypatch.setattr(tables, "data", tmp_path)
    assert edition() == before
    with (tmp_path / "spellings.tsv").open("a", encoding="utf-8") as file:
        file.write("Boris\tبوريس\tبوریس\tБорис\n")
    assert edition() != before
