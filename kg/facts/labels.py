"""Makes the names that events and statements go by, in English and in the article's language."""

import tomllib
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

from kg.model import DateMention, Entity, Event, Statement

_SHOWN = 4


@cache
def _words() -> dict[str, dict[str, str]]:
    return tomllib.loads(files("kg.lang").joinpath("labels.toml").read_text(encoding="utf-8"))


def event_labels(event: Event, language: str) -> tuple[tuple[str, str], ...]:
    """Labels such as ``Meeting: A – B (2020-10-14/2020-10-21)`` with their language tags, English first."""
    words = _words()
    tongues = ["en", language] if language in words and language != "en" else ["en"]
    return tuple((_event_label(event, words[tongue][event.mention.type], tongue), tongue) for tongue in tongues)


def round_labels(process: Entity, number: int) -> tuple[tuple[str, str], ...]:
    """Labels such as ``Astana process, round 13``, in each language in which the process has a name and rounds have a word."""
    words = {tongue: table["round"] for tongue, table in _words().items()}
    return tuple(
        (f"{text}, {words[tongue]} {number}", tongue) for text, tongue in process.labels if tongue in words
    ) or ((f"{_name(process, 'en')}, {words['en']} {number}", "en"),)


def statement_labels(statement: Statement, language: str) -> tuple[tuple[str, str], ...]:
    """Labels such as ``Khaji, welcome: Constitutional Committee`` with their language tags, English first."""
    mention = statement.mention
    act = mention.act.value.replace("_", " ")
    topics = ", ".join(_name(topic, "en") for topic in statement.topics)
    english = f"{_name(statement.speaker, 'en')}, {act}" + (f": {topics}" if topics else "")
    native = f"{_name(statement.speaker, language)}: {mention.verb.text}" + (
        f" – {mention.about.text}" if mention.about else ""
    )
    return ((english, "en"), (native, language))


def interval(date: DateMention | None) -> str:
    """``2020-10-14/2020-10-21``, ``2020-10-14``, or nothing if the date isn't known."""
    if date is None or date.earliest is None or date.latest is None:
        return ""
    if date.earliest == date.latest:
        return date.earliest.isoformat()
    return f"{date.earliest.isoformat()}/{date.latest.isoformat()}"


def _event_label(event: Event, word: str, language: str) -> str:
    shown: Sequence[Entity] = tuple(dict.fromkeys(event.participants))
    more = len(shown) - _SHOWN
    names = [_name(entity, language) for entity in shown[:_SHOWN]] + ([f"+{more}"] if more > 0 else [])
    if event.place is not None and len(shown) < 2:
        names.append(_name(event.place, language))
    when = interval(event.mention.date)
    return word + (": " + " – ".join(names) if names else "") + (f" ({when})" if when else "")


def _name(entity: Entity, language: str) -> str:
    return next(
        (text for text, tongue in entity.labels if tongue == language),
        entity.labels[0][0] if entity.labels else entity.iri,
    )
