"""What verbs and nouns share in finding who takes part: subjects, prepositions, the phone."""

from kg.extract import sov, svo
from kg.extract.acting import in_case, subject_before, subject_of
from kg.extract.brackets import with_members
from kg.extract.clauses import Clause
from kg.extract.coordination import coordinated
from kg.extract.drafts import Draft
from kg.extract.entries import Cls, Frame
from kg.extract.figure import QUOTES
from kg.extract.line import Hit
from kg.extract.scene import Party, Scene
from kg.model import EventType, Function, Kind

_RELATIVE = 8
# Cases that a frame may name in place of a preposition.
CASES = frozenset(("gent", "datv", "accs", "ablt", "loct"))


def subject_ahead(scene: Scene, hit: Hit, clause: Clause) -> Party | None:
    """The subject before a verb: in its own clause, or the noun that a relative clause hangs on."""
    if scene.line.grammar.subject_first:
        return svo.subject(scene, hit, clause)
    if hit.first and scene.line.norm(hit.first - 1) in scene.line.grammar.that and not clause.relative:
        return subject_of(scene, hit.first)
    own = subject_before(scene, hit.first, clause.first)
    if own is not None or not (clause.relative or hit.part.conjunction):
        return own
    if clause.relative:
        return next(
            (p for p in reversed(list(scene.within(0, clause.first))) if clause.first - p.figure.last <= _RELATIVE),
            None,
        )
    return subject_of(scene, clause.first)


def by_phone(scene: Scene, hit: Hit) -> bool:
    """Whether the clause of a trigger says that those told of spoke by phone."""
    clause = scene.clause(hit.first)
    if scene.line.grammar.verb_last:
        return sov.by_phone(scene, hit)
    return scene.line.has_marker("refer.phone", clause.first, clause.last)


def add_linked(draft: Draft, links: frozenset[str], first: int, last: int, function: Function) -> None:
    """Take in the parties that a preposition brings, with those coordinated with them."""
    scene = draft.scene
    for party in scene.within(first, last):
        if _is_linked(scene, party, links) and not _taken(scene, draft, party) and not _of_topic(draft, party):
            draft.add(with_members(scene, coordinated(scene, party)), function)
            return


def _of_topic(draft: Draft, party: Party) -> bool:
    """ "Spoke of the failed agreement with A": where verbs stand last the noun of a topic takes the state behind its preposition."""
    line, head = draft.scene.line, party.figure.first - 2
    told = line.grammar.verb_last and party.figure.kind in (Kind.COUNTRY, Kind.ORGANIZATION)
    return told and not draft.hit.first <= head < draft.hit.last and line.marker(head, "topic.heads") is not None


def _is_linked(scene: Scene, party: Party, links: frozenset[str]) -> bool:
    """Whether one of these prepositions, or a case named like one, brings a party in: not as the owner of something else."""
    grammar = scene.line.grammar
    if grammar.fronted and scene.line.norm(party.figure.last) in grammar.possessive:
        return False
    if party.figure.link:
        return party.figure.link in links
    return "" in links or any(
        not in_case(scene, party, "nomn") and in_case(scene, party, link) for link in links & CASES
    )


def _taken(scene: Scene, draft: Draft, party: Party) -> bool:
    """Whether another event noun stands between the trigger and the party, so that the party belongs to that one."""
    if party.figure.last <= draft.hit.first:
        return _brought_by_noun(scene, party)
    words = range(draft.hit.last, party.figure.first)
    if party.figure.kind is Kind.COUNTRY and (len(words) > 3 or not _agree(scene, draft.hit, words)):
        return True
    return any(_is_other(scene, word, party.figure.link) for word in words)


def _agree(scene: Scene, hit: Hit, words: range) -> bool:
    """Whether what stands between a noun and a state can be its adjectives: with an article where it has one, else without."""
    line = scene.line
    if not line.grammar.definite or hit.entry.cls is not Cls.NOUN:
        return True
    gap = [w for w in words if line.preposition(w) is None and not scene.covered(w) and line.norm(w)[:1].isalpha()]
    return all(line.grammar.is_definite(line.norm(word)) is hit.part.definite for word in gap)


def _is_other(scene: Scene, word: int, link: str) -> bool:
    """Whether an event noun stands at a word that takes what follows: not a summit told before, beside which somebody is met."""
    found = scene.line.at(word, Cls.NOUN)
    if found is None or scene.covered(word) or scene.told_beside(found):
        return False
    beside = found.part.definite and found.entry.key == EventType.SUMMIT and not found.entry.owner
    return not (beside and link and scene.line.grammar.definite)


def _brought_by_noun(scene: Scene, party: Party) -> bool:
    """Whether another event noun right before its preposition takes a party that stands before the trigger: a meeting "with B"
    does, but of "on this visit with B he met" B is whom the verb is about.
    """
    ahead = (word for word in range(party.figure.first - 1, -1, -1) if scene.line.norm(word) not in QUOTES)
    next(ahead, None)
    word = next(ahead, -1)
    nouns = (hit for hit in scene.line.all(Cls.NOUN) if hit.first <= word < hit.last)
    return any(hit.entry.frame is None or party.figure.link in _links(hit.entry.frame) for hit in nouns)


def _links(frame: Frame) -> frozenset[str]:
    """The prepositions by which a noun takes anything at all."""
    return frame.with_ | frame.between | frame.from_ | frame.to | frame.about | frame.place
