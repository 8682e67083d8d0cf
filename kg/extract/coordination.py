"""Who is told together: lists of parties, and groups whose members are named."""

from kg.extract.acting import is_tied, may_act
from kg.extract.figure import QUOTES
from kg.extract.line import Hit
from kg.extract.officegap import opens_office
from kg.extract.scene import Party, Scene
from kg.model import Kind

# Words of the longest phrase that tells how many ("a number of").
_QUANTIFIER = 3


def coordinated(scene: Scene, head: Party) -> list[Party]:
    """A party and those coordinated with it: "A, B and C"; of a group the members where they are named behind "including"."""
    members = _members(scene, head)
    if members is not None:
        return coordinated(scene, members)
    found = [head]
    for party in scene.parties[scene.place(head) + 1 :]:
        gap = _between(scene, found[-1], party)
        again = {conjunction + head.figure.link for conjunction in scene.line.grammar.conjunctions}
        repeated = bool(party.figure.link) and gap[-1:] == [head.figure.link]
        if repeated and scene.line.grammar.verb_last and set(gap[:-1]) <= scene.line.grammar.commas:
            break
        gap = gap[:-1] if repeated else gap
        if not (
            set(gap) <= scene.line.grammar.joiners | again
            or _joins(scene, gap)
            or opens_office(scene.line, found[-1].figure.last, party.figure)
        ):
            break
        if not (party.figure.joined or gap or _listed_bare(scene, found[-1], party)):
            break
        if party.figure.link and not party.figure.joined and not repeated and not again & set(gap):
            break
        if _owns_next(scene, party):
            break
        found.append(party)
    return _closed(scene, found)


def _owns_next(scene: Scene, party: Party) -> bool:
    """Whether somebody is told only as whose the official behind is: "B and President C's envoy"."""
    owner = scene.line.grammar.fronted and scene.line.norm(party.figure.last) in scene.line.grammar.possessive
    behind = scene.parties[scene.place(party) + 1 :][:1] if owner else ()
    return any(other.figure.office and other.figure.first == party.figure.last + 1 for other in behind)


def _closed(scene: Scene, found: list[Party]) -> list[Party]:
    """A list without its last members that no "and" hangs on, where a comma alone may part two sides: "with A, B said"."""
    closing = scene.line.grammar.order == "VSO" or scene.line.grammar.fronted
    while len(found) > 1 and closing and not (found[-1].figure.joined or _listed_bare(scene, *found[-2:])):
        gap = map(scene.line.norm, range(found[-2].figure.last, found[-1].figure.first))
        if not set(gap) - QUOTES <= scene.line.grammar.commas:
            break
        found.pop()
    return found


def _listed_bare(scene: Scene, one: Party, other: Party) -> bool:
    """Whether a headline that leaves its signs out lists two states ("Norway Kenya discuss fishing")."""
    states = one.figure.kind is Kind.COUNTRY and other.figure.kind is Kind.COUNTRY
    adjacent = one.figure.last == other.figure.first and scene.line.sentence.paragraph < 0
    return states and adjacent and scene.line.grammar.fronted


def _members(scene: Scene, head: Party) -> Party | None:
    """The first of the members that a group told by an office in the plural is said to include."""
    if not head.figure.plural:
        return None
    first = head.figure.last + (scene.line.norm(head.figure.last) in scene.line.grammar.commas)
    behind = next(scene.within(first, first + 3), None)
    if first > head.figure.last and _names_members(scene, head, behind):
        return behind
    return behind if behind is not None and behind.figure.link in scene.line.grammar.including else None


def _names_members(scene: Scene, head: Party, behind: Party | None) -> bool:
    """Whether a list of names right behind a group tells who its members are: "the leaders of the bloc, X and Y"."""
    named = behind is not None and behind.figure.name is not None and not behind.figure.link
    return named and scene.line.grammar.fronted and behind is not None and len(coordinated(scene, behind)) > 1


def _between(scene: Scene, one: Party, other: Party) -> list[str]:
    """The words between two parties, without quotation marks and, where they stand before their noun, without "the" and "his"."""
    first, last = one.figure.last, other.figure.first
    while scene.line.grammar.fronted and last > first and (before := _determiner(scene, last)) < last:
        last = before
    norms = map(scene.line.norm, range(first, last))
    return [norm for norm in norms if norm not in QUOTES]


def _determiner(scene: Scene, word: int) -> int:
    """Where "the", "his" or "a number of" begins that ends at a word; the word itself where nothing of the kind does."""
    line = scene.line
    if line.norm(word - 1) in line.grammar.articles | line.grammar.indefinite or line.marker(word - 1, "refer.own"):
        return word - 1
    ahead = (hit for first in range(max(word - _QUANTIFIER, 0), word) for hit in line.hits[first])
    told = (hit.first for hit in ahead if hit.last == word and hit.entry.key == "quantifiers")
    return min(told, default=word)


def _joins(scene: Scene, gap: list[str]) -> bool:
    """Whether words are "and" in several words, perhaps behind a comma ("as well as")."""
    grammar = scene.line.grammar
    return " ".join(norm for norm in gap if norm not in grammar.commas) in grammar.joiners


def whole_group(scene: Scene, party: Party) -> list[Party]:
    """The group that a party is the last or a middle member of."""
    for head in scene.parties[: scene.place(party)]:
        found = coordinated(scene, head)
        if party in found and not (
            scene.line.grammar.bare_genitive and is_tied(scene, head) and not is_tied(scene, party)
        ):
            return found
    return coordinated(scene, party)


def group_beside(scene: Scene, hit: Hit) -> Party | None:
    """The group that acts in the clause of a noun which a preposition brings in: "at their meeting the ministers agreed"."""
    clause = scene.clause(hit.first)
    acting = [p for p in scene.within(clause.first, clause.last) if may_act(scene, p)]
    states = (p for p in acting if p.figure.kind is Kind.COUNTRY and len(coordinated(scene, p)) > 1)
    return next((p for p in acting if p.figure.plural), None) or next(states, None)
