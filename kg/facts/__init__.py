"""Turns a resolved extraction into the triples of its article's graph, as ``docs/graph.md`` lays them down."""

from kg.facts.events import write_event
from kg.facts.sheet import Sheet
from kg.facts.statements import write_statement
from kg.facts.vocabulary import ACTIVITY, ANY_URI, LANGUAGE, TITLE, TYPE, URL, USED, diplo
from kg.model import ArticleGraph, Resolved
from kg.resolve.iris import article_iri, article_key, graph_iri


def article_graph(resolved: Resolved) -> ArticleGraph:
    """All facts of one article, without repetition, always in the same order.

    Raises:
        ExtractionError: a piece of evidence is not what the article says at its place.
    """
    extraction = resolved.extraction
    article = extraction.article
    name = graph_iri(article, extraction.extractor, extraction.version)
    sheet = Sheet(name, article_iri(article), article.text, extraction.language, article.title)
    _write_run(sheet, extraction.extractor, extraction.version)
    _write_article(sheet, resolved)
    for event in resolved.events:
        write_event(sheet, event)
    for statement in resolved.statements:
        write_statement(sheet, statement)
    return ArticleGraph(name, sheet.article, article_key(article), sheet.triples(), article.title or article.name)


def _write_run(sheet: Sheet, extractor: str, version: str) -> None:
    sheet.link(sheet.graph, TYPE, diplo("ExtractionRun"))
    sheet.link(sheet.graph, TYPE, ACTIVITY)
    sheet.text_of(sheet.graph, diplo("extractor"), extractor)
    sheet.text_of(sheet.graph, diplo("extractorVersion"), version)
    sheet.link(sheet.graph, USED, sheet.article)


def _write_article(sheet: Sheet, resolved: Resolved) -> None:
    iri, article = sheet.article, resolved.extraction.article
    sheet.link(iri, TYPE, diplo("Article"))
    sheet.text_of(iri, diplo("name"), article.name)
    sheet.text_of(iri, diplo("digest"), article.digest)
    sheet.text_of(iri, diplo("text"), article.text)
    sheet.number(iri, diplo("textLength"), len(article.text))
    sheet.native(iri, TITLE, article.title)
    sheet.text_of(iri, diplo("site"), article.site)
    sheet.text_of(iri, URL, article.url, datatype=ANY_URI)
    sheet.day(iri, diplo("published"), article.published)
    sheet.text_of(iri, diplo("publishedFrom"), article.published_from)
    sheet.text_of(iri, LANGUAGE, resolved.extraction.language)
    # The last part only: a path of the reader's machine never enters the graph.
    sheet.text_of(iri, diplo("source"), article.source.replace("\\", "/").rstrip("/").rsplit("/", 1)[-1])
    sheet.text_of(iri, diplo("key"), article_key(article))
