"""Which words of the object of a verb such as "to discuss" may be topics: those of no person, date or place."""

from collections.abc import Iterator

from kg.extract.entries import Cls
from kg.extract.scene import Scene


def free_runs(scene: Scene, first: int, last: int) -> Iterator[tuple[int, int]]:
    """The stretches of ``[first, last)`` that may hold topics, up to the next word that ends all of them."""
    start, found = first, False
    for word in range(first, last + 1):
        stop = (found or word > start) and word < last and scene.line.marker(word, "topic.stop") is not None
        if word == last or stop or is_taken(scene, word):
            if word > start:
                found = True
                yield start, word
            start = word + 1
        if stop:
            return


def is_taken(scene: Scene, word: int) -> bool:
    """Whether a word is no part of a topic: of a party, a date, a venue, or of what points at the event itself."""
    line, token = scene.line, scene.line.tokens[word]
    if (
        _is_both(scene, word)
        or _is_subject_noun(scene, word)
        or (scene.covered(word) and not _is_country_in_topic(scene, word))
    ):
        return True
    if any(date.span.start < token.end and token.start < date.span.end for date in scene.dates):
        return True
    if line.preposition(word) is not None:
        after = scene.covered(word + 1) and not _is_country_in_topic(scene, word + 1)
        venue = line.at(word + 1, Cls.CITY) is not None and line.norm(word - 1) in {"", *line.grammar.commas}
        return after or venue or line.norm(word) in line.grammar.beside_topic
    return False


def _is_subject_noun(scene: Scene, word: int) -> bool:
    """ "The meeting dealt with", "during this meeting": the definite noun for the event, and what points at it, is no topic."""
    noun = scene.line.at(word, Cls.NOUN)
    if noun is not None:
        return noun.part.definite
    pointing = scene.line.at(word, Cls.SMALL)
    return pointing is not None and pointing.entry.key == "particles" and scene.line.at(word + 1, Cls.NOUN) is not None


def _is_both(scene: Scene, word: int) -> bool:
    """ "The two sides" right behind a verb are its subject; further on they are part of what is talked about."""
    return scene.line.marker(word, "refer.both") is not None and scene.line.at(word - 1, Cls.VERB) is not None


def _is_country_in_topic(scene: Scene, word: int) -> bool:
    """Whether a word is part of a state or a body told without a person: that may stand in a topic."""
    return any(
        p.figure.first <= word < p.figure.last and p.figure.name is None and p.figure.office is None
        for p in scene.parties
    )
