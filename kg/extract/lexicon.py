"""The lexicon of one language, compiled: which words and phrases tell events, offices, places, speech, and what each means."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache
from typing import Any

from kg.lang import Pack
from kg.lang.gazetteer import entries, entry
from kg.model import Act, EventType, Function
from kg.text.words import Part, Words


class Cls(StrEnum):
    """What a lexicon entry is for."""

    VERB = "verb"
    NOUN = "noun"
    LIGHT = "light"
    ROLE = "role"
    TITLE = "title"
    COMPLEMENT = "complement"
    STATE = "state"
    ADJECTIVE = "adjective"
    CITY = "city"
    ORGANIZATION = "organization"
    PROCESS = "process"
    TOPIC = "topic"
    SPEECH = "speech"
    PARTICIPLE = "participle"
    DELEGATION = "delegation"
    BODY = "body"
    MARKER = "marker"
    SMALL = "small"


@dataclass(frozen=True, slots=True)
class Frame:
    """How a trigger takes its arguments; see the head of ``triggers.toml`` for each field."""

    type: EventType
    object: str = "none"
    with_: frozenset[str] = frozenset()
    between: frozenset[str] = frozenset()
    place: frozenset[str] = frozenset()
    from_: frozenset[str] = frozenset()
    to: frozenset[str] = frozenset()
    subject: Function = Function.PARTICIPANT
    partner: Function = Function.PARTICIPANT
    alone: bool = True
    place_required: bool = False
    specific: bool = True
    light_only: bool = False
    tour: frozenset[str] = frozenset()
    unless: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Entry:
    """What a phrase means: ``key`` is an id, an English name or a marker's group, by class."""

    cls: Cls
    key: str
    frame: Frame | None = None
    act: Act | None = None
    preps: frozenset[str] = frozenset()
    rank: int = 0
    plural: bool = False
    tense: str = ""
    owner: str = ""
    needs: frozenset[str] = frozenset()
    name: str = ""
    country: str | None = None
    bare: bool = False
    construct: bool = False
    of_state: bool = False


@dataclass(frozen=True, slots=True)
class Candidate:
    """A reading of a first word and the entry that it may open, with the words that must follow."""

    part: Part
    rest: tuple[str, ...]
    entry: Entry


@dataclass(slots=True)
class Lexicon:
    """Phrases by their first word. Built once per pack; read-only afterwards."""

    words: Words
    index: dict[str, list[tuple[tuple[str, ...], Entry]]] = field(default_factory=dict)
    _seen: dict[str, tuple[Candidate, ...]] = field(default_factory=dict)

    def add(self, phrase: str, entry: Entry) -> None:
        """Enter a phrase as a linguist wrote it."""
        first, *rest = self.words.phrase(phrase)
        self.index.setdefault(first, []).append((tuple(rest), entry))

    def candidates(self, norm: str) -> tuple[Candidate, ...]:
        """Entries that a word may open, plainest reading first."""
        found = self._seen.get(norm)
        if found is None:
            found = tuple(
                Candidate(part, rest, entry)
                for part in self.words.parts(norm)
                for rest, entry in self.index.get(part.stem, ())
                if not (entry.bare and (part.preposition or part.definite or part.cost > bool(part.conjunction)))
                and not (entry.construct and part.definite)
            )
            self._seen[norm] = found
        return found


def _paradigm(verb: Mapping[str, Any], pack: Pack) -> Iterable[tuple[str, str]]:
    """The written forms of a verb with their tense, by the pack's endings."""
    shape = pack.table("pack")["verbs"]
    past = verb.get("past_forms") or [verb["past"] + ending for ending in shape["past_endings"] if "past" in verb] if "past" in verb or "past_forms" in verb else []
    stems = verb.get("present_forms")
    present = stems if stems is not None else [verb["present"] + ending for ending in shape["present_endings"]] if "present" in verb else []
    yield from ((form, "past") for form in past)
    for prefix in shape["present_prefixes"]:
        yield from ((prefix + stem, "present") for stem in present)
        yield from ((shape["future_prefix"] + prefix + stem, "future") for stem in present)


def _frame(data: Mapping[str, Any]) -> Frame:
    sets = {to: frozenset(data.get(key, ())) for key, to in _SETS.items()}
    flags = {key: data[key] for key in ("alone", "place_required", "specific", "light_only", "object") if key in data}
    sides = {key: Function(data[key]) for key in ("subject", "partner") if key in data}
    return Frame(type=EventType(data["type"]), **sets, **flags, **sides)


_SETS = {"with": "with_", "between": "between", "place": "place", "from": "from_", "to": "to", "tour": "tour", "unless": "unless"}


