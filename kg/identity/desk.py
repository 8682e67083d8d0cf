"""An analyst's desk: what is known of the events and people of a store, and how judgements on them are made and take effect."""

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import unquote

from kg_ontology import DATA

from kg.errors import JudgementError
from kg.identity.anchors import Anchor, account_anchor, face_anchor
from kg.identity.faces import Face
from kg.identity.judgementledgers import record
from kg.identity.judgements import Assertion, Judgement, Verdict, judged
from kg.identity.records import Part
from kg.identity.resolution import Resolution
from kg.identity.resolve import Summary, read_basis, resolution_of, resolve_store, settled_of
from kg.identity.settling import Settled
from kg.model import Iri
from kg.questions.catalogue import Sort
from kg.questions.find import find
from kg.resolve.iris import folded
from kg.store.base import Store

_EVENT = DATA + "event/"
_SHORT = 8


@dataclass(frozen=True, slots=True)
class Target:
    """What an analyst means: an event with its accounts, or a person with the faces that are shown as one.

    ``named`` are the members that the words fit. ``whole`` says that the event or the person itself may be meant: the
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


class Desk:
    """What a store tells, read once."""

    def __init__(self, store: Store) -> None:
        """Read the accounts and judgements of a store and work out who and what is one; the view stays as it is."""
        self.store = store
        self.basis = read_basis(store)
        self.records = self.basis.records
        self.refresh()

    def refresh(self) -> None:
        """Work out anew what the judgements come to."""
        self.settled: Settled = settled_of(self.store, self.basis)
        self.resolution: Resolution = resolution_of(self.store, self.basis, self.settled)
        self._groups = {iri: group for group in self.resolution.groups for iri in group}
        self._faces = {face.iri: face for face in self.resolution.faces.faces}
        self.accounts = {account.iri: account for account in self.records.accounts}

    def update(self) -> Summary:
        """Bring the view up to date.

        Raises:
            StoreError: the store can't be written to.
        """
        return resolve_store(self.store, self.basis)

    def target(self, text: str) -> Target:
        """The event, account or person that is meant by a name, an IRI or the first letters of an id.

        Raises:
            JudgementError: nothing is, or several things are.
        """
        if text in self._faces:
            return self._person(self.resolution.stand_ins[text], (text,), whole=self.resolution.stand_ins[text] == text)
        events = find(self.store, Sort.EVENT, text)
        if events:
            return self._event(text, events)
        people = tuple(iri for iri in find(self.store, Sort.PERSON, text) if self._faces_of(iri))
        if len(people) == 1:
            return self._person(people[0], self._called(people[0], text))
        if people:
            raise JudgementError(f"'{text}' names {len(people)} people: give one of {', '.join(people[:5])}")
        raise JudgementError(
            f"no event or person is known as '{text}': `kg events` lists events, and a person must be named in full by an article"
        )

    def group(self, member: Iri) -> tuple[Iri, ...]:
        """All accounts of an account's event, or all faces of a face's person."""
        if member in self._groups:
            return self._groups[member]
        return self._faces_of(self.resolution.stand_ins[member])

    def face(self, iri: Iri) -> Face:
        """A person as some accounts name him."""
        return self._faces[iri]

    def is_face(self, part: Part, iri: Iri) -> bool:
        """Whether a participant of an account is a face."""
        face = self.resolution.faces.of(part)
        return face is not None and face.iri == iri

    def anchors(self, nodes: Iterable[Iri]) -> list[Anchor]:
        """By what accounts and faces are known again."""
        return [
            account_anchor(self.accounts[iri]) if iri in self.accounts else face_anchor(self._faces[iri])
            for iri in nodes
        ]

    def judge(
        self,
        verdict: Verdict,
        nodes: Iterable[Iri],
        by: str,
        why: str = "",
        against: Iterable[Iri] = (),
        asserted: Assertion | None = None,
    ) -> Judgement:
        """Write a judgement down; the view is brought up to date by ``update``.

        Raises:
            StoreError: the store can't be written to.
        """
        nodes, against = tuple(nodes), tuple(against)
        anchors = self.anchors([*nodes, *against])
        made = judged(verdict, *nodes, by=by, why=why, against=against, asserted=asserted, anchors=anchors)
        record(self.store, [made])
        return made

    def _event(self, text: str, fits: tuple[Iri, ...]) -> Target:
        if len(fits) > 1:
            raise JudgementError(f"'{text}' fits {len(fits)} events; give more letters")
        members = self._groups.get(fits[0], (fits[0],))
        start = _EVENT + text.removeprefix("kgid:").removeprefix(_EVENT).removeprefix("event/")
        named = tuple(iri for iri in members if iri.startswith(start))
        return Target(members[0], members, named[:1], whole=named[:1] == members[:1])

    def _person(self, node: Iri, named: tuple[Iri, ...], *, whole: bool = True) -> Target:
        return Target(node, self._faces_of(node), named, whole)

    def _called(self, node: Iri, name: str) -> tuple[Iri, ...]:
        """The faces of a person that are called just so; all of them if none is."""
        faces = self._faces_of(node)
        return tuple(iri for iri in faces if folded(name) in {folded(each) for each in self._faces[iri].names}) or faces

    def _faces_of(self, node: Iri) -> tuple[Iri, ...]:
        """The faces that are shown under a node of the view."""
        return tuple(iri for iri, shown in sorted(self.resolution.stand_ins.items()) if shown == node)
