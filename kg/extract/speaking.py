"""Who takes part since they speak or write: in a meeting, in a letter, in remarks that a title announces."""

from kg.extract import svospeech
from kg.extract.coordination import coordinated
from kg.extract.drafts import Draft
from kg.extract.entries import Frame
from kg.extract.line import Hit
from kg.extract.scene import Scene
from kg.model import EventType, Function

_NEAR_PREPOSITION, _NEAR_ADDRESSEE = 4, 3


def add_speakers(draft: Draft) -> None:
    """The title of what was spoken at an occasion names those who took part: "Remarks by A and B before their meeting"."""
    line = draft.scene.line
    spoken = line.marks.get("gate.spoken", ()) if line.sentence.paragraph < 0 else ()
    by = next((p for p in draft.scene.parties if spoken and p.figure.first == spoken[0].last), None)
    if by is not None and draft.type is not EventType.VISIT:
        draft.add(coordinated(draft.scene, by), Function.PARTICIPANT)


def add_hearer(draft: Draft) -> None:
    """ "In a meeting A told B": where the noun itself names nobody, who speaks and who is spoken to met."""
    scene, hit = draft.scene, draft.hit
    words = range(max(hit.first - _NEAR_PREPOSITION, 0), hit.first)
    if draft.roles or draft.type is EventType.VISIT or not any(scene.line.preposition(word) for word in words):
        return
    for verb in scene.speech:
        hearer = svospeech.hearer(scene, verb)
        speaker = svospeech.speaker(scene, verb) if hearer is not None else None
        if hearer is not None and speaker is not None:
            draft.add([speaker, *coordinated(scene, hearer)], Function.PARTICIPANT)
            return


def is_addressed(scene: Scene, hit: Hit, frame: Frame) -> bool:
    """ "His letter", and "in a letter to the president A said": who it goes to stands right behind it, and who says so wrote it."""
    if hit.entry.owner:
        return True
    near = scene.within(hit.last, hit.last + _NEAR_ADDRESSEE)
    written = frame.type is EventType.CORRESPONDENCE and bool(scene.speech)
    inside = any(map(scene.line.preposition, range(max(hit.first - _NEAR_ADDRESSEE, 0), hit.first)))
    return written and inside and any(p.figure.link in frame.to for p in near)


def add_writer(draft: Draft, frame: Frame) -> None:
    """Who says what stands in a letter wrote it."""
    if not frame.light_only or draft.light is not None or not draft.scene.line.grammar.subject_first:
        return
    writers = (svospeech.speaker(draft.scene, verb) for verb in draft.scene.speech)
    draft.add([writer for writer in writers if writer is not None][:1], frame.subject)
