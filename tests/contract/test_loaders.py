"""What every loader promises, over all of them."""

import json
from importlib.metadata import entry_points

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from kg_loaders import Article, Loader, LoadError, Source
from kg_loaders.html import HtmlLoader
from kg_loaders.jsonl import JsonlLoader, JsonLoader
from kg_loaders.plain import PlainLoader
from loader_pages import STORIES, Story, copied_page, saved_page

LOADERS: tuple[Loader, ...] = (PlainLoader(), HtmlLoader(), JsonlLoader(), JsonLoader())
_LINES = st.sampled_from(
    [*(line for story in STORIES for line in copied_page(story).split("\n")), "1250", "• 7", "Read also:", "Home | News", "اقرأ أيضا:", "Leave a comment", "2021-03-15", "© 2021", "---", "\u00a0", "\x85"]
)  # fmt: skip
TEXTS = st.one_of(st.text(), st.lists(st.one_of(_LINES, st.text(max_size=30)), max_size=25).map("\n".join))


def written(loader: Loader, story: Story) -> bytes:
    """A story in the loader's own format."""
    record = {"title": story.headline, "text": "\n".join(story.paragraphs)}
    if isinstance(loader, PlainLoader):
        return copied_page(story).encode()
    return saved_page(story).encode() if isinstance(loader, HtmlLoader) else json.dumps(record).encode()


def holds(article: Article) -> None:
    """What is true of every article: its blocks are in order, apart, inside the text, and leave out nothing but white space."""
    assert article.body
    assert (article.published is None) == (article.published_from is None)
    blocks = sorted([(b.start, b.end) for b in article.body] + [(d.start, d.end) for d in article.dropped])
    assert [b.start for b in article.body] == sorted(b.start for b in article.body)
    assert [d.start for d in article.dropped] == sorted(d.start for d in article.dropped)
    end = 0
    for start, stop in blocks:
        assert end <= start < stop <= len(article.text)
        assert not article.text[end:start].strip()
        assert article.text[start:stop].strip()
        end = stop
    assert not article.text[end:].strip()
    if article.title_block is not None:
        assert (article.title_block.start, article.title_block.end, "headline") in [
            (d.start, d.end, d.reason) for d in article.dropped
        ]


def load(loader: Loader, data: bytes) -> list[Article | LoadError]:
    return list(loader.load(Source("somewhere", data, "file:///somewhere")))


@pytest.mark.parametrize("loader", LOADERS, ids=lambda loader: type(loader).__name__)
@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.language)
def test_a_story_is_one_article(loader: Loader, story: Story) -> None:
    (article,) = load(loader, written(loader, story))
    assert isinstance(article, Article)
    holds(article)
    assert tuple(article.text[b.start : b.end] for b in article.body) == story.paragraphs
    assert article.title == story.headline
    assert (article,) == tuple(load(loader, written(loader, story)))


@pytest.mark.parametrize("loader", LOADERS, ids=lambda loader: type(loader).__name__)
@pytest.mark.parametrize(
    "data", [b"", b" \n", b"\x00", b"%PDF-1.4", b"PK\x03\x04", b"\x89PNG\r\n", b"\xff\xfe", bytes(range(128, 256)) * 9]
)
def test_bad_bytes_are_one_clear_error(loader: Loader, data: bytes) -> None:
    (error,) = load(loader, data)
    assert isinstance(error, LoadError)
    assert str(error).startswith("somewhere")
    assert str(error).endswith(".")


@pytest.mark.parametrize("loader", LOADERS, ids=lambda loader: type(loader).__name__)
@given(data=st.binary(max_size=400))
def test_no_bytes_raise(loader: Loader, data: bytes) -> None:
    for item in load(loader, data):
        if isinstance(item, Article):
            holds(item)
        else:
            assert str(item)


@settings(max_examples=300)
@given(TEXTS)
def test_plain_text_is_kept_to_the_letter(text: str) -> None:
    for item in load(PlainLoader(), text.encode("utf-8", "surrogatepass")):
        if isinstance(item, Article):
            holds(item)
            assert item.text == text.removeprefix("\ufeff")


@settings(max_examples=300)
@given(TEXTS, st.one_of(st.none(), st.text(max_size=20), _LINES))
def test_json_text_is_kept_to_the_letter(text: str, title: str | None) -> None:
    row = json.dumps({"text": text, "title": title}).encode()
    for loader in (JsonlLoader(), JsonLoader()):
        (item,) = load(loader, row)
        if isinstance(item, Article):
            holds(item)
            assert item.text == text
        else:
            assert not text.strip() or any(c == "\x00" or "\ud800" <= c <= "\udfff" for c in text + (title or ""))


@settings(max_examples=60)
@given(
    st.lists(
        st.one_of(
            st.sampled_from(
                ["<p>", "<div>", "</div>", "<!--", "-->", "<h1>", "<table>", "<td", "=", "'", "&#0;", "&lt;", "<br/>"]
            ),
            _LINES,
        ),
        max_size=40,
    ).map("".join)
)
def test_no_markup_raises(markup: str) -> None:
    for item in load(HtmlLoader(), markup.encode()):
        if isinstance(item, Article):
            holds(item)
        else:
            assert str(item).startswith("somewhere: ")


def test_loaders_are_registered() -> None:
    registered = {
        type(point.load()()) for point in entry_points(group="kg.loaders") if point.value.startswith("kg_loaders.")
    }
    assert registered == {type(loader) for loader in LOADERS}
