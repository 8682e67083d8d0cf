"""Whatever is ingested, and in whatever order or how often, the store holds what the articles say: no more, no less."""

from collections.abc import Iterable
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st
from kg_loaders.article import Article
from made_articles import SampleExtractor, expected, made
from sample_article import article

from kg.model import Triple
from kg.pipeline import ingest
from kg.store.base import Store
from kg.store.memory import MemoryStore

READER = SampleExtractor()
TEXTS = st.text(st.characters(exclude_characters="\ud800"), max_size=40)
NEWS = st.builds(made, st.integers(0, 4), st.sampled_from(["", "edited", "again"])) | st.builds(
    lambda text, key: replace(article, text=text, id=None, title=text[:9] or None, key=key),
    TEXTS,
    st.sampled_from(["k", "l", None]),
)


def filled(*batches: Iterable[Article]) -> Store:
    store = MemoryStore()
    for batch in batches:
        list(ingest(batch, store, READER))
    return store


def contents(store: Store) -> dict[str, set[Triple]]:
    return {name: set(store.triples(name)) for name in store.graphs()}


@settings(max_examples=25)
@given(st.lists(NEWS, max_size=6, unique_by=lambda each: each.digest))
def test_each_graph_is_what_its_article_gives_alone(articles: list[Article]) -> None:
    whole = expected(articles)
    for name, facts in contents(filled(articles)).items():
        assert facts == set(whole[name])


@settings(max_examples=25)
@given(st.lists(NEWS, max_size=5, unique_by=lambda each: each.key))
def test_ingesting_twice_is_ingesting_once(articles: list[Article]) -> None:
    once = filled(articles)
    assert contents(filled(articles, articles)) == contents(once)
    assert {outcome.kind for outcome in ingest(articles, once, READER)} <= {"unchanged"}


@settings(max_examples=25)
@given(st.data(), st.lists(NEWS, max_size=5, unique_by=(lambda each: each.key, lambda each: each.digest)))
def test_any_order_gives_the_same_store(data: st.DataObject, articles: list[Article]) -> None:
    assert contents(filled(data.draw(st.permutations(articles)))) == contents(filled(articles))


@settings(max_examples=25)
@given(NEWS.filter(lambda each: each.key is not None), TEXTS, st.lists(NEWS, max_size=3))
def test_an_edit_taken_back_leaves_no_trace(original: Article, words: str, others: list[Article]) -> None:
    others = [each for each in others if each.key != original.key and each.digest != original.digest]
    edited = replace(original, text=original.text + "!" + words)
    assert contents(filled([original], others, [edited], [original])) == contents(filled([original], others))


@settings(max_examples=25)
@given(st.lists(NEWS, min_size=1, max_size=6))
def test_a_key_has_one_version_the_last(articles: list[Article]) -> None:
    store = filled(articles)
    last = {each.key: each for each in articles if each.key is not None}
    held = {row[0] for row in store.select("SELECT ?d WHERE { ?a diplo:digest ?d }").rows}
    told = {getattr(value, "value", None) for value in held}
    assert {each.digest for each in last.values()} <= told
    assert told <= {each.digest for each in last.values()} | {each.digest for each in articles if each.key is None}
