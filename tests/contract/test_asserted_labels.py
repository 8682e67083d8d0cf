"""In every store a name that an analyst gives goes before those of articles, outlives their edits, travels, and goes when it is undone."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from cli_help import kg
from curation_tools import ANNA, add, desk, meetings, told, view

from kg.errors import JudgementError
from kg.facts.vocabulary import LABEL, PREF_LABEL
from kg.identity.curating import assert_label, merge
from kg.identity.judgementledgers import read_judgements, record, undo
from kg.identity.resolve import resolve_store
from kg.identity.sharing import lines, read_lines
from kg.identity.terms import ALT_LABEL
from kg.model import Literal
from kg.questions.catalogue import Sort
from kg.questions.find import find
from kg.store.base import Store
from kg.store.memory import MemoryStore
from kg.store.opening import open_store

KHAJI = "https://w3id.org/diplo-kg/id/person/ali-asghar-khaji"


@pytest.fixture(params=["memory", "oxigraph"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    """Two articles that tell of one Khaji."""
    with MemoryStore() if request.param == "memory" else open_store(tmp_path / "store", create=True) as made:
        add(made, told(1), told(2))
        yield made


def called(store: Store, text: str, language: str | None = None, who: str = "Ali Asghar Khaji") -> str:
    work = desk(store)
    made = assert_label(work, work.target(who), text, language, ANNA)
    work.update()
    return made.id


def names(store: Store, predicate: str, language: str = "en", who: str = KHAJI) -> set[str]:
    return {
        fact.object.value
        for fact in store.facts(who)
        if fact.predicate == predicate and isinstance(fact.object, Literal) and fact.object.language == language
    }


def test_an_asserted_name_goes_before_what_articles_call_him_until_it_is_undone(store: Store) -> None:
    before = view(store)
    called(store, "  Ali-Asghar  Haji ")
    assert names(store, LABEL) == names(store, PREF_LABEL) == {"Ali-Asghar Haji"}
    assert names(store, ALT_LABEL) == {"Ali Asghar Khaji"}
    assert names(store, LABEL, "ar") == {"علي أصغر خاجي"}
    assert find(store, Sort.PERSON, "Ali-Asghar Haji") == find(store, Sort.PERSON, "Ali Asghar Khaji") == (KHAJI,)
    called(store, "علی اصغر خاجی", "fa")
    assert names(store, LABEL, "fa") == {"علی اصغر خاجی"} and not names(store, ALT_LABEL, "fa")
    for each in read_judgements(store):
        undo(store, each, "Boris")
    resolve_store(store)
    assert view(store) == before


def test_of_two_names_in_one_language_the_later_one_counts(store: Store) -> None:
    first, second = called(store, "A. A. Khaji"), called(store, "Ali Asghar Haji")
    settled = resolve_store(store).settled
    assert [(each.judgement.id, each.by[0].id) for each in settled.overruled] == [(first, second)]
    assert names(store, LABEL) == {"Ali Asghar Haji"}
    undo(store, read_judgements(store)[-1], "Anna")
    resolve_store(store)
    assert names(store, LABEL) == {"A. A. Khaji"}


def test_a_name_that_articles_use_is_not_shown_twice(store: Store) -> None:
    called(store, "Ali Asghar Khaji")
    assert names(store, LABEL) == names(store, PREF_LABEL) == {"Ali Asghar Khaji"}
    assert not names(store, ALT_LABEL)


def test_a_name_outlives_edits_of_articles_and_new_ones(store: Store) -> None:
    called(store, "Ali-Asghar Haji")
    add(store, told(1, "corrected"), told(2, "later"), told(5))
    assert names(store, LABEL) == {"Ali-Asghar Haji"}
    assert names(store, ALT_LABEL) == {"Ali Asghar Khaji"}
    assert len(meetings(store)) == 2


def test_a_name_travels_with_the_judgements(store: Store, tmp_path: Path) -> None:
    called(store, "Ali-Asghar Haji")
    called(store, "Али Асгар Хаджи", "RU")
    text = "".join(lines(read_judgements(store)))
    other = MemoryStore()
    add(other, told(2), told(1))
    record(other, read_lines(text, "names.jsonl"))
    resolve_store(other)
    assert view(other) == view(store)
    with pytest.raises(JudgementError, match="changed by hand"):
        read_lines(text.replace("Haji", "Hadschi"), "names.jsonl")


def test_a_name_goes_with_the_person_whom_it_was_given_to(store: Store) -> None:
    called(store, "Geir O. Pedersen", who="Geir Pedersen")
    work = desk(store)
    merge(work, work.target("Ali Asghar Khaji"), work.target("Geir Pedersen"), ANNA)
    work.update()
    (both,) = find(store, Sort.PERSON, "Ali Asghar Khaji")
    assert names(store, LABEL, who=both) == {"Geir O. Pedersen"}
    assert names(store, ALT_LABEL, who=both) == {"Ali Asghar Khaji", "Geir Pedersen"}


def test_what_is_no_name_is_refused_in_a_sentence(store: Store) -> None:
    work = desk(store)
    khaji = work.target("Ali Asghar Khaji")
    for about, text, language, words in (
        (khaji, " ", None, "the label is empty"),
        (khaji, "علي", None, "say by --lang"),
        (khaji, "Ali", "my language", "is no language"),
        (work.target(meetings(store)[0]), "Talks", None, "give the name of a person"),
    ):
        with pytest.raises(JudgementError, match=words):
            assert_label(work, about, text, language, ANNA)
    assert not read_judgements(store)


def test_the_command_gives_a_name(tmp_path: Path) -> None:
    path = tmp_path / "kept"
    with open_store(path, create=True) as graph:
        add(graph, told(1))
    done = kg("assert", "Ali Asghar Khaji", "label", "علی اصغر خاجی", "--lang", "fa", "--store", path, "--by", "Anna")
    assert (done.exit_code, done.stderr) == (0, "")
    assert "علی اصغر خاجی@fa" in kg("judgements", "--store", path, "--format", "csv").stdout
    with open_store(path) as graph:
        event = meetings(graph)[0]
    assert "علی اصغر خاجی" in kg("show", event, "--language", "fa", "--store", path).stdout
    wrong = kg("assert", event, "place", "Vienna", "--lang", "fa", "--store", path)
    assert wrong.exit_code == 2 and "a place has none" in wrong.stderr
