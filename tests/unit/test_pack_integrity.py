"""What a linguist can break with an editor: every table of every pack is checked as data, and every phrase must be found again."""

import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import fields
from functools import lru_cache
from importlib.resources import files
from typing import Any

import pytest

from kg.extract.compiling import compile_lexicon
from kg.extract.entries import Cls, Frame
from kg.extract.lexicon import Lexicon
from kg.extract.line import read_line
from kg.extract.linking import CASES
from kg.lang import Pack, packs, read_pack
from kg.model import Act, EventType, Function, Sentence
from kg.text.language import identify
from kg.text.words import Words

READERS = [pack for pack in packs() if pack.reads_events]
FOLDERS = [entry for entry in files("kg.lang").iterdir() if entry.is_dir() and entry.joinpath("pack.toml").is_file()]
every_pack = pytest.mark.parametrize("pack", packs(), ids=lambda pack: pack.code)
every_reader = pytest.mark.parametrize("pack", READERS, ids=lambda pack: pack.code)

FORMS = {"infinitive", "past", "present", "past_forms", "present_forms", "gerunds"}
ARGUMENTS = {"with", "between", "place", "from", "to", "about"}
FRAME = {field.name.rstrip("_") for field in fields(Frame)}
FLAGS = {field.name for field in fields(Frame) if isinstance(field.default, bool)}
VERB = FORMS | FRAME
NOUN = {"stems", "possessed", *FRAME}
SPEECH = {"cites", "act", "weak", "participles", "nouns", "needs", *FORMS}
HEAD = {"stem", "plural", "construct", "en", "en_of", "prep", "rank", "of_state", "home", "whole", "generic"}
LIGHT = {
    "carried",
    "passive_two",
    "carried_pronouns",
    "verbs",
    "reverse",
    "give",
    "through",
    "passive",
    "passive_pronoun",
    "rounds",
    "itself",
    "attend",
    "mediate",
}
OBJECTS = {"partner", "topic", "place", "origin", "none"}
SCRIPTS = {"Arabic", "Cyrillic", "Latin"}


def lists(value: object, path: str) -> Iterator[tuple[str, list[Any]]]:
    """Every list of a table, with the path that leads to it."""
    if isinstance(value, Mapping):
        for key, inner in value.items():
            yield from lists(inner, f"{path}.{key}")
    elif isinstance(value, list):
        yield path, value
        for number, inner in enumerate(value):
            yield from lists(inner, f"{path}[{number}]")


def strings(pack: Pack) -> Iterator[tuple[str, str]]:
    """Every word and phrase of a pack, with its path."""
    for path, found in lists(pack.tables, pack.code):
        yield from ((path, item) for item in found if isinstance(item, str))


def verbs(pack: Pack) -> list[Mapping[str, Any]]:
    return [*pack.table("triggers").get("verb", []), *pack.table("speech").get("verb", [])]


def frames(pack: Pack) -> list[Mapping[str, Any]]:
    triggers = pack.table("triggers")
    return [*triggers.get("verb", []), *triggers.get("noun", [])]


def name_of(entry: Mapping[str, Any]) -> str:
    return str(entry.get("stems") or entry.get("past") or entry.get("past_forms") or entry.get("present") or entry)


@lru_cache
def lexicon_of(code: str) -> Lexicon:
    (pack,) = (pack for pack in READERS if pack.code == code)
    return compile_lexicon(pack)


def unfound(pack: Pack, cls: Cls, phrases: list[str], key: str | None = None) -> list[str]:
    """The phrases that a text of just these words does not show as this class (and key)."""
    lexicon = lexicon_of(pack.code)
    missing = []
    for phrase in phrases:
        line = read_line(phrase, Sentence(0, len(phrase), 0), 0, lexicon)
        if not any(
            hit.entry.cls is cls and key in (None, hit.entry.key) and hit.last == len(line.tokens)
            for hit in line.hits[0]
        ):
            missing.append(phrase)
    return missing


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_a_folder_is_called_by_its_code_and_says_how_it_is_written(folder: Any) -> None:
    pack = read_pack(folder)
    head = pack.table("pack")
    assert (pack.code, pack.direction in ("ltr", "rtl"), head.get("script") in SCRIPTS) == (folder.name, True, True)


@every_pack
def test_a_pack_knows_its_language_by_its_own_frequent_words(pack: Pack) -> None:
    stop_words = pack.table("pack")["stop_words"]
    assert all(word == word.casefold() and " " not in word for word in stop_words)
    assert identify(" ".join(stop_words)) == pack.code


@every_pack
def test_words_are_written_without_stray_blanks_in_composed_characters(pack: Pack) -> None:
    tidy = {text: unicodedata.normalize("NFC", " ".join(text.split())) for _, text in strings(pack)}
    assert [(path, text) for path, text in strings(pack) if tidy[text] != text] == []
    assert [path for path, text in strings(pack) if not text and not path.endswith(("endings", "prefixes"))] == []


@every_reader
@pytest.mark.parametrize("table", ["triggers", "speech", "roles", "markers"])
def test_tables_hold_only_what_the_engine_reads(pack: Pack, table: str) -> None:
    known = {
        "triggers": {"pronouns", "pronouns_of_two", "verb", "noun", "light"},
        "speech": {"verb", "turn", "cue", "about", "addressee"},
        "roles": {
            "head",
            "deputies",
            "titles",
            "complement",
            "portfolio",
            "qualifier",
            "phrase",
            "matter",
            "delegation",
            "body",
            "body_names",
            "private",
        },
        "markers": {"status", "salience", "clause", "refer", "place", "topic", "attendance", "gate", "home"},
    }
    assert set(pack.table(table)) - known[table] == set()


