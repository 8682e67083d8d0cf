"""Plain text: what is the article's own, what is furniture, and what the page tells of itself."""

from datetime import date

import pytest
from kg_loaders import Article, Block, LoadError, Source
from kg_loaders.plain import PlainLoader
from loader_pages import ARABIC, ENGLISH, STORIES, Story, copied_page


def load(text: str | bytes) -> Article:
    data = text if isinstance(text, bytes) else text.encode("utf-8")
    (item,) = PlainLoader().load(Source("page.txt", data, "file:///page.txt"))
    if isinstance(item, LoadError):
        raise item
    return item


def body(article: Article) -> list[str]:
    return [article.text[b.start : b.end] for b in article.body]


def reasons(article: Article) -> dict[str, str]:
    return {article.text[d.start : d.end]: d.reason for d in article.dropped}


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.language)
def test_copied_page_keeps_the_first_print_alone(story: Story) -> None:
    article = load(copied_page(story))
    assert body(article) == list(story.paragraphs)
    found = reasons(article)
    assert found[f"• {story.site}"] == "byline"
    assert found["• 2021-03-14"] == "date-line"
    assert found[f"• {story.counter}"] == "counter"
    assert found[f"• {story.archive}"] == "tag"
    assert found[story.headline] == "headline"
    assert found["   ".join(story.paragraphs)] == "repeat"
    assert found[story.source] == "source-line"
    assert [found[line] for line in story.form] == ["comment-form", "comment-form"]


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.language)
def test_copied_page_tells_of_itself(story: Story) -> None:
    article = load(copied_page(story))
    assert article.title == story.headline
    block = article.title_block
    assert block is not None
    assert article.text[block.start : block.end] == story.headline
    assert (article.site, article.published, article.published_from) == (
        story.site,
        date(2021, 3, 14),
        "line:2021-03-14",
    )
    assert (article.language, article.url, article.key, article.source) == (None, None, "file:///page.txt", "page.txt")


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.language)
def test_second_print_is_seen_through_other_white_space(story: Story) -> None:
    unspaced = "\r\n".join(story.paragraphs)
    respaced = " \u00a0 ".join(" \n".join(p.split(" ")) for p in story.paragraphs)
    article = load(f"{unspaced}\r\n\r\n{respaced}")
    assert body(article) == list(story.paragraphs)


def test_second_print_after_new_words_in_its_line() -> None:
    new = "A further paragraph that the page prints nowhere else begins this line."
    text = "\n\n".join([*ENGLISH.paragraphs, f"{new} {' '.join(ENGLISH.paragraphs)}"])
    article = load(text)
    assert body(article) == [*ENGLISH.paragraphs, new]


def test_a_word_mended_in_the_second_print_is_still_the_second_print() -> None:
    mended = " ".join(ENGLISH.paragraphs).replace("welcomed the part", "welcomed the role")
    assert body(load("\n\n".join([*ENGLISH.paragraphs, mended]))) == list(ENGLISH.paragraphs)


def test_lines_that_differ_in_a_number_are_all_kept() -> None:
    lines = [
        f"The delegation of country number {n} signed the agreement on transit and left the hall after {n * 5} minutes."
        for n in range(2, 9)
    ]
    assert body(load("\n\n".join(lines))) == lines


def test_dialogue_that_repeats_a_short_turn_is_kept() -> None:
    turns = [
        "Q Thank you, minister.",
        "THE MINISTER: Go ahead.",
        "Q Will you travel to Muscat?",
        "THE MINISTER: We will see.",
        "Q Thank you, minister.",
    ]
    assert body(load("\n\n".join(["THE MINISTER: Good afternoon to everybody in this room.", *turns]))) == [
        "THE MINISTER: Good afternoon to everybody in this room.",
        *turns,
    ]


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.language)
def test_plain_article_is_all_body(story: Story) -> None:
    article = load("\n".join(story.paragraphs))
    assert body(article) == list(story.paragraphs)
    assert (article.dropped, article.title, article.published, article.published_from) == ((), None, None, None)


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.language)
def test_headline_on_the_first_line(story: Story) -> None:
    article = load(f"\n{story.headline}\n\n" + "\n".join(story.paragraphs))
    assert article.title == story.headline
    assert article.title_block == Block(1, 1 + len(story.headline))
    assert body(article) == list(story.paragraphs)


def test_a_first_sentence_is_no_headline() -> None:
    article = load("The envoy arrived.\n\n" + ENGLISH.paragraphs[1])
    assert (article.title, article.title_block) == (None, None)
    assert len(article.body) == 2


def test_headline_above_a_date_line() -> None:
    article = load(f"{ARABIC.headline}\nالأحد 14 آذار/مارس 2021 - 10:30\n{ARABIC.paragraphs[0]}")
    assert article.title == ARABIC.headline
    assert (article.published, article.published_from) == (date(2021, 3, 14), "line:الأحد 14 آذار/مارس 2021 - 10:30")
    assert body(article) == [ARABIC.paragraphs[0]]


def test_an_ambiguous_date_line_is_dropped_but_tells_nothing() -> None:
    article = load(f"{ENGLISH.headline}\n\n03/04/2021\n\n{ENGLISH.paragraphs[0]}")
    assert reasons(article)["03/04/2021"] == "date-line"
    assert (article.published, article.published_from) == (None, None)


