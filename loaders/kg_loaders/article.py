"""The article as it was read: its untouched text, and what the page tells about it."""

import hashlib
import json
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of an article's text, as character offsets: ``text[start:end]``."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Dropped:
    """A block left out of the body, and why (``repeat``, ``counter``, ``tag``, ``comment-form``, ``date-line``, ...)."""

    start: int
    end: int
    reason: str


@dataclass(frozen=True, slots=True)
class Article:
    """One article.

    ``text`` is never changed after reading: every offset in the graph counts its characters. ``body`` lists the blocks of
    it that belong to the article itself, in order, without overlaps; ``dropped`` the rest. ``published_from`` says what the
    date was taken from (``jsonl:published``, ``meta:article:published_time``, ``line:2020-10-20``); it is None exactly when
    ``published`` is. ``key`` names the article across edits (its url, its id, or the file it came from), so that a new
    version can replace the old one; it never enters the digest. ``title_block`` is where ``text`` itself prints the headline,
    which is never part of ``body``.
    """

    text: str
    body: tuple[Block, ...]
    dropped: tuple[Dropped, ...] = ()
    id: str | None = None
    title: str | None = None
    site: str | None = None
    url: str | None = None
    published: date | None = None
    published_from: str | None = None
    language: str | None = None
    source: str = "<stdin>"
    key: str | None = None
    title_block: Block | None = None

    @property
    def digest(self) -> str:
        """Hex SHA-256 over what the article says of itself: the same input gives the same digest on every machine."""
        published = self.published.isoformat() if self.published else None
        told = [self.url or self.id, self.site, self.title, published, self.text]
        return hashlib.sha256(json.dumps(told, ensure_ascii=False).encode("utf-8", "surrogatepass")).hexdigest()

    @property
    def name(self) -> str:
        """The article's own id, or else the first 16 letters of its digest."""
        return self.id or self.digest[:16]
