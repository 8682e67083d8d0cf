"""From articles to a store: the only room that knows all stages."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from enum import StrEnum

from kg_loaders.article import Article
from kg_loaders.base import LoadError

from kg.errors import ExtractionError, KgError
from kg.extract.base import Extractor
from kg.facts import article_graph
from kg.identity.unresolved import is_unresolved, note_unresolved
from kg.model import Iri, Resolved
from kg.resolve.entities import resolve
from kg.resolve.iris import article_iri, article_key, graph_iri
from kg.store.base import Store


class Change(StrEnum):
    """What an article did to the store."""

    ADDED = "added"
    UNCHANGED = "unchanged"
    REPLACED = "replaced"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one article: ``events`` and ``statements`` count what was written now, so an unchanged article has none.

    ``unread`` counts the characters at the end of a very long article that were not read.
    ``article`` is None where the input could not be read at all; ``error`` is the sentence that says why one failed.
    """

    article: Article | None
    kind: Change
    events: int = 0
    statements: int = 0
    language: str | None = None
    error: str | None = None
    graph: Iri | None = None
    unread: int = 0


def ingest(
    articles: Iterable[Article | LoadError], store: Store, extractor: Extractor | None = None
) -> Iterator[Outcome]:
    """Read articles into a store, one transaction each, and yield what became of each, in order.

    An article that the store holds already, read by this very extractor, is not read again. An edited article (same key)
    and one read by another extractor or version replace what was there. Articles without events are stored as well. What
    fails is reported and leaves nothing behind; the others go on. Stopping the iteration stops after a whole article.
    After the last one the view is brought up to date: people and events that several articles tell are one in it. Where the
    iteration is stopped before, ``kg.identity.resolve.resolve_store`` or the next ingest does so.

    Raises:
        StoreError: the store can't be written to.
    """
    reader = extractor or _default()
    changed, unfolding = False, _Unfolding(store)
    for article in articles:
        if isinstance(article, LoadError):
            yield Outcome(None, Change.FAILED, error=str(article))
            continue
        outcome = _ingest_one(article, store, reader, unfolding)
        changed |= outcome.kind in (Change.ADDED, Change.REPLACED)
        yield outcome
    if changed or is_unresolved(store):
        # Who only extracts doesn't pay for loading it.
        from kg.identity.resolve import resolve_store

        resolve_store(store)


def extract(
    articles: Iterable[Article | LoadError], extractor: Extractor | None = None
) -> Iterator[Resolved | LoadError]:
    """Read articles and yield what they tell, storing nothing; what can't be read comes as a LoadError in its place."""
    reader = extractor or _default()
    for article in articles:
        if isinstance(article, LoadError):
            yield article
            continue
        try:
            with _naming(article, reader):
                resolved = _read(article, reader)
        except ExtractionError as error:
            yield LoadError(str(error))
        else:
            yield resolved


class _Unfolding:
    """Shows graphs as they are before they are replaced: one by one, and after a few all at once, since each look costs a pass over
    what the view was made with."""

    def __init__(self, store: Store) -> None:
        self.store, self.patience, self.noted = store, 20, False

    def before_writing(self, graphs: tuple[Iri, ...]) -> None:
        """Note that the view has to be resolved, should nobody come to that now, and make it possible to replace these graphs."""
        if not self.noted:
            note_unresolved(self.store)
            self.noted = True
        if not graphs:
            return
        from kg.identity.applying import unfold

        if unfold(self.store, graphs):
            self.patience -= 1
            if self.patience == 0:
                unfold(self.store, self.store.graphs())


def _ingest_one(article: Article, store: Store, reader: Extractor, unfolding: _Unfolding) -> Outcome:
    name = graph_iri(article, reader.name, reader.version)
    held = store.known(article_iri(article), article_key(article))
    stale = tuple(known.graph for known in held if known.graph != name)
    if len(stale) < len(held) and not stale:
        return Outcome(article, Change.UNCHANGED, graph=name)
    try:
        with _naming(article, reader):
            resolved = _read(article, reader)
            graph = article_graph(resolved)
    except ExtractionError as error:
        return Outcome(article, Change.FAILED, error=str(error))
    unfolding.before_writing(stale)
    store.put(graph, replaces=stale)
    told = resolved.extraction
    kind = Change.REPLACED if held else Change.ADDED
    return Outcome(article, kind, len(told.events), len(told.statements), told.language, graph=name, unread=told.unread)


def _read(article: Article, reader: Extractor) -> Resolved:
    told = reader.extract(article)
    # The graph's name is made of these, whatever a plug-in may have written there.
    return resolve(replace(told, article=article, extractor=reader.name, version=reader.version))


@contextmanager
def _naming(article: Article, reader: Extractor) -> Iterator[None]:
    """Turn any failure of an extractor into one sentence that names the article."""
    called = f"{article.source} ({article.title or article.name})"
    try:
        yield
    except KgError as error:
        raise ExtractionError(f"{called}: {error}") from error
    except Exception as error:  # an extractor may be anybody's plug-in: its failure is one article's, not the run's
        cause = f"{type(error).__name__}: {error}"
        raise ExtractionError(
            f"{called}: the extractor {reader.name} failed on it ({cause}); the article is left out"
        ) from error


def _default() -> Extractor:
    # The lexicons take a moment to load: only who extracts pays for them.
    from kg.extract.rules import RuleExtractor

    return RuleExtractor()