@every_reader
def test_frames_of_events_are_whole_and_spelled_right(pack: Pack) -> None:
    for frame in frames(pack):
        assert set(frame) - (NOUN if "stems" in frame else VERB) == set(), name_of(frame)
        assert frame["type"] in set(EventType), name_of(frame)
        assert {frame.get("subject", "participant"), frame.get("partner", "participant")} <= set(Function), name_of(
            frame
        )
        assert frame.get("object", "none") in OBJECTS, name_of(frame)
        assert all(isinstance(frame[flag], bool) for flag in FLAGS & set(frame))
        assert all(
            isinstance(frame[key], list) for key in (*ARGUMENTS, "tour", "unless", "stems", "possessed") if key in frame
        )


@every_reader
def test_every_verb_has_a_stem_or_forms_and_every_noun_stems(pack: Pack) -> None:
    light = pack.table("triggers").get("light", {})
    assert set(light) - LIGHT == set()
    carried = [
        verb for group in ("verbs", "reverse", "give", "itself", "attend", "mediate") for verb in light.get(group, [])
    ]
    assert [name_of(verb) for verb in [*verbs(pack), *carried] if not FORMS & set(verb)] == []
    assert [verb for verb in carried if set(verb) - FORMS - {"beside"}] == []
    assert [noun for noun in pack.table("triggers").get("noun", []) if not noun["stems"]] == []


@every_reader
def test_frames_take_prepositions_that_the_pack_knows(pack: Pack) -> None:
    words = Words(pack)
    known = {words.fold(word) for word in pack.table("words").get("prepositions", [])}
    known |= set(pack.table("pack").get("clitics", {}).get("prepositions", [])) | CASES
    used = {(name_of(frame), word) for frame in frames(pack) for key in ARGUMENTS for word in frame.get(key, [])}
    assert {found for found in used if found[1] not in known} == set()


@every_reader
def test_acts_of_speech_are_those_of_the_model(pack: Pack) -> None:
    speech = pack.table("speech")
    for verb in speech.get("verb", []):
        assert (verb["act"] in set(Act), set(verb) - SPEECH) == (True, set()), name_of(verb)
    for turn in [*speech.get("turn", []), *speech.get("cue", [])]:
        assert set(turn) == {"act", "words", "after"}
        assert {turn["act"], *turn["after"]} <= set(Act)


@every_reader
def test_offices_have_forms_an_english_name_and_a_rank(pack: Pack) -> None:
    for head in pack.table("roles").get("head", []):
        assert set(head) - HEAD == set(), head["stem"]
        assert head["stem"]
        assert head["en"].isprintable()
        assert head.get("rank", 0) in (-1, 0, 1, 2)
    english = [*pack.table("roles").get("portfolio", {}).values(), *pack.table("roles").get("phrase", {}).values()]
    assert [name for name in english if not name.isascii()] == []


@every_reader
def test_every_phrase_of_the_lexicon_is_found_where_a_text_writes_it(pack: Pack) -> None:
    roles, triggers = pack.table("roles"), pack.table("triggers")
    missing = {
        "nouns": unfound(pack, Cls.NOUN, [stem for noun in triggers.get("noun", []) for stem in noun["stems"]]),
        "heads": unfound(pack, Cls.ROLE, [stem for head in roles.get("head", []) for stem in head["stem"]]),
        "titles": unfound(pack, Cls.TITLE, roles.get("titles", {}).get("words", [])),
        "bodies": unfound(pack, Cls.BODY, roles.get("body", {}).get("nouns", [])),
        "past verbs": unfound(
            pack, Cls.VERB, [form for verb in triggers.get("verb", []) for form in verb.get("past_forms", [])]
        ),
        "sayings": unfound(
            pack,
            Cls.SPEECH,
            [form for verb in pack.table("speech").get("verb", []) for form in verb.get("past_forms", [])],
        ),
    }
    for table, groups in pack.table("markers").items():
        for group, phrases in groups.items():
            missing[f"{table}.{group}"] = unfound(pack, Cls.MARKER, phrases, f"{table}.{group}")
    assert {kind: found for kind, found in missing.items() if found} == {}


@every_pack
def test_no_list_says_a_thing_twice(pack: Pack) -> None:
    counts = {path: Counter(map(str, found)) for path, found in lists(pack.tables, pack.code)}
    twice = {path: [word for word, count in counted.items() if count > 1] for path, counted in counts.items()}
    assert {path: words for path, words in twice.items() if words} == {}


@every_reader
def test_no_phrase_ends_with_a_word_that_is_written_together_with_the_next(pack: Pack) -> None:
    clitics = set(pack.table("pack").get("clitics", {}).get("prepositions", []))
    wrong = [
        (path, text)
        for path, text in strings(pack)
        if " " in text and text.split()[-1] in clitics and ".dates." not in path
    ]
    assert wrong == []


@every_reader
def test_a_word_is_not_both_part_of_names_and_never_part_of_names(pack: Pack) -> None:
    fold = Words(pack).fold
    names = {fold(word) for word in pack.table("names").get("words", [])}
    assert names & {fold(word) for word in pack.table("common").get("words", [])} == set()
