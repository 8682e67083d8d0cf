"""Who acts in a sentence: parties that no preposition, case or owner keeps from being a subject."""

from collections.abc import Set as AbstractSet

from kg.extract.character import Character
from kg.extract.clauses import Clause
from kg.extract.scene import Party, Scene
from kg.model import Kind


def subject_before(scene: Scene, word: int, first: int = 0) -> Party | None:
    """The last party without a preposition before a word: the subject of a verb that stands behind it."""
    found = [p for p in scene.within(first, word) if may_act(scene, p) and p.figure.last <= word]
    return found[-1] if found else None


def may_act(scene: Scene, party: Party) -> bool:
    """Whether a party may be a subject: no preposition brings it in, and it does not stand in another case."""
    bracketed = scene.line.norm(party.figure.first - 1) == "("
    bent = bracketed or _is_bent(scene, party) or _is_of_place(scene, party)
    return not party.figure.link and in_case(scene, party, "nomn") and not bent


def _is_of_place(scene: Scene, party: Party) -> bool:
    """Whether a body or a state only tells whose a place or an occasion is, where verbs come first: "in the seat of the League"."""
    line, word = scene.line, party.figure.first - 1
    if line.grammar.order != "VSO" or party.figure.kind not in (Kind.ORGANIZATION, Kind.COUNTRY) or word < 0:
        return False
    bare = scene.plain(word) and not line.grammar.is_definite(line.norm(word))
    return bare and line.preposition(word - 1) is not None


def _is_bent(scene: Scene, party: Party) -> bool:
    """Whether a name stands in another case than the nominative that is known of it."""
    name, words = party.figure.name, party.character.words
    known = scene.line.grammar.inverted and name is not None and bool(words)
    return known and name is not None and scene.line.norm(name[1] - 1) not in words


def in_case(scene: Scene, party: Party, case: str) -> bool:
    """Whether a party may stand in a case; always so where the language has none."""
    return scene.cast.names.nominatives.may_be(scene.line.norm(party.figure.first), case)


def acts_unnamed(scene: Scene, clause: Clause) -> bool:
    """Whether a plain noun is the subject of a clause, as its case shows ("the editors met the president"), and nobody else is."""
    forms = scene.cast.names.nominatives
    if not scene.line.grammar.inverted or any(may_act(scene, p) for p in scene.within(clause.first, clause.last)):
        return False
    words = (w for w in range(clause.first, clause.last) if not scene.line.hits[w] and scene.plain(w))
    return any(forms.shows(scene.line.norm(w), "nomn") and not forms.shows(scene.line.norm(w), "accs") for w in words)


def actor_in(scene: Scene, first: int, last: int) -> Party | None:
    """Who acts in a clause whose verb stands last: its first party that nothing else ties, persons before bodies."""
    return next(iter(actors_in(scene, first, last)), None)


def actors_in(scene: Scene, first: int, last: int) -> list[Party]:
    """Those parties of a clause that nothing else ties: the persons, or else the bodies."""
    free = [
        party
        for party in scene.within(first, last)
        if not (party.figure.joined or scene.marked_object(party) or is_tied(scene, party))
    ]
    people = [party for party in free if party.figure.kind in (Kind.PERSON, Kind.DELEGATION)]
    return people or free


def is_tied(scene: Scene, party: Party) -> bool:
    """Whether a preposition or a noun before it takes a party, or one that "and" joins it to."""
    if party.figure.link or scene.owned(party):
        return True
    joined = scene.line.norm(party.figure.first - 1) in scene.line.grammar.joiners - scene.line.grammar.commas
    before = next((p for p in scene.parties if p.figure.last == party.figure.first - 1), None) if joined else None
    return before is not None and is_tied(scene, before)


def subject_of(scene: Scene, word: int, but: AbstractSet[Character] = frozenset()) -> Party | None:
    """Whom the sentence is about, as far as it has been told before a word: its first party without a preposition, ``but`` some."""
    acting = (p for p in scene.within(0, word) if may_act(scene, p) and p.character.kind is Kind.PERSON)
    return next((p for p in acting if p.character not in but), None)
