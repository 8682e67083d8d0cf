"""Recognises what is no text at all, and says what it is."""

import re

_MAGICS = (
    (b"%PDF-", "a PDF document: save it as text first"),
    (b"PK\x03\x04", "a zip archive (or a Word, Excel or EPUB document): unpack it, or save it as text first"),
    (b"PK\x05\x06", "an empty zip archive"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Word or Excel document: save it as text first"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF87a", "a GIF picture"),
    (b"GIF89a", "a GIF picture"),
    (b"RIFF", "a sound, film or WebP picture"),
    (b"II*\x00", "a TIFF picture"),
    (b"MM\x00*", "a TIFF picture"),
    (b"ID3", "an MP3 sound"),
    (b"OggS", "an Ogg sound or film"),
    (b"\x1f\x8b", "gzip data: name it so that it ends in .gz"),
    (b"BZh", "a bzip2 archive: unpack it first"),
    (b"\xfd7zXZ\x00", "an xz archive: unpack it first"),
    (b"(\xb5/\xfd", "a zstd archive: unpack it first"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive: unpack it first"),
    (b"Rar!\x1a\x07", "a RAR archive: unpack it first"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90\x00", "a program"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"{\\rtf", "an RTF document: save it as text first"),
    (b"bplist00", "a web archive of Safari: save the page as HTML"),
)
_CONTROLS = re.compile(rb"[\x01-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_MOST_CONTROLS = 0.005
_SAMPLE = 65536


def what_binary(data: bytes) -> str | None:
    """Say what bytes are if they are no text (and carry no mark of UTF-16); None for text."""
    for magic, what in _MAGICS:
        if data.startswith(magic) and not _is_word(data, magic):
            return what
    if b"\x00" in data:
        return _with_nulls(data)
    sample = data[:_SAMPLE]
    if len(_CONTROLS.findall(sample)) > _MOST_CONTROLS * len(sample) + 2:
        return "not text (control characters)"
    return None


def _is_word(data: bytes, magic: bytes) -> bool:
    """Letters that may begin a text ("RIFF", "BZh", "ID3"): a binary file has stranger bytes soon after them."""
    return magic.isalnum() and not re.search(rb"[\x00-\x08\x0e-\x1f]", data[: len(magic) + 32])


def _with_nulls(data: bytes) -> str:
    sample = data[:_SAMPLE]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if max(even, odd) > 0.1 * len(sample) and min(even, odd) <= 0.1 * max(even, odd):
        return "UTF-16 without its mark at the start: save it as UTF-8"
    return "not text (null bytes)"
