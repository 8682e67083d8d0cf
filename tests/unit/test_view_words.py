import string
import tomllib
from functools import cache
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.model import Act, EventType, Literal, Status
from kg.view.words import LONGEST_LABEL, Words, clean, isolate, languages, wrap

MARKS = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2067\u2068"


def keys(table: dict, prefix: str = "") -> set[str]:
    return {
        key
        for name, value in table.items()
        for key in (keys(value, f"{prefix}{name}.") if isinstance(value, dict) else {prefix + name})
    }


@cache
def read(name: str) -> dict:
    return tomllib.loads(files("kg.view").joinpath(name).read_text("utf-8"))


@pytest.mark.parametrize("language", languages())
def test_every_language_says_everything(language):
    strings = read("strings.toml")
    assert keys(strings[language]) == keys(strings["en"])
    assert strings[language]["direction"] == ("rtl" if language in ("ar", "fa") else "ltr")


@pytest.mark.parametrize("language", languages())
def test_the_placeholders_are_the_same_in_every_language(language):
    def placeholders(text: str) -> set[str]:
        return {name for _, name, _, _ in string.Formatter().parse(text) if name}

    for key in keys(read("strings.toml")["en"]):
        assert placeholders(raw(language, key)) == placeholders(raw("en", key)), key


def raw(language: str, key: str) -> str:
    value = read("strings.toml")[language]
    for part in key.split("."):
        value = value[part]
    return value


def test_every_kind_of_event_has_a_name_and_a_sign():
    strings, signs = read("strings.toml")["en"], read("kinds.toml")
    assert set(EventType) <= set(strings["kind"]) == set(strings["kinds"]) == set(signs)
    assert {str(status) for status in Status} <= set(strings["value"])
    assert len([name for name in strings["value"] if name not in ("main", "background")]) >= len(Status) + len(Act)


def test_no_two_kinds_share_a_colour_or_a_shape():
    signs = read("kinds.toml").values()
    for part in ("light", "dark", "path"):
        assert len({sign[part] for sign in signs}) == len(signs)


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("ar", "سيرغي لافروف"),
        ("en", "Sergey Lavrov"),
        ("ru", "Сергей Лавров"),
        ("fa", "Sergey Lavrov"),
        ("ar-SY", "سيرغي لافروف"),
    ],
)
def test_the_label_is_in_the_readers_language_or_else_english(language, expected):
    labels = [
        Literal("Сергей Лавров", language="ru"),
        Literal("Sergey Lavrov", language="en"),
        Literal("سيرغي لافروف", language="ar"),
    ]
    assert Words.of(language).pick(labels) == expected


def test_any_label_is_better_than_none_and_none_says_so():
    assert Words.of("en").pick([Literal("خاجي", language="ar")]) == "خاجي"
    assert Words.of("en").pick([]) == "(no name)"
    assert Words.of("en").pick([Literal("\u202e\u200f", language="en")]) == "(no name)"


def test_the_fullest_of_several_labels_in_one_language_is_taken():
    assert (
        Words.of("ar").pick([Literal("خاجي", language="ar"), Literal("علي أصغر خاجي", language="ar")])
        == "علي أصغر خاجي"
    )


def test_an_unknown_language_reads_english_strings_and_its_own_labels():
    words = Words.of("tr")
    assert words.interface == "en"
    assert words.pick([Literal("Türkiye", language="tr"), Literal("Turkey", language="en")]) == "Türkiye"


def test_a_name_with_braces_is_not_a_placeholder():
    assert Words.of("en").say("note.onBehalfOf", name="{x}") == "for {x}"


@given(st.text(st.sampled_from("ابج abc\u202e\u2066\u2069\n\x00\ud800") | st.characters()))
def test_a_clean_name_fits_on_a_line_and_turns_nothing_round(text):
    made = clean(text)
    assert not set(made) & set(MARKS)
    assert made.count("\u2066") == made.count("\u2069")
    assert made == " ".join(made.split())
    assert len(made.replace("\u2066", "").replace("\u2069", "")) <= LONGEST_LABEL
    made.encode("utf-8")


def test_a_date_keeps_its_order_inside_arabic():
    assert clean("لقاء (2020-10-14/2020-10-21)") == "لقاء (\u20662020-10-14/2020-10-21\u2069)"


@given(st.text(st.sampled_from("ابجد abcd")), st.integers(6, 30), st.integers(1, 3))
def test_wrapped_lines_are_few_short_and_isolated(text, width, lines):
    rows = wrap(" ".join(text.split()), width, lines)
    assert len(rows) <= lines
    for row in rows:
        assert row == isolate(row[1:-1])
        assert len(row) - 2 <= width


def test_a_short_name_is_wrapped_without_loss():
    assert [row[1:-1] for row in wrap("Syrian Constitutional Committee")] == ["Syrian Constitutional", "Committee"]
    assert [row[1:-1] for row in wrap("economic and humanitarian situation in Syria")][-1].endswith("…")
