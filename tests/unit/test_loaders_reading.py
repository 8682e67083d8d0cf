"""Files, folders and standard input, as a user names them."""

import gzip
import io
import json
import os
from importlib.metadata import EntryPoint
from pathlib import Path

import pytest
from kg_loaders import Article, LoadError, Source, read, registry
from loader_pages import ARABIC, ENGLISH, RUSSIAN, copied_page, saved_page

ROW = json.dumps({"id": "r1", "text": "\n".join(ENGLISH.paragraphs)}).encode()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "b").mkdir()
    (tmp_path / ".git").mkdir()
    (tmp_path / "a.txt").write_text(copied_page(ARABIC), encoding="windows-1256")
    (tmp_path / "b" / "c.HTML").write_text(saved_page(ENGLISH), encoding="utf-8")
    (tmp_path / "b" / "d.jsonl.gz").write_bytes(gzip.compress(ROW + b"\n" + ROW))
    (tmp_path / "z.json").write_bytes(ROW)
    (tmp_path / "notes.md").write_text("not an article")
    (tmp_path / ".hidden.txt").write_text("hidden")
    (tmp_path / ".git" / "e.txt").write_text("hidden")
    return tmp_path


def articles(*paths: str, stdin: bytes | None = None) -> list[Article]:
    found = list(read(paths, io.BytesIO(stdin) if stdin is not None else None))
    assert all(isinstance(item, Article) for item in found), found
    return [item for item in found if isinstance(item, Article)]


def refused(*paths: str, stdin: bytes | None = None) -> str:
    (found,) = read(paths, io.BytesIO(stdin) if stdin is not None else None)
    assert isinstance(found, LoadError)
    assert "\n" not in str(found)
    return str(found)


def test_a_folder_is_walked_in_order(folder: Path) -> None:
    sources = [article.source for article in articles(str(folder))]
    assert sources == [
        str(folder / name) for name in ("a.txt", "z.json", "b/c.HTML", "b/d.jsonl.gz:1", "b/d.jsonl.gz:2")
    ]


def test_source_is_what_the_user_typed_and_key_is_the_file(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    (article,) = articles("./b/../a.txt")
    assert article.source == "./b/../a.txt"
    assert article.key == (folder / "a.txt").resolve().as_uri()
    assert next(a.source for a in articles("b")) == "b/c.HTML"


def test_a_bad_file_does_not_stop_the_others(folder: Path) -> None:
    (folder / "b" / "bad.txt").write_bytes(b"%PDF-1.7")
    found = list(read([str(folder), str(folder / "none.txt"), str(folder / "a.txt")]))
    assert [type(item) for item in found] == [Article] * 2 + [LoadError] + [Article] * 3 + [LoadError, Article]


@pytest.mark.parametrize(
    ("data", "language"),
    [
        (ROW, None),
        (b"\n  " + ROW + b"\n" + ROW, None),
        (b"[" + ROW + b"]", None),
        (json.dumps(json.loads(ROW), indent=1).encode(), None),
        (saved_page(RUSSIAN).encode(), "ru"),
        (saved_page(RUSSIAN).encode("utf-16"), "ru"),
        (gzip.compress(saved_page(ARABIC).encode()), "ar"),
    ],
)
def test_standard_input_is_sniffed(data: bytes, language: str | None) -> None:
    found = articles("-", stdin=data)
    assert {article.language for article in found} == {language}
    assert all(article.source.startswith("<stdin>") for article in found)
    assert not any("{" in article.text or "<" in article.text for article in found)


def test_plain_standard_input_has_no_key() -> None:
    (article,) = articles("-", stdin=copied_page(RUSSIAN).encode("windows-1251"))
    assert (article.source, article.key, article.title) == ("<stdin>", None, RUSSIAN.headline)


def test_a_file_of_unknown_suffix_is_sniffed(folder: Path) -> None:
    (folder / "saved page").write_text(saved_page(ENGLISH), encoding="utf-8")
    (folder / "dump.2021").write_bytes(ROW)
    assert [a.title for a in articles(str(folder / "saved page"))] == [ENGLISH.headline]
    assert [a.id for a in articles(str(folder / "dump.2021"))] == ["r1"]


def test_what_is_missing_empty_or_broken(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    (tmp_path / "blank.jsonl").write_text("\n \n")
    (tmp_path / "cut.txt.gz").write_bytes(gzip.compress(b"text" * 500)[:-9])
    (tmp_path / "page.png").write_bytes(b"\x89PNG\r\n\x1a\n\x00")
    (tmp_path / "bare").mkdir()
    for name, what in {
        "none.txt": "no such file",
        "empty.txt": "empty",
        "blank.jsonl": "empty",
        "cut.txt.gz": "gzip",
        "page.png": "PNG",
        "bare": "no articles in this folder",
    }.items():
        sentence = refused(str(tmp_path / name))
        assert sentence.startswith(f"{tmp_path / name}: ")
        assert what in sentence
    assert "empty" in refused("-", stdin=b"")
    assert "can't be read" in refused("a\x00b")
    assert "too long" in refused("a" * 5000)
    assert "can't be read" in refused(str(tmp_path / "empty.txt" / "x"))


def test_devices_are_refused() -> None:
    assert "device" in refused(os.devnull)


def test_permission_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text("text")

    def forbidden(self: Path, mode: str) -> None:
        raise PermissionError(13, "Permission denied", str(self))

    monkeypatch.setattr(Path, "open", forbidden)
    assert "not allowed to read it" in refused(str(tmp_path / "a.txt"))


def test_a_name_that_is_no_utf8(tmp_path: Path) -> None:
    (tmp_path / os.fsdecode(b"caf\xe9.txt")).write_text(ENGLISH.paragraphs[0], encoding="utf-8")
    (article,) = articles(str(tmp_path))
    assert article.source.endswith("caf\ufffd.txt")
    assert article.key is not None
    assert article.key.endswith("caf%E9.txt")


def test_links_that_turn_in_a_circle(folder: Path) -> None:
    (folder / "b" / "up").symlink_to(folder, target_is_directory=True)
    assert len(articles(str(folder))) == 5


class UpperLoader:
    """A loader of another package, for files that end in .upper."""

    suffixes = (".upper",)

    def load(self, source: Source) -> list[Article]:
        return [Article(text=source.data.decode().lower(), body=(), source=source.name)]


def test_loaders_of_other_packages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    points = [
        EntryPoint("upper", f"{__name__}:UpperLoader", "kg.loaders"),
        EntryPoint("gone", "no_such_package_at_all:Loader", "kg.loaders"),
    ]
    monkeypatch.setattr(
        EntryPoint, "load", lambda point: UpperLoader if point.name == "upper" else __import__("no_such_package_at_all")
    )
    monkeypatch.setattr("importlib.metadata.entry_points", lambda group: points)
    registry.by_suffix.cache_clear()
    (tmp_path / "a.upper").write_text("SHOUTED")
    try:
        error, article = read([str(tmp_path)])
    finally:
        registry.by_suffix.cache_clear()
    assert isinstance(error, LoadError)
    assert "'gone'" in str(error)
    assert isinstance(article, Article)
    assert article.text == "shouted"
