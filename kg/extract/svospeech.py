"""Who speaks where the subject stands before its verb, and behind a verb of saying that a quotation stands before."""

from kg.extract.acting import in_case, may_act, subject_of
from kg.extract.clauses import Clause
from kg.extract.coordination import whole_group
from kg.extract.figure import QUOTES
from kg.extract.line import Hit
from kg.extract.preceding import is_behind_pronoun
from kg.extract.scene import Party, Scene
from kg.model import Kind

_NEAR_CITED = 6
_DASHES = frozenset("-–—")


def speaker(scene: Scene, hit: Hit) -> Party | None:
    """Who says what a verb tells: its subject, or who stands right behind it where it opens the sentence or ends a quotation."""
    line = scene.line
    if is_inverted(scene, hit):
        return _behind(scene, hit)
    if is_behind_pronoun(scene, hit):
        return None
    if line.norm(hit.first - 1) in line.grammar.joiners - line.grammar.commas and not line.grammar.inverted:
        return _speaks_on(scene, hit)
    clause = scene.clause(hit.first - 1) if hit.first else scene.clause(0)
    people = [p for p in scene.within(clause.first, hit.first) if may_act(scene, whole_group(scene, p)[0])]
    own = [p for p in people if line.norm(p.figure.last) not in line.grammar.possessive]
    if not own and line.grammar.inverted:
        return _behind(scene, hit) or _before_relative(scene, clause)
    return own[-1] if own else None


def _before_relative(scene: Scene, clause: Clause) -> Party | None:
    """The noun that a relative clause before a verb hangs on: "the minister, who had just arrived, said"."""
    ahead = (p for p in reversed(list(scene.within(0, clause.first))) if may_act(scene, p))
    return next(ahead, None) if clause.relative else None


def cited(scene: Scene, hit: Hit) -> Party | None:
    """Whom a paper quotes: the party behind the verb that is no subject of it ("quotes the agency the minister")."""
    behind = (p for p in scene.within(hit.last, hit.last + _NEAR_CITED) if not p.figure.link)
    return next((p for p in behind if p.figure.kind is Kind.PERSON and not in_case(scene, p, "nomn")), None)


def told_ahead(scene: Scene, hit: Hit) -> bool:
    """Whether what is said stands before the verb of saying: "...," said X; also where "he" or a noun says it."""
    line = scene.line
    if not line.grammar.inverted or hit.first == 0 or not _is_parted(scene, hit):
        return False
    phrase = hit.last - hit.first > 1
    subject = _behind(scene, hit)
    behind = subject.figure.last if subject is not None else hit.last + _means_last(scene, hit.last)
    that = any(line.norm(word) in line.grammar.that for word in (behind, behind + 1))
    return (phrase or behind > hit.last or scene.plain(hit.last)) and not that


def _speaks_on(scene: Scene, hit: Hit) -> Party | None:
    """Whose a verb of saying behind "and" is: whom the sentence is about, unless a verb of saying between tells who speaks."""
    about = subject_of(scene, hit.first)
    told = about is not None and any(about.figure.last <= verb.first < hit.first for verb in scene.speech)
    return None if told else about


def hearer(scene: Scene, hit: Hit) -> Party | None:
    """Whom a verb of saying is spoken to: the official or the body right behind it ("told the minister")."""
    if scene.line.marker(hit.first, "refer.addressed") is None:
        return None
    near = (p for p in scene.within(hit.last, hit.last + 2) if not p.figure.link)
    return next((p for p in near if p.character.represents is not None or p.character.rank > 0), None)


def _behind(scene: Scene, hit: Hit) -> Party | None:
    """Who speaks right behind a verb, or in the genitive behind a phrase such as "in the words of"."""
    phrase = hit.last - hit.first > 1
    reach = _NEAR_CITED if scene.line.grammar.inverted and scene.line.preposition(hit.last) is not None else 2
    near = (p for p in scene.within(hit.last, hit.last + reach) if not p.figure.link)
    return next((p for p in near if may_act(scene, p) or (phrase and in_case(scene, p, "gent"))), None)


def others_speak(scene: Scene, hit: Hit) -> bool:
    """Whether a plain noun right behind a verb of saying is its subject, as its case shows ("said the press service")."""
    line, forms = scene.line, scene.cast.names.nominatives
    if not line.grammar.inverted or not scene.plain(hit.last) or _behind(scene, hit) is not None:
        return False
    if hit.entry.cites or _means_last(scene, hit.last):
        return False
    noun = line.norm(hit.last)
    return forms.may_be(noun, "nomn") and not forms.may_be(noun, "accs")


def _means_last(scene: Scene, word: int) -> bool:
    """Whether a pronoun, or a noun such as "the diplomat", stands behind a verb of saying for whoever spoke last."""
    said = scene.line.marker(word, "refer.speaker") is not None and scene.cast.names.nominatives.shows(
        scene.line.norm(word), "nomn"
    )
    return said or scene.line.marker(word, "refer.pronoun") is not None


def is_inverted(scene: Scene, hit: Hit) -> bool:
    """Whether the subject of a verb of saying stands behind it: "...," said X."""
    return _behind(scene, hit) is not None and _is_parted(scene, hit)


def _is_parted(scene: Scene, hit: Hit) -> bool:
    """Whether a verb opens the sentence, or a comma, a quotation mark or a dash parts it from the words before it."""
    before = scene.line.norm(hit.first - 1)
    dash = scene.line.grammar.inverted and before in _DASHES
    return not before or before in QUOTES or before in scene.line.grammar.commas or dash
