"""Makes the rows on heads of state and government of the starter: ``python benchmarks/heads.py REIGN VISITS TRAVELS > heads.csv``.

REIGN has leaders' terms by family name, the lists of the US Office of the Historian have full names and titles on single days. A
term of REIGN is one in an office only where nothing in the lists, or in the other files of the starter, speaks against it; else
a row tells the days on which somebody was seen. ``--left FILE`` writes down the terms of which nothing was made.
"""

import argparse
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from heads_data import LAST, POSTS, Led, Seen, terms, travellers, visitors
from heads_terms import ASIDE, KNOWN, Block, blocks, is_called, people, state_of

from kg.authority import Fact
from kg.authority.dates import When, when
from kg.authority.writer import csv_text
from kg.lang.gazetteer import entry

REIGN = "REIGN data set, terms to March 2021"
LISTS = "Visits by Foreign Leaders and Travels of the President and the Secretary of State, US Office of the Historian, 2025"
WORDS = "kg/lang/offices.toml of diplo-kg 0.1.0"
HEAD = """\
# Heads of state and government, made by benchmarks/heads.py from the named data sets: to the month where a term of REIGN is known, else for
# the days through which they were seen in office.
"""


def facts(seen: Sequence[Seen], led: Sequence[Led]) -> Iterator[Fact]:
    """The rows: the people, their offices, and from when to when they held these."""
    who, titles = people(seen), {one.office: one.title for one in seen}
    held = sorted(blocks(seen, led, who), key=lambda block: (block.office, block.first))
    for person in dict.fromkeys(block.person for block in held):
        known = {text for text, _ in KNOWN.names(person.id)}
        told = [name for name in person.names if name not in known]
        kinds = ["alias" if known else "name", *["alias"] * len(person.names)]
        yield from (Fact(person.id, kind, name, "en", source=LISTS) for kind, name in zip(kinds, told, strict=False))
        state = next(state_of(block.office) for block in held if block.person == person)
        if not known:
            yield Fact(person.id, "speaks_for", state, source=LISTS)
    for office in dict.fromkeys(block.office for block in held):
        yield from _office(office, titles[office])
    for block in held:
        source = f"{REIGN}|{LISTS}" if block.term else LISTS
        yield Fact(block.person.id, "holds", block.office, start=_start(block), end=_end(block), source=source)
    yield from (fact for _, fact in agreed(led))


def _office(office: str, title: str) -> Iterator[Fact]:
    if office not in KNOWN:
        state = entry(state_of(office))
        assert state is not None
        yield Fact(office, "name", f"{POSTS[title][1]} of {state.name}", "en", source=LISTS)
        yield Fact(office, "of", state.id, source=LISTS)
        yield from (Fact(office, "rank", rank, source=WORDS) for rank in POSTS[title][2])


def _start(block: Block) -> When:
    return when(block.term.start if block.term else f"..{block.first.isoformat()}")


def _end(block: Block) -> When:
    seen = block.last.isoformat()
    if block.term is None:
        return when(f"{seen}..")
    if block.term.end is None:
        return when(f"{max(LAST, seen)}..")
    return when(block.term.end if seen[:7] <= block.term.end else f"{seen}..")


def agreed(led: Iterable[Led]) -> Iterator[tuple[Led, Fact]]:
    """Terms of REIGN that agree with a row of another file in name, state and years, so that they tell its months."""
    rows = [fact for fact in KNOWN.facts if fact.property == "holds"]
    for term in (term for term in led if term.state not in ASIDE):
        for fact in (row for row in rows if state_of(row.value) == term.state and _same_years(term, row)):
            if is_called(term, KNOWN.name(fact.id) or ""):
                end = when(term.end or f"{LAST}..")
                yield term, Fact(fact.id, "holds", fact.value, "", when(term.start), end, f"{REIGN}|{fact.source}")


def _same_years(term: Led, row: Fact) -> bool:
    open_end = not row.end and (term.end is None or term.end < LAST)
    return row.start.text == term.start[:4] and (open_end or row.end.text == (term.end or "")[:4] or _later(term, row))


def _later(term: Led, row: Fact) -> bool:
    """Whether a row tells the end of a term that goes on where REIGN ends."""
    return term.end is None and row.end.text >= LAST


def _left(led: Sequence[Led], made: Sequence[Fact]) -> Iterator[str]:
    used = {(state_of(fact.value), fact.start.text) for fact in made if fact.property == "holds"}
    for term in led:
        if (term.state, term.start) not in used:
            yield "\t".join((term.state, term.name, term.start, term.end or ""))


def main() -> None:
    """Write the rows to standard output."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    for name in ("reign", "visits", "travels"):
        parser.add_argument(name, type=Path)
    parser.add_argument("--left", type=Path)
    given = parser.parse_args()
    led = list(terms(given.reign))
    made = list(facts([*visitors(given.visits), *travellers(given.travels)], led))
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    print(HEAD + csv_text(dict.fromkeys(made)), end="")
    if given.left:
        given.left.write_text("\n".join(_left(led, made)) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
