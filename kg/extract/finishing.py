"""From drafts to event mentions: circumstances, destinations, inferred places, what statements add, confidence."""

from datetime import date

from kg.extract.agenda import Agenda, Talk, put_on_agenda
from kg.extract.apart import apart, by_date, by_destination, by_recipient
from kg.extract.checks import is_event, meets_at_home
from kg.extract.confidence import of_statement, with_confidence
from kg.extract.dating import date_of, is_of_saying
from kg.extract.drafts import Draft
from kg.extract.entries import Cls
from kg.extract.gatherings import is_round, is_summit
from kg.extract.guests import infer_date, infer_destination, infer_place, is_of_the_past, keep_guests, visit_of
from kg.extract.joining import add_said
from kg.extract.led import add_leaders, leaders
from kg.extract.lexicon import Lexicon
from kg.extract.merge import merge
from kg.extract.modality import status_of
from kg.extract.officeparts import OfficeReader
from kg.extract.officials import place_officials
from kg.extract.pairs import name_format, name_pair
from kg.extract.participants import participant
from kg.extract.phrases import Phrases, read_shape
from kg.extract.places import country_of, named_place
from kg.extract.processes import processes
from kg.extract.recurring import name_parties
from kg.extract.rounds import Rounds
from kg.extract.salience import is_aside, salience_of
from kg.extract.severally import severally
from kg.extract.statements import Saying
from kg.extract.topics import Topics
from kg.extract.tracks import share_track
from kg.extract.trimming import read_opening
from kg.extract.venues import closer, venue
from kg.lang import Pack
from kg.model import DateMention, EventMention, EventType, Named, Salience, Span, StatementMention, Status
from kg.text.dates import find_dates

# Days: how far ahead plans lie at most, and how long after the day that they are for news still print them.
_AHEAD, _PRINTED_LATE = 330, 3


