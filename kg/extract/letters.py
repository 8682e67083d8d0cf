"""Letters that are handed over: who brings one, who gets it, and whose it is."""

from dataclasses import replace

from kg.extract.acting import actor_in
from kg.extract.coordination import coordinated
from kg.extract.drafts import Draft
from kg.model import EventType, Function


def add_receiver(draft: Draft, actors: int) -> None:
    """Take in who gets a letter right behind who hands it over: "the envoy handed the president a letter"; the first roles are the actors'."""
    scene, light = draft.scene, draft.light
    if draft.type is not EventType.CORRESPONDENCE or light is None or light.entry.key != "give" or not actors:
        return
    given = draft.roles[actors - 1].party
    first = max(light.last, given.figure.last) if given is not None else light.last
    frame = draft.hit.entry.frame
    links = {"", *(frame.to if frame is not None and scene.line.grammar.order == "VSO" else ())}
    behind = (p for p in scene.within(first, draft.hit.first) if p.figure.link in links and not p.figure.joined)
    receiver = next(behind, None)
    if receiver is not None:
        draft.add(coordinated(scene, receiver), Function.RECIPIENT)


def name_bringers(draft: Draft, actors: int) -> None:
    """Whoever hands over a letter of somebody else only brings it."""
    handed = draft.light is not None and draft.light.entry.key == "give"
    senders = {role.character for role in draft.roles[actors:] if role.function is Function.SENDER}
    if draft.type is EventType.CORRESPONDENCE and handed and senders:
        brought = (replace(role, function=Function.PARTICIPANT) for role in draft.roles[:actors])
        draft.roles[:actors] = brought
    scene, sender = draft.scene, any(role.function is Function.SENDER for role in draft.roles)
    if draft.type is EventType.CORRESPONDENCE and handed and sender and scene.line.grammar.verb_last:
        actor = actor_in(scene, scene.clause(draft.hit.first).first, draft.hit.first)
        draft.add([actor] if actor is not None else [], Function.PARTICIPANT)
