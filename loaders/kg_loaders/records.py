"""Makes an article of one JSON object."""

import re
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

from kg_loaders.article import Article
from kg_loaders.base import LoadError, Source
from kg_loaders.linedates import read_date_field
from kg_loaders.page import Page, read_page

_TEXT = ("text", "body", "content")
_PUBLISHED = ("published", "published_at", "date")
_SITE = ("site", "source")
_LANGUAGE = ("language", "lang")
_TAG = re.compile(r"[a-z]{2,3}(?=$|[-_])")


def read_record(record: object, where: str, source: Source, *, alone: bool = False) -> Article:
    """Make an article of a JSON object. ``where`` names it to the user; ``alone`` says that the file holds nothing else.

    Raises LoadError if it is no object, has no text, or a field is no text.
    """
    if not isinstance(record, dict):
        raise LoadError(f"{where}: not a JSON object with the fields of an article; put one object on each line.")
    text = _field(record, _TEXT, where, strip=False)[1]
    if not text or not text.strip():
        raise LoadError(f'{where}: the article has no text; give it in the field "text".')
    given, id_, site = (
        _field(record, ("title",), where)[1],
        _field(record, ("id",), where)[1],
        _field(record, _SITE, where)[1],
    )
    page = read_page(text, given)
    url = _field(record, ("url",), where)[1]
    published, published_from = _published(record, page, where)
    site = site or page.site or _host(url)
    return Article(
        text=text,
        body=page.body,
        dropped=page.dropped,
        id=id_,
        title=page.title,
        site=site,
        url=url,
        published=published,
        published_from=published_from,
        language=_language(record, where),
        source=where,
        key=_key(source, url, id_, site, alone=alone),
        title_block=page.title_block,
    )


def _field(
    record: dict[str, object], names: tuple[str, ...], where: str, *, strip: bool = True
) -> tuple[str, str | None]:
    """The first of these fields that is not empty, with its name."""
    for name in names:
        value = record.get(name)
        if isinstance(value, int) and not isinstance(value, bool):
            value = str(value)
        if value is None or value == "":
            continue
        if not isinstance(value, str):
            raise LoadError(f'{where}: the field "{name}" is not text.')
        if "\x00" in value or not _has_whole_characters(value):
            raise LoadError(
                f'{where}: the field "{name}" holds null or half characters (\\u0000, \\ud800); write it again.'
            )
        if not strip or value.strip():
            return name, value.strip() if strip else value
    return names[0], None


def _has_whole_characters(value: str) -> bool:
    try:
        value.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def _published(record: dict[str, object], page: Page, where: str) -> tuple[date | None, str | None]:
    name, value = _field(record, _PUBLISHED, where)
    day = read_date_field(value) if value else None
    return (day, f"jsonl:{name}") if day else (page.published, page.published_from)


def _language(record: dict[str, object], where: str) -> str | None:
    value = _field(record, _LANGUAGE, where)[1]
    match = _TAG.match(value.lower()) if value else None
    return match[0] if match else None


def _host(url: str | None) -> str | None:
    try:
        host = urlsplit(url or "").hostname
    except ValueError:
        return None
    return host.removeprefix("www.") if host else None


def _key(source: Source, url: str | None, id_: str | None, site: str | None, *, alone: bool) -> str | None:
    """What names the article across edits. A line of a file has no name of its own: only its url or id."""
    if url:
        return url
    if id_:
        return f"id:{site or Path(source.name).name}/{id_}"
    return source.key if alone else None
