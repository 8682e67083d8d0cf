from pathlib import Path

import pytest

from kg.errors import PackError
from kg.lang import load_pack, packs, read_pack


def folder(tmp_path: Path, **files: str | bytes) -> Path:
    """A pack folder with these files; ``pack_toml`` is written to ``pack.toml``."""
    for name, content in files.items():
        path = tmp_path / name.replace("_", ".")
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    return tmp_path


HEAD = 'code = "tlh"\nname = "Klingon"\n'


def test_a_pack_is_its_head_and_one_table_per_file(tmp_path: Path) -> None:
    pack = read_pack(
        folder(tmp_path, pack_toml=HEAD + 'direction = "rtl"\n', roles_toml='[titles]\nwords = ["السيد"]\n')
    )
    assert (pack.code, pack.name, pack.direction) == ("tlh", "Klingon", "rtl")
    assert pack.table("roles") == {"titles": {"words": ["السيد"]}}


def test_text_runs_from_left_to_right_unless_the_pack_says_so(tmp_path: Path) -> None:
    assert read_pack(folder(tmp_path, pack_toml=HEAD)).direction == "ltr"


def test_a_word_list_is_a_word_a_line_without_comments_and_blank_lines(tmp_path: Path) -> None:
    pack = read_pack(folder(tmp_path, pack_toml=HEAD, names_txt="# names\nلافروف\n\nعبد الله\n"))
    assert pack.table("names") == {"words": ["لافروف", "عبد الله"]}


def test_a_table_that_the_folder_lacks_is_empty(tmp_path: Path) -> None:
    assert read_pack(folder(tmp_path, pack_toml=HEAD)).table("triggers") == {}


def test_files_that_hold_no_data_are_left_alone(tmp_path: Path) -> None:
    pack = read_pack(folder(tmp_path, pack_toml=HEAD, README_md="# how to edit", pack_toml_orig="code = "))
    assert set(pack.tables) == {"pack"}


def test_a_pack_without_triggers_reads_no_events(tmp_path: Path) -> None:
    assert not read_pack(folder(tmp_path, pack_toml=HEAD)).reads_events


def test_a_pack_with_triggers_reads_events(tmp_path: Path) -> None:
    verb = '[[verb]]\npast = "met"\ntype = "meeting"\n'
    assert read_pack(folder(tmp_path, pack_toml=HEAD, triggers_toml=verb)).reads_events


@pytest.mark.parametrize(
    "broken",
    ['[[verb]\npast = "بحث"\n', 'past = "بحث\n', "past = بحث\n", 'past = "بحث"\npast = "ناقش"\n'],
    ids=["bracket", "quote", "bare word", "twice"],
)
def test_a_file_that_is_not_toml_is_named(tmp_path: Path, broken: str) -> None:
    with pytest.raises(PackError, match=r"triggers\.toml: not valid TOML"):
        read_pack(folder(tmp_path, pack_toml=HEAD, triggers_toml=broken))


@pytest.mark.parametrize(
    "head", [None, "", 'code = "tlh"\n', 'name = "Klingon"\n'], ids=["none", "empty", "no name", "no code"]
)
def test_a_pack_without_a_head_is_refused_by_name(tmp_path: Path, head: str | None) -> None:
    files = {} if head is None else {"pack_toml": head}
    with pytest.raises(PackError, match=r"needs a pack\.toml with code and name") as caught:
        read_pack(folder(tmp_path, **files))
    assert str(tmp_path) in str(caught.value)


def test_the_packs_that_ship_are_sorted_by_code_and_arabic_is_among_them() -> None:
    codes = [pack.code for pack in packs()]
    assert codes == sorted(set(codes))
    assert "ar" in codes


def test_arabic_is_written_from_right_to_left_and_reads_events() -> None:
    arabic = load_pack("ar")
    assert (arabic.name, arabic.direction, arabic.reads_events) == ("Arabic", "rtl", True)


def test_a_language_without_a_pack_is_answered_with_those_there_are() -> None:
    with pytest.raises(PackError, match=r"no language pack for 'tlh'; there are: .*\bar\b"):
        load_pack("tlh")


@pytest.mark.parametrize("file", ["triggers_toml", "names_txt"])
def test_a_file_in_another_encoding_is_named(tmp_path: Path, file: str) -> None:
    with pytest.raises(PackError, match=file.replace("_", r"\.")):
        read_pack(folder(tmp_path, pack_toml=HEAD, **{file: '"لقاء" = 1'.encode("windows-1256")}))