class Finishing:
    """The last steps, with the tables of one pack."""

    def __init__(self, pack: Pack, lexicon: Lexicon) -> None:
        topic = pack.table("markers").get("topic", {})
        self._code = pack.code
        shape = read_shape(pack, lexicon.words)
        opening = read_opening(pack, lexicon.words)
        self._topics = Topics(
            lexicon.grammar,
            shape,
            opening,
            frozenset(topic.get("alike", [])),
        )
        self._offices = OfficeReader(pack, lexicon)
        self._rounds = Rounds(pack, lexicon.words)
        self.agenda = Agenda(self._topics, Phrases(shape, opening.trim))

    def complete(self, drafts: list[Draft], published: date | None) -> list[Draft]:
        """Drafts with their circumstances, a visit told of two places as two."""
        told: dict[int, list[Named]] = {}
        for draft in drafts:
            self._circumstances(draft, published)
            told.setdefault(draft.scene.line.number, []).extend(draft.topics)
        for draft in drafts:
            if draft.type not in (EventType.VISIT, EventType.CALL):
                self._place(draft, told[draft.scene.line.number])
        dated = (one for draft in drafts for one in by_date(draft))
        pieces = (piece for draft in dated for one in apart(draft) for piece in by_recipient(one))
        return [told for piece in pieces for told in by_destination(piece)]

    def _circumstances(self, draft: Draft, published: date | None) -> None:
        """Fill in when, where, what about, within what, and how far it happened."""
        scene, line = draft.scene, draft.scene.line
        clause, end = scene.clause(draft.hit.first), scene.reach(draft.hit)
        draft.date = date_of(draft)
        draft.status = status_of(draft, published)
        if draft.status is Status.PLANNED and draft.date is not None:
            draft.date = self._ahead(draft, draft.date, published)
        draft.salience = salience_of(draft, published)
        draft.evidence = [Span.of(line.text, line.sentence.start, line.sentence.end)]
        if draft.type is not EventType.VISIT or line.grammar.fronted:
            draft.topics = self._talked_about(draft, end)
            draft.processes = self._rounds.numbered(line, processes(line, clause.first, end))
        elif line.grammar.verb_last:
            draft.topics = self._purpose(draft, clause.first, clause.last)

    def _ahead(self, draft: Draft, told: DateMention, published: date | None) -> DateMention | None:
        """The date of what is planned, which lies ahead: where verbs stand last one that lies behind tells when something else was."""
        line, span = draft.scene.line, told.span
        ahead = find_dates(line.text, span.start, span.end, self._code, published, future=True)
        found = ahead[0] if ahead and _is_near(ahead[0], published) else told
        if not line.grammar.verb_last or published is None or found.latest is None:
            return found
        if is_of_saying(draft, told):
            return None
        carried = draft.light is not None or draft.hit.entry.cls is Cls.VERB
        behind = (published - found.latest).days
        return found if behind < 0 or (carried and behind <= _PRINTED_LATE) else None

    def _purpose(self, draft: Draft, first: int, last: int) -> list[Named]:
        """What somebody travels to discuss ("travels to P to examine the crisis"), up to where the visit leads."""
        line, frame = draft.scene.line, draft.hit.entry.frame
        opener = next((mark for mark in line.marks.get("topic.purpose", ()) if first <= mark.first < last), None)
        if opener is None or frame is None:
            return []
        places = (hit.first - 1 for hit in line.all(Cls.CITY, Cls.STATE) if line.norm(hit.first - 1) in frame.place)
        last = min((word for word in places if word > opener.last), default=last)
        return self._topics.listed(draft.scene, opener.last, last)[:1]

    def _place(self, draft: Draft, topics: list[Named]) -> None:
        hit = venue(draft, topics)
        if hit is not None:
            draft.place, draft.place_country = named_place(draft, hit), country_of(hit)

    def _talked_about(self, draft: Draft, last: int) -> list[Named]:
        frame = draft.hit.entry.frame
        if frame is not None and frame.object == "topic":
            return self._topics.objects(draft.scene, draft.hit.last, last) or self._topics.opened(
                draft.scene, draft.hit.last, last
            )
        ahead = draft.scene.line.grammar.verb_last
        first = draft.scene.clause(draft.hit.first).first if ahead else draft.hit.last
        opened = self._topics.opened(draft.scene, first, last)
        return opened or (self._topics.behind(draft.scene, draft.hit, frame, last) if frame is not None else [])

    def events(
        self, drafts: list[Draft], sayings: list[Saying], talks: list[Talk], published: date | None
    ) -> list[Draft]:
        """The events of the article: one per occasion, places inferred from visits, topics of what was said there."""
        led = leaders(drafts)
        place_officials(drafts)
        name_parties(drafts, (process for talk in talks for process in talk.processes))
        occasions = [draft for draft in merge(severally(drafts)) if is_event(draft)]
        found = [draft for draft in occasions if not meets_at_home(draft, occasions)]
        add_leaders(found, led)
        put_on_agenda(found, talks)
        for draft in found:
            name_pair(draft)
            name_format(draft)
            keep_guests(draft)
            draft.topics = list({self._topics.key(topic): topic for topic in reversed(draft.topics)}.values())[::-1]
            draft.type = EventType.NEGOTIATION_ROUND if is_round(draft) else draft.type
            past = is_aside(draft, found, published) or is_of_the_past(draft, found)
            draft.salience = Salience.BACKGROUND if past else draft.salience
        for draft in found:
            infer_place(draft, found)
            infer_destination(draft, found)
            infer_date(draft, found)
            told = closer(draft, drafts)
            if told is not None:
                draft.place = named_place(*told)
            draft.type = EventType.SUMMIT if is_summit(draft) else draft.type
        add_said(found, sayings)
        share_track(found, talks)
        return found

    def mentions(
        self, events: list[Draft], sayings: list[Saying]
    ) -> tuple[tuple[EventMention, ...], tuple[StatementMention, ...]]:
        """Events and statements as the model's types."""
        made = tuple(self._mention(draft, visit_of(draft, events)) for draft in events)
        return made, tuple(self._statement(saying, events) for saying in sayings)

    def _mention(self, draft: Draft, during: int | None) -> EventMention:
        first, *more = draft.evidence
        roles = tuple(
            participant(role.character, self._code, self._offices, role.function, role) for role in draft.roles
        )
        made = EventMention(
            draft.type, draft.status, draft.salience, roles, draft.trigger, first, draft.place, draft.date,
            tuple(draft.topics), tuple(draft.processes), tuple(dict.fromkeys(more)),
            rule=f"{self._code}:{draft.rule}:{draft.type}", during=during,
        )  # fmt: skip
        return with_confidence(made)

    def _statement(self, saying: Saying, events: list[Draft]) -> StatementMention:
        occasion = next(
            (
                i
                for i, draft in enumerate(events)
                if draft.status is Status.HELD and saying.speaker in draft.characters()
            ),
            None,
        )
        hearer = participant(saying.addressee, self._code, self._offices) if saying.addressee is not None else None
        return StatementMention(
            participant(saying.speaker, self._code, self._offices), saying.act, saying.verb, saying.about, saying.evidence,
            saying.topics, hearer, occasion, of_statement(saying), f"{self._code}:{saying.rule}",
        )  # fmt: skip


def _is_near(told: DateMention, published: date | None) -> bool:
    """Whether a date lies less than most of a year ahead: news printed days late mean the day that has just been."""
    return published is None or told.earliest is None or (told.earliest - published).days < _AHEAD
