"""A backup and its restoring are a round trip of everything, between folders and servers; a damaged one puts nothing back."""

import gzip
import os
import shutil
from pathlib import Path
from types import SimpleNamespace

import pytest
from click.testing import CliRunner
from curation_tools import ANNA, LaterReader, told
from kg_cli.main import cli

from kg.authority.model import Fact
from kg.errors import BackupError
from kg.identity.curating import merge, retract
from kg.identity.desk import Desk
from kg.identity.judgementledgers import read_judgements
from kg.pipeline import ingest
from kg.store.authorities import add, names
from kg.store.base import Store
from kg.store.folder import opened
from kg.store.memory import MemoryStore
from kg.store.opening import open_store
from kg.store.oxigraph import OxigraphStore
from kg.upkeep.archive import examined
from kg.upkeep.backup import backup
from kg.upkeep.restoring import restore


def everything(store: Store) -> dict[str | None, frozenset[object]]:
    places = [None, *store.graphs(), *store.ledgers()]
    return {place: frozenset(store.triples(place)) for place in places}


def fill(store: Store) -> None:
    """Articles, judgements of two kinds, and an authority file."""
    for _ in ingest([told(1), told(2, "later"), told(3, "unclear")], store, LaterReader(version="1")):
        pass
    desk = Desk(store)
    events = sorted(str(event) for (event,) in store.select("SELECT ?e WHERE { ?e a diplo:Event }").rows)
    retract(desk, desk.target(events[0]), (), ANNA)
    merge(desk, desk.target(events[-2]), desk.target(events[-1]), ANNA)
    add(store, "mine.csv", [Fact("person/x", "name", "X y", "en", source="https://example.org/")])


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("kept") / "news"
    with OxigraphStore(path, create=True) as store:
        fill(store)
    return path


def run(*words: object):  # type: ignore[no-untyped-def]
    return CliRunner().invoke(cli, [str(word) for word in words])


def test_a_folder_comes_back_as_it_was(folder: Path, tmp_path: Path) -> None:
    done = run("--store", folder, "backup", tmp_path)
    assert done.exit_code == 0, done.output
    assert f"{tmp_path / 'news.nq.gz'}: 3 articles" in done.output
    assert run("restore", tmp_path / "news.nq.gz", "--store", tmp_path / "again").exit_code == 0
    with open_store(folder, reading=True) as was, open_store(tmp_path / "again", reading=True) as now:
        assert everything(now) == everything(was)
        assert names(now) == ("mine.csv",)
        assert read_judgements(now) == read_judgements(was) != ()
        backup(was, tmp_path / "one"), backup(now, tmp_path / "other")
    assert sorted(p.name for p in tmp_path.iterdir()) == ["again", "news.nq.gz", "one", "other"]


def test_what_is_restored_can_be_written_on_and_is_followed(folder: Path, tmp_path: Path) -> None:
    with open_store(folder, reading=True) as was:
        backup(was, tmp_path / "b")
    restore(tmp_path / "b", tmp_path / "again")
    with OxigraphStore(tmp_path / "again") as store:
        mark = store.changes().mark
        for _ in ingest([told(4)], store, LaterReader(version="1")):
            pass
        assert len(store.graphs()) == 4
        assert store.changes(mark).nodes


def test_a_backup_is_taken_while_somebody_writes(folder: Path, tmp_path: Path) -> None:
    with OxigraphStore(folder):
        assert run("--store", folder, "backup", tmp_path / "b", "--quiet").output == ""
    assert examined(tmp_path / "b").articles == 3


def test_a_memory_store_can_be_filled(folder: Path) -> None:
    memory = MemoryStore()
    with open_store(folder, reading=True) as was:
        from kg.model import Quad

        memory.fill(Quad(fact, place) for place, facts in everything(was).items() for fact in facts)  # type: ignore[arg-type]
        assert everything(memory) == everything(was)


def test_from_a_folder_to_a_server_and_back(folder: Path, tmp_path: Path, empty_fuseki) -> None:  # type: ignore[no-untyped-def]
    address = empty_fuseki.open.query.rsplit("/", 1)[0]
    with open_store(folder, reading=True) as was:
        backup(was, tmp_path / "b")
        restore(tmp_path / "b", address)
        with open_store(address) as server:
            assert everything(server) == everything(was)
    assert run("--store", address, "backup", tmp_path / "c").exit_code == 0
    restore(tmp_path / "c", tmp_path / "back")
    with open_store(folder, reading=True) as was, open_store(tmp_path / "back") as now:
        assert everything(now) == everything(was)
    with pytest.raises(BackupError, match="isn't empty"):
        restore(tmp_path / "b", address)


def test_nothing_is_overwritten_unasked(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "b").write_text("a letter")
    refused = run("--store", folder, "backup", tmp_path / "b")
    assert refused.exit_code == 2 and "is there already" in refused.output and "--force" in refused.output
    assert (tmp_path / "b").read_text() == "a letter"
    assert run("--store", folder, "backup", tmp_path / "b", "--force").exit_code == 0
    refused = run("--store", folder, "restore", tmp_path / "b")
    assert refused.exit_code == 2 and "is there already and not empty" in refused.output
    with open_store(folder, reading=True) as was:
        assert len(was.graphs()) == 3


