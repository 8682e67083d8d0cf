"""What verbs and nouns share in finding who takes part: prepositions, company, mediators, pronouns."""

from itertools import pairwise

from kg.extract import sov, svo, vso
from kg.extract.acting import actor_in, acts_unnamed, in_case, may_act, subject_before, subject_of
from kg.extract.brackets import with_members
from kg.extract.character import Character
from kg.extract.clauses import Clause
from kg.extract.coordination import coordinated
from kg.extract.drafts import Draft
from kg.extract.figure import QUOTES, Figure
from kg.extract.lexicon import GERUND, Cls, Frame
from kg.extract.line import Hit
from kg.extract.reaching import is_mouthpiece, nearest, others_act, reaches_back
from kg.extract.scene import Party, Scene
from kg.model import EventType, Function, Kind

_RELATIVE, _NEAR_COMPANY = 8, 6
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
        if _is_linked(scene, party, links) and not _taken(scene, draft, party) and not _of_topic(scene, party):
            draft.add(with_members(scene, coordinated(scene, party)), function)
            return


def _of_topic(scene: Scene, party: Party) -> bool:
    """ "Spoke of the failed agreement with A": where verbs stand last the noun of a topic takes the state behind its preposition."""
    told = scene.line.grammar.verb_last and party.figure.kind in (Kind.COUNTRY, Kind.ORGANIZATION)
    return told and scene.line.marker(party.figure.first - 2, "topic.heads") is not None


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


def add_company(draft: Draft, last: int) -> None:
    """Whom a visitor brings along: "at the head of a delegation"; the company speaks for whom its leader speaks for."""
    scene = draft.scene
    function = Function.VISITOR if draft.type is EventType.VISIT else Function.PARTICIPANT
    for word in range(_from(draft), last):
        marker = scene.line.marker(word, "refer.company")
        if marker is None or _told_between(draft, marker):
            continue
        for party in scene.within(marker.last, marker.last + _NEAR_COMPANY):
            if party.figure.first < marker.last + 2 or party.figure.kind is Kind.DELEGATION:
                _speak_alike(draft, party)
                draft.add([party], function)


def _from(draft: Draft) -> int:
    """The word from which company and hosts are told: the clause's first where those who act stand before the verb."""
    grammar, hit = draft.scene.line.grammar, draft.hit
    return draft.scene.clause(hit.first).first if grammar.subject_first or grammar.verb_last else hit.first


def speak_for_leader(draft: Draft) -> None:
    """A delegation told behind an official, on whose side nothing else is known, is of that side ("A and the team with him")."""
    for before, role in pairwise(draft.roles):
        one, other = before.character, role.character
        alone = other.kind is Kind.DELEGATION and other.represents is None and not other.plural
        if alone and before.function is role.function and one.kind is Kind.PERSON and _is_company(draft, role.party):
            other.represents, other.represents_name = one.represents, one.represents_name


def _is_company(draft: Draft, party: Party | None) -> bool:
    """Whether a delegation says of itself that it came along."""
    line = draft.scene.line
    words = range(party.figure.first, party.figure.last + 1) if party is not None else range(0)
    return any(line.norm(word) in line.grammar.along for word in words)


def _told_between(draft: Draft, marker: Hit) -> bool:
    """Whether another verb stands between a company told before a trigger and the trigger."""
    words = range(marker.last, draft.hit.first)
    return any(draft.scene.line.at(word, Cls.VERB) is not None for word in words)


def _speak_alike(draft: Draft, party: Party) -> None:
    """A delegation and its leader speak for the same: one may tell it for the other."""
    if not draft.roles:
        return
    told = [
        role.character
        for role in draft.roles
        if role.party is not None and role.party.figure.last <= party.figure.first
    ]
    if not told and draft.scene.line.grammar.verb_last:
        return
    one, other = (told[-1] if told else draft.roles[0].character), party.character
    if one is other or Kind.DELEGATION not in (one.kind, other.kind):
        return
    for taker, giver in ((one, other), (other, one)):
        if taker.represents is None:
            taker.represents, taker.represents_name = giver.represents, giver.represents_name


def add_mediators(draft: Draft, last: int) -> None:
    """Under whose auspices: "mediated by", "sponsored by"."""
    scene = draft.scene
    for word in range(draft.hit.last, last):
        marker = scene.line.marker(word, "refer.mediation")
        party = next(iter(scene.within(marker.last, marker.last + 4)), None) if marker is not None else None
        if party is not None:
            draft.add(coordinated(scene, party), Function.MEDIATOR)


