from dataclasses import replace
from itertools import islice
from pathlib import Path

import pytest
from curation_tools import LaterReader, store_with, told
from kg_loaders.article import Article
from kg_loaders.base import LoadError
from made_articles import SampleExtractor, expected, made
from sample_article import article, meeting

from kg.errors import StoreError
from kg.extract.base import Extractor
from kg.identity.unresolved import is_unresolved
from kg.model import Extraction, Resolved, Span
from kg.pipeline import Change, Outcome, extract, ingest
from kg.store.base import Store
from kg.store.memory import MemoryStore

READER = SampleExtractor()
PLAIN = replace(article, text="A market opened.", id="plain", url=None, key="plain")
UNREADABLE = replace(PLAIN, text="unreadable", id="u", key="u", source="u.txt")
HOPELESS = replace(PLAIN, text="hopeless", id="h", key="h", source="h.txt")


class CountingExtractor(SampleExtractor):
    """Counts what it is asked to read."""

    def extract(self, article: Article) -> Extraction:
        asked.append(article.name)
        return super().extract(article)


asked: list[str] = []


@pytest.fixture
def store() -> Store:
    asked.clear()
    return MemoryStore()


def run(store: Store, *articles: Article | LoadError, extractor: Extractor = READER) -> list[Outcome]:
    return list(ingest(articles, store, extractor))


def kinds(outcomes: list[Outcome]) -> list[Change]:
    return [outcome.kind for outcome in outcomes]


def test_a_new_article_is_added_and_counted(store: Store) -> None:
    (outcome,) = run(store, made(1))
    assert (outcome.kind, outcome.events, outcome.statements, outcome.language, outcome.error) == (
        "added",
        3,
        1,
        "ar",
        None,
    )
    assert store.graphs() == tuple(expected([made(1)])) == (outcome.graph,)


def test_the_same_article_again_is_not_even_read(store: Store) -> None:
    run(store, made(1))
    before = set(store.triples())
    assert kinds(run(store, made(1), made(1), extractor=CountingExtractor())) == ["unchanged", "unchanged"]
    assert asked == []
    assert set(store.triples()) == before


def test_an_edited_article_replaces_its_former_version(store: Store) -> None:
    (first, second) = run(store, made(1), made(1, "edited"))
    assert (first.kind, second.kind) == ("added", "replaced")
    assert store.graphs() == (second.graph,)
    assert set(store.triples()) == set(expected([made(1, "edited")])[second.graph or ""])


def test_an_edit_that_loses_the_events_takes_them_away(store: Store) -> None:
    run(store, replace(made(1), key="k"))
    (outcome,) = run(store, replace(PLAIN, key="k"))
    assert (outcome.kind, outcome.events) == ("replaced", 0)
    assert store.select("SELECT ?e WHERE { ?e a diplo:Event }").rows == ()


def test_another_version_of_the_extractor_reads_again(store: Store) -> None:
    run(store, made(1))
    newer = SampleExtractor(version="2")
    (outcome,) = run(store, made(1), extractor=newer)
    assert outcome.kind == "replaced"
    assert store.graphs() == (outcome.graph,)
    assert kinds(run(store, made(1), extractor=newer)) == ["unchanged"]


def test_articles_without_key_or_with_other_keys_stand_side_by_side(store: Store) -> None:
    keyless = [replace(made(n), key=None) for n in (1, 2)]
    assert kinds(run(store, *keyless, made(3))) == ["added"] * 3
    assert kinds(run(store, *keyless)) == ["unchanged"] * 2
    assert len(store.graphs()) == 3


def test_a_copy_under_another_key_adds_nothing(store: Store) -> None:
    assert kinds(run(store, made(1), replace(made(1), key="copy", source="copy.txt"))) == ["added", "unchanged"]


