"""Writes judgements as a file that a team can share, a JSON object per line in a stable order, and reads such files."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict
from datetime import datetime
from typing import Any

from kg.errors import JudgementError
from kg.identity.anchors import Anchor, anchor_text, read_anchor
from kg.identity.asserting import check
from kg.identity.judgements import Assertion, Judgement, Verdict
from kg.identity.soundness import sound

_IRI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\s<>\"{}|\\^`]+")
_MANY = ("nodes", "against", "anchors")


def lines(judgements: Iterable[Judgement]) -> Iterator[str]:
    """Judgements as lines, the oldest first; what is empty is left out."""
    for each in sorted(judgements, key=lambda one: one.order):
        told = {name: value for name, value in _told(each).items() if value}
        yield json.dumps(told, ensure_ascii=False) + "\n"


def read_lines(text: str, name: str) -> tuple[Judgement, ...]:
    """The judgements that a file tells; empty lines don't matter. ``name`` is the file's, for messages.

    Raises:
        JudgementError: a line is damaged; its number is told, and nothing of the file counts.
    """
    # Only a line feed ends a line: free words may hold other characters that Python takes for line ends.
    numbered = enumerate(text.removeprefix("\ufeff").split("\n"), start=1)
    return tuple(_line(line, f"{name}:{number}") for number, line in numbered if line.strip())


def _told(one: Judgement) -> Mapping[str, Any]:
    return {
        "id": one.id,
        "verdict": one.verdict.value,
        "nodes": one.nodes,
        "against": one.against,
        "asserted": asdict(one.asserted) if one.asserted else None,
        "by": one.by,
        "at": one.at.isoformat(),
        "why": one.why,
        "undone": [one.undone[0], one.undone[1].isoformat()] if one.undone else None,
        "anchors": [json.loads(anchor_text(each)) for each in one.anchors],
    }


def _line(line: str, where: str) -> Judgement:
    try:
        told = json.loads(line)
        found = _judgement(told)
        whole = found.id == told["id"]
    except KeyError as error:
        raise JudgementError(f"{where}: the judgement has no {error}: export it anew") from error
    except (ValueError, TypeError, AttributeError, IndexError, RecursionError) as error:
        raise JudgementError(f"{where}: this is no judgement as kg judgements export writes it ({error})") from error
    if not whole:
        raise JudgementError(
            f"{where}: the id {told['id']!r} doesn't fit what the judgement says: it was changed by hand"
        )
    return found


def _judgement(told: Mapping[str, Any]) -> Judgement:
    if not isinstance(told, dict) or not all(isinstance(told.get(name, []), list) for name in _MANY):
        raise ValueError("an object is wanted")
    undone = told.get("undone")
    judgement = Judgement(
        Verdict(told["verdict"]),
        tuple(sorted(map(_iri, told["nodes"]))),
        _text(told["by"]),
        _moment(told["at"]),
        _text(told.get("why", "")),
        tuple(sorted(map(_iri, told.get("against", [])))),
        _assertion(told["asserted"]) if told.get("asserted") else None,
        (_text(undone[0]), _moment(undone[1])) if undone else None,
        tuple(sorted(map(_anchor, told.get("anchors", [])), key=lambda each: each.node)),
    )
    sound(judgement)
    return judgement


def _assertion(told: Mapping[str, Any]) -> Assertion:
    labels = tuple((_text(text), language and _text(language)) for text, language in told.get("labels", []))
    name, value = _text(told["property"]), _text(told["value"])
    check(name, value)
    return Assertion(name, value, labels)


def _anchor(told: object) -> Anchor:
    return read_anchor(json.dumps(told))


def _moment(told: object) -> datetime:
    moment = datetime.fromisoformat(_text(told))
    if moment.tzinfo is None:
        raise ValueError(f"{told} doesn't say its time zone")
    return moment


def _iri(told: object) -> str:
    iri = _text(told)
    if not _IRI.fullmatch(iri):
        raise ValueError(f"{iri!r} is no IRI")
    return iri


def _text(told: object) -> str:
    if not isinstance(told, str):
        raise TypeError(f"{told!r} is no text")
    return told