def add_hosts(draft: Draft, last: int) -> None:
    """Who invited a visitor: "at the invitation of"."""
    scene = draft.scene
    for word in range(_from(draft) if scene.line.grammar.verb_last else draft.hit.last, last):
        marker = scene.line.marker(word, "refer.invitation")
        party = next(iter(scene.within(marker.last, marker.last + 3)), None) if marker is not None else None
        if party is not None and party.character.kind is Kind.PERSON:
            draft.add([party], Function.HOST)


def inherit(draft: Draft, function: Function, *, front: bool = False) -> None:
    """A pronoun or nobody: whom the sentence is about, else who was spoken of last; never one of the side already there."""
    scene, hit = draft.scene, draft.hit
    if hit.entry.owner == "two":
        draft.add([Party(_nobody(scene), character) for character in scene.cast.recent(2)], function)
        return
    if acts_unnamed(scene, scene.clause(hit.first)) or others_act(draft):
        return
    sides = {role.character.represents for role in draft.roles} - {None}
    own = actor_in(scene, scene.clause(hit.first).first, hit.first) if scene.line.grammar.verb_last else None
    if scene.line.grammar.fronted and draft.type is EventType.VISIT:
        own = svo.antecedent_of(scene, scene.clause(hit.first))
    own = own if own is not None and own.figure.kind in (Kind.PERSON, Kind.DELEGATION) else None
    said = nearest(draft) or vso.told_last(scene, hit.first)
    subject = (
        own
        or said
        or subject_of(scene, hit.first)
        or next((p for p in scene.within(0, hit.first) if _is_person(p)), None)
    )
    if (
        subject is None
        and scene.line.grammar.subject_first
        and (hit.entry.cls is Cls.NOUN or hit.entry.tense == GERUND)
    ):
        subject = subject_of(scene, len(scene.line.norms), but=draft.characters())
    subject = subject or vso.acting_group(scene, hit.first)
    if subject is None and scene.line.grammar.inverted:
        subject = next((p for p in scene.within(0, hit.first) if _is_delegation(scene, p)), None)
    here = [p.character for p in scene.parties if not _is_quoted(scene, p)]
    chosen = [subject.character] if subject is not None else []
    if (draft.type is not EventType.VISIT or hit.entry.owner) and reaches_back(draft):
        told = scene.cast.led() if scene.line.grammar.order == "VSO" else scene.cast.spoken_of()
        chosen += [c for c in told if c not in here and _agrees(scene, hit, c)]
    if draft.type is not EventType.VISIT:
        chosen = [c for c in chosen if not is_mouthpiece(c)] or _ahead_of(draft, chosen)
    free = [c for c in chosen if c not in draft.characters() and (c.represents is None or c.represents not in sides)]
    first = scene.line.grammar.fronted and subject is not None and subject.character in free[:1]
    free = [c for c in free if c.rank >= (0 if first else 1)] or [c for c in free if c.rank >= 0]
    draft.add([Party(_nobody(scene), c) for c in free[:1]], function)
    if front:
        draft.roles.sort(key=lambda role: role.character not in free[:1])


def _ahead_of(draft: Draft, chosen: list[Character]) -> list[Character]:
    """Whom a sentence tells last before a trigger, where only a spokesman says it."""
    people = [p.character for p in draft.scene.within(0, draft.hit.first) if p.character.kind is Kind.PERSON]
    return [c for c in reversed(people) if not is_mouthpiece(c)][: len(chosen)]


def _agrees(scene: Scene, hit: Hit, character: Character) -> bool:
    """Whether a pronoun may mean somebody, where its ending and the office tell women from men ("her visit", of a minister)."""
    grammar = scene.line.grammar
    if not hit.entry.owner or not grammar.feminine or not character.office_words:
        return True
    woman = character.office_words[0].endswith(grammar.feminine)
    return woman is scene.line.norm(hit.first).endswith(grammar.her)


def _is_quoted(scene: Scene, party: Party) -> bool:
    """Whether whom the article is about is told as the source of what is said ("reported of X that ...")."""
    return party.character is scene.cast.focus and party.figure.link in scene.line.grammar.of


def _nobody(scene: Scene) -> Figure:
    return Figure(scene.line.number, 0, 0, Kind.PERSON)


def _is_delegation(scene: Scene, party: Party) -> bool:
    return may_act(scene, party) and party.character.kind is Kind.DELEGATION and party.character.represents is not None


def _is_person(party: Party) -> bool:
    return not party.figure.link and party.character.kind is Kind.PERSON
