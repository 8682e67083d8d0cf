"""How well one person and one event are found: ``python benchmarks/identity.py [--scale N...] [--white-house FILE --visits FILE --travels FILE]``.

Prints B³ and CEAF-e on the story of the tests, with the pairs that were merged wrongly or missed. ``--scale`` resolves stores of so
many articles, ``--white-house`` compares news of the White House (JSONL, gzipped) with the lists of visits and travels of the US
Office of the Historian; ``--store`` keeps what was read of them for the next run.
"""

import argparse
import sys
from collections.abc import Iterable
from pathlib import Path

from identity_scale import measured
from identity_visits import compare

from kg.evaluate.clusters import b_cubed, ceaf, missed, wrong
from kg.identity.occasions import likeness
from kg.pipeline import ingest
from kg.store.memory import MemoryStore

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))
from story_tools import Grouped, Reading, articles


def story() -> None:
    """Print how well the story is told apart and together."""
    store = MemoryStore()
    list(ingest(articles(), store))
    reading = Reading(store)
    print(f"read: {reading.read():.2f} of {reading.truth.told()} told events")
    events, people = reading.events(), reading.people()
    _scores("events", events)
    _scores("people", people)
    for what, pairs in (("wrong", wrong), ("missed", missed)):
        _explained(what, reading, pairs(events.told, events.true))
        for one, other in pairs(people.told, people.true):
            print(f"  {what}: {one.rsplit('/', 1)[-1]} and {other.rsplit('/', 1)[-1]} ({people.true[one]})")


def _scores(what: str, groups: Grouped) -> None:
    b3, best = b_cubed(groups.told, groups.true), ceaf(groups.told, groups.true)
    wrongly, rest = (sum(1 for _ in pairs(groups.told, groups.true)) for pairs in (wrong, missed))
    print(
        f"{what}: {len(groups.told)}; B³ {b3.precision:.3f} {b3.recall:.3f} F1 {b3.f1:.3f}; "
        f"CEAF-e {best.precision:.3f} {best.recall:.3f} F1 {best.f1:.3f}; pairs wrong {wrongly}, missed {rest}"
    )


def _explained(what: str, reading: Reading, pairs: Iterable[tuple[str, str]]) -> None:
    witnesses = reading.found.witnesses
    for one, other in pairs:
        told = " and ".join(f"{reading.article(witnesses[iri].account)} {reading.aligned[iri]}" for iri in (one, other))
        weighed = likeness(witnesses[one], witnesses[other])
        print(f"  {what}: {told}: {weighed.score} ({'; '.join(weighed.reasons)})")


def scale(counts: Iterable[int]) -> None:
    """Print what resolving takes, for each number of articles."""
    for count in counts:
        found = measured(count, articles())
        print(
            f"{found.articles} articles: {found.cpu:.1f} s of processor ({found.seconds:.1f} s on the clock), again {found.again:.1f} s; "
            f"making the store {found.making:.1f} s; {found.memory} MB; {found.accounts} accounts of {found.events} events, {found.people} faces",
            flush=True,
        )


def main() -> None:
    """Print everything that was asked for."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--scale", type=int, nargs="+", default=[])
    for name in ("white-house", "visits", "travels", "store"):
        parser.add_argument(f"--{name}", type=Path)
    given = parser.parse_args()
    if given.white_house and given.visits and given.travels:
        compare(given.white_house, given.visits, given.travels, given.store)
    elif given.white_house or given.visits or given.travels:
        parser.error("--white-house, --visits and --travels are of use together only")
    elif given.scale:
        scale(given.scale)
    else:
        story()


if __name__ == "__main__":
    main()
