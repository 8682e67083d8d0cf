"""Finds who held an office through which days, from the terms and the sightings that ``heads_data.py`` reads."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from heads_data import LAST, Led, Seen, names

from kg.authority import Authority
from kg.authority.starter import starter_facts
from kg.lang.gazetteer import people as gazetteer_people
from kg.resolve.iris import slug
from kg.resolve.known import gazetteers
from kg.resolve.spelling import fold
from kg.resolve.wordmatch import word_match

NEAR = timedelta(days=400)
"""Whoever is seen in an office twice within this time held it in between, if nobody else was seen in it."""
ASIDE = frozenset(
    f"state/{code}" for code in ("CN", "CU", "KP", "LA", "LB", "MM", "VN", "BH", "JO", "KW", "QA", "SA", "AE")
)
"""States whose leader, as REIGN has it, leads by more than the office, so that the term in it began or ended at another time, and
those where a family name says too little."""
REIGN_ENDS = date.fromisoformat(f"{LAST}-01")
OWN = ("people.csv", "offices.csv")
TOLD = names()
HONORIFICS = ("Sheikh", "Sheik", "Dr.")
KNOWN = Authority((*gazetteers().facts, *(fact for name in OWN for fact in starter_facts(name))))


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody with the spellings of the lists, the usual one first."""

    id: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """Days through which somebody was in an office, with the term of REIGN that says so."""

    person: Person
    office: str
    first: date
    last: date
    term: Led | None = None


def people(seen: Iterable[Seen]) -> Mapping[tuple[str, str], Person]:
    """Who was seen, by state and spelling."""
    groups = defaultdict[str, list[list[str]]](list)
    counts = Counter((one.state, one.name) for one in seen)
    for (state, name), _ in sorted(counts.items(), key=lambda each: (-each[1], each[0])):
        group = next((group for group in groups[state] if any(alike(name, other) for other in group)), None)
        groups[state].append([name]) if group is None else group.append(name)
    return {(state, name): _person(state, group) for state, own in groups.items() for group in own for name in group}


def alike(one: str, other: str) -> bool:
    """Whether two spellings are one person's of one state: the first and the last name are, or the table says so."""
    first, second = (_bare(name) for name in (one, other))
    ends = [(name[0], name[-1]) for name in (first, second)]
    return len(first) > 1 and len(second) > 1 and all(_same_word(*pair) for pair in zip(*ends, strict=True))


def _bare(name: str) -> list[str]:
    called = TOLD.get(name, name)
    return [fold(word.rstrip(",")) for word in called.split() if word not in HONORIFICS and word.strip(".,") != "Jr"]


def _person(state: str, spellings: list[str]) -> Person:
    usual = next((TOLD[name] for name in spellings if name in TOLD), spellings[0])
    names = tuple(dict.fromkeys((usual, *spellings)))
    known = [KNOWN.name(each) or "" for each in KNOWN.ids() if KNOWN.value(each, "speaks_for") == state]
    known += [name for name, side in gazetteer_people().items() if side.id == state]
    own = next((each for each in known if any(alike(name, each) for name in names)), None)
    return Person(f"person/{slug(own or usual)}", tuple(dict.fromkeys((own or usual, *names))))


def blocks(seen: Sequence[Seen], led: Sequence[Led], who: Mapping[tuple[str, str], Person]) -> Iterator[Block]:
    """The days through which each person held each office, as far as the sources go."""
    offices = defaultdict[str, list[Block]](list)
    for one in sorted(seen, key=lambda each: (each.first, each.last)):
        offices[one.office].append(Block(who[one.state, one.name], one.office, one.first, one.last))
    uniform = _uniform(offices, led)
    for office, own in offices.items():
        terms = [term for term in led if office in uniform.get(term.state, ()) and _fits(term, own)]
        yield from _joined([_within(block, terms) for block in own])


def _uniform(offices: Mapping[str, Sequence[Block]], led: Sequence[Led]) -> Mapping[str, set[str]]:
    """The one office in which leaders of a state, as REIGN has them, were seen; states with several such offices are left out."""
    held = defaultdict[str, set[str]](set)
    for office, own in offices.items():
        for term in (term for term in led if term.state == state_of(office) and term.state not in ASIDE):
            if any(_is(term, block) and term.holds(block.first, block.last) for block in own):
                held[term.state].add(office)
    return {state: found for state, found in held.items() if len(found) == 1}


def _fits(term: Led, own: Sequence[Block]) -> bool:
    """Whether nobody but the leader was seen in the office during a term, the leader was, and no other file tells other years."""
    within = [block for block in own if term.holds(block.first, block.last) and not _handed_over(term, block)]
    return bool(within) and all(_is(term, block) and _told_alike(term, block) for block in within)


def _told_alike(term: Led, block: Block) -> bool:
    rows = [known for known in KNOWN.terms_of(block.person.id) if known.office == block.office]
    return not rows or any(known.start.text[:4] in ("", term.start[:4]) for known in rows)


def _handed_over(term: Led, block: Block) -> bool:
    """Whether a day lies in the month in which a term began or ended."""
    return block.first.isoformat()[:7] in (term.start, term.end)


def _is(term: Led, block: Block) -> bool:
    return is_called(term, *block.person.names)


def _within(block: Block, terms: Iterable[Led]) -> Block:
    term = next((term for term in terms if _is(term, block) and term.holds(block.first, block.last)), None)
    return replace(block, term=term)


def _joined(own: Iterable[Block]) -> Iterator[Block]:
    """Neighbouring days of one person that a term of REIGN holds together, or that are near to each other."""
    last: Block | None = None
    for block in own:
        if last is not None and last.person == block.person and _one_term(last, block):
            last = replace(last, last=max(last.last, block.last), term=last.term or block.term)
            continue
        if last is not None:
            yield last
        last = block
    if last is not None:
        yield last


def _one_term(last: Block, block: Block) -> bool:
    """Whether REIGN holds two blocks together, or they are near: a term that goes on reaches to the end of REIGN."""
    if last.term is not None and last.term == block.term:
        return True
    goes_on = last.term is not None and last.term.end is None
    until = max(last.last, REIGN_ENDS) if goes_on else last.last
    return block.first - until <= NEAR


def state_of(office: str) -> str:
    """The id of the state whose an office is."""
    return f"state/{office.split('/')[1]}"


def is_called(term: Led, *spellings: str) -> bool:
    """Whether something that REIGN calls a leader stands in one of the spellings of a name."""
    words = {fold(word) for word in term.name.replace("-", " ").split() if len(word) > 2}
    told = {part for name in spellings for word in _bare(name) for part in (word, *word.split("-"))}
    return any(_same_word(word, other) for word in words for other in told)


def _same_word(word: str, other: str) -> bool:
    """Whether two folded words of names are spellings of one name."""
    return word_match(word, other).log_odds > 0
