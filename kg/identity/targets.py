"""Finds the event or the person whom an analyst means by a name, an IRI or the first letters of an id."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import unquote

from kg_ontology import DATA

from kg.errors import JudgementError
from kg.identity.knowledge import Knowledge
from kg.identity.resolution import Resolution
from kg.model import Iri
from kg.questions.catalogue import Sort
from kg.questions.find import find
from kg.resolve.iris import folded
from kg.store.base import Store

_EVENT, _PERSON = DATA + "event/", DATA + "person/"
_SHORT = 8
_START = re.compile(r"[0-9a-f]{4,20}")


@dataclass(frozen=True, slots=True)
class Target:
    """What an analyst means: an event with its accounts, or a person with the faces that are shown as one.

    ``named`` are the members that the words fit; who isn't named in full may be no member, since only the days of an office or an event
    say who he is. ``whole`` says that the event or the person itself may be meant: the
    first account lends its IRI to the event, so that one name means both.
    """

    iri: Iri
    members: tuple[Iri, ...]
    named: tuple[Iri, ...]
    whole: bool = True

    @property
    def is_event(self) -> bool:
        """Whether it is an event rather than a person."""
        return self.iri.startswith(_EVENT)

    @property
    def meant(self) -> tuple[Iri, ...]:
        """All members where the event or person is meant, else the named ones."""
        return self.members if self.whole else self.named

    def __str__(self) -> str:
        """A name for messages: ``the event 1f2e3d4c``."""
        kind, _, name = self.iri.removeprefix(DATA).partition("/")
        return f"the {kind} {name[:_SHORT] if self.is_event else unquote(name)}"


def target(text: str, store: Store, resolution: Resolution, knowledge: Knowledge) -> Target:
    """What is meant by some words; who is named in full goes before those who aren't.

    Raises:
        JudgementError: nothing is, or several things are.
    """
    return _Finder(store, resolution, knowledge).target(text)


def faces_of(resolution: Resolution, node: Iri) -> tuple[Iri, ...]:
    """The faces that are shown under a node of the view, with whom analysts made one with them."""
    return tuple(iri for iri, shown in sorted(resolution.stand_ins.items()) if shown == node)


@dataclass(frozen=True, slots=True)
class _Finder:
    store: Store
    resolution: Resolution
    knowledge: Knowledge

    def target(self, text: str) -> Target:
        if text in self.resolution.stand_ins and text not in self.resolution.faces.glimpses:
            node = self.resolution.stand_ins[text]
            return Target(node, faces_of(self.resolution, node), (text,), whole=node == text)
        events = find(self.store, Sort.EVENT, text)
        if events:
            return self._event(text, events)
        people = self._people(text)
        if len(people) == 1:
            return self._person(people[0], text)
        if people:
            raise JudgementError(f"'{text}' names {len(people)} people: give one of {', '.join(people[:5])}")
        raise JudgementError(
            f"no event or person is known as '{text}': `kg events` lists events, and `kg show EVENT` who took part"
        )

    def _event(self, text: str, fits: tuple[Iri, ...]) -> Target:
        if len(fits) > 1:
            raise JudgementError(f"'{text}' fits {len(fits)} events; give more letters")
        members = next((group for group in self.resolution.groups if fits[0] in group), (fits[0],))
        start = _EVENT + text.removeprefix("kgid:").removeprefix(_EVENT).removeprefix("event/")
        named = tuple(iri for iri in members if iri.startswith(start))
        return Target(members[0], members, named[:1], whole=named[:1] == members[:1])

    def _people(self, text: str) -> tuple[Iri, ...]:
        found = find(self.store, Sort.PERSON, text)
        glimpses = self.resolution.faces.glimpses
        in_full = tuple(iri for iri in found if iri not in glimpses and faces_of(self.resolution, iri))
        begun = tuple(iri for iri in glimpses if _START.fullmatch(text) and iri.startswith(_PERSON + text))
        others = (iri for iri in found if iri in glimpses or (iri.startswith(_PERSON) and self.knowledge.knows(iri)))
        return in_full or tuple(sorted({*begun, *others}))

    def _person(self, node: Iri, text: str) -> Target:
        if node in self.resolution.faces.glimpses:
            shown = self._shown(node)
            return Target(shown, faces_of(self.resolution, shown) or (node,), (node,), whole=shown == node)
        faces = faces_of(self.resolution, node) or (self.knowledge.kept(node),)
        return Target(node, faces, self._called(faces, text))

    def _shown(self, glimpse: Iri) -> Iri:
        return next((own[glimpse] for own in self.resolution.folds.values() if glimpse in own), glimpse)

    def _called(self, faces: Iterable[Iri], name: str) -> tuple[Iri, ...]:
        """The faces of a person that are called just so; all of them if none is."""
        faces, known = tuple(faces), {face.iri: face.names for face in self.resolution.faces.faces}
        fits = tuple(iri for iri in faces if folded(name) in map(folded, known.get(iri, ())))
        return fits or faces
