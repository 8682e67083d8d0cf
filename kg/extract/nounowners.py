"""Whose visit or meeting a noun tells, where its owner stands behind it or right before it."""

from kg.extract import vso
from kg.extract.acting import in_case
from kg.extract.clauses import Clause
from kg.extract.coordination import coordinated
from kg.extract.entries import Cls
from kg.extract.figure import QUOTES
from kg.extract.line import Hit
from kg.extract.scene import Party, Scene
from kg.model import EventType, Kind

# How many words behind "a visit to P" a delegation may be told whose it is.
_FAR_OWNER = 10


def owners_of(scene: Scene, hit: Hit, clause: Clause) -> list[Party]:
    """Whose visit or meeting it is: the party right behind the noun, at most three adjectives away."""
    if scene.line.marker(hit.last, "refer.latter") is not None:
        return [party for party in scene.parties if party.figure.last <= hit.first][-1:]
    told_for = [p for p in scene.within(clause.first, hit.first) if p.figure.last == hit.first]
    if told_for and scene.line.grammar.definite and told_for[0].figure.link in scene.line.grammar.before_name:
        return told_for
    invited = [p for p in scene.parties if 0 <= hit.first - p.figure.last <= 1 and p.figure.kind is not Kind.COUNTRY]
    if hit.part.preposition and invited and hit.entry.frame is not None and hit.entry.frame.type is EventType.VISIT:
        return invited
    for party in scene.within(hit.last, min(clause.last, hit.last + 4)) if not vso.is_described(scene, hit) else ():
        if party.figure.kind is Kind.COUNTRY and _leads_to(scene, hit, party.figure.first):
            continue
        if _is_dative(scene, hit, party):
            return coordinated(scene, party)
        if party.figure.link or party.figure.joined or not in_case(scene, party, "gent"):
            return []
        gap = range(hit.last, party.figure.first)
        if all(_describes(scene, word) or _leads_to(scene, hit, word) or _is_aside(scene, hit, word) for word in gap):
            return (
                []
                if party.figure.kind is Kind.COUNTRY and hit.entry.frame and hit.entry.frame.place
                else coordinated(scene, party)
            )
        return []
    return _delegation_behind(scene, hit, clause)


def _delegation_behind(scene: Scene, hit: Hit, clause: Clause) -> list[Party]:
    """ "A visit to P, after the feast, of a delegation": whose visit it is may stand behind where it leads and when."""
    if scene.line.grammar.order != "VSO" or hit.entry.key != EventType.VISIT or scene.definite(hit):
        return []
    groups = (p for p in scene.within(hit.last, min(clause.last, hit.last + _FAR_OWNER)) if p.figure.link)
    group = next((p for p in groups if p.figure.kind is Kind.DELEGATION), None)
    of = scene.line.grammar.before_name & scene.line.grammar.of
    if group is None or group.figure.link not in of:
        return []
    words = range(hit.last, group.figure.first)
    return [] if any(scene.line.at(w, Cls.VERB, Cls.LIGHT, Cls.SPEECH) is not None for w in words) else [group]


def _is_dative(scene: Scene, hit: Hit, party: Party) -> bool:
    """ "A coming visit of (for) the minister": a preposition of belonging brings in the owner of a visit, or of a noun without an article."""
    grammar, figure = scene.line.grammar, party.figure
    person = figure.kind in (Kind.PERSON, Kind.DELEGATION)
    if hit.entry.frame is not None and figure.link in hit.entry.frame.to:
        return False
    if not grammar.definite or not person or (scene.definite(hit) and not _may_be_new(scene, hit, party)):
        return False
    if figure.link not in grammar.before_name & grammar.of:
        return False
    words = range(hit.last, figure.first)
    return all(_describes(scene, w) or scene.plain(w) or grammar.is_definite(scene.line.norm(w)) for w in words)


def _may_be_new(scene: Scene, hit: Hit, party: Party) -> bool:
    """Whether a noun with the article may tell whose occasion it is for the first time: a visit, or a meeting of several offices."""
    several = scene.place(party) + 1 < len(scene.parties) and scene.parties[scene.place(party) + 1].figure.joined
    gathers = hit.entry.frame is not None and hit.entry.frame.gathering
    return hit.entry.key == EventType.VISIT or (gathers and several)


def _leads_to(scene: Scene, hit: Hit, word: int) -> bool:
    """Whether a word is part of where a visit leads ("the visit to P of the minister")."""
    frame, line = hit.entry.frame, scene.line
    goal = line.at(word, Cls.CITY, Cls.STATE)
    link = goal.part.preposition or line.norm(word - 1) if goal is not None else ""
    place = link in (frame.place if frame else ())
    return place or (frame is not None and line.norm(word) in frame.place)


def _describes(scene: Scene, word: int) -> bool:
    """An adjective, a number, a date or a quotation mark between a noun and its owner."""
    line = scene.line
    if line.grammar.bare_genitive and any(hit.entry.key == "quantifiers" for hit in line.hits[word]):
        return True
    adjective = line.at(word, Cls.ADJECTIVE, Cls.COMPLEMENT) is not None
    relational = line.grammar.bare_genitive and line.norm(word).endswith(line.grammar.relational)
    emphatic = any(found.entry.key == "particles" for found in line.hits[word])
    described = line.norm(word).endswith(line.grammar.describing) and (emphatic or scene.plain(word))
    relational = relational or described
    return adjective or relational or scene.dated(word) or scene.line.norm(word) in QUOTES


def _is_aside(scene: Scene, hit: Hit, word: int) -> bool:
    """Whether a word says where "his meeting" with the one behind was."""
    return bool(hit.entry.owner) and scene.line.at(word, Cls.CITY) is not None
