"""Who said what: verbs of saying and the participles that hang on them, with the speaker, the act and what it is about."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from kg.extract import sov, svo
from kg.extract.cast import Character
from kg.extract.lexicon import Cls
from kg.extract.line import Hit, Line
from kg.extract.scene import Party, Scene
from kg.extract.topics import named
from kg.lang import Pack
from kg.model import Act, Kind, Named, Span
from kg.text.words import Words

_LONGEST_ABOUT, _OPENING, _TURNING = 16, 6, 8
_SPEAKERS = (Kind.PERSON, Kind.DELEGATION, Kind.ORGANIZATION, Kind.COUNTRY)


@dataclass(frozen=True, slots=True)
class Saying:
    """A statement before it is linked to its occasion."""

    speaker: Character
    act: Act
    verb: Span
    about: Span | None
    evidence: Span
    topics: tuple[Named, ...]
    rule: str
    line: int


class Speech:
    """Reads statements with the tables of one pack; remembers who spoke last in the article."""

    def __init__(self, pack: Pack, words: Words) -> None:
        data = pack.table("speech")
        self._words = words
        self._turns = [
            (Act(turn["act"]), {" ".join(words.phrase(w)) for w in turn["words"]}, {Act(a) for a in turn["after"]})
            for turn in data.get("turn", [])
        ]
        about: Mapping[str, list[str]] = data.get("about", {})
        self._open = frozenset(words.fold(word) for word in about.get("open", []))
        self._stop = frozenset(words.fold(word) for word in about.get("stop", []))
        self._circumstances = frozenset(words.fold(word) for word in about.get("circumstances", []))
        self._that = frozenset(words.fold(word) for word in about.get("that", []))
        self._openers = frozenset(words.fold(word) for word in about.get("that", [])) | {
            w for _, turned, _ in self._turns for w in turned
        }

    def verbs(self, line: Line, parties: tuple[Party, ...], covered: frozenset[int]) -> list[Hit]:
        """The verbs of saying and participles of a sentence, those whose needed word does not follow left out."""
        inside = line.inside_nouns()
        return [
            hit
            for hit in line.all(Cls.SPEECH, Cls.PARTICIPLE)
            if hit.first not in covered | inside and self._says(line, hit, parties)
        ]

    def _says(self, line: Line, hit: Hit, parties: tuple[Party, ...]) -> bool:
        if line.marker(hit.first, "salience.background") is not None:
            return False
        before = line.preposition(hit.first - 1)
        if hit.entry.cls is Cls.SPEECH and before is not None and before.part.cost == 0:
            return False
        behind = next((p.figure.last for p in parties if 0 <= p.figure.first - hit.last <= 1), hit.last)
        following = {line.norm(word) for word in (hit.last, hit.last + 1, hit.last + 2, behind, behind + 1)}
        return not hit.entry.needs or bool(hit.entry.needs & following)

    def read(self, scene: Scene, last_speaker: Character | None) -> Iterator[Saying]:
        """The statements of a sentence; ``last_speaker`` speaks on where a sentence names nobody."""
        speaker = last_speaker
        for number, hit in enumerate(scene.speech):
            end = scene.speech[number + 1].first if number + 1 < len(scene.speech) else len(scene.line.tokens)
            if hit.entry.cls is Cls.SPEECH and self._both_speak(scene, hit):
                for both in scene.cast.recent(2):
                    yield self._saying(scene, hit, end, both)
                continue
            if hit.entry.cls is Cls.SPEECH:
                speaker = self._who(scene, hit, end) or speaker
            elif speaker is None or (number == 0 and scene.subject(hit.first) is not None):
                before = scene.subject(hit.first)
                speaker = before.character if before else speaker
            if speaker is not None:
                yield self._saying(scene, hit, end, speaker)

    def _both_speak(self, scene: Scene, hit: Hit) -> bool:
        """Whether "the two sides" say it: they stand right behind the verb or, where verbs stand last, before it."""
        if scene.line.grammar.verb_last:
            return scene.line.has_marker("refer.both", scene.clause(hit.first).first, hit.first)
        if scene.line.grammar.subject_first:
            return svo.both(scene, hit)
        return scene.line.marker(hit.last, "refer.both") is not None

    def _who(self, scene: Scene, hit: Hit, end: int) -> Character | None:
        if scene.line.grammar.verb_last:
            party = sov.actor_ahead(scene, hit.first, scene.clause(hit.first))
            return party.character if party is not None and party.figure.kind in _SPEAKERS else None
        if scene.line.grammar.subject_first:
            party = svo.speaker(scene, hit)
            return party.character if party is not None and party.figure.kind in _SPEAKERS else None
        return self._speaker(scene, hit, end) or self._subject_before(scene, hit)

    def _speaker(self, scene: Scene, hit: Hit, end: int) -> Character | None:
        """The subject right behind the verb (verb first), past "of his side"."""
        for party in scene.within(hit.last, min(end, hit.last + 5)):
            if party.figure.link or party.figure.joined or party.figure.kind not in _SPEAKERS:
                return None
            gap = [scene.line.norm(word) for word in range(hit.last, party.figure.first)]
            return party.character if not any(word in self._open for word in gap) else None
        return None

    def _subject_before(self, scene: Scene, hit: Hit) -> Character | None:
        """The subject before the verb, where the verb stands in a headline's or a second clause's order."""
        if hit.part.conjunction:
            return None
        for party in reversed(list(scene.within(0, hit.first))):
            if not party.figure.link and hit.first - party.figure.last <= 2:
                return party.character
        return None

    def _saying(self, scene: Scene, hit: Hit, end: int, speaker: Character) -> Saying:
        line = scene.line
        first, last = self._about(scene, hit, end)
        act = self._act(scene, hit, self._words_of_act(scene, hit, end, first, last))
        verb_last = hit.last + (2 if self._stance(scene, hit) else 0)
        start = line.span(hit.first, verb_last)
        verb = Span.of(line.text, start.start + len(hit.part.conjunction), start.end)
        about = self._without_preposition(line, first, last) if last > first else None
        evidence = Span.of(line.text, line.sentence.start, line.sentence.end)
        return Saying(
            speaker,
            act,
            verb,
            about,
            evidence,
            tuple(self._topics(scene, first, last)),
            hit.entry.cls.value,
            line.number,
        )

    def _without_preposition(self, line: Line, first: int, last: int) -> Span:
        """The words said without the preposition that ties them to the verb ("welcomed the progress": بالتقدم)."""
        span = line.span(first, last)
        hit = next(iter(line.hits[first]), None)
        part = (
            hit.part if hit is not None else next((p for p in self._words.parts(line.norm(first)) if p.definite), None)
        )
        tied = (
            part is not None and part.preposition in line.grammar.before_object and (part.definite or hit is not None)
        )
        return Span.of(line.text, span.start + tied, span.end)

    def _stance(self, scene: Scene, hit: Hit) -> bool:
        """Whether the verb is only half of the act ("expressed his hope"): then the stance belongs to the verb."""
        word = scene.line.norm(hit.last + 1)
        return (
            scene.line.norm(hit.last) in self._open
            and any(word in words for _, words, after in self._turns if hit.entry.act in after)
            and (hit.entry.act is Act.ANNOUNCE)
        )

    def _words_of_act(self, scene: Scene, hit: Hit, end: int, first: int, last: int) -> range:
        """The words that may turn the act: the first of what is said, wherever it stands."""
        if scene.line.grammar.verb_last:
            return range(first, min(last, first + _TURNING))
        return range(hit.last, min(last if last > first else end, hit.last + _TURNING))

    def _act(self, scene: Scene, hit: Hit, near: range) -> Act:
        act = hit.entry.act or Act.OTHER
        for word in near:
            pair = f"{scene.line.norm(word)} {scene.line.norm(word + 1)}"
            for turned, words, after in self._turns:
                if act in after and (scene.line.norm(word) in words or pair in words):
                    return turned
        return act

    def _about(self, scene: Scene, hit: Hit, end: int) -> tuple[int, int]:
        """The words said: behind the subject, the circumstances ("after the meeting") and the word that opens them ("that")."""
        if scene.line.grammar.verb_last:
            return sov.said(scene, hit, self._that, self._open)
        line, first = scene.line, self._behind_subject(scene, hit, end)
        if line.norm(first) in self._circumstances:
            first = self._behind_circumstances(scene, first, end)
        while first < end and (line.norm(first) in self._open or not line.norm(first)[:1].isalpha()):
            first += 1
        last = first
        while last < end and last - first < _LONGEST_ABOUT and line.norm(last) not in self._stop:
            last += 1
        while last > first and not line.norm(last - 1)[:1].isalnum():
            last -= 1
        return first, last

    def _behind_circumstances(self, scene: Scene, first: int, end: int) -> int:
        """The word behind "during his meeting with B": the next "that", else what follows the noun and those it names."""
        line = scene.line
        opened = (word for word in range(first, min(end, first + _LONGEST_ABOUT)) if line.norm(word) in self._openers)
        found = next(opened, None)
        noun = line.at(first + 1, Cls.NOUN)
        if found is not None or noun is None:
            return first if found is None else found
        last = noun.last
        for party in scene.within(last, end):
            last = party.figure.last if party.figure.first - last <= 1 else last
        return last

    def _behind_subject(self, scene: Scene, hit: Hit, end: int) -> int:
        if scene.line.grammar.subject_first and not svo.is_inverted(scene, hit):
            return hit.last
        both = scene.line.marker(hit.last, "refer.both")
        if both is not None:
            return both.last
        if self._stance(scene, hit):
            return hit.last + 2
        for party in scene.within(hit.last, min(end, hit.last + 5)):
            gap = (scene.line.norm(word) for word in range(hit.last, party.figure.first))
            if not party.figure.link and not party.figure.joined and not any(word in self._open for word in gap):
                return party.figure.last
            break
        return hit.last

    def _topics(self, scene: Scene, first: int, last: int) -> Iterator[Named]:
        """Known processes anywhere in what is said, and the concepts that it begins with; "A and B" is one."""
        word = first
        while word < last:
            hit = scene.line.at(word, Cls.PROCESS) or (
                scene.line.at(word, Cls.TOPIC) if word - first <= _OPENING else None
            )
            if hit is None:
                word += 1
                continue
            coordinated = bool(hit.part.conjunction) and hit.entry.cls is Cls.TOPIC and word > first
            topic = named(scene.line, word, hit.last)
            yield replace(topic, span=scene.line.span(word - 1, hit.last)) if coordinated else topic
            word = hit.last
