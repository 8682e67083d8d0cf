"""Finds people who are told to have held one office at one time, and terms that two sources tell differently."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from kg.authority.authority import Authority
from kg.authority.dates import When
from kg.authority.model import Problem, Row, Term, term_of
from kg.authority.targets import all_kept


@dataclass(frozen=True, slots=True)
class _Held:
    """A term, the days of it that are sure, and its row; None for a term that is believed already."""

    term: Term
    first: date
    last: date
    row: Row | None

    @property
    def told(self) -> str:
        """The person, the dates as written and the place, for a message."""
        where = f"{self.row.file}:{self.row.line}" if self.row else "known already"
        return f"{self.term.person} from {self.term.start.text or '?'} to {self.term.end.text or '?'} ({where})"


def overlaps(rows: list[Row], base: Authority) -> Iterator[Problem]:
    """Two holders of one office on one day, where it isn't ``shared``.

    Only days that are sure count: who left in 2012 and who came in 2012 don't overlap; nor do a holder who leaves on a day
    and one who comes on it.
    """
    shared = {row.fact.id for row in rows if row.fact.property == "shared"}
    for office, own in _told(rows, base).items():
        people = {term.person for term, _ in own}
        # What a file says of somebody in an office takes the place of what was known of them in it.
        known = ((term, None) for term in base.terms(office) if base.kept(term.person) not in people)
        terms = _sure([*own, *known])
        yield from _told_twice(terms)
        if office not in shared and not base.shared(office):
            yield from _at_one_time(office, terms)


def _told(rows: list[Row], base: Authority) -> Mapping[str, list[tuple[Term, Row | None]]]:
    """The terms that rows tell, by office; two ids that ``same_as`` joins are one person."""
    joined = all_kept({row.fact.id: row.fact.value for row in rows if row.fact.property == "same_as"})
    held = defaultdict[str, list[tuple[Term, Row | None]]](list)
    for row in (row for row in rows if row.fact.property == "holds"):
        term = term_of(row.fact)
        held[term.office].append((replace(term, person=base.kept(joined.get(term.person) or term.person)), row))
    return held


def _sure(terms: Iterable[tuple[Term, Row | None]]) -> Sequence[_Held]:
    found = [_Held(term, *term.sure, row) for term, row in terms if term.sure is not None]
    return sorted(found, key=lambda one: (one.first, one.last, one.term.person))


def _at_one_time(office: str, terms: Sequence[_Held]) -> Iterator[Problem]:
    """Each term against that of another person which ends last among those that began before it."""
    longest = list[_Held]()
    for one in terms:
        other = next((each for each in longest if each.term.person != one.term.person), None)
        if other is not None and one.first < other.last and (one.first > other.first or one.last > one.first):
            told = f"two hold {office} at one time, {other.told} and {one.told}"
            yield from _problem(other, one, f"{told}: correct the dates, or give the office a row 'shared'")
        last = {each.term.person: each for each in sorted((*longest, one), key=lambda each: each.last)}
        longest = sorted(last.values(), key=lambda each: each.last, reverse=True)[:2]


def _told_twice(terms: Sequence[_Held]) -> Iterator[Problem]:
    """Two terms of one person that share days, and neither begin nor end alike: two sources that disagree."""
    before = dict[str, _Held]()
    for one in terms:
        other = before.get(one.term.person)
        if other is not None and one.first < other.last:
            agree = _meet(one.term.start, other.term.start) and _meet(one.term.end, other.term.end)
            if not agree:
                told = f"two rows tell the same term of {one.term.person} differently, {other.told} and {one.told}"
                yield from _problem(other, one, f"{told}: keep the one that is right")
        if other is None or one.last > other.last:
            before[one.term.person] = one


def _meet(one: When, other: When) -> bool:
    """Whether two dates may be the same day."""
    begun = one.earliest is None or other.latest is None or one.earliest <= other.latest
    return begun and (other.earliest is None or one.latest is None or other.earliest <= one.latest)


def _problem(other: _Held, one: _Held, message: str) -> Iterator[Problem]:
    """The problem at the later of two rows."""
    rows = [each.row for each in (other, one) if each.row is not None]
    if rows:
        last = max(rows, key=lambda row: (row.file, row.line))
        yield Problem(last.file, last.line, message)
