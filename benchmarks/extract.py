"""How fast articles are read: ``python benchmarks/extract.py [ARTICLES.jsonl[.gz]] [--limit N]``.

Prints CPU seconds, articles and megabytes of text per second and core for each stage: load (file to articles), extract,
facts (entities, IRIs, triples) and store (Oxigraph in a temporary folder). Without a file it reads examples/ over and over.
"""

import argparse
import gzip
import itertools
import resource
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import ParamSpec, TypeVar

from kg_loaders import Article, read

from kg.extract.rules import RuleExtractor
from kg.facts import article_graph
from kg.model import ArticleGraph, Extraction
from kg.resolve.entities import resolve
from kg.store.oxigraph import OxigraphStore

EXAMPLES = Path(__file__).parents[1] / "examples" / "articles"
STAGES = ("load", "extract", "facts", "store")

Given = ParamSpec("Given")
Result = TypeVar("Result")


class Stopwatch:
    """CPU seconds per stage."""

    def __init__(self) -> None:
        """Begin with nothing measured."""
        self.seconds: defaultdict[str, float] = defaultdict(float)

    def time(self, stage: str, work: Callable[Given, Result], *given: Given.args, **named: Given.kwargs) -> Result:
        """Do some work and add the time that it took to a stage."""
        start = time.process_time()
        result = work(*given, **named)
        self.seconds[stage] += time.process_time() - start
        return result


def articles(source: Path | None, limit: int, folder: Path) -> Iterator[Article]:
    """The first articles of a file, or the examples until there are enough."""
    if source is None:
        found = (one for _ in itertools.count() for one in read([str(EXAMPLES)]))
    else:
        found = read([str(beginning(source, limit, folder))])
    return itertools.islice((one for one in found if isinstance(one, Article)), limit)


def beginning(source: Path, limit: int, folder: Path) -> Path:
    """A plain JSONL file with the first lines of another, which may be compressed."""
    copy = folder / "articles.jsonl"
    with gzip.open(source) if source.suffix == ".gz" else source.open("rb") as lines, copy.open("wb") as out:
        out.writelines(itertools.islice(lines, limit))
    return copy


def measure(source: Path | None, limit: int) -> None:
    """Send articles through all stages and print what each took."""
    watch = Stopwatch()
    count = size = events = 0
    extractor = RuleExtractor()
    with tempfile.TemporaryDirectory() as name:
        stream = articles(source, limit, Path(name))
        with OxigraphStore(Path(name) / "store", create=True) as store:
            while (article := watch.time("load", next, stream, None)) is not None:
                found = watch.time("extract", extractor.extract, article)
                graph = watch.time("facts", facts, found)
                watch.time("store", store.put, graph)
                count, size, events = count + 1, size + len(article.text.encode()), events + len(found.events)
            watch.time("store", store.close)
    report(watch.seconds, count, size, events)


def facts(found: Extraction) -> ArticleGraph:
    """The graph of one article."""
    return article_graph(resolve(found))


def report(seconds: Mapping[str, float], count: int, size: int, events: int) -> None:
    """Print a row per stage and the sum."""
    total = sum(seconds.values())
    print(f"{count} articles, {size / 1e6:.1f} MB of text, {events} events, Python {sys.version.split()[0]}")
    print(f"{'stage':<10}{'CPU s':>9}{'share':>8}{'articles/s':>12}{'MB/s':>8}")
    for stage, spent in [*((stage, seconds[stage]) for stage in STAGES), ("all", total)]:
        print(f"{stage:<10}{spent:>9.2f}{spent / total:>8.0%}{count / spent:>12.0f}{size / 1e6 / spent:>8.2f}")
    print(f"largest memory: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


def main() -> None:
    """Read the command line and measure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("source", nargs="?", type=Path, help="articles as JSONL, plain or compressed with gzip")
    parser.add_argument("--limit", type=int, default=500, help="how many articles (default 500)")
    given = parser.parse_args()
    measure(given.source, given.limit)


if __name__ == "__main__":
    main()
