"""What every extractor promises: it reads one article and invents nothing."""

from typing import Protocol

from kg_loaders.article import Article

from kg.model import Extraction


class Extractor(Protocol):
    """Reads events and statements in an article. Registered under the entry-point group ``kg.extractors``.

    The same article always gives the same extraction; whatever changes the answers changes ``version``, so that stored
    articles are read again. Every span of the extraction is cut out of the article's untouched text.
    """

    @property
    def name(self) -> str:
        """What the graph calls the extractor, such as ``rules``."""
        ...

    @property
    def version(self) -> str:
        """The version of its code, lexicons and settings together."""
        ...

    def extract(self, article: Article) -> Extraction:
        """Read one article; an article in a language that it doesn't know gives an extraction without events.

        Raises:
            ExtractionError: the article can't be read.
        """
        ...
