"""Saved pages: metadata, readable text, and pages made to break the parser."""

from datetime import date

import pytest
from hang import guarded
from kg_loaders import Article, LoadError, Source
from kg_loaders.html import HtmlLoader
from loader_pages import ARABIC, ENGLISH, PERSIAN, STORIES, Story, saved_page


def item(page: str | bytes) -> Article | LoadError:
    data = page if isinstance(page, bytes) else page.encode("utf-8")
    (found,) = HtmlLoader().load(Source("page.html", data, "file:///page.html"))
    return found


def load(page: str | bytes) -> Article:
    found = item(page)
    assert isinstance(found, Article), found
    return found


def body(article: Article) -> list[str]:
    return [article.text[b.start : b.end] for b in article.body]


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.language)
def test_text_title_site_and_language(story: Story) -> None:
    article = load(saved_page(story, head=f'<meta property="og:site_name" content="{story.site}">'))
    assert body(article) == list(story.paragraphs)
    assert (article.title, article.site, article.language) == (story.headline, story.site, story.language)
    assert article.title_block is not None
    assert article.text[article.title_block.start : article.title_block.end] == story.headline
    assert "never shown" not in article.text
    assert (article.published, article.published_from, article.key) == (None, None, "file:///page.html")


@pytest.mark.parametrize("story", [s for s in STORIES if s.encoding != "utf-8"], ids=lambda story: story.language)
def test_pages_in_old_encodings(story: Story) -> None:
    page = saved_page(story).replace("utf-8", story.encoding)
    assert body(load(page.encode(story.encoding))) == list(story.paragraphs)


@pytest.mark.parametrize(
    ("head", "top", "told_from"),
    [
        ('<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2021-03-14T23:30:00+04:00"}</script>', "", "json-ld:datePublished"),
        ('<script type="application/ld+json">{"@graph":[{"@type":"WebSite"},{"@type":["NewsArticle"],"datePublished":"2021-03-14"}]}</script>', "", "json-ld:datePublished"),
        ('<meta property="article:published_time" content="2021-03-14T08:00:00Z">', "", "meta:article:published_time"),
        ('<meta name="DC.date.issued" content="14 March 2021">', "", "meta:dc.date.issued"),
        ("", '<time datetime="2021-03-14T08:00">a while ago</time>', "time:datetime"),
        ("", '<time datetime="2021-03-15">now</time><time pubdate datetime="2021-03-14">then</time>', "time:datetime"),
        ("", "<p>14 March 2021</p>", "line:14 March 2021"),
    ],
)  # fmt: skip
def test_where_the_date_is_told(head: str, top: str, told_from: str) -> None:
    article = load(saved_page(ENGLISH, head, top))
    assert (article.published, article.published_from) == (date(2021, 3, 14), told_from)


@pytest.mark.parametrize(
    ("head", "top"),
    [
        ('<meta property="article:published_time" content="03/04/2021">', ""),
        ('<meta property="article:modified_time" content="2021-03-14">', ""),
        ('<script type="application/ld+json">{"@type":"NewsArticle","datePublished":14}</script>', ""),
        ('<script type="application/ld+json">{broken</script>', ""),
        ("", '<time datetime="2021-03-15">a</time><time datetime="2021-03-14">b</time>'),
        ("", '<time datetime="PT5M">five minutes</time>'),
    ],
)
def test_no_date_is_guessed(head: str, top: str) -> None:
    article = load(saved_page(ENGLISH, head, top))
    assert (article.published, article.published_from) == (None, None)


@pytest.mark.parametrize(
    ("head", "url"),
    [
        ('<link rel="canonical" href="https://www.harbour.example/a/1"><meta property="og:url" content="https://x.example/">', "https://www.harbour.example/a/1"),
        ('<link rel="canonical" href="/a/1"><meta property="og:url" content="https://harbour.example/a/2">', "https://harbour.example/a/2"),
        ('<script type="application/ld+json">{"@type":"Article","mainEntityOfPage":{"@id":"https://harbour.example/a/3"}}</script>', "https://harbour.example/a/3"),
        ('<!-- saved from url=(0027)https://harbour.example/a/4 -->', "https://harbour.example/a/4"),
    ],
)  # fmt: skip
def test_address(head: str, url: str) -> None:
    article = load(saved_page(ENGLISH, head))
    assert (article.url, article.key, article.site) == (url, url, "harbour.example")


