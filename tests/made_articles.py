"""Articles in any number, an extractor that reads them, and an ingest that can run in a process of its own."""

import signal
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from kg_loaders.article import Article
from sample_article import article, extraction

from kg.errors import ExtractionError
from kg.facts import article_graph
from kg.model import ArticleGraph, Extraction
from kg.pipeline import ingest
from kg.resolve.entities import resolve
from kg.store.opening import open_store


@dataclass(frozen=True)
class SampleExtractor:
    """Reads the sample's events in every article that begins like it, nothing in the others, and chokes on one word."""

    name: str = "sample"
    version: str = "1"

    def extract(self, article: Article) -> Extraction:
        if "unreadable" in article.text:
            raise ExtractionError("this can't be read")
        if "hopeless" in article.text:
            raise ZeroDivisionError("oops")
        if article.text.startswith(extraction.article.text):
            return replace(extraction, article=article)
        return Extraction(article, None, (), ())


def made(number: int, edition: str = "") -> Article:
    """An article with a number of its own; another edition has the same key and another text."""
    return replace(
        article, text=f"{article.text}\n{number} {edition}", id=f"made-{number}", url=None, key=f"made-{number}"
    )


def expected(articles: Iterable[Article]) -> dict[str, ArticleGraph]:
    """The graphs that the articles give, by name."""
    reader = SampleExtractor()
    read = (replace(reader.extract(each), extractor=reader.name, version=reader.version) for each in articles)
    return {graph.name: graph for graph in (article_graph(resolve(each)) for each in read)}


def _announced(count: int, edition: str, last: int) -> Iterator[Article]:
    for number in range(count):
        if number == last:
            # Whoever is to be stopped before the end waits here at the latest, however slow the signal is.
            signal.pause()
        yield made(number, edition)


if __name__ == "__main__":
    _path, _count, _edition, _last = sys.argv[1:]
    with open_store(Path(_path), create=True) as _store:
        sys.stdout.write("ready\n")
        sys.stdout.flush()
        for _outcome in ingest(_announced(int(_count), _edition, int(_last)), _store, SampleExtractor()):
            sys.stdout.write(_outcome.kind + "\n")
            sys.stdout.flush()
