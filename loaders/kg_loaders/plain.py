"""Reads an article from plain text, also a page that a reader copied with all that stood around it."""

from collections.abc import Iterator

from kg_loaders.article import Article
from kg_loaders.base import LoadError, Source
from kg_loaders.encoding import decode
from kg_loaders.page import read_page

_LARGEST = 20_000_000


class PlainLoader:
    """One file, one article: its text is the file's, character for character, without the mark of its encoding."""

    suffixes: tuple[str, ...] = (".txt", ".text")

    def load(self, source: Source) -> Iterator[Article | LoadError]:
        """Yield the article, or a LoadError if the file holds no readable text."""
        try:
            yield _read(source)
        except LoadError as error:
            yield error


def _read(source: Source) -> Article:
    if len(source.data) > _LARGEST:
        raise LoadError(
            f"{source.name}: too large for one article (over {_LARGEST // 1_000_000} MB); give many articles as JSON lines."
        )
    text = decode(source.data, source.name)
    page = read_page(text)
    return Article(
        text=text,
        body=page.body,
        dropped=page.dropped,
        title=page.title,
        site=page.site,
        url=page.url,
        published=page.published,
        published_from=page.published_from,
        source=source.name,
        key=page.url or source.key,
        title_block=page.title_block,
    )
