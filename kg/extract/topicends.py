"""Where the words that name topics begin and end: before a verb, a date told by a preposition, a word such as "during"."""

from kg.extract.entries import Cls
from kg.extract.line import Line
from kg.extract.scene import Scene

_STOPS = (Cls.VERB, Cls.LIGHT, Cls.SPEECH, Cls.PARTICIPLE)


def list_start(scene: Scene, first: int, last: int) -> int:
    """Where a list begins behind its opener: behind the occasion and the verb that stand between ("the subject of the talks *will be*")."""
    line, acts = scene.line, scene.cast.names.nominatives.acts
    word = first
    while word < last and (line.at(word, Cls.NOUN) is not None or acts(line.norm(word))):
        word += 1
    return word if word > first and acts(line.norm(word - 1)) else first


def list_end(scene: Scene, first: int, last: int) -> int:
    """Where a list ends that begins at ``first``: at the latest with the clause."""
    for word in range(first + 1, last):
        if not scene.covered(word) and _ends(scene, word):
            return word
    return last


def _ends(scene: Scene, word: int) -> bool:
    line = scene.line
    if line.marker(word, "topic.stop") or line.marker(word, "clause.relative") or line.at(word, *_STOPS):
        return True
    if scene.cast.names.nominatives.acts(line.norm(word)):
        return True
    return line.preposition(word) is not None and word + 1 < len(line.norms) and scene.dated(word + 1)


def is_subject(scene: Scene, word: int) -> bool:
    """ "At this meeting *the sides* examined": those who act, told right behind the occasion, are no part of the object behind them."""
    line = scene.line
    opens = word == 0 or line.at(word - 1, Cls.NOUN) is not None or line.norm(word - 1) in line.grammar.commas
    return opens and line.marker(word, "refer.both") is not None


def opener_before(line: Line, word: int) -> int:
    """Where what ends before a word begins: the opener of a topic in several words ("in the field of"), else the word before."""
    longer = (hit.first for hit in line.marks.get("topic.open", ()) if hit.last == word and hit.last - hit.first > 1)
    return next(longer, word - 1)


def lists_on(line: Line, word: int, last: int) -> bool:
    """Whether a word is a comma in a list that an "and" closes before ``last``: "A, B and C"."""
    ands = line.grammar.joiners - line.grammar.commas
    return line.norm(word) in line.grammar.commas and any(line.norm(later) in ands for later in range(word + 1, last))


def hangs_in_object(scene: Scene, first: int, word: int) -> bool:
    """Whether a preposition hangs a plain noun on another inside the object of a verb that stands last: "efforts *in* the fight"."""
    line, behind = scene.line, word + 1
    if word <= first or line.norm(word) not in line.grammar.beside_topic or not scene.plain(word - 1):
        return False
    told = line.marker(word - 1, "topic.heads") is None and line.at(behind, Cls.CITY, Cls.STATE) is not None
    venue = told or scene.covered(behind) or line.at(behind, Cls.NOUN, Cls.SMALL) is not None
    return not venue and line.at(word - 1, Cls.NOUN) is None and not scene.dated(behind)
