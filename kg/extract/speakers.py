"""Who speaks: the subject of a verb of saying, where its language puts it; "the two sides"."""

from kg.extract import sov, svo, svospeech
from kg.extract.acting import may_act
from kg.extract.character import Character
from kg.extract.coordination import whole_group
from kg.extract.line import Hit
from kg.extract.scene import Scene
from kg.model import Kind

_NEAR = 5
_SPEAKERS = (Kind.PERSON, Kind.DELEGATION, Kind.ORGANIZATION, Kind.COUNTRY)


def both_speak(scene: Scene, hit: Hit) -> bool:
    """Whether "the two sides" say it: they stand right behind the verb or, where verbs stand last, before it."""
    if scene.line.grammar.verb_last:
        return scene.line.has_marker("refer.both", scene.clause(hit.first).first, hit.first)
    if scene.line.grammar.subject_first:
        return svo.both(scene, hit)
    return scene.line.marker(hit.last, "refer.both") is not None


def speakers_of(scene: Scene, hit: Hit, end: int, opening: frozenset[str]) -> list[Character]:
    """The speakers of a verb, first the one told last; ``opening`` are the words that open the thing said, ``end`` is where the next verb of saying stands."""
    if scene.line.grammar.inverted:
        party = svospeech.cited(scene, hit) if hit.entry.cites else svospeech.speaker(scene, hit)
        group = whole_group(scene, party) if party is not None else []
        several = group if all(may_act(scene, member) for member in group) else [p for p in (party,) if p is not None]
        return [member.character for member in several if member.figure.kind in _SPEAKERS]
    found = _speaker_of(scene, hit, end, opening)
    return [found] if found is not None else []


def _speaker_of(scene: Scene, hit: Hit, end: int, opening: frozenset[str]) -> Character | None:
    if scene.line.grammar.verb_last:
        party = sov.actor_ahead(scene, hit.first, scene.clause(hit.first))
    elif scene.line.grammar.subject_first:
        party = svospeech.speaker(scene, hit)
    else:
        return _behind(scene, hit, end, opening) or _before(scene, hit)
    return party.character if party is not None and party.figure.kind in _SPEAKERS else None


def _behind(scene: Scene, hit: Hit, end: int, opening: frozenset[str]) -> Character | None:
    """The subject right behind the verb (verb first), past "of his side"."""
    for party in scene.within(hit.last, min(end, hit.last + _NEAR)):
        if party.figure.link or party.figure.joined or party.figure.kind not in _SPEAKERS:
            return None
        gap = [scene.line.norm(word) for word in range(hit.last, party.figure.first)]
        return party.character if not any(word in opening for word in gap) else None
    return None


def _before(scene: Scene, hit: Hit) -> Character | None:
    """The subject before the verb, where the verb stands in a headline's or a second clause's order."""
    if hit.part.conjunction:
        return None
    for party in reversed(list(scene.within(0, hit.first))):
        if not party.figure.link and hit.first - party.figure.last <= 2:
            return party.character
    return None
