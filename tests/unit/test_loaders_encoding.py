"""Encodings: told by a mark, by the page, by the letters; or refused with one sentence."""

import gzip
import random

import pytest
from kg_loaders import LoadError
from kg_loaders.encoding import decode
from loader_pages import ARABIC, ENGLISH, PERSIAN, RUSSIAN, STORIES, Story, saved_page

PERSIAN_LETTERS = " ".join(PERSIAN.paragraphs).replace("ی", "ي").replace("\u200c", " ")


def told(data: bytes) -> str:
    with pytest.raises(LoadError) as caught:
        decode(data, "page.txt")
    sentence = str(caught.value)
    assert sentence.startswith("page.txt: ")
    assert sentence.endswith(".")
    assert "\n" not in sentence
    return sentence


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.language)
def test_unicode_with_and_without_a_mark(story: Story, encoding: str) -> None:
    text = "\n".join(story.paragraphs)
    assert decode(text.encode(encoding), "page.txt") == text


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (" ".join(ARABIC.paragraphs), "windows-1256"),
        (" ".join(ARABIC.paragraphs), "iso-8859-6"),
        (ARABIC.headline, "windows-1256"),
        (PERSIAN_LETTERS, "windows-1256"),
        (" ".join(RUSSIAN.paragraphs), "windows-1251"),
        (" ".join(RUSSIAN.paragraphs), "koi8-r"),
        (" ".join(RUSSIAN.paragraphs), "cp866"),
        (RUSSIAN.headline, "windows-1251"),
        (
            "Oslo’s envoy to Curaçao — “a friend” of the café —\xa0\xa0\xa0 met the press in " + ENGLISH.paragraphs[0],
            "windows-1252",
        ),
    ],
)
def test_old_encodings_are_detected(text: str, encoding: str) -> None:
    text = text.encode(encoding, "ignore").decode(encoding)
    assert decode(text.encode(encoding), "page.txt") == text


@pytest.mark.parametrize("story", [ARABIC, RUSSIAN], ids=lambda story: story.language)
@pytest.mark.parametrize("declared", ["", "told", "wrongly told"])
def test_charset_of_a_page(story: Story, declared: str) -> None:
    charset = {"": "", "told": f'<meta charset="{story.encoding}">', "wrongly told": '<meta charset="utf-8">'}[declared]
    page = saved_page(story).replace('<meta charset="utf-8">', charset)
    assert decode(page.encode(story.encoding, "xmlcharrefreplace"), "page.html", markup=True) == page


def test_a_declared_charset_decides_where_letters_are_few() -> None:
    page = '<?xml version="1.0" encoding="windows-1251"?><html><body><p>Оман</p></body></html>'
    assert decode(page.encode("windows-1251"), "page.html", markup=True) == page


@pytest.mark.parametrize("declared", ["rot13", "unicode_escape", "no-such-charset", "hex", "utf-7"])
def test_an_absurd_charset_is_ignored(declared: str) -> None:
    page = saved_page(RUSSIAN).replace("utf-8", declared)
    assert decode(page.encode("windows-1251"), "page.html", markup=True) == page


def test_saved_twice_in_the_wrong_encoding() -> None:
    for story in (ARABIC, RUSSIAN, PERSIAN):
        spoilt = "\n".join(story.paragraphs).encode("utf-8").decode("cp1252", "ignore")
        assert "wrong encoding" in told(spoilt.encode("utf-8"))


def test_damaged_utf8_is_not_read_as_something_else() -> None:
    data = "\n".join(ARABIC.paragraphs).encode("utf-8")
    assert "byte 100 " in told(data[:100] + b"\xff" + data[100:])
    assert "damaged or cut off" in told(data[:-1][: len(data) - 2])
    assert "UTF-16-LE" in told(b"\xff\xfe" + b"a\x00" + b"\x00\xd8a\x00")


def test_letters_that_make_no_words() -> None:
    assert "can't be told" in told(bytes(random.Random(7).choices(range(0x80, 0x100), k=400)))
    assert "can't be told" in told("Оман".encode("windows-1251"))
    assert "can't be told" in told("東京で外務大臣が会談した。両国の協力について話し合った。".encode("shift_jis"))


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj", "PDF"),
        (b"PK\x03\x04\x14\x00\x06\x00", "zip"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "PNG"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "JPEG"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\x00", "Word"),
        (b"RIFF\x24\x08\x00\x00WEBPVP8", "WebP"),
        (b"\x7fELF\x02\x01\x01\x00", "program"),
        (b"SQLite format 3\x00\x10", "SQLite"),
        (b"{\\rtf1\\ansi hello", "RTF"),
        (gzip.compress(b"text", mtime=0), "gzip"),
        (b"a text with \x00 in it", "null"),
        ("nothing but ascii".encode("utf-16-le"), "UTF-16"),
        (bytes(range(1, 32)) * 30, "control"),
    ],
)
def test_binary_is_named(data: bytes, what: str) -> None:
    assert what in told(data)


@pytest.mark.parametrize(
    "text", ["RIFF raff in Berlin, said the envoy.", "ID3 is the name of the bill.", "GIF89a was a format."]
)
def test_words_that_look_like_marks_of_binary_files(text: str) -> None:
    assert decode(text.encode(), "page.txt") == text
