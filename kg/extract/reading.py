"""One article read from beginning to end: sentences, figures, characters, drafts, events, statements."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from kg_loaders.article import Article

from kg.extract.acting import subject_of
from kg.extract.agenda import Talk
from kg.extract.arguments import read_drafts
from kg.extract.cast import Cast
from kg.extract.character import Character
from kg.extract.clauses import clauses
from kg.extract.compiling import compile_lexicon
from kg.extract.dating import told_dates
from kg.extract.drafts import Draft
from kg.extract.entries import Cls
from kg.extract.figure import Figure
from kg.extract.figures import Figures
from kg.extract.finishing import Finishing
from kg.extract.home import assign_home, own_country, speak_for_well_known, states_told
from kg.extract.line import Line
from kg.extract.naming import name_officials
from kg.extract.opening import name_opening
from kg.extract.renowned import told_alone
from kg.extract.scene import Party, Scene
from kg.extract.sides import serve_there, share_side, speak_for_own
from kg.extract.skimming import Skimmed, Skimmer
from kg.extract.statements import Saying, Speech
from kg.lang import Pack
from kg.model import DateMention, EventMention, StatementMention
from kg.text.dates import find_dates
from kg.text.sentences import sentences

# Whom a plural may stand for at most; how many words of culture or business make an article one about these.
_MOST, _MUCH = 3, 4


@dataclass(frozen=True, slots=True)
class Read:
    """What one article tells."""

    events: tuple[EventMention, ...]
    statements: tuple[StatementMention, ...]


class Reading:
    """Reads articles with one pack; holds no state between articles."""

    def __init__(self, pack: Pack) -> None:
        self._code = pack.code
        self._lexicon = compile_lexicon(pack)
        self._abbreviations = frozenset(pack.table("words").get("abbreviations", ()))
        self._figures = Figures(pack, self._lexicon)
        self._skimmer = Skimmer(self._lexicon, self._figures.names.side_words)
        self._speech = Speech(pack, self._lexicon.words)
        self._finishing = Finishing(pack, self._lexicon)

    def read(self, article: Article, *, beside: bool = False) -> Read:
        """The events and statements of an article; ``beside`` says that its headline is the title that stands beside its text."""
        found = list(sentences(article, self._abbreviations))
        skimmed = self._skimmer.read(article.text, found, article.title, beside=beside)
        lines = skimmed.lines
        if not lines:
            return Read((), ())
        cast = Cast(self._figures.names, self._code, own=own_country(lines))
        drafts, sayings, talks = self._scenes(article, skimmed, cast)
        cast.home, cast.states = assign_home(lines, cast.characters), states_told(lines)
        cast.elsewhere = sum(len(line.marks.get("gate.elsewhere", ())) for line in lines) >= _MUCH
        told = self._finishing.complete(drafts, article.published)
        sayings = name_officials(told, sayings)
        events = self._finishing.events(told, sayings, talks, article.published)
        return Read(*self._finishing.mentions(events, sayings))

    def _scenes(self, article: Article, skimmed: Skimmed, cast: Cast) -> tuple[list[Draft], list[Saying], list[Talk]]:
        lines = skimmed.lines
        figures = [list(self._figures.read(line)) for line in lines]
        for line, found in zip(lines, figures, strict=True):
            for figure in found:
                cast.introduce(line, figure)
        speak_for_well_known(cast.characters, self._code)
        name_opening(lines, figures, cast)
        norms = self._figures.names.spelled(lines)
        short = cast.short_names() | self._figures.names.known_short.keys()
        if self._lexicon.grammar.renowned:
            short |= {(name,) for name in told_alone(norms, self._lexicon.words, self._code)}
        opening = self._figures.names.opening_words(norms, short)
        drafts: list[Draft] = []
        sayings: list[Saying] = []
        talks: list[Talk | None] = []
        speaker: Character | None = None
        for line, first in zip(lines, figures, strict=True):
            again = self._figures.read(line, short) if not opening.isdisjoint(line.norms) else first
            scene = self._scene(article, line, cast, tuple(self._parties(line, cast, again)))
            if skimmed.abroad:
                drafts += read_drafts(scene)
            if line.number < 0:
                continue
            talks.append(self._finishing.agenda.read(scene) if skimmed.abroad else None)
            said = list(self._speech.read(scene, speaker))
            speaker = said[-1].speaker if said else self._speaker_after(scene, speaker)
            sayings += said
            cast.go_on(speaker)
        return drafts, sayings, [talk for talk in talks if talk is not None]

    def _speaker_after(self, scene: Scene, speaker: Character | None) -> Character | None:
        """A sentence without a statement hands the word to its subject."""
        subject = subject_of(scene, len(scene.line.norms))
        return subject.character if subject is not None else speaker

    def _scene(self, article: Article, line: Line, cast: Cast, parties: tuple[Party, ...]) -> Scene:
        covered = frozenset(word for party in parties for word in range(party.figure.first, party.figure.last))
        speech = self._speech.verbs(line, parties, covered)
        dates = self._dates(article, line) if line.at_any(Cls.VERB, Cls.NOUN) else ()
        return Scene(line, parties, covered, tuple(clauses(line, speech, covered)), tuple(speech), dates, cast)

    def _dates(self, article: Article, line: Line) -> tuple[DateMention, ...]:
        """The dates of a sentence; looked for only where an event may be told, since they cost as much as all else."""
        found = find_dates(article.text, line.sentence.start, line.sentence.end, self._code, article.published)
        return tuple(told_dates(article.text, found))

    def _members(self, line: Line, figure: Figure, cast: Cast) -> list[Character]:
        """Whom a bare plural stands for: "the two ministers", "the three presidents"."""
        office = figure.office
        if not figure.plural or office is None or office.full or not line.starts_definite(figure.first):
            return []
        two = line.marker(figure.first, "refer.both") is not None
        found = cast.holders(office, 2 if two else _MOST)
        return found if len(found) > 1 else []

    def _parties(self, line: Line, cast: Cast, figures: Iterable[Figure]) -> Iterator[Party]:
        before: Character | None = None
        lead: Party | None = None
        last: Party | None = None
        told: list[Party] = []
        for figure in figures:
            members = self._members(line, figure, cast)
            if members:
                yield from (Party(replace(figure, joined=number > 0), member) for number, member in enumerate(members))
                continue
            if cast.is_nobody(line, figure):
                continue
            character = cast.identify(line, figure, before or (cast.measure(figure) if figure.counterpart else None))
            before = before or (character if character.office is not None else None)
            party = Party(figure, character)
            serve_there(line, last, party)
            speak_for_own(line, party, told)
            told.append(party)
            lead, last = share_side(line, lead, last, party), party
            yield party
