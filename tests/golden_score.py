"""Prints how well annotated articles are read and what is wrong: ``python tests/golden_score.py``.

``--shared`` looks at the folder of shared annotations (``golden_floors.py`` says which) in place of the project's own; ``--raise`` lifts the floors.
"""

import sys
from collections.abc import Iterator, Mapping

from golden_floors import OWN, SHARED, Held, numbers

from kg.evaluate import Score
from kg.evaluate.misses import flaws, misses, unheard


def report(held: Held = OWN) -> Iterator[str]:
    """The table of each language, its missed and extra events, the flaws of the others, and its statements."""
    for code in held.languages():
        result = held.measured(code)
        yield f"== {code}"
        yield from table(result.score, numbers(held.floors().get(code, {})))
        yield f"events in articles without events: {held.alarms(code)}"
        yield from ("", "-- missed and extra events", *misses(result.events))
        yield from ("", "-- flaws of the other events", *flaws(result.events))
        yield from ("", "-- missed statements, and other acts than annotated", *unheard(result.sayings))


def table(score: Score, floors: Mapping[str, float]) -> Iterator[str]:
    """One line per measure: precision, recall, F1, how many there are, and the floor where there is one."""
    yield f"{'':14}{'P':>7}{'R':>7}{'F1':>7}{'right':>7}{'gold':>6}{'told':>6}{'floor':>7}"
    for name, count in score:
        rates = f"{count.precision:7.3f}{count.recall:7.3f}{count.f1:7.3f}"
        floor = f"{floors[name]:7.2f}" if name in floors else ""
        yield f"{name:14}{rates}{count.right:7}{count.gold:6}{count.told:6}{floor}"


if __name__ == "__main__":
    chosen = SHARED if "--shared" in sys.argv[1:] else OWN
    if "--raise" in sys.argv[1:]:
        chosen.file.write_text(chosen.raised(), encoding="utf-8")
    for told in report(chosen):
        sys.stdout.write(told + "\n")
