"""Knows the nodes of judgements again when articles are edited or read by a newer extractor, and their IRIs are gone."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from datetime import date

from kg.identity.anchors import AccountAnchor, Anchor, FaceAnchor, GlimpseAnchor, account_anchor
from kg.identity.faces import Faces
from kg.identity.knowledge import Knowledge
from kg.identity.records import Account
from kg.model import Iri


class Binder:
    """Finds the nodes of a store that judgements are about."""

    def __init__(self, accounts: Iterable[Account], faces: Faces, knowledge: Knowledge | None = None) -> None:
        """Look among these accounts and faces, and the people of whom an authority tells."""
        self._knowledge, self._glimpses = knowledge, faces.glimpses
        self._accounts: Mapping[Iri, AccountAnchor] = {each.iri: account_anchor(each) for each in accounts}
        self._faces = {face.iri: face for face in faces.faces}
        self._by_article: defaultdict[str, list[AccountAnchor]] = defaultdict(list)
        for told in self._accounts.values():
            self._by_article[told.article].append(told)

    def find(self, node: Iri, anchor: Anchor | None, taken: Collection[Iri] = ()) -> Iri | None:
        """The node itself if it is there, else the only one that its anchor fits; ``taken`` are those that it can't be."""
        if isinstance(anchor, FaceAnchor):
            return self._face(node, anchor, taken) or (node if self._known(node) else None)
        if node in self._accounts or node in self._faces or node in self._glimpses:
            return node
        if isinstance(anchor, GlimpseAnchor):
            return self._glimpse(anchor, taken)
        return _only(self._like(anchor, taken), anchor) if anchor is not None else None

    def _known(self, node: Iri) -> bool:
        return self._knowledge is not None and self._knowledge.knows(node)

    def _glimpse(self, anchor: GlimpseAnchor, taken: Collection[Iri]) -> Iri | None:
        """The only one in the article who is told in the same way, by a name that he had then."""
        names = set(anchor.names)
        alike = [
            iri
            for iri, each in self._glimpses.items()
            if (each.article, each.naming.value) == (anchor.article, anchor.naming)
            and iri not in taken
            and names & set(each.face.names)
        ]
        return alike[0] if len(alike) == 1 else None

    def _like(self, anchor: AccountAnchor, taken: Collection[Iri]) -> list[AccountAnchor]:
        near = [each for each in self._by_article[anchor.article] if each.node not in taken and _near(each, anchor)]
        same = [each for each in near if each.who == anchor.who]
        return same or [each for each in near if len(anchor.sides) > 1 and each.sides == anchor.sides]

    def _face(self, node: Iri, anchor: FaceAnchor, taken: Collection[Iri]) -> Iri | None:
        """The face of the same name and side: its IRI changes when the name turns up on another side."""
        free = [face for iri, face in sorted(self._faces.items()) if iri not in taken]
        same = [face.iri for face in free if (face.named, face.side) == (anchor.named, anchor.side)]
        if len(same) == 1:
            return same[0]
        if node in self._faces:
            return node
        names = set(anchor.names)
        alike = [face.iri for face in free if face.side == anchor.side and names & set(face.names)]
        return alike[0] if len(alike) == 1 else None


def _near(one: AccountAnchor, other: AccountAnchor) -> bool:
    """Whether what two accounts of one article tell is one thing, as far as it isn't about who took part."""
    places = {one.place, other.place} - {None}
    return (one.type, one.status) == (other.type, other.status) and len(places) < 2 and _overlap(one, other)


def _overlap(one: AccountAnchor, other: AccountAnchor) -> bool:
    if not (one.earliest and one.latest and other.earliest and other.latest):
        return True
    first = max(date.fromisoformat(one.earliest), date.fromisoformat(other.earliest))
    return first <= min(date.fromisoformat(one.latest), date.fromisoformat(other.latest))


def _only(found: list[AccountAnchor], anchor: AccountAnchor) -> Iri | None:
    """The only one of them, or the only one that tells the very same days and place."""
    exact = [each for each in found if _when_and_where(each) == _when_and_where(anchor)]
    best = found if len(found) == 1 else exact
    return best[0].node if len(best) == 1 else None


def _when_and_where(of: AccountAnchor) -> tuple[str | None, str | None, Iri | None]:
    return of.earliest, of.latest, of.place
