"""Compiles the tables of a language pack and the gazetteers into one lexicon."""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any

from kg.extract.grammar import read_grammar
from kg.extract.lexicon import JOINT, Cls, Entry, Frame, Lexicon
from kg.extract.processes import add_tracks
from kg.lang import Pack
from kg.lang.gazetteer import Entry as Gazetted
from kg.lang.gazetteer import entries, entry
from kg.model import Act, EventType, Function
from kg.text.morphology import morphology
from kg.text.words import Words


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
    for group in ("verbs", "reverse", "give", "itself", "attend"):
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


def _cases(lexicon: Lexicon, forms: Iterable[str], *, plural: bool) -> Iterable[str]:
    """Forms of an office with all their cases, where they are plural and the language has a morphology."""
    plug = lexicon.words.morphology
    if not plural or plug is None:
        return forms
    return [case for form in forms for case in plug.plurals(form)]


def _add_roles(lexicon: Lexicon, pack: Pack) -> None:
    data = pack.table("roles")
    for head in data.get("head", []):
        preps = frozenset(map(lexicon.words.fold, head.get("prep", ())))
        for number in ("stem", "plural", "construct"):
            for form in _cases(lexicon, head.get(number, []), plural=number != "stem"):
                made = Entry(
                    Cls.ROLE,
                    head["en"],
                    preps=preps,
                    rank=head.get("rank", 0),
                    plural=number != "stem",
                    construct=number == "construct",
                    name=head.get("en_of", head["en"]),
                    of_state=head.get("of_state", False),
                    home=head.get("home", False),
                    generic=head.get("generic", False),
                    whole=head.get("whole", False),
                )
                lexicon.add(form, made)
    for word in data.get("titles", {}).get("words", []):
        lexicon.add(word, Entry(Cls.TITLE, word))
    for kind in ("adjectives", "nouns"):
        for word in data.get("complement", {}).get(kind, []):
            lexicon.add(word, Entry(Cls.COMPLEMENT, kind))
    for word in data.get("body", {}).get("nouns", []):
        lexicon.add(word, Entry(Cls.BODY, word, name=data.get("body_names", {}).get(word, "")))
    for word in data.get("body", {}).get("joint", []):
        lexicon.add(word, Entry(Cls.BODY, JOINT))
    for word in data.get("delegation", {}).get("nouns", []):
        lexicon.add(word, Entry(Cls.DELEGATION, word))


def _add_speech(lexicon: Lexicon, pack: Pack) -> None:
    data = pack.table("speech")
    for verb in data.get("verb", []):
        act, needs = Act(verb["act"]), frozenset(map(lexicon.words.fold, verb.get("needs", ())))
        weak = verb.get("weak", False)
        for form, tense in _paradigm(verb, pack):
            lexicon.add(form, Entry(Cls.SPEECH, form, act=act, needs=needs, tense=tense, bare=True, weak=weak))
        for form in verb.get("participles", []):
            lexicon.add(form, Entry(Cls.PARTICIPLE, form, act=act, needs=needs, bare=True, weak=weak))
        for form in verb.get("nouns", []):
            lexicon.add(form, Entry(Cls.PARTICIPLE, form, act=act, needs=lexicon.grammar.noun_needs, bare=True))


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
    kinds = {
        "territories": Cls.STATE,
        "cities": Cls.CITY,
        "organizations": Cls.ORGANIZATION,
        "processes": Cls.PROCESS,
        "topics": Cls.TOPIC,
    }
    without = pack.table("pack").get("gazetteer", {}).get("without", ())
    for kind, cls in kinds.items():
        for item in entries(kind):
            for form in (form for form in item.names(pack.code) if form not in without):
                written = form.isupper() and cls in lexicon.grammar.capitals
                if form not in item.ambiguous or item.capital or cls is Cls.STATE or written:
                    lexicon.add(form, Entry(cls, item.id, name=item.name, country=item.country))
            _add_patterns(lexicon, pack, item, cls)
            _add_demonyms(lexicon, pack, item)


def _add_patterns(lexicon: Lexicon, pack: Pack, item: Gazetted, cls: Cls) -> None:
    """What a state is called by its adjective, and its capital by that of its country."""
    head = pack.table("pack")
    of_state = head.get("states", {}).get("patterns", []) if cls is Cls.STATE else []
    of_capital = head.get("capitals", {}).get("patterns", []) if item.capital else []
    made = [pattern.replace("{adjective}", stem) for pattern in of_state for stem in item.demonyms(pack.code)[:1]]
    stems = _demonyms(item.country, pack.code)
    made += [pattern.replace("{adjective}", stem) for pattern in of_capital for stem in stems]
    for form in made:
        lexicon.add(form, Entry(cls, item.id, name=item.name, country=item.country))


def _add_demonyms(lexicon: Lexicon, pack: Pack, item: Gazetted) -> None:
    """The adjectives of a state; one that is another word as well only with the article, where the language writes it to the word."""
    article = lexicon.grammar.definite
    for stem in (stem for stem in item.demonyms(pack.code) if article or stem not in item.ambiguous):
        ahead = article if stem in item.ambiguous else ""
        for ending in pack.table("pack").get("adjectives", {}).get("endings", [""]):
            form = " ".join(ahead + word + ending for word in stem.split())
            lexicon.add(form, Entry(Cls.ADJECTIVE, item.id, name=item.name))


def _demonyms(country: str | None, language: str) -> tuple[str, ...]:
    found = entry(country) if country else None
    return found.demonyms(language) if found else ()


@lru_cache(maxsize=8)
def compile_lexicon(pack: Pack) -> Lexicon:
    """Build the lexicon of a pack from its tables and the gazetteers."""
    words = Words(pack)
    lexicon = Lexicon(words, read_grammar(pack, words))
    for add in (
        _add_verbs,
        _add_nouns,
        _add_light_verbs,
        _add_roles,
        _add_speech,
        _add_markers,
        add_tracks,
        _add_gazetteers,
    ):
        add(lexicon, pack)
    for found in lexicon.index.values():
        found.sort(key=lambda item: -len(item[0]))
    return lexicon
