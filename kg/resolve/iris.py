"""Makes the IRIs of the graph from content, so that the same input always gives the same names."""

import re
from functools import lru_cache
from hashlib import sha256
from urllib.parse import quote

from kg_loaders.article import Article
from kg_ontology import DATA

from kg.authority.folding import folded as folded
from kg.model import Iri

# Letters that NFKD leaves whole, as readers of Latin script would type them.
_LATIN = str.maketrans(
    {
        "ø": "o",
        "ł": "l",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "ß": "ss",
        "æ": "ae",
        "œ": "oe",
        "ı": "i",
        "ə": "e",
        "ʿ": "",
        "ʾ": "",
        "ʼ": "",
        "ʻ": "",
    }
)
_APOSTROPHES = str.maketrans("", "", "'’‘`´")
_TAG = re.compile(r"[a-z]{2,8}(-[a-z0-9]{1,8})*")


def hashed(*parts: object) -> str:
    """The first 20 hex digits of the SHA-256 over the parts."""
    told = "\x1f".join("" if part is None else str(part) for part in parts)
    return sha256(told.encode("utf-8", "surrogatepass")).hexdigest()[:20]


def minted(kind: str, *parts: object) -> Iri:
    """The IRI of a node that is known by its content alone: ``kgid:<kind>/<hash>``."""
    return f"{DATA}{kind}/{hashed(*parts)}"


def known(identifier: str) -> Iri:
    """The IRI of a gazetteer id such as ``state/SY``; what an IRI can't hold is percent-encoded."""
    return DATA + quote(identifier, safe="/-._~:@", errors="replace")


def tag(language: str | None) -> str:
    """A language as a tag that every store accepts; ``und`` where it isn't known."""
    told = (language or "").lower()
    return told if _TAG.fullmatch(told) else "und"


@lru_cache(maxsize=8192)
def slug(name: str) -> str | None:
    """A Latin name as ``ali-asghar-khaji``; None if a letter of it is not Latin, so that no other name is ever cut down to nothing."""
    plain = folded(name).translate(_APOSTROPHES).translate(_LATIN)
    if any(letter.isalnum() and not letter.isascii() for letter in plain):
        return None
    words = "".join(letter if letter.isalnum() else " " for letter in plain).split()
    return "-".join(words) or None


def named(kind: str, name: str, language: str | None) -> Iri:
    """The IRI of a thing that its name tells from all others: by slug if Latin, else by the hash of the name in its language."""
    short = slug(name)
    return f"{DATA}{kind}/{short}" if short else minted(kind, language, folded(name))


def article_iri(article: Article) -> Iri:
    """The IRI of this version of an article."""
    return minted("article", article.digest)


def article_key(article: Article) -> str | None:
    """The hash of what names the article across edits: a path of the reader's machine never enters the graph."""
    return hashed("key", article.key) if article.key else None


def graph_iri(article: Article, extractor: str, version: str) -> Iri:
    """The named graph of one article and one extractor's version: known before anything is extracted."""
    return minted("graph", article.digest, extractor, version)
