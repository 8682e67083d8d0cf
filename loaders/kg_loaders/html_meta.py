"""What a web page tells of itself: title, site, address, language, and its date with the place where it stands."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from kg_loaders.folding import folded
from kg_loaders.json_ld import Facts, read_json_ld
from kg_loaders.linedates import read_date_field

if TYPE_CHECKING:
    from lxml.html import HtmlElement  # type: ignore[import-untyped]

_DATES = (
    "article:published_time",
    "og:article:published_time",
    "og:published_time",
    "datepublished",
    "date",
    "pubdate",
    "publishdate",
    "publish-date",
    "publish_date",
    "publication_date",
    "dc.date",
    "dc.date.issued",
    "dcterms.date",
    "dcterms.issued",
    "dcterms.created",
    "parsely-pub-date",
    "sailthru.date",
    "cxenseparse:recs:publishtime",
    "article.published",
)
_SAVED_FROM = re.compile(r"<!--\s*saved from url=\(\d+\)(https?://[^\s<>\"]+)", re.IGNORECASE)
_LANGUAGE = re.compile(r"[a-z]{2,3}(?=$|[-_])")
_SUFFIX = re.compile(r"^(.+\S)\s*(?:[|»·:]|\s[-–—])\s*([^|»·]+)$", re.DOTALL)
_HEAD = 4096
_LONGEST_TITLE = 400


@dataclass(frozen=True, slots=True)
class Meta:
    """What the page's metadata tell; ``published_from`` names the field that the date was read from."""

    title: str | None
    site: str | None
    url: str | None
    published: date | None
    published_from: str | None
    language: str | None


def read_meta(tree: "HtmlElement", markup: str) -> Meta:
    """Read the metadata of a parsed page; ``markup`` is its source."""
    fields = _meta_fields(tree)
    facts = read_json_ld(tree)
    url = _url(tree, fields, facts, markup)
    site = fields.get("og:site_name") or facts.site or fields.get("application-name") or _host(url)
    published, published_from = _published(tree, fields, facts)
    return Meta(_title(tree, fields, facts, site), site, url, published, published_from, _language(tree, fields, facts))


def _meta_fields(tree: "HtmlElement") -> dict[str, str]:
    fields: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = (
            element.get("property") or element.get("name") or element.get("itemprop") or element.get("http-equiv") or ""
        )
        content = " ".join((element.get("content") or "").split())
        if name and content:
            fields.setdefault(name.strip().lower(), content)
    return fields


def _published(tree: "HtmlElement", fields: dict[str, str], facts: Facts) -> tuple[date | None, str | None]:
    told = [("json-ld:datePublished", facts.published), *((f"meta:{name}", fields.get(name)) for name in _DATES)]
    for name, value in told:
        day = read_date_field(value) if value else None
        if day:
            return day, name
    day = _time_element(tree)
    return (day, "time:datetime") if day else (None, None)


def _time_element(tree: "HtmlElement") -> date | None:
    """The day that all <time> elements agree on, those marked as publication dates first."""
    times = [e for e in tree.iter("time") if e.get("datetime")]
    marked = [e for e in times if e.get("pubdate") is not None or e.get("itemprop", "").lower() == "datepublished"]
    days = {read_date_field(e.get("datetime")) for e in marked or times}
    return days.pop() if len(days) == 1 else None


def _url(tree: "HtmlElement", fields: dict[str, str], facts: Facts, markup: str) -> str | None:
    canonical = [e.get("href") for e in tree.iter("link") if "canonical" in (e.get("rel") or "").lower().split()]
    saved = _SAVED_FROM.search(markup[:_HEAD])
    candidates = [*canonical, fields.get("og:url"), facts.url, saved[1] if saved else None]
    return next((url.strip() for url in candidates if url and _host(url.strip())), None)


def _host(url: str | None) -> str | None:
    try:
        parts = urlsplit(url or "")
    except ValueError:
        return None
    known = parts.scheme in {"http", "https"} and parts.hostname and not set(url or "") & set(' <>"{}|\\^`\t\r\n')
    return parts.hostname.removeprefix("www.") if known and parts.hostname else None


def _title(tree: "HtmlElement", fields: dict[str, str], facts: Facts, site: str | None) -> str | None:
    for value in _titles(tree, fields, facts):
        title = " ".join(value.split())
        if title and len(title) <= _LONGEST_TITLE:
            return _without_site(title, site)
    return None


def _titles(tree: "HtmlElement", fields: dict[str, str], facts: Facts) -> Iterator[str]:
    yield facts.title or ""
    yield fields.get("og:title", "")
    headings = [e.text_content() for e in tree.iter("h1")]
    if len(headings) == 1:
        yield headings[0]
    yield fields.get("twitter:title", "")
    yield next((e.text_content() for e in tree.iter("title")), "")


def _without_site(title: str, site: str | None) -> str:
    match = _SUFFIX.match(title)
    return match[1] if match and site and folded(match[2]) == folded(site) else title


def _language(tree: "HtmlElement", fields: dict[str, str], facts: Facts) -> str | None:
    root = tree.getroottree().getroot()
    told = (
        root.get("lang"),
        root.get("{http://www.w3.org/XML/1998/namespace}lang"),
        facts.language,
        fields.get("content-language"),
        fields.get("og:locale"),
    )
    found = (_LANGUAGE.match(value.strip().lower()) for value in told if value)
    return next((match[0] for match in found if match), None)