def _add_triggers(lexicon: Lexicon, pack: Pack) -> None:
    data = pack.table("triggers")
    pronouns = data.get("pronouns", [])
    for verb in data.get("verb", []):
        frame = _frame(verb)
        for form, tense in _paradigm(verb, pack):
            lexicon.add(form, Entry(Cls.VERB, frame.type, frame, tense=tense, bare=True))
            for pronoun in pronouns if frame.object == "partner" else ():
                lexicon.add(form + pronoun, Entry(Cls.VERB, frame.type, frame, tense=tense, owner=pronoun, bare=True))
    for noun in data.get("noun", []):
        frame = _frame(noun)
        for stem in noun["stems"]:
            lexicon.add(stem, Entry(Cls.NOUN, frame.type, frame))
        for stem in noun.get("possessed", []):
            for pronoun in pronouns:
                lexicon.add(stem + pronoun, Entry(Cls.NOUN, frame.type, frame, owner=pronoun))
    light = data.get("light", {})
    for word in light.get("rounds", []):
        lexicon.add(word, Entry(Cls.MARKER, "trigger.round"))
    for group in ("verbs", "reverse", "give"):
        for verb in light.get(group, []):
            for form, tense in _paradigm(verb, pack):
                lexicon.add(form, Entry(Cls.LIGHT, group, tense=tense, bare=True))
    for group in ("passive", "passive_pronoun"):
        for form in light.get(group, []):
            lexicon.add(form, Entry(Cls.LIGHT, group, bare=True))


def _add_roles(lexicon: Lexicon, pack: Pack) -> None:
    data = pack.table("roles")
    for head in data.get("head", []):
        preps = frozenset(head.get("prep", ()))
        for number in ("stem", "plural", "construct"):
            for form in head.get(number, []):
                made = Entry(Cls.ROLE, head["en"], preps=preps, rank=head.get("rank", 0), plural=number != "stem", construct=number == "construct", name=head.get("en_of", head["en"]), of_state=head.get("of_state", False))
                lexicon.add(form, made)
    for word in data.get("titles", {}).get("words", []):
        lexicon.add(word, Entry(Cls.TITLE, word))
    for kind in ("adjectives", "nouns"):
        for word in data.get("complement", {}).get(kind, []):
            lexicon.add(word, Entry(Cls.COMPLEMENT, kind))
    for word in data.get("body", {}).get("nouns", []):
        lexicon.add(word, Entry(Cls.BODY, word))
    for word in data.get("delegation", {}).get("nouns", []):
        lexicon.add(word, Entry(Cls.DELEGATION, word))


def _add_speech(lexicon: Lexicon, pack: Pack) -> None:
    data = pack.table("speech")
    for verb in data.get("verb", []):
        act, needs = Act(verb["act"]), frozenset(verb.get("needs", ()))
        for form, tense in _paradigm(verb, pack):
            lexicon.add(form, Entry(Cls.SPEECH, form, act=act, needs=needs, tense=tense, bare=True))
        for form in verb.get("participles", []):
            lexicon.add(form, Entry(Cls.PARTICIPLE, form, act=act, needs=needs, bare=True))
        for form in verb.get("nouns", []):
            lexicon.add(form, Entry(Cls.PARTICIPLE, form, act=act, needs=frozenset({"الى"}), bare=True))


def _add_markers(lexicon: Lexicon, pack: Pack) -> None:
    for table, groups in pack.table("markers").items():
        for group, phrases in groups.items():
            for phrase in phrases:
                lexicon.add(phrase, Entry(Cls.MARKER, f"{table}.{group}"))
    through = pack.table("triggers").get("light", {}).get("through", [])
    for group, phrases in pack.table("words").items():
        for phrase in phrases:
            name = "through" if phrase in through else ""
            lexicon.add(phrase, Entry(Cls.SMALL, group, name=name))


def _add_gazetteers(lexicon: Lexicon, pack: Pack) -> None:
    kinds = {"territories": Cls.STATE, "cities": Cls.CITY, "organizations": Cls.ORGANIZATION, "processes": Cls.PROCESS, "topics": Cls.TOPIC}
    endings = pack.table("pack").get("adjectives", {}).get("endings", [""])
    patterns = pack.table("pack").get("capitals", {}).get("patterns", [])
    for kind, cls in kinds.items():
        for item in entries(kind):
            for form in (form for form in item.names(pack.code) if form not in item.ambiguous or item.capital or cls is Cls.STATE):
                lexicon.add(form, Entry(cls, item.id, name=item.name, country=item.country))
            for pattern in patterns if item.capital else ():
                for stem in _demonyms(item.country, pack.code):
                    lexicon.add(pattern.replace("{adjective}", stem), Entry(cls, item.id, name=item.name, country=item.country))
            for stem in (stem for stem in item.demonyms(pack.code) if stem not in item.ambiguous):
                for ending in endings:
                    lexicon.add(" ".join(word + ending for word in stem.split()), Entry(Cls.ADJECTIVE, item.id, name=item.name))


def _demonyms(country: str | None, language: str) -> tuple[str, ...]:
    found = entry(country) if country else None
    return found.demonyms(language) if found else ()


@lru_cache(maxsize=8)
def compile_lexicon(pack: Pack) -> Lexicon:
    """Build the lexicon of a pack from its tables and the gazetteers."""
    lexicon = Lexicon(Words(pack))
    for add in (_add_triggers, _add_roles, _add_speech, _add_markers, _add_gazetteers):
        add(lexicon, pack)
    for found in lexicon.index.values():
        found.sort(key=lambda item: -len(item[0]))
    return lexicon
