"""Compiles what tells events and statements: verbs in all their forms, nouns, light verbs, verbs of saying."""

from collections.abc import Iterable, Mapping
from typing import Any

from kg.extract.entries import GERUND, SPEAKER, Cls, Entry, Frame
from kg.extract.lexicon import Lexicon
from kg.lang import Pack
from kg.model import Act, EventType, Function
from kg.text.plugs import morphology


def add_triggers(lexicon: Lexicon, pack: Pack) -> None:
    """Enter the tables ``triggers.toml`` and ``speech.toml`` of a pack."""
    for add in (_add_verbs, _add_nouns, _add_light_verbs, _add_speech):
        add(lexicon, pack)


def _paradigm(verb: Mapping[str, Any], pack: Pack) -> Iterable[tuple[str, str]]:
    """The written forms of a verb with their tense: those listed whole, else its stems with the pack's endings."""
    shape = pack.table("pack").get("verbs", {})
    past = verb.get(
        "past_forms", [verb["past"] + ending for ending in shape.get("past_endings", [""])] if "past" in verb else []
    )
    present = verb.get(
        "present_forms",
        [verb["present"] + ending for ending in shape.get("present_endings", [""])] if "present" in verb else [],
    )
    yield from ((form, "past") for form in past)
    yield from ((form, GERUND) for form in verb.get("gerunds", []))
    if "infinitive" in verb:
        yield from _bent(verb["infinitive"], pack)
    for auxiliary in shape.get("future_auxiliaries", []) if "past" in verb else ():
        yield _prefixed(f"{auxiliary} ", verb["past"]), "future"
    for prefix in shape.get("present_prefixes", [""]):
        yield from ((_prefixed(prefix, stem), "present") for stem in present)
        if "future_prefix" in shape:
            yield from ((shape["future_prefix"] + prefix + stem, "future") for stem in present)


def _prefixed(prefix: str, form: str) -> str:
    """A form with a prefix: a verb of several words takes it on its last."""
    head, blank, last = form.rpartition(" ")
    return head + blank + prefix + last


def _bent(infinitive: str, pack: Pack) -> Iterable[tuple[str, str]]:
    """The forms of a verb as the pack's morphology tells them; words behind the verb stay as they are ("to speak by phone")."""
    plug = pack.table("pack").get("morphology", {}).get("plug")
    if not plug:
        return ((infinitive, "future"),)
    verb, blank, behind = infinitive.partition(" ")
    return ((form + blank + behind, tense) for form, tense in morphology(plug).verb(verb))


def _frame(data: Mapping[str, Any], lexicon: Lexicon) -> Frame:
    def words(key: str) -> frozenset[str]:
        return frozenset(" ".join(lexicon.words.phrase(word)) for word in data.get(key, ()))

    return Frame(
        type=EventType(data["type"]),
        object=data.get("object", "none"),
        with_=words("with"),
        between=words("between"),
        place=words("place"),
        from_=words("from"),
        to=words("to"),
        about=words("about"),
        subject=Function(data.get("subject", "participant")),
        partner=Function(data.get("partner", "participant")),
        alone=data.get("alone", True),
        light_only=data.get("light_only", False),
        tour=words("tour"),
        unless=words("unless"),
        by_phone=data.get("by_phone", False),
        apart=data.get("apart", False),
        formal=data.get("formal", False),
        gathering=data.get("gathering", False),
        hosts=data.get("hosts", False),
        session=data.get("session", False),
    )


def _number(pronoun: str, data: Mapping[str, Any]) -> str:
    """Whether a pronoun stands for one or for two."""
    return "two" if pronoun in data.get("pronouns_of_two", ()) else "one"


def _add_verbs(lexicon: Lexicon, pack: Pack) -> None:
    data = pack.table("triggers")
    for verb in data.get("verb", []):
        frame = _frame(verb, lexicon)
        pronouns = data.get("pronouns", []) if frame.object == "partner" else []
        for form, tense in _paradigm(verb, pack):
            lexicon.add(form, Entry(Cls.VERB, frame.type, frame, tense=tense, bare=True))
            for pronoun in pronouns:
                owner = _number(pronoun, data)
                lexicon.add(form + pronoun, Entry(Cls.VERB, frame.type, frame, tense=tense, owner=owner, bare=True))


def _add_nouns(lexicon: Lexicon, pack: Pack) -> None:
    data = pack.table("triggers")
    for noun in data.get("noun", []):
        frame = _frame(noun, lexicon)
        for stem in noun["stems"]:
            lexicon.add(stem, Entry(Cls.NOUN, frame.type, frame))
        for stem in noun.get("possessed", []):
            for pronoun in data.get("pronouns", []):
                lexicon.add(stem + pronoun, Entry(Cls.NOUN, frame.type, frame, owner=_number(pronoun, data)))


def _add_light_verbs(lexicon: Lexicon, pack: Pack) -> None:
    light = pack.table("triggers").get("light", {})
    for word in light.get("rounds", []):
        lexicon.add(word, Entry(Cls.MARKER, "trigger.round"))
    _add_first_person(lexicon, pack, light)
    for group in ("verbs", "reverse", "give", "itself", "attend", "mediate"):
        for verb in light.get(group, []):
            for form, tense in _paradigm(verb, pack):
                beside = verb.get("beside", False)
                lexicon.add(form, Entry(Cls.LIGHT, group, tense=tense, bare=True, beside=beside))
    for group in ("passive", "passive_pronoun", "passive_two", "carried"):
        for form in light.get(group, []):
            lexicon.add(form, Entry(Cls.LIGHT, group, bare=True))
    for pronoun in light.get("carried_pronouns", []):
        for form, tense in (form for verb in light["verbs"] for form in _paradigm(verb, pack)):
            lexicon.add(form + pronoun, Entry(Cls.LIGHT, "carried", tense=tense, bare=True))


def _add_first_person(lexicon: Lexicon, pack: Pack, light: Mapping[str, Any]) -> None:
    """The forms of light verbs by which whoever speaks tells of himself."""
    endings = pack.table("pack").get("verbs", {}).get("first_person", [])
    for verb in (verb for verb in light.get("verbs", []) if "past" in verb):
        told = Entry(Cls.LIGHT, "verbs", tense="past", bare=True, beside=verb.get("beside", False), owner=SPEAKER)
        for ending in endings:
            lexicon.add(verb["past"] + ending, told)


def _add_speech(lexicon: Lexicon, pack: Pack) -> None:
    data = pack.table("speech")
    for verb in data.get("verb", []):
        act, needs = Act(verb["act"]), frozenset(map(lexicon.words.fold, verb.get("needs", ())))
        weak = verb.get("weak", False)
        cites = verb.get("cites", False)
        told = ((form, tense) for form, tense in _paradigm(verb, pack) if tense != "future" or "infinitive" not in verb)
        for form, tense in told:
            entry = Entry(Cls.SPEECH, form, act=act, needs=needs, tense=tense, bare=True, weak=weak, cites=cites)
            lexicon.add(form, entry)
        for form in verb.get("participles", []):
            lexicon.add(form, Entry(Cls.PARTICIPLE, form, act=act, needs=needs, bare=True, weak=weak))
        for form in verb.get("nouns", []):
            lexicon.add(form, Entry(Cls.PARTICIPLE, form, act=act, needs=lexicon.grammar.noun_needs, bare=True))
