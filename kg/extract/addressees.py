"""To whom something is said: "told his counterpart that", "said to the envoy that"."""

from kg.extract.acting import in_case
from kg.extract.character import Character
from kg.extract.entries import Cls
from kg.extract.line import Hit
from kg.extract.scene import Party, Scene
from kg.lang import Pack
from kg.model import Kind
from kg.text.words import Words

# How many words before a verb that stands last, and behind any other, whom it is said to may be told.
_AHEAD, _BEHIND = 12, 8


class Addressees:
    """Finds whom a verb of saying is spoken to, with the tables of one pack."""

    def __init__(self, pack: Pack, words: Words) -> None:
        told = pack.table("speech").get("addressee", {})
        self._preps = frozenset(words.fold(word) for word in told.get("preps", []))
        self._cases: tuple[str, ...] = tuple(told.get("cases", []))
        that = pack.table("speech").get("about", {}).get("that", [])
        self._that = frozenset(words.fold(word) for word in that)

    def of(self, scene: Scene, hit: Hit, end: int, speaker: Character) -> Party | None:
        """Whom a verb is said to, where the sentence tells; ``end`` is where the next verb of saying stands."""
        if hit.entry.cls is not Cls.SPEECH:
            return None
        if scene.line.grammar.verb_last:
            return self._ahead(scene, hit, speaker)
        return self._behind(scene, hit, end, speaker)

    def _ahead(self, scene: Scene, hit: Hit, speaker: Character) -> Party | None:
        """The last one whom "to" brings in before a verb that stands last, unless a noun such as "visit" does ("a trip to")."""
        first = max(scene.clause(hit.first).first, hit.first - _AHEAD)
        found = [p for p in scene.within(first, hit.first) if self._is_addressed(scene, p, speaker)]
        return found[-1] if found and hit.first - found[-1].figure.last <= 1 else None

    def _behind(self, scene: Scene, hit: Hit, end: int, speaker: Character) -> Party | None:
        """The one behind a verb and its subject, ahead of "that": by "to" or its case, or bare where the verb takes one so."""
        last = hit.last
        bare = scene.line.marker(hit.first, "refer.addressed") is not None
        for party in scene.within(hit.last, min(end, hit.last + _BEHIND)):
            if any(scene.line.norm(word) in self._that for word in range(last, party.figure.first)):
                return None
            if self._is_addressed(scene, party, speaker) and self._is_near(scene, last, party):
                return party
            own = party.character is speaker
            if bare and not own and not party.figure.link and self._is_near(scene, last, party):
                return party
            if not own:
                return None
            last = party.figure.last
        return None

    def _is_addressed(self, scene: Scene, party: Party, speaker: Character) -> bool:
        if party.character is speaker or party.figure.kind is Kind.COUNTRY:
            return False
        before = party.figure.first - 1 - (party.figure.link == scene.line.norm(party.figure.first - 1))
        if party.figure.link in self._preps:
            return scene.line.at(before, Cls.NOUN) is None
        return not party.figure.link and any(self._stands_in(scene, party, case) for case in self._cases)

    def _stands_in(self, scene: Scene, party: Party, case: str) -> bool:
        return in_case(scene, party, case) and not in_case(scene, party, "nomn")

    def _is_near(self, scene: Scene, last: int, party: Party) -> bool:
        """Whether nothing but a preposition and "his" stands between."""
        gap = range(last, party.figure.first)
        line = scene.line
        return all(line.norm(word) == party.figure.link or line.marker(word, "refer.own") is not None for word in gap)
