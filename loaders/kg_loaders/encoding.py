"""Turns bytes into text: the encoding is told by a mark, by the page, or by letters that make sense in it, or not at all."""

import codecs
import re

from kg_loaders.base import LoadError
from kg_loaders.binary import what_binary
from kg_loaders.plausible import mojibake, plausible, western

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_LEGACY = ("windows-1256", "windows-1251", "koi8-r", "iso-8859-6", "cp866")
_WESTERN = "windows-1252"
_DECLARABLE = ("cp", "iso8859", "koi8", "mac")
_META = re.compile(rb"""<meta[^>]{0,500}?charset\s*=\s*["']?\s*([A-Za-z0-9_.:-]{2,30})""", re.IGNORECASE)
_XML = re.compile(rb"""^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([A-Za-z0-9_.:-]{2,30})""", re.IGNORECASE)
_MARKUP = re.compile(rb"<(script|style)\b.{0,100000}?</\1\s*>|<[^<>]{0,2000}>", re.IGNORECASE | re.DOTALL)
_HEAD = 8192
_FEWEST = 20
_SAMPLE = 200_000
_ADVICE = "save it as UTF-8"


def decode(data: bytes, name: str, *, markup: bool = False) -> str:
    """Decode a whole file; ``markup`` lets an HTML page say its charset. The mark at the start is not part of the text.

    Raises LoadError where the bytes are empty, binary, damaged, or in no encoding that gives plausible words.
    """
    if not data.strip():
        raise LoadError(f"{name}: the file is empty: nothing to read.")
    marked = _by_mark(data, name)
    if marked is not None:
        return marked
    what = what_binary(data)
    if what:
        raise LoadError(f"{name}: this is {what}.")
    text = _by_utf8(data, name)
    if text is None and markup:
        text = _by_declaration(data)
    return _not_blank(_by_letters(data, name, markup=markup) if text is None else text, name)


def is_damaged_utf8(data: bytes) -> bool:
    """Is it UTF-8 but for a few bytes? Legacy encodings never form valid UTF-8 sequences in numbers."""
    text = data.decode("utf-8", "replace")
    bad = text.count("\ufffd")
    good = sum(1 for c in text[:_SAMPLE] if c > "\x7f") - text[:_SAMPLE].count("\ufffd")
    return 0 < 10 * bad <= good


def _by_mark(data: bytes, name: str) -> str | None:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            try:
                text = data[len(mark) :].decode(encoding)
            except UnicodeDecodeError as error:
                raise LoadError(
                    f"{name}: it says that it is {encoding.upper()}, but byte {error.start + len(mark)} is not; {_ADVICE}."
                ) from error
            return _not_blank(text, name)
    return None


def _not_blank(text: str, name: str) -> str:
    if not text.strip():
        raise LoadError(f"{name}: the file is empty: nothing to read.")
    if "\x00" in text:
        raise LoadError(f"{name}: this is not text (null characters).")
    return text


def _by_utf8(data: bytes, name: str) -> str | None:
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        if is_damaged_utf8(data):
            raise LoadError(
                f"{name}: byte {error.start} of this UTF-8 text is damaged or cut off; save the file again."
            ) from error
        return None
    if mojibake(text[:_SAMPLE]):
        raise LoadError(
            f"{name}: its letters were saved in the wrong encoding (UTF-8 read as windows-1252); save it from its source again."
        )
    return text


def _by_declaration(data: bytes) -> str | None:
    """What the page says of itself, if the letters bear it out."""
    match = _XML.search(data[:_HEAD]) or _META.search(data[:_HEAD])
    try:
        encoding = codecs.lookup(match[1].decode("ascii")).name if match else ""
        if not encoding.startswith(_DECLARABLE):
            return None
        # Browsers read these two as windows-1252, so pages that declare them are written so.
        encoding = "cp1252" if encoding in {"iso8859-1", "ascii"} else encoding
        text = data.decode(encoding)
    except (LookupError, UnicodeDecodeError):
        return None
    sample = _visible(data)
    return text if plausible(sample.decode(encoding, "replace")) or western(sample) else None


def _by_letters(data: bytes, name: str, *, markup: bool) -> str:
    sample = _visible(data) if markup else data[:_SAMPLE]
    for encoding in _candidates(sample):
        try:
            if encoding == _WESTERN or plausible(sample.decode(encoding)):
                return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise LoadError(f"{name}: its encoding can't be told; {_ADVICE}.")


def _candidates(sample: bytes) -> list[str]:
    if western(sample):
        return [_WESTERN]
    if sum(byte > 0x7F for byte in sample) < _FEWEST:
        return []
    import chardet  # slow to import, and needed for old encodings only

    found = chardet.detect_all(sample, include_encodings=_LEGACY, ignore_threshold=True)
    return [result["encoding"] for result in found if result["encoding"]]


def _visible(data: bytes) -> bytes:
    return _MARKUP.sub(b" ", data[:_SAMPLE])
