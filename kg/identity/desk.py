"""An analyst's desk: what is known of the events and people of a store, and how judgements on them are made and take effect."""

from collections.abc import Iterable

from kg.identity.anchors import Anchor, account_anchor, face_anchor, glimpse_anchor
from kg.identity.faces import Face
from kg.identity.judgementledgers import record
from kg.identity.judgements import Assertion, Judgement, Verdict, judged
from kg.identity.records import Part
from kg.identity.resolution import Resolution
from kg.identity.resolve import Summary, read_basis, resolution_of, resolve_store, settled_of
from kg.identity.settling import Settled
from kg.identity.targets import Target, faces_of, target
from kg.model import Iri
from kg.store.base import Store


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
        return target(text, self.store, self.resolution, self.basis.knowledge)

    def group(self, member: Iri) -> tuple[Iri, ...]:
        """All accounts of an account's event, or all faces of a face's person."""
        if member in self._groups:
            return self._groups[member]
        return faces_of(self.resolution, self.resolution.stand_ins[member])

    def face(self, iri: Iri) -> Face:
        """A person as some accounts name him; one of whom only the authority tells has no names."""
        glimpse = self.resolution.faces.glimpses.get(iri)
        return glimpse.face if glimpse is not None else self._faces.get(iri) or Face(iri, iri, None, ())

    def is_face(self, part: Part, iri: Iri) -> bool:
        """Whether a participant of an account is a face."""
        face = self.resolution.faces.of(part)
        return face is not None and face.iri == iri

    def anchors(self, nodes: Iterable[Iri]) -> list[Anchor]:
        """By what accounts and faces are known again."""
        return [self._anchor(iri) for iri in nodes]

    def _anchor(self, iri: Iri) -> Anchor:
        if iri in self.accounts:
            return account_anchor(self.accounts[iri])
        glimpse = self.resolution.faces.glimpses.get(iri)
        return glimpse_anchor(glimpse) if glimpse is not None else face_anchor(self.face(iri))

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
