"""Reads the articles of annotations with the product's own loaders and extractor, and tells how well each was read."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import islice
from pathlib import Path

from kg_loaders.article import Article
from kg_loaders.base import LoadError

from kg.errors import GoldError, KgError
from kg.evaluate.compare import Result, compare
from kg.evaluate.gold import Annotation, gold_files, read_annotation
from kg.evaluate.misses import misread
from kg.evaluate.pages import Page, extracted
from kg.extract.base import Extractor
from kg.model import Extraction

Load = Callable[[str], Iterable[Article | LoadError]]
_FROM = "annotation"


@dataclass(frozen=True, slots=True)
class Evaluation:
    """An annotation, what was extracted from its article (``told`` in the annotation's form), and how well the two agree."""

    annotation: Annotation
    extraction: Extraction = field(repr=False)
    told: Page = field(repr=False)
    result: Result = field(repr=False)

    def misread(self) -> Iterator[str]:
        """A line for each thing that was missed, added or misread, the language first."""
        annotated, told = self.annotation.language, self.extraction.language
        if annotated != told:
            yield f"{self.annotation.id}: language {annotated}, told {told or 'unknown'}"
        yield from misread(self.result)

    @property
    def flaw(self) -> str:
        """One sentence on the words that the article doesn't have, empty where it has them all."""
        words = ", ".join(f"«{words}»" for words in self.absent)
        return f"{self.annotation.path}: its article doesn't have the words {words}" if words else ""

    @property
    def absent(self) -> tuple[str, ...]:
        """The words that the annotation says are in the article, and that are not: the annotation is to be mended."""
        article = self.extraction.article
        seen = _on_one_line(f"{article.title or ''}\n{article.text}")
        return tuple(words for words in self.annotation.words if _on_one_line(words) not in seen)


def evaluate(paths: Iterable[Path], load: Load, extractor: Extractor | None = None) -> Iterator[Evaluation | GoldError]:
    """How well the articles of annotations are read, one by one.

    Args:
        paths: annotation files, and folders that hold some.
        load: reads the articles of a file, such as ``lambda name: kg_loaders.read([name])``.
        extractor: who reads them; the default extractor if None.

    Yields:
        an evaluation, or an error in its place where the annotation or its article can't be read.

    Raises:
        GoldError: there is no such file or folder.
    """
    reader = extractor or _default()
    for path in gold_files(paths):
        try:
            yield evaluate_one(read_annotation(path), load, reader)
        except GoldError as error:
            yield error


def evaluate_one(annotation: Annotation, load: Load, extractor: Extractor) -> Evaluation:
    """How well the article of one annotation is read.

    Raises:
        GoldError: the article can't be read.
    """
    try:
        extraction = extractor.extract(_article(annotation, load))
    except (KgError, LoadError) as error:
        raise GoldError(f"{annotation.path}: {error}") from error
    told = extracted(annotation.id, extraction)
    return Evaluation(annotation, extraction, told, compare(annotation.page, told))


def _article(annotation: Annotation, load: Load) -> Article:
    """The article as it is loaded; it was published when the annotation says, where that says anything."""
    line = annotation.line or 1
    article = next(islice(load(str(annotation.file)), line - 1, None), None)
    if article is None:
        raise GoldError(f"{annotation.file} has no article number {line}: mend the field line")
    if isinstance(article, LoadError):
        raise article
    if annotation.published in (None, article.published):
        return article
    return replace(article, published=annotation.published, published_from=_FROM)


def _on_one_line(text: str) -> str:
    return " ".join(text.split())


def _default() -> Extractor:
    # The lexicons take a moment to load: only who extracts pays for them.
    from kg.extract.rules import RuleExtractor

    return RuleExtractor()
