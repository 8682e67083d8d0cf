"""Which of the packs' languages a text is written in: by script first, then by frequent words and letters of their own."""

import re
from collections.abc import Sequence
from functools import lru_cache

from kg_loaders.article import Block

from kg.lang import Pack, packs

_SCRIPTS = {
    "Arabic": re.compile(r"[\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufeff]+"),
    "Cyrillic": re.compile(r"[\u0400-\u04ff]+"),
    "Latin": re.compile(r"[A-Za-z\u00c0-\u024f]+"),
}
_WORD = re.compile(r"[^\W\d_]+")
_SAMPLE = 4000
_PASSAGE = 40
_ENOUGH_LETTERS, _LETTER, _SHARE = 12, 0.25, 0.03


@lru_cache(maxsize=1)
def _profiles() -> tuple[tuple[Pack, frozenset[str], frozenset[str]], ...]:
    heads = [(pack, pack.table("pack")) for pack in packs()]
    return tuple(
        (pack, frozenset(head.get("stop_words", [])), frozenset(head.get("own_letters", ""))) for pack, head in heads
    )


def identify(text: str) -> str | None:
    """The code of the pack that fits the text's first 4,000 characters, or None where the script or the words fit none.

    Two packs of one script are told apart by the share of their frequent words, then by letters that only one of them
    writes; so Persian typed on an Arabic keyboard is still Persian.
    """
    sample = text[:_SAMPLE]
    counts = {name: sum(map(len, pattern.findall(sample))) for name, pattern in _SCRIPTS.items()}
    script = max(counts, key=lambda name: counts[name])
    if counts[script] < _ENOUGH_LETTERS:
        return None
    words = _WORD.findall(sample.casefold())
    best, score = None, 0.0
    for pack, stop_words, letters in _profiles():
        if pack.table("pack").get("script") != script:
            continue
        hits = sum(word in stop_words for word in words) + _LETTER * sum(sample.count(letter) for letter in letters)
        if hits > score:
            best, score = pack.code, hits
    return best if score >= max(_LETTER, _SHARE * len(words)) else None


def passages(text: str, blocks: Sequence[Block], language: str | None) -> dict[str | None, list[Block]]:
    """The blocks of an article by the language of each; one that is too short to tell is in the article's own.

    Few articles mix languages, so a paragraph is asked only where its own language's letters do not make up most of it, or
    where it has none of the letters that its language alone writes.
    """
    found: dict[str | None, list[Block]] = {}
    for block in blocks:
        words = text[block.start : block.end]
        other = identify(words) if len(words) >= _PASSAGE and _may_be_other(words, language) else None
        found.setdefault(other or language, []).append(block)
    return found


def is_in_script(words: str, language: str) -> bool:
    """Whether at least half of some words is written in the letters of a language; of few words no more can be told."""
    return any(pack.code == language and _has_script(words, pack) for pack in packs())


def _has_script(words: str, pack: Pack) -> bool:
    return 2 * sum(map(len, _SCRIPTS[pack.table("pack")["script"]].findall(words))) >= len(words)


def _may_be_other(words: str, language: str | None) -> bool:
    for pack, _, letters in _profiles():
        if pack.code == language:
            return not _has_script(words, pack) or (bool(letters) and letters.isdisjoint(words))
    return True
