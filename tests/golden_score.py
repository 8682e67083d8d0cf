"""Prints how well the golden articles are read and what is wrong: ``python tests/golden_score.py``; ``--raise`` lifts the floors."""

import sys
from collections.abc import Iterator

from golden_floors import FLOORS, false_alarms, floors, languages, measured, raised
from golden_lines import flaws, misses, table, unheard


def report() -> Iterator[str]:
    """The table of each language, its missed and extra events, the flaws of the others, and its statements."""
    for code in languages():
        result = measured(code)
        yield f"== {code}"
        yield from table(result.score, floors().get(code, {}))
        yield f"events in articles without events: {sum(len(one.extraction.events) for one in false_alarms(code))}"
        yield from ("", "-- missed and extra events", *misses(result.events))
        yield from ("", "-- flaws of the other events", *flaws(result.events))
        yield from ("", "-- missed statements, and other acts than annotated", *unheard(result.sayings))


if __name__ == "__main__":
    if sys.argv[1:] == ["--raise"]:
        FLOORS.write_text(raised(), encoding="utf-8")
    for told in report():
        sys.stdout.write(told + "\n")
