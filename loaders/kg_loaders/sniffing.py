"""Tells the format of bytes that no file name tells."""

import json
import re

_SPACE_AND_MARKS = b"\xef\xbb\xbf \t\r\n\f"
_MARKUP = re.compile(
    rb"<(!doctype|html|head|body|meta|title|article|main|div|section|p|h1|\?xml|!--)[\s>]?", re.IGNORECASE
)
_HEAD = 1024


def sniff(data: bytes) -> str:
    """The suffix that such bytes should have had: ``.jsonl``, ``.json``, ``.html`` or ``.txt``."""
    start = data.lstrip(_SPACE_AND_MARKS)
    if start.startswith(b"{") and _parses(start.partition(b"\n")[0]):
        return ".jsonl"
    if start.startswith((b"{", b"[")) and _parses(start):
        return ".json"
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        start = data[2:_HEAD].replace(b"\x00", b"").lstrip(_SPACE_AND_MARKS)
    return ".html" if _MARKUP.match(start) else ".txt"


def _parses(data: bytes) -> bool:
    try:
        return isinstance(json.loads(data), dict | list)
    except (ValueError, RecursionError):
        return False