def test_two_dates_tell_none_and_an_update_is_no_publication() -> None:
    assert load(f"2021-03-14\n2021-03-15\n\n{ENGLISH.paragraphs[0]}").published is None
    assert load(f"Published 2021-03-14\nUpdated 2021-03-15\n\n{ENGLISH.paragraphs[0]}").published == date(2021, 3, 14)


def test_a_chronology_is_the_articles_own() -> None:
    days = "\n".join(f"{day} March 2021\nThe round of talks number {day} was held in Muscat." for day in range(1, 6))
    article = load(days)
    assert article.dropped == ()
    assert article.published is None


def test_a_date_that_heads_a_part_of_the_article_is_the_articles_own() -> None:
    parts = [*ENGLISH.paragraphs[:2], "Sunday 21 March 2021", ENGLISH.paragraphs[2]]
    article = load("\n\n".join(parts))
    assert body(article) == parts
    assert article.published is None
    both = load("\n\n".join(["Sunday 14 March 2021", *parts]))
    assert both.dropped == ()
    assert both.published is None


@pytest.mark.parametrize("place", [0, 1, 4])
def test_a_date_around_the_article_is_the_pages(place: int) -> None:
    lines = [ENGLISH.headline, *ENGLISH.paragraphs]
    lines.insert(place, "Sunday 21 March 2021")
    article = load("\n\n".join(lines))
    assert body(article) == list(ENGLISH.paragraphs)
    assert article.published == date(2021, 3, 21)


def test_a_number_alone_is_a_counter_only_beside_other_furniture() -> None:
    assert reasons(load(f"{ENGLISH.paragraphs[0]}\n\n2021-03-14\n\n1250")) == {
        "2021-03-14": "date-line",
        "1250": "counter",
    }
    assert load(f"{ENGLISH.paragraphs[0]}\n\n1250").dropped == ()


def test_a_headline_that_begins_like_a_source_line_is_kept() -> None:
    article = load(f"Источник: министр прибудет в Маскат завтра утром\n\n{ENGLISH.paragraphs[0]}")
    assert article.title == "Источник: министр прибудет в Маскат завтра утром"
    assert article.site is None


def test_address_and_site_of_a_source_line() -> None:
    article = load(f"{ENGLISH.paragraphs[0]}\n\nSource: https://harbour.example/news/12")
    assert (article.url, article.site, article.key) == (
        "https://harbour.example/news/12",
        "harbour.example",
        "https://harbour.example/news/12",
    )


def test_comments_after_the_form_are_not_the_articles() -> None:
    comment = "I met this minister in Paris in 2009 and he told me the same."
    text = "\n\n".join([*ENGLISH.paragraphs, "Leave a comment", "Jane, 2021-04-01", comment])
    assert body(load(text)) == list(ENGLISH.paragraphs)


def test_headlines_of_other_stories_after_read_also() -> None:
    text = f"{ENGLISH.paragraphs[0]}\n\nRead also:\n• King receives envoy in Rabat\n• Talks put off\n\n{ENGLISH.paragraphs[1]}"
    article = load(text)
    assert body(article) == list(ENGLISH.paragraphs[:2])
    assert set(reasons(article).values()) == {"see-also"}


def test_menu_share_buttons_and_licence() -> None:
    lines = [
        "Home | News | World | Sport",
        "Share on Facebook Twitter WhatsApp",
        "© 2021 The Harbour Post. All rights reserved.",
    ]
    article = load("\n\n".join([lines[0], ENGLISH.headline, *ENGLISH.paragraphs, *lines[1:]]))
    assert body(article) == list(ENGLISH.paragraphs)
    assert [reasons(article)[line] for line in lines] == ["menu", "share", "copyright"]


def test_a_licence_is_cut_off_the_last_line() -> None:
    licence = "All Content is licensed under a Creative Commons Attribution 4.0 International License."
    article = load(f"{ENGLISH.paragraphs[0]} {licence}")
    assert body(article) == [ENGLISH.paragraphs[0]]
    assert reasons(article) == {licence: "copyright"}


def test_a_page_of_furniture_alone_is_kept_whole() -> None:
    article = load("2021-03-14\n\nHome | News | World")
    assert article.dropped == ()
    assert "2021-03-14" in body(article)[0]


def test_hard_wrapped_paragraphs_are_one_block_each() -> None:
    wrapped = (
        "The foreign minister of the sultanate received the envoy on Sunday\n"
        "morning in the capital and spoke with him about the next round of\n"
        "negotiations, which both sides hope to hold before the summer ends.\n"
    )
    article = load(
        wrapped + "\n" + wrapped.replace("Sunday", "Monday").replace("envoy", "ambassador").replace("summer", "winter")
    )
    assert len(article.body) == 2


def test_text_is_the_file_without_its_mark() -> None:
    text = "\r\n  First line \t\r\n\u200fسطر ثان\u200f\n"
    assert load(b"\xef\xbb\xbf" + text.encode()).text == text


@pytest.mark.parametrize("data", [b"", b" \n\t ", b"\xef\xbb\xbf \n", b"\xff\xfe \x00"])
def test_empty_file_is_told(data: bytes) -> None:
    with pytest.raises(LoadError, match=r"page\.txt.*empty"):
        load(data)
