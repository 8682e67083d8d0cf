"""Words that bend: which forms may belong to one dictionary form."""

import pytest

from kg.lang import load_pack
from kg.text.plugs import morphology
from kg.text.words import Words

RUSSIAN = morphology("pymorphy3")
HEADS = [stem for head in load_pack("ru").table("roles")["head"] for stem in head["stem"] if " " not in stem]


@pytest.mark.parametrize(
    ("lemma", "form"),
    [
        ("министр", "министрами"),
        ("встретиться", "встретились"),
        ("переговоры", "переговорах"),
        ("планироваться", "планируется"),
        ("глава", "главою"),
        ("визит", "визитов"),
        ("мир", "миру"),
        ("иностранный", "иностранных"),
        ("посетить", "посещая"),
    ],
)
def test_forms_of_one_word_share_a_beginning(lemma: str, form: str) -> None:
    assert RUSSIAN.beginnings(form) & RUSSIAN.beginnings(lemma, lemma=True)


@pytest.mark.parametrize(
    ("lemma", "other"), [("министр", "магазинами"), ("визит", "воскресенье"), ("мир", "автомобиль")]
)
def test_other_words_do_not(lemma: str, other: str) -> None:
    assert not RUSSIAN.beginnings(other) & RUSSIAN.beginnings(lemma, lemma=True)


@pytest.mark.parametrize("head", HEADS)
def test_every_plural_of_an_office_is_found_by_its_beginning(head: str) -> None:
    words = Words(load_pack("ru"))
    lemma = words.fold(head)
    assert all(RUSSIAN.beginnings(form) & RUSSIAN.beginnings(lemma, lemma=True) for form in RUSSIAN.plurals(lemma))
