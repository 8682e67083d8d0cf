"""Knows the nodes of judgements again when articles are edited or read by a newer extractor, and their IRIs are gone."""

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from kg.identity.faces import Face, Faces
from kg.identity.records import Account, Part
from kg.model import Iri, Naming


@dataclass(frozen=True, slots=True)
class AccountAnchor:
    """What an account said when it was judged. ``article`` is the article's key, or its IRI where it has none; ``who`` are the
    participants that are named in full, the others by whom they act for; ``sides`` those for whom all act."""

    node: Iri
    article: str
    type: str
    status: str
    who: tuple[str, ...]
    sides: tuple[str, ...]
    earliest: str | None = None
    latest: str | None = None
    place: Iri | None = None


@dataclass(frozen=True, slots=True)
class FaceAnchor:
    """What a face was when it was judged: the node of article graphs, its side, its names."""

    node: Iri
    named: Iri
    side: Iri | None
    names: tuple[str, ...]


Anchor = AccountAnchor | FaceAnchor


def account_anchor(account: Account) -> AccountAnchor:
    """By what an account is known again."""
    return AccountAnchor(
        account.iri,
        account.source.key or account.source.article,
        account.type.value,
        account.status.value,
        tuple(sorted({_who(part) for part in account.parts})),
        tuple(sorted({part.side or part.kind for part in account.parts})),
        account.earliest.isoformat() if account.earliest else None,
        account.latest.isoformat() if account.latest else None,
        account.place,
    )


def face_anchor(face: Face) -> FaceAnchor:
    """By what a face is known again."""
    return FaceAnchor(face.iri, face.named, face.side, tuple(sorted(set(face.names))))


def anchor_text(anchor: Anchor) -> str:
    """An anchor as one line of JSON."""
    return json.dumps(asdict(anchor), ensure_ascii=False, sort_keys=True)


def read_anchor(text: str) -> Anchor:
    """The anchor that a line tells.

    Raises:
        ValueError: the line tells none.
    """
    try:
        told: dict[str, Any] = {
            name: tuple(value) if isinstance(value, list) else value for name, value in json.loads(text).items()
        }
        return AccountAnchor(**told) if "article" in told else FaceAnchor(**told)
    except (TypeError, AttributeError) as error:
        raise ValueError(f"no anchor: {text[:60]}") from error


class Binder:
    """Finds the nodes of a store that judgements are about."""

    def __init__(self, accounts: Iterable[Account], faces: Faces) -> None:
        """Look among these accounts and faces."""
        self._accounts: Mapping[Iri, AccountAnchor] = {each.iri: account_anchor(each) for each in accounts}
        self._faces = {face.iri: face for face in faces.faces}
        self._by_article: defaultdict[str, list[AccountAnchor]] = defaultdict(list)
        for told in self._accounts.values():
            self._by_article[told.article].append(told)

    def find(self, node: Iri, anchor: Anchor | None, taken: Collection[Iri] = ()) -> Iri | None:
        """The node itself if it is there, else the only one that its anchor fits; ``taken`` are those that it can't be."""
        if isinstance(anchor, FaceAnchor):
            return self._face(node, anchor, taken)
        if node in self._accounts or node in self._faces or anchor is None:
            return node if node in self._accounts or node in self._faces else None
        return _only(self._like(anchor, taken), anchor)

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


def _who(part: Part) -> str:
    """A participant by what an edit of the article leaves as it is."""
    named = part.kind in ("State", "Organization") or (part.kind == "Person" and part.naming is Naming.WHOLE)
    return part.entity if named else f"{part.kind} {part.side or ''}"


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
