"""Compiles the tables of a language pack and the gazetteers into one lexicon."""

from collections.abc import Iterable
from functools import lru_cache

from kg.extract.compiling_gazetteers import add_gazetteers
from kg.extract.compiling_triggers import add_triggers
from kg.extract.entries import JOINT, Cls, Entry
from kg.extract.grammar import read_grammar
from kg.extract.lexicon import Lexicon
from kg.extract.processes import add_tracks
from kg.lang import Pack
from kg.text.words import Words


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


@lru_cache(maxsize=8)
def compile_lexicon(pack: Pack) -> Lexicon:
    """Build the lexicon of a pack from its tables and the gazetteers."""
    words = Words(pack)
    lexicon = Lexicon(words, read_grammar(pack, words))
    for add in (add_triggers, _add_roles, _add_markers, add_tracks, add_gazetteers):
        add(lexicon, pack)
    for found in lexicon.index.values():
        found.sort(key=lambda item: -len(item[0]))
    return lexicon
