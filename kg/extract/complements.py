"""What an office or a body is of and whose it is, behind its head: "of foreign affairs of the Republic of X"."""

from collections.abc import Callable

from kg.extract.entries import Cls, Entry
from kg.extract.fronted import OWNERS
from kg.extract.grammar import Grammar
from kg.extract.line import Hit, Line
from kg.extract.names import Names
from kg.extract.office import Office
from kg.model import EventType

# How many words before an office "a visit that was paid by" may begin.
_NEAR_VISIT = 4
# Nouns for what is talked about, of which an office may be ("the envoy for the solution of the crisis").
_MATTER = "topic.heads"


class Complements:
    """Reads what stands behind a head; ``office`` reads the office that begins at a word, to tell a second one."""

    def __init__(self, grammar: Grammar, names: Names, office: Callable[[Line, int], Office | None]) -> None:
        self._grammar = grammar
        self._names = names
        self._office = office

    def read(self, line: Line, head: Hit) -> tuple[int, tuple[Entry, ...]]:
        """What a head is of and whose it is, behind it: where that ends, and the states and bodies named in it."""
        word, abroad, sides = head.last, False, list[Entry]()
        preps, opening, word = set(head.entry.preps), True, _past_number(line, head, word)
        while word < len(line.norms):
            bound = head.part.definite and word == head.last
            step = self._step(line, word, preps, opening=opening, bound=bound) or self._joined(line, word)
            if step is None or (step[0] is not None and step[0].entry.cls is Cls.ROLE and sides):
                break
            if step[0] is not None and (self._opens_another(line, step[0]) or _opens_body(line, head, step[0])):
                break
            if sides and not step[2] and _begins_anew(line, step[0]):
                break
            hit, word, preposition = step
            if hit is not None and hit.part.preposition and self._leads_there(line, head, hit):
                return hit.first, tuple(sides)
            place = hit is not None and hit.entry.cls in (Cls.STATE, Cls.ADJECTIVE, Cls.CITY)
            away = bool(preposition) and preposition not in line.grammar.of and head.entry.rank > 0
            abroad = abroad or (place and away)
            if hit is not None and hit.entry.cls in OWNERS and not abroad:
                sides.append(hit.entry)
            nested = hit is not None and hit.entry.cls is Cls.ROLE
            preps |= hit.entry.preps if hit is not None and nested else set()
            noun = hit is not None and hit.entry.key == "nouns"
            opening = hit is not None and (nested or noun) and not hit.part.definite
        return word, tuple(sides)

    def _leads_there(self, line: Line, head: Hit, place: Hit) -> bool:
        """Whether a state behind a whole office is where a visit leads: "the visit of the president of the republic to Qatar"."""
        ahead = (line.at(word, Cls.NOUN) for word in range(max(head.first - _NEAR_VISIT, 0), head.first))
        whole = line.at(place.first - 1, Cls.COMPLEMENT, Cls.ADJECTIVE) is not None
        visit = (noun for noun in ahead if noun is not None and noun.entry.key == EventType.VISIT)
        return whole and place.entry.cls is Cls.STATE and next(visit, None) is not None

    def _opens_another(self, line: Line, hit: Hit) -> bool:
        """Whether "and" opens the office of somebody else, or a delegation: one told with its own state, or without a name behind it."""
        if not hit.part.conjunction or line.at(hit.first, Cls.DELEGATION) is not None:
            return bool(hit.part.conjunction)
        if line.at(hit.first, Cls.ROLE) is None:
            return False
        second = self._office(line, hit.first)
        return second is not None and (bool(second.sides) or self._names.after_office(line, second.last) == second.last)

    def _joined(self, line: Line, word: int) -> tuple[Hit | None, int, str] | None:
        """ "Foreign and defence": a further thing that an office is of behind "and", in a language without an article."""
        before, after = line.at(word - 1, Cls.COMPLEMENT), line.at(word + 1, Cls.COMPLEMENT)
        possible = line.grammar.bare_genitive or line.grammar.no_articles
        if not possible or line.norm(word) not in line.grammar.joiners - line.grammar.commas:
            return None
        if before is None or after is None or after.entry.key != "nouns" or line.at(word + 1, Cls.ROLE, Cls.DELEGATION):
            return None
        return after, after.last, ""

    def _step(
        self, line: Line, word: int, preps: set[str], *, opening: bool, bound: bool
    ) -> tuple[Hit | None, int, str] | None:
        """The next piece of the phrase: the hit that it is, its end, and the preposition that brings it in."""
        if line.norm(word) in preps:
            hit, end, _ = self._piece(line, word + 1, {""}, opening=True, bound=False) or (None, word + 2, "")
            goes_on = line.norm(word + 1)[:1].isalpha() and (hit is not None or self._may_be_place(line, word + 1))
            return (hit, end, line.norm(word)) if goes_on else None
        return self._piece(line, word, preps | {""}, opening=opening, bound=bound)

    def _may_be_place(self, line: Line, word: int) -> bool:
        """Whether a word in no list may be where an office serves; where only order tells, no ordinary word is."""
        if line.grammar.bare_genitive and (line.hits[word] or self._names.ordinary(line.norm(word))):
            return False
        return not self._points(line, word)

    def _points(self, line: Line, word: int) -> bool:
        """Whether a word carries a pronoun, and so begins something else ("officials, at *their head* the president")."""
        return bool(line.grammar.definite) and line.norm(word).endswith(line.grammar.pronouns)

    def _piece(
        self, line: Line, word: int, preps: set[str], *, opening: bool, bound: bool
    ) -> tuple[Hit | None, int, str] | None:
        norm = line.norm(word)
        if not norm or not norm[0].isalpha():
            return None
        for hit in sorted(line.hits[word], key=_owners_first):
            entry, part = hit.entry, hit.part
            if part.preposition not in preps or (part.conjunction and entry.cls is not Cls.COMPLEMENT):
                continue
            if part.conjunction and not (
                entry.key == "nouns" and (part.definite or self._grammar.is_definite(line.norm(hit.last)))
            ):
                continue
            if part.preposition and entry.cls is Cls.COMPLEMENT and line.marker(word, "topic.open") is not None:
                continue
            if bound and entry.key == "nouns" and not part.definite and not part.preposition:
                continue
            if entry.cls in (*OWNERS, Cls.COMPLEMENT, Cls.CITY) or (entry.cls is Cls.ROLE and not part.conjunction):
                return hit, hit.last, part.preposition
        if self._plain_definite(line, word, opening=opening and not bound) or self._genitive(line, word):
            return None, word + 1, ""
        return (None, word + 1, "") if self._second_adjective(line, word) else None

    def _second_adjective(self, line: Line, word: int) -> bool:
        """ "(The minister of) higher *and secondary* education": a further adjective with the article, behind one and an "and"."""
        norm, before = line.norm(word), line.norm(word - 1)
        bare = next((norm.removeprefix(c) for c in self._grammar.conjunctions if norm.startswith(c)), norm)
        alike = bare != norm and self._grammar.is_definite(bare) and self._grammar.is_definite(before)
        other = line.at(word, Cls.ADJECTIVE, Cls.STATE, Cls.SMALL, Cls.MARKER)
        return alike and bare.endswith(self._grammar.relational) and other is None

    def _genitive(self, line: Line, word: int) -> bool:
        """A word that is in no list right behind a bare noun that needs one ("the movement of *the project* of Tunis")."""
        noun, norm = line.at(word - 1, Cls.COMPLEMENT), line.norm(word)
        if noun is None or noun.entry.key != "nouns" or noun.part.definite or not line.grammar.definite:
            return False
        free = (
            line.at(word, Cls.SMALL, Cls.MARKER, Cls.TITLE, Cls.ROLE, Cls.NOUN, Cls.VERB, Cls.SPEECH, Cls.LIGHT) is None
        )
        follows = line.grammar.is_definite(line.norm(word + 1)) or line.at(word + 1, *OWNERS) is not None
        return (
            free
            and follows
            and norm[:1].isalpha()
            and not line.grammar.is_definite(norm)
            and self._names.count(norm) < 3
        )

    def _plain_definite(self, line: Line, word: int, *, opening: bool) -> bool:
        """A definite word that is in no list goes on with the phrase: behind a bare noun unless it is a known name, else as an adjective."""
        norm = line.norm(word)
        if not self._grammar.is_definite(norm) or len(norm) < 5:
            return False
        if line.at(word, Cls.NOUN, Cls.TITLE) is not None or self._names.small(norm):
            return False
        marks = {hit.entry.key for hit in line.hits[word] if hit.entry.cls is Cls.MARKER}
        if opening and marks <= {_MATTER}:
            return self._names.count(norm) < 3
        if marks:
            return False
        return norm.endswith(self._grammar.relational) and (self._names.ordinary(norm) or self._names.describes(norm))


