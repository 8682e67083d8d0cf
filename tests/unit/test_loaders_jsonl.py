"""JSON lines and JSON files."""

import json
from datetime import date

import pytest
from kg_loaders import Article, LoadError, Source
from kg_loaders.jsonl import JsonlLoader, JsonLoader
from loader_pages import ARABIC, ENGLISH, RUSSIAN, STORIES, Story, copied_page

TEXT = "\n".join(ENGLISH.paragraphs)


def lines(*rows: object) -> list[Article | LoadError]:
    data = b"\n".join(row if isinstance(row, bytes) else json.dumps(row, ensure_ascii=False).encode() for row in rows)
    return list(JsonlLoader().load(Source("news.jsonl", data, "file:///news.jsonl")))


def one(row: object) -> Article:
    (found,) = lines(row)
    assert isinstance(found, Article), found
    return found


def refused(row: object) -> str:
    (found,) = lines(row)
    assert isinstance(found, LoadError)
    return str(found)


def files(value: object) -> list[Article | LoadError]:
    data = value if isinstance(value, bytes) else json.dumps(value).encode()
    return list(JsonLoader().load(Source("news.json", data, "file:///news.json")))


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.language)
def test_all_fields(story: Story) -> None:
    text = "\n".join(story.paragraphs)
    article = one(
        {
            "id": "a1",
            "title": story.headline,
            "text": text,
            "published": "2021-03-14",
            "url": "https://h.example/1",
            "source": story.site,
            "lang": story.language,
        }
    )
    assert (article.id, article.title, article.text, article.site) == ("a1", story.headline, text, story.site)
    assert (article.published, article.published_from) == (date(2021, 3, 14), "jsonl:published")
    assert (article.url, article.language, article.source, article.key) == (
        "https://h.example/1",
        story.language,
        "news.jsonl:1",
        "https://h.example/1",
    )
    assert [article.text[b.start : b.end] for b in article.body] == list(story.paragraphs)


def test_other_names_of_fields() -> None:
    article = one(
        {
            "id": 7,
            "content": TEXT,
            "published_at": "2021-03-14T22:00:00-05:00",
            "site": "Post",
            "source": "feed",
            "language": "en-GB",
        }
    )
    assert (article.id, article.text, article.site, article.language) == ("7", TEXT, "Post", "en")
    assert (article.published, article.published_from) == (date(2021, 3, 14), "jsonl:published_at")
    assert one({"body": TEXT, "date": "14 March 2021"}).published_from == "jsonl:date"


@pytest.mark.parametrize("value", [None, "", "03/04/2021", "yesterday", "2021"])
def test_an_uncertain_date_is_none(value: object) -> None:
    article = one({"text": TEXT, "published": value})
    assert (article.published, article.published_from) == (None, None)


def test_keys() -> None:
    assert one({"id": "a1", "text": TEXT, "site": "Post"}).key == "id:Post/a1"
    assert one({"id": "a1", "text": TEXT}).key == "id:news.jsonl/a1"
    assert one({"text": TEXT}).key is None


def test_a_title_that_the_text_prints_is_not_body() -> None:
    article = one({"title": ENGLISH.headline, "text": f"{ENGLISH.headline}\n\n{TEXT}"})
    assert article.title_block is not None
    assert (article.title_block.start, article.title_block.end) == (0, len(ENGLISH.headline))
    assert len(article.body) == len(ENGLISH.paragraphs)


def test_copied_page_in_a_field() -> None:
    article = one({"text": copied_page(ARABIC)})
    assert [article.text[b.start : b.end] for b in article.body] == list(ARABIC.paragraphs)
    assert (article.title, article.published_from) == (ARABIC.headline, "line:2021-03-14")


def test_a_bad_line_is_told_by_its_number_and_the_rest_is_read() -> None:
    good = {"text": "\n".join(ARABIC.paragraphs)}
    found = lines(
        good,
        b'{"text": "cut o',
        b"",
        [1, 2],
        {"title": "no text"},
        {"text": "  "},
        {"text": 5.5},
        b'{"text": "a\xff"}',
        good,
    )
    assert [type(item) for item in found] == [
        Article,
        LoadError,
        LoadError,
        LoadError,
        LoadError,
        LoadError,
        LoadError,
        Article,
    ]
    numbers = [str(item).split(" ")[0] for item in found if isinstance(item, LoadError)]
    assert numbers == [f"news.jsonl:{n}:" for n in (2, 4, 5, 6, 7, 8)]
    assert isinstance(found[-1], Article)
    assert found[-1].source == "news.jsonl:9"


@pytest.mark.parametrize(
    ("row", "what"),
    [
        (b'{"text": "x"', "broken JSON"),
        (b"[" * 100_000, "nested too deeply"),
        (b'{"id": ' + b"9" * 5000 + b"}", "number too long"),
        (b"just words", "broken JSON"),
        (b'"a string"', "not a JSON object"),
        ({"title": "t"}, '"text"'),
        ({"text": TEXT, "title": ["t"]}, '"title" is not text'),
        ({"text": TEXT, "url": {"a": 1}}, '"url" is not text'),
        (b'{"text": "half \\ud800 character"}', "half characters"),
        (b'{"text": "null \\u0000 character"}', "null"),
    ],
)
def test_what_is_wrong_with_a_line(row: object, what: str) -> None:
    assert what in refused(row)


def test_line_separators_inside_a_text_are_no_line_ends() -> None:
    assert one({"text": "one\u2028two\u0085three"}).text == "one\u2028two\u0085three"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "windows-1251"])
def test_encodings(encoding: str) -> None:
    text = "\n".join(RUSSIAN.paragraphs)
    data = (json.dumps({"text": text}, ensure_ascii=False) + "\r\n" + json.dumps({"text": text}) + "\r\n").encode(
        encoding
    )
    found = list(JsonlLoader().load(Source("news.jsonl", data)))
    assert [item.text for item in found if isinstance(item, Article)] == [text, text]


def test_json_file_of_one_or_many() -> None:
    (single,) = files({"text": TEXT})
    assert isinstance(single, Article)
    assert (single.source, single.key) == ("news.json", "file:///news.json")
    many = files([{"text": TEXT}, {"title": "t"}, {"text": TEXT, "id": "x"}])
    assert [type(item) for item in many] == [Article, LoadError, Article]
    assert str(many[1]).startswith("news.json#2: ")
    assert isinstance(many[0], Article)
    assert (many[0].source, many[0].key) == ("news.json#1", None)


def test_json_file_that_holds_json_lines() -> None:
    row = json.dumps({"text": TEXT}).encode()
    assert [type(item) for item in files(row + b"\n" + row)] == [Article, Article]


@pytest.mark.parametrize("data", [b"", b"[]", b"[1]", b"3", b"{", b"[" * 100_000, b"\x00\x01"])
def test_bad_json_files(data: bytes) -> None:
    (found,) = files(data)
    assert isinstance(found, LoadError)
    assert str(found).startswith("news.json")
