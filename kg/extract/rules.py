"""The default extractor: general rules over the data of a language pack, with no model and no network."""

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from kg_loaders.article import Article, Block

from kg import __version__
from kg.extract.reading import Reading
from kg.extract.titles import Headed, headed
from kg.lang import load_pack, packs
from kg.model import EventMention, Extraction, StatementMention
from kg.text.language import identify, passages

_LONGEST = 250_000


class RuleExtractor:
    """Reads each passage of an article by the pack of its language; one in another language gives no events."""

    name = "rules"

    @property
    def version(self) -> str:
        """The package's version and a digest of all lexicon data: either of them changes what is read."""
        return _version()

    def extract(self, article: Article) -> Extraction:
        """Read one article."""
        language, body = _language(article), _first(article.body)
        unread = sum(block.end - block.start for block in article.body) - sum(block.end - block.start for block in body)
        events, statements = list[EventMention](), list[StatementMention]()
        for code, blocks in passages(article.text, body, language).items():
            if code is None or not load_pack(code).reads_events:
                continue
            own = replace(article, body=tuple(blocks))
            part = headed(own, code) if code == language else Headed(replace(own, title_block=None))
            read = _reader(code).read(part.article, beside=part.title_at is not None)
            statements += [_moved(statement, len(events)) for statement in part.settled(read.statements)]
            events += [_behind(event, len(events)) for event in part.settled(read.events)]
        return Extraction(article, language, tuple(events), tuple(statements), self.name, self.version, unread)


def _first(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The blocks of an article as far as they are read: what is longer than any article is a book or a broken file."""
    found, left = list[Block](), _LONGEST
    for block in blocks:
        if left > 0:
            found.append(Block(block.start, min(block.end, block.start + left)))
        left -= block.end - block.start
    return tuple(found)


def _moved(statement: StatementMention, events: int) -> StatementMention:
    """A statement of a later passage, whose occasion stands behind the events of those before it."""
    return statement if statement.occasion is None else replace(statement, occasion=statement.occasion + events)


def _behind(event: EventMention, events: int) -> EventMention:
    """An event of a later passage, whose visit stands behind the events of those before it."""
    return event if event.during is None else replace(event, during=event.during + events)


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