def _owners_first(hit: Hit) -> tuple[int, int, bool]:
    """Order of readings: the longest, the plainest, and a state before a noun that offices are of ("affairs of Syria")."""
    return hit.first - hit.last, hit.part.cost, hit.entry.cls not in OWNERS


def _past_number(line: Line, head: Hit, word: int) -> int:
    """The word behind a number that counts those whose holders a plural tells of ("the ambassadors of five states")."""
    if not head.entry.plural or not line.grammar.bare_genitive or line.at(word, Cls.COMPLEMENT) is not None:
        return word
    hits = line.hits[word] if word < len(line.hits) else ()
    counted = line.norm(word).isdigit() or any(hit.entry.key == "numbers" for hit in hits)
    return word + 1 if counted and line.at(word + 1, Cls.COMPLEMENT, Cls.ROLE) is not None else word


def _begins_anew(line: Line, hit: Hit | None) -> bool:
    """Whether a bare noun behind the owner begins something else, where owners come last: "the minister of X (said that) relations"."""
    if hit is None or not line.grammar.bare_genitive or hit.entry.cls is not Cls.COMPLEMENT:
        return False
    return hit.entry.key == "nouns" and not hit.part.preposition and line.preposition(hit.first) is None


def _opens_body(line: Line, head: Hit, hit: Hit) -> bool:
    """Whether "and" opens the name of a further body behind one ("the Kenyan government and the movement of X")."""
    return bool(hit.part.conjunction) and head.entry.cls is Cls.BODY and line.at(hit.first, Cls.BODY) is not None