def test_an_article_that_fails_is_named_and_the_others_go_on(store: Store) -> None:
    outcomes = run(store, made(1), UNREADABLE, LoadError("x.jsonl, line 3: not JSON"), HOPELESS, made(2))
    assert kinds(outcomes) == ["added", "failed", "failed", "failed", "added"]
    errors = [outcome.error or "" for outcome in outcomes]
    assert "u.txt" in errors[1] and "this can't be read" in errors[1]
    assert errors[2] == "x.jsonl, line 3: not JSON" and outcomes[2].article is None
    assert "h.txt" in errors[3] and "ZeroDivisionError: oops" in errors[3] and "\n" not in errors[3]
    assert len(store.graphs()) == 2


def test_an_edit_that_fails_leaves_the_former_version(store: Store) -> None:
    run(store, replace(made(1), key="u"))
    before = set(store.triples())
    assert kinds(run(store, UNREADABLE)) == ["failed"]
    assert set(store.triples()) == before


def test_invented_words_are_no_evidence(store: Store) -> None:
    class Inventor(SampleExtractor):
        def extract(self, article: Article) -> Extraction:
            return Extraction(article, "ar", (replace(meeting, evidence=Span(0, 9, "an invention")),), ())

    (outcome,) = run(store, made(1), extractor=Inventor())
    assert outcome.kind == "failed"
    assert "an invention" in (outcome.error or "")
    assert "sample.jsonl" in (outcome.error or "")
    assert store.graphs() == ()


def test_an_article_without_events_or_language_is_stored_all_the_same(store: Store) -> None:
    (outcome,) = run(store, PLAIN)
    assert (outcome.kind, outcome.events, outcome.statements, outcome.language) == ("added", 0, 0, None)
    assert len(store.select("SELECT ?a WHERE { ?a a diplo:Article }").rows) == 1


def test_what_a_plug_in_says_of_itself_does_not_change_the_graphs_name(store: Store) -> None:
    class Sloppy(SampleExtractor):
        def extract(self, article: Article) -> Extraction:
            return replace(super().extract(article), extractor="somebody else", version="9")

    assert kinds(run(store, made(1), made(1), extractor=Sloppy())) == ["added", "unchanged"]


def test_ingest_is_lazy_and_stops_after_a_whole_article(store: Store) -> None:
    steps = ingest([made(n) for n in range(5)], store, READER)
    assert store.graphs() == ()
    next(steps)
    next(steps)
    steps.close()
    assert len(store.graphs()) == 2


def test_a_store_that_cannot_be_written_ends_the_run(store: Store) -> None:
    class Full(MemoryStore):
        def put(self, *_: object, **__: object) -> None:
            raise StoreError("the disk is full")

    with pytest.raises(StoreError, match="the disk is full"):
        run(Full(), made(1))


def test_extract_stores_nothing_and_keeps_the_order() -> None:
    found = list(extract([made(1), LoadError("bad line"), HOPELESS, PLAIN], READER))
    assert [type(each) for each in found] == [Resolved, LoadError, LoadError, Resolved]
    assert str(found[1]) == "bad line"
    assert "h.txt" in str(found[2])


def test_sources_are_named_as_the_user_typed_them(tmp_path: Path) -> None:
    (error,) = extract([replace(HOPELESS, source="news/today.html", title=None)], READER)
    assert str(error).startswith("news/today.html")


def test_what_an_interrupted_ingest_left_unresolved_the_next_one_resolves_though_nothing_is_new() -> None:
    articles = [told(1), told(2), told(3)]
    whole, broken = store_with(*articles), MemoryStore()
    reader = LaterReader(version="1")
    for outcome in islice(ingest(articles, broken, reader), len(articles)):
        assert outcome.kind is Change.ADDED
    assert set(broken.triples()) != set(whole.triples())
    assert {outcome.kind for outcome in ingest(articles, broken, reader)} == {Change.UNCHANGED}
    assert set(broken.triples()) == set(whole.triples())
    assert broken.ledgers() == whole.ledgers()
    assert not is_unresolved(broken)
