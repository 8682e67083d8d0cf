"""By what the nodes of judgements are known again when their IRIs are gone: what articles told of them when they were judged."""

import json
from dataclasses import asdict, dataclass
from typing import Any

from kg.identity.faces import Face, Glimpse
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


@dataclass(frozen=True, slots=True)
class GlimpseAnchor:
    """What an article told of somebody without his whole name when it was judged: ``article`` as of an account."""

    node: Iri
    article: str
    naming: str
    side: Iri | None
    names: tuple[str, ...]


Anchor = AccountAnchor | FaceAnchor | GlimpseAnchor


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


def glimpse_anchor(glimpse: Glimpse) -> GlimpseAnchor:
    """By what somebody is known again whom an article doesn't name in full."""
    face = glimpse.face
    return GlimpseAnchor(face.iri, glimpse.article, glimpse.naming.value, face.side, tuple(sorted(set(face.names))))


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
        kind = GlimpseAnchor if "naming" in told else AccountAnchor if "article" in told else FaceAnchor
        return kind(**told)
    except (TypeError, AttributeError) as error:
        raise ValueError(f"no anchor: {text[:60]}") from error


def _who(part: Part) -> str:
    """A participant by what an edit of the article leaves as it is."""
    named = part.kind in ("State", "Organization") or (part.kind == "Person" and part.naming is Naming.WHOLE)
    return part.entity if named else f"{part.kind} {part.side or ''}"
