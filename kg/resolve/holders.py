"""Says who is meant by an office alone, and whether somebody told in an office held it: on the days of an event, by the authority."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from kg.authority.authority import Authority
from kg.authority.model import Term
from kg.resolve.names import same_name


@dataclass(frozen=True, slots=True)
class Held:
    """Who held an office on the days of an event for sure; ``reason`` is a sentence, ``source`` whoever says so."""

    person: str
    office: str
    reason: str
    source: str


@dataclass(frozen=True, slots=True)
class Post:
    """An office as an article tells it: its English rank and portfolio, and the id of the state or organization whose it is."""

    rank: str
    portfolio: str | None
    of: str


def holder(authority: Authority, post: Post, first: date, last: date | None = None) -> Held | None:
    """Who held an office from a day to another (the same, if none is given).

    None where the office isn't known, where nobody's term is sure on all of these days, and where several people's are:
    the office is shared, or it changed hands on the day.
    """
    terms = _sure(authority, post, first, last or first)
    people = {authority.kept(term.person) for term in terms}
    return _held(authority, terms[0]) if len(people) == 1 else None


def conflict(
    authority: Authority, post: Post, person: str, names: Iterable[str], first: date, last: date | None = None
) -> Held | None:
    """Who held an office on the days of an event where somebody else is told in it; None where nothing speaks against that.

    Args:
        authority: who held which office.
        post: the office as the article tells it.
        person: the id of whom the article tells in it.
        names: what the article calls the person, in any script: another spelling of the holder's name is the holder.
        first: the first day of the event.
        last: the last day of the event.
    """
    held = holder(authority, post, first, last)
    if held is None or _may_be(authority, held.person, person, tuple(names)):
        return None
    own = (term for term in authority.terms_of(authority.kept(person)) if term.office == held.office)
    possible = any(term.perhaps(first) or term.perhaps(last or first) for term in own)
    return None if possible or authority.shared(held.office) else held


def tenures(authority: Authority, post: Post, person: str, on: date | None) -> tuple[Held, ...]:
    """When a person held an office: the term that is sure on a day, by the source that shows most of it; all terms if none is sure
    then or no day is given."""
    offices = authority.offices(post.rank, post.portfolio, post.of)
    terms = [term for office in offices for term in authority.terms(office) if authority.kept(term.person) == person]
    sure = [term for term in terms if on is not None and term.surely(on)]
    # Several rows may tell one term, each as far as its source reaches.
    return tuple(_held(authority, term) for term in (sorted(sure, key=_reach)[-1:] or terms))


def _reach(term: Term) -> tuple[timedelta, str]:
    first, last = term.sure or (date.min, date.min)
    return last - first, term.source


def _sure(authority: Authority, post: Post, first: date, last: date) -> tuple[Term, ...]:
    offices = authority.offices(post.rank, post.portfolio, post.of)
    terms = (term for office in offices for term in authority.terms(office))
    return tuple(term for term in terms if term.surely(first) and term.surely(last))


def _held(authority: Authority, term: Term) -> Held:
    person = authority.kept(term.person)
    name, office = authority.name(person) or person, authority.name(term.office) or term.office
    dates = f"from {term.start.text or 'an unknown day'} to {term.end.text or 'an unknown day'}"
    return Held(person, term.office, f"{name} was {office} {dates}", term.source)


def _may_be(authority: Authority, holder: str, person: str, names: tuple[str, ...]) -> bool:
    """Whether the person told may be the holder: by id, or by a name that any of the holder's names fits."""
    if authority.kept(person) == holder:
        return True
    known = [text for text, _ in authority.names(holder)]
    return any(same_name(name, own) or same_name(own, name) for name in names for own in known)
