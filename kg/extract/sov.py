"""Clauses whose verb stands last: who acts in them, the light verb that ends them, what is said before or behind a verb of saying."""

from kg.extract.acting import actor_in, actors_in, subject_of
from kg.extract.clauses import Clause
from kg.extract.coordination import coordinated, whole_group
from kg.extract.drafts import Draft
from kg.extract.entries import Cls
from kg.extract.figure import QUOTES, Figure
from kg.extract.implied import spoken_of_last
from kg.extract.line import Hit
from kg.extract.scene import Party, Scene
from kg.extract.together import together
from kg.model import EventType, Kind

_LONGEST, _SHORT = 16, 3


def actor_ahead(scene: Scene, word: int, clause: Clause) -> Party | None:
    """The subject of a clause whose verb stands last: its own, the noun that a relative hangs on, or the sentence's."""
    own = actor_in(scene, clause.first, word)
    if own is not None:
        return own
    if clause.relative:
        behind = (p for p in reversed(list(scene.within(0, clause.first))) if clause.first - p.figure.last <= 1)
        return next(behind, None)
    pronoun = any(scene.line.marker(w, "refer.pronoun") is not None for w in range(clause.first, word))
    return None if pronoun or _has_subject(scene, word, clause) else actor_in(scene, 0, clause.first)


def _has_subject(scene: Scene, word: int, clause: Clause) -> bool:
    """Whether a clause that goes to a place opens with a plain noun, which acts in it ("he said: the fuel will come to P")."""
    hit = scene.line.at(word, Cls.VERB)
    first = next((w for w in range(clause.first, word) if scene.line.norm(w)[:1].isalpha()), word)
    goes = hit is not None and hit.entry.frame is not None and hit.entry.frame.object == "none"
    return goes and first < word and clause.first > 0 and scene.plain(first)


def pronoun_ahead(scene: Scene, word: int, clause: Clause) -> list[Party]:
    """Whom "he" stands for where it acts in a clause: the person whom the sentence is about, else the one spoken of last."""
    for own in range(clause.first, word):
        if scene.line.marker(own, "refer.pronoun") is None:
            continue
        if own > clause.first and (scene.plain(own - 1) or scene.covered(own - 1) or scene.line.preposition(own - 1)):
            return []
        subject = subject_of(scene, clause.first)
        return [subject] if subject is not None else spoken_of_last(scene)
    return []


def speaker(scene: Scene) -> list[Party]:
    """Who tells of himself in a sentence that names nobody who speaks: whose words the sentences before told."""
    focus = scene.cast.focus
    return [Party(Figure(scene.line.number, 0, 0, Kind.PERSON), focus)] if focus is not None else []


def light_behind(scene: Scene, hit: Hit, clause: Clause) -> Hit | None:
    """The light verb that ends the clause, with no other event noun between unless both are joined; where the noun is
    marked as an object only a verb of giving.
    """
    line, marked = scene.line, False
    if line.norm(hit.last) in line.grammar.joiners:
        ahead = (line.at(word, Cls.LIGHT) for word in range(hit.last, clause.last) if not scene.covered(word))
        return next((found for found in ahead if found is not None), None)
    for word in (word for word in range(hit.last, clause.last) if not scene.covered(word)):
        marked = marked or line.norm(word) in line.grammar.object_marks
        found = line.at(word, Cls.LIGHT)
        if found is not None:
            return found if _carries(scene, hit, found, marked=marked) else None
        apart = line.preposition(word - 1) is None or line.preposition(hit.first - 1) is not None
        if line.at(word, Cls.NOUN) is not None and line.norm(word - 1) not in line.grammar.joiners and apart:
            return None
    return None


def _carries(scene: Scene, hit: Hit, light: Hit, *, marked: bool) -> bool:
    """Whether a light verb carries a noun: not one that belongs to a verb of saying, nor one that needs its noun beside it and
    has another word there ("blocked the page on the visit").
    """
    before = light.first - 1
    if any(said.first <= light.first < said.last for said in scene.speech):
        return False
    if marked:
        return light.entry.key == "give" or (light.last - light.first > 1 and not light.entry.beside)
    return not light.entry.beside or before <= hit.last or scene.covered(before) or scene.dated(before)