def spoilt(data: bytes) -> dict[str, bytes]:
    text = gzip.decompress(data)
    lines = text.splitlines(keepends=True)
    middle = len(data) // 2
    return {
        "cut": data[:middle],
        "cut in its first bytes": data[:5],
        "no end": gzip.compress(b"".join(lines[:-1])),
        "a line lost": gzip.compress(b"".join(lines[:5] + lines[6:])),
        "a byte changed": data[:middle] + bytes([data[middle] ^ 1]) + data[middle + 1 :],
        "goes on": gzip.compress(text + lines[3]),
        "an end that tells nothing": gzip.compress(b"".join(lines[:-1]) + b"# end of backup {}\n"),
        "something else": b"a letter",
        "other triples": gzip.compress(b"<a:b> <a:c> <a:d> .\n"),
        "a head that tells nothing": gzip.compress(b"# diplo-kg backup []\n"),
        "empty": b"",
        "a newer version": gzip.compress(text.replace(b'"format": 1', b'"format": 2', 1)),
    }


KINDS = list(spoilt(gzip.compress(b"x\n" * 9)))


@pytest.mark.parametrize("kind", KINDS)
def test_of_a_damaged_backup_nothing_is_put_back(kind: str, folder: Path, tmp_path: Path) -> None:
    path = tmp_path / "b"
    with open_store(folder, reading=True) as was:
        backup(was, path)
    path.write_bytes(spoilt(path.read_bytes())[kind])
    refused = run("restore", path, "--store", tmp_path / "again")
    assert refused.exit_code == 2, kind
    assert len(refused.output.strip().splitlines()) == 1
    assert str(path) in refused.output
    assert ("format 2" in refused.output) == (kind == "a newer version")
    assert [each.name for each in tmp_path.iterdir()] == ["b"]


def full(*_: object) -> None:
    raise OSError(28, "No space left on device")


POINTS = ["kg.store.oxigraph.whole", "kg.store.days.follow", "kg.store.published.Published.publish"]


@pytest.mark.parametrize("point", POINTS)
def test_a_restore_that_fails_on_the_way_leaves_nothing(
    point: str, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_store(folder, reading=True) as was:
        backup(was, tmp_path / "b")
    swept: list[Path] = []

    def sweep(draft: Path, **options: bool) -> None:
        opened(
            draft, create=False
        )  # Nobody else may be at work in it: an engine that is writes on while its folder goes.
        swept.append(draft)
        shutil.rmtree(draft, **options)

    monkeypatch.setattr("kg.upkeep.restoring.shutil", SimpleNamespace(rmtree=sweep))
    monkeypatch.setattr(point, full)
    refused = run("restore", tmp_path / "b", "--store", tmp_path / "again")
    told = f"can't restore to {tmp_path / 'again'}: No space left on device; nothing was kept of it"
    assert refused.exit_code == 2 and told in refused.output
    assert len(swept) == 1
    assert [each.name for each in tmp_path.iterdir()] == ["b"]


def test_a_backup_that_fails_on_the_way_leaves_nothing(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "fsync", full)
    refused = run("--store", folder, "backup", tmp_path / "c")
    assert refused.exit_code == 2 and "nothing was kept of it" in refused.output
    assert list(tmp_path.iterdir()) == []


def test_what_a_killed_restore_left_is_swept_away(folder: Path, tmp_path: Path) -> None:
    with open_store(folder, reading=True) as was:
        backup(was, tmp_path / "b")
    draft = tmp_path / ".again.restoring"
    for left in ("a store of something else", "no store"):
        if left == "no store":
            draft.mkdir()
            (draft / "CURRENT").write_text("x")
        else:
            with OxigraphStore(draft, create=True) as store:
                fill(store)
                store.drop(store.graphs()[0])
        restore(tmp_path / "b", tmp_path / "again")
        with open_store(folder, reading=True) as was, open_store(tmp_path / "again", reading=True) as now:
            assert everything(now) == everything(was)
        shutil.rmtree(tmp_path / "again")
        assert [each.name for each in tmp_path.iterdir()] == ["b"]


def test_two_restores_to_one_place_do_not_mix(folder: Path, tmp_path: Path) -> None:
    with open_store(folder, reading=True) as was:
        backup(was, tmp_path / "b")
    with OxigraphStore(tmp_path / ".again.restoring", create=True) as other:
        refused = run("restore", tmp_path / "b", "--store", tmp_path / "again")
        assert refused.exit_code == 2 and "in use by another process" in refused.output
        fill(other)
    assert not (tmp_path / "again").exists()


def test_a_missing_backup_is_named(tmp_path: Path) -> None:
    refused = run("restore", tmp_path / "none", "--store", tmp_path / "again")
    assert refused.exit_code == 2 and "No such file" in refused.output