@pytest.mark.parametrize(
    "href", ["javascript:alert(1)", "https://a b/", "//harbour.example/a", "https://[bad", "file:///etc/hosts"]
)
def test_what_is_no_address(href: str) -> None:
    article = load(saved_page(ENGLISH, f'<link rel="canonical" href="{href}">'))
    assert (article.url, article.key) == (None, "file:///page.html")


def test_json_ld_title_and_publisher() -> None:
    facts = '{"@type":"NewsArticle","headline":"A &amp; B meet","publisher":{"@type":"Organization","name":"The Harbour Post"},"inLanguage":"en-GB"}'
    article = load(
        saved_page(ENGLISH, f'<script type="application/ld+json">[{facts}]</script>').replace(' lang="en"', "")
    )
    assert (article.title, article.site, article.language) == ("A & B meet", "The Harbour Post", "en")
    assert article.text.startswith("A & B meet\n\n")


def test_site_is_cut_off_the_title() -> None:
    page = saved_page(ENGLISH, f'<meta property="og:site_name" content="{ENGLISH.site}">').replace("h1>", "h2>")
    assert load(page).title == ENGLISH.headline


def test_a_template_that_declares_the_wrong_language() -> None:
    assert load(saved_page(ARABIC).replace('lang="ar"', 'lang="en-US"')).language is None


def test_short_pages_and_fragments_are_read() -> None:
    assert load("<p>Talks ended.</p>").text == "Talks ended."
    assert "Talks ended." in load("<html><body><p>Talks ended.</body></html>").text


def test_half_spaces_stay() -> None:
    article = load(f"<html><body><p>{PERSIAN.paragraphs[0]}</p><p>می&zwnj;رود &#1;</p></body></html>")
    assert PERSIAN.paragraphs[0] in article.text
    assert "می\u200cرود" in article.text


def test_markup_in_a_title_stays_text() -> None:
    page = saved_page(ENGLISH).replace(ENGLISH.headline, "&lt;script&gt;alert(1)&lt;/script&gt; in the talks")
    assert load(page).title == "<script>alert(1)</script> in the talks"


PARAGRAPHS = "".join(f"<p>{p}</p>" for p in ENGLISH.paragraphs)
HOSTILE = {
    "deep": "<html><body>" + "<div>" * 100_000 + PARAGRAPHS,
    "deep inline": "<html><body><p>" + "<b>" * 100_000 + PARAGRAPHS,
    "deep tables": "<html><body>" + "<table><tr><td>" * 30_000 + PARAGRAPHS,
    "long attribute": f"<html><body><div class='{'a ' * 1_000_000}'>{PARAGRAPHS}</div>",
    "many attributes": "<html><body><div " + " ".join(f"a{n}=1" for n in range(100_000)) + f">{PARAGRAPHS}</div>",
    "many elements": "<html><body>" + "<i>x</i>" * 200_000 + PARAGRAPHS,
    "scripts": "<html><body><script>" + "var a='<p>';" * 200_000 + f"</script>{PARAGRAPHS}",
    "open comments": "<html><body>" + "<!--" * 200_000 + PARAGRAPHS,
    "open tags": "<p " * 300_000,
    "angle brackets": "<" * 500_000,
    "deep JSON-LD": f"<html><head><script type='application/ld+json'>{'[' * 100_000}</script></head><body>{PARAGRAPHS}",
    "long title": f"<html><head><title>{'T' * 500_000}</title></head><body>{PARAGRAPHS}",
    "broken": f"<html><body><p<div <<<a href=>{PARAGRAPHS}<!-- never closed",
    "entities": "<!DOCTYPE a [<!ENTITY x 'ha'><!ENTITY y '&x;&x;'>]><html><body><p>&y;</p>",
    "null": f"<html><body>\x00{PARAGRAPHS}",
    "controls": f"<html><body>\x01\x02{PARAGRAPHS}",
    "no text": "<html><body><img src=a></body></html>",
    "frames": "<html><frameset><frame src=x></frameset></html>",
    "charsets": "<meta charset" * 100_000 + "\xff",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_pages_are_read_or_refused_soon(name: str) -> None:
    with guarded():
        found = item(HOSTILE[name].encode("latin-1"))
    if isinstance(found, LoadError):
        assert str(found).startswith("page.html: ")
    else:
        assert found.text.strip()
        assert found.body


@pytest.mark.parametrize("name", ["long attribute", "many attributes", "scripts", "broken", "controls", "deep JSON-LD"])
def test_the_article_of_an_odd_page_is_found(name: str) -> None:
    assert body(load(HOSTILE[name])) == list(ENGLISH.paragraphs)