def own(scene: Scene, hit: Hit, clause: Clause) -> list[Party]:
    """ "His own visit": that of the one who acts in the clause; a summit "with A and B attending": theirs;
    and what several sides say "at a meeting".
    """
    attended = scene.line.marker(hit.last, "attendance.open")
    if attended is not None:
        present = next(iter(scene.within(attended.last, attended.last + 1)), None)
        return coordinated(scene, present) if present is not None else []
    if scene.line.norm(hit.last) not in scene.line.grammar.own:
        return together(scene, hit, clause) if scene.line.grammar.verb_last else []
    actor = actor_ahead(scene, hit.first, clause)
    return whole_group(scene, actor) if actor is not None else []


def add_partners(draft: Draft, clause: Clause) -> None:
    """ "A with ten men and B with five met": where one alone is said to meet, those who act beside it; and to whom a letter
    goes that is handed "to him".
    """
    scene, frame = draft.scene, draft.hit.entry.frame
    if len(draft.roles) != 1 or frame is None or draft.type is EventType.VISIT:
        return
    if draft.type is not EventType.CORRESPONDENCE:
        draft.add(actors_in(scene, clause.first, draft.hit.first), frame.partner)
        return
    line = scene.line
    handed = any(
        line.norm(w - 1) in frame.to and line.marker(w, "refer.pronoun") for w in range(draft.hit.last, clause.last)
    )
    told = [p for p in scene.within(0, draft.hit.first) if p.figure.link and p.figure.kind is Kind.PERSON]
    draft.add(told[-1:] if handed else [], frame.partner)


def by_phone(scene: Scene, hit: Hit) -> bool:
    """Whether the clause says before a noun that it is about a call ("talked by phone")."""
    first = scene.clause(hit.first).first
    nouns = (noun for noun in scene.line.all(Cls.NOUN) if first <= noun.first < hit.first)
    return any(noun.entry.frame is not None and noun.entry.frame.type is EventType.CALL for noun in nouns)


def may_inherit(draft: Draft) -> bool:
    """Whether one who is not told here may take part: not in what is only a word ("negotiating with a country"), nor where
    the verb needs somebody ("welcomed").
    """
    frame, partners = draft.hit.entry.frame, [role.character.kind for role in draft.roles]
    if frame is not None and frame.light_only and frame.with_ and not _linked(draft, frame.with_):
        return False
    if frame is None or len(partners) != 1 or draft.type is EventType.VISIT:
        return True
    if draft.light is None:
        bodies = (Kind.ORGANIZATION,) if draft.type is EventType.CORRESPONDENCE else ()
        return partners[0] in (Kind.PERSON, Kind.DELEGATION, *bodies) and not draft.scene.plain(draft.hit.first - 1)
    return not frame.light_only and (_linked(draft, frame.with_) or draft.type is EventType.CORRESPONDENCE)


def _linked(draft: Draft, links: frozenset[str]) -> bool:
    return any(role.party is not None and role.party.figure.link in links for role in draft.roles)


def said(scene: Scene, hit: Hit, that: frozenset[str], opening: frozenset[str]) -> tuple[int, int]:
    """The words said: the clause behind "that" or a colon; without one the words before the verb, from a preposition on."""
    line, clause = scene.line, scene.clause(hit.first)
    if line.norm(hit.last) in that | QUOTES:
        return _trimmed(scene, hit.last + 1, _clause_end(scene, hit.last + 1), opening)
    if hit.first - clause.first < _SHORT or clause.last - hit.last > _SHORT:
        return _trimmed(scene, hit.last, clause.last, opening)
    actor = actor_in(scene, clause.first, hit.first)
    first = actor.figure.last if actor is not None else clause.first
    opened = [word for word in range(first, hit.first - 1) if line.norm(word) in opening]
    return _trimmed(scene, opened[0] if opened else first, hit.first, opening)


def _clause_end(scene: Scene, first: int) -> int:
    """Where the clause that holds a word ends; a short one takes the next with it."""
    last = len(scene.line.norms)
    if first >= last:
        return last
    end = scene.clause(first).last
    return end if end - first >= _SHORT or end >= last else scene.clause(end).last


def _trimmed(scene: Scene, first: int, last: int, opening: frozenset[str]) -> tuple[int, int]:
    """A range without the small words and signs at both ends, not longer than what is said at once."""
    line = scene.line
    while first < last and (line.norm(first) in opening or not line.norm(first)[:1].isalpha()):
        first += 1
    last = min(last, first + _LONGEST)
    while last > first and not line.norm(last - 1)[:1].isalnum():
        last -= 1
    return first, last
