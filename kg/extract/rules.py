"""The default extractor: general rules over the data of a language pack, with no model and no network."""

import hashlib
from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from kg_loaders.article import Article

from kg import __version__
from kg.extract.reading import Reading
from kg.lang import load_pack, packs
from kg.model import Extraction
from kg.text.language import identify


class RuleExtractor:
    """Reads an article by the pack of its language; an article in another language gives no events."""

    name = "rules"

    @property
    def version(self) -> str:
        """The package's version and a digest of all lexicon data: either of them changes what is read."""
        return _version()

    def extract(self, article: Article) -> Extraction:
        """Read one article."""
        language = _language(article)
        if language is None or not load_pack(language).reads_events:
            return Extraction(article, language, (), (), self.name, self.version)
        reading = _reader(language).read(article)
        return Extraction(article, language, reading.events, reading.statements, self.name, self.version)


def _language(article: Article) -> str | None:
    """The language that the text itself shows; the page's own word is taken where the text is too short to tell."""
    body = " ".join(article.text[block.start : block.end] for block in article.body[:20])
    found = identify(body)
    if found is None and article.language is not None:
        told = article.language.split("-")[0].casefold()
        return told if told in {pack.code for pack in packs()} else None
    return found


@lru_cache(maxsize=8)
def _reader(language: str) -> Reading:
    return Reading(load_pack(language))


@lru_cache(maxsize=1)
def _version() -> str:
    digest = hashlib.sha256()
    for root in (files("kg.lang"), files("kg.resolve").joinpath("data")):
        for file in _data(root):
            digest.update(file.name.encode() + file.read_bytes())
    return f"{__version__}+{digest.hexdigest()[:8]}"


def _data(folder: Traversable) -> Iterator[Traversable]:
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.is_dir():
            yield from _data(entry)
        elif entry.name.endswith((".toml", ".tsv", ".txt")):
            yield entry
