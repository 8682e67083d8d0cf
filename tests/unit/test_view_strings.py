import re
import tomllib
from importlib.resources import files

import pytest

TABLES = tomllib.loads(files("kg.view").joinpath("strings.toml").read_text("utf-8"))
TEMPLATE = files("kg.view").joinpath("template")
# Scripts of the letters in which each language of the interface is written.
LETTERS = {"ar": "[\u0620-\u064a]", "fa": "[\u0620-\u06d3]", "ru": "[\u0400-\u04ff]"}


def flat(table, path=()):
    for key, value in table.items():
        yield from flat(value, (*path, key)) if isinstance(value, dict) else [((*path, key), value)]


@pytest.mark.parametrize("language", TABLES)
def test_the_page_says_the_same_in_each_language(language):
    english, said = dict(flat(TABLES["en"])), dict(flat(TABLES[language]))
    assert set(said) == set(english)
    for path, text in said.items():
        assert set(re.findall(r"\{\w+\}", text)) == set(re.findall(r"\{\w+\}", english[path])), path


@pytest.mark.parametrize("language", LETTERS)
def test_no_word_of_the_page_was_left_in_english(language):
    for path, text in flat(TABLES[language]):
        if path[-1] != "direction" and re.search("[A-Za-z]{2}", re.sub(r"\{\w+\}", "", text)):
            assert re.search(LETTERS[language], text), path


def test_what_the_page_asks_for_is_there_and_is_a_text():
    page = TEMPLATE.joinpath("page.html").read_text("utf-8")
    asked = re.findall(r"words\.([a-z_.]+)", re.sub(r"words\.[a-z_]+\.format", "", page))
    assert len(asked) > 40
    for path in asked:
        found = TABLES["en"]
        for key in path.split("."):
            # Jinja looks for a method of a table before a word in it.
            assert not hasattr({}, key), path
            found = found[key]
        assert isinstance(found, str | dict), path
