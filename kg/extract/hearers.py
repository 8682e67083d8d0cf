"""Guests told as such where they are met or spoken to: "the president told the visiting minister that ..."."""

from collections.abc import Iterator

from kg.extract import svospeech
from kg.extract.drafts import TOLD, Draft
from kg.extract.entries import Cls
from kg.extract.scene import Party, Scene
from kg.model import EventType, Function

_OPENING = 2
_MEETINGS = (EventType.MEETING, EventType.SUMMIT, EventType.NEGOTIATION_ROUND)


def told_to_guests(scene: Scene) -> Iterator[Draft]:
    """A meeting of whoever speaks to a guest in person with that guest."""
    for verb in scene.speech if scene.line.grammar.subject_first else ():
        hearer = svospeech.hearer(scene, verb)
        speaker = svospeech.speaker(scene, verb) if hearer is not None else None
        if speaker is None or hearer is None or speaker.character is hearer.character:
            continue
        guest = _is_guest(scene, hearer)
        if not guest and not _speaks_abroad(scene, speaker, hearer):
            continue
        draft = Draft(EventType.MEETING, scene, verb, "verb" if guest else TOLD)
        draft.add([speaker], Function.PARTICIPANT)
        draft.add([hearer], Function.PARTICIPANT)
        yield draft


def _speaks_abroad(scene: Scene, speaker: Party, hearer: Party) -> bool:
    """Whether news open with what a named official of one state said to a named one of another."""
    one, other = speaker.character, hearer.character
    named = one.name is not None and other.name is not None and one.rank >= 1 and other.rank >= 1
    opening = scene.line.number <= _OPENING and scene.line.grammar.fronted
    return opening and named and None not in (one.represents, other.represents) and one.represents != other.represents


def mark_guests(draft: Draft) -> None:
    """Whoever is told as visiting came to the meeting from abroad."""
    for role in draft.roles if draft.type in _MEETINGS else ():
        if role.function is Function.PARTICIPANT and role.party is not None and _is_guest(draft.scene, role.party):
            role.function = Function.VISITOR


def _is_guest(scene: Scene, party: Party) -> bool:
    """Whether a mention says of somebody that he is on a visit ("the visiting minister")."""
    verbs = (scene.line.at(word, Cls.VERB) for word in range(party.figure.first, party.figure.last))
    return any(v is not None and v.entry.frame is not None and v.entry.frame.type is EventType.VISIT for v in verbs)
