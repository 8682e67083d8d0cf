"""Who acts where the subject stands before its verb: subjects past other parties, speakers, and owners before a noun."""

from itertools import islice

from kg.extract.acting import acts_unnamed, in_case, may_act, subject_of
from kg.extract.clauses import Clause
from kg.extract.coordination import coordinated, whole_group
from kg.extract.figure import QUOTES
from kg.extract.implied import spoken_of_last
from kg.extract.lexicon import GERUND, Cls
from kg.extract.line import Hit
from kg.extract.scene import Party, Scene
from kg.model import EventType, Kind

_NEAR_OWNER, _NEAR_BOTH, _NEAR_OBJECT, _NEAR_COMPANY, _NEAR_VERB, _NEAR_CITED, _NEAR_PREPOSITION = 4, 4, 3, 5, 3, 6, 8
_DASHES = frozenset("-–—")


def subject(scene: Scene, hit: Hit, clause: Clause) -> Party | None:
    """The subject of a verb: the last party before it in its clause that no preposition brings in; behind a pronoun that of the sentence."""
    if _behind_pronoun(scene, hit):
        return subject_of(scene, hit.first)
    if scene.line.norm(hit.first) in scene.line.grammar.infinitive:
        own = next((p for p in scene.parties if p.figure.last == hit.first and p.figure.kind is not Kind.COUNTRY), None)
        own = own or _traveller(scene, hit) or _undertaker(scene, hit)
        if own is not None:
            return own
    if clause.first == hit.first and hit.first:
        clause = scene.clause(hit.first - 1)
    antecedent = antecedent_of(scene, clause)
    if antecedent is not None and scene.line.norm(hit.first - 1) in scene.line.grammar.commas:
        return antecedent
    return _free(scene, clause.first, hit.first) or antecedent or _who_says(scene, hit, clause)


def antecedent_of(scene: Scene, clause: Clause) -> Party | None:
    """The party right before a relative clause, perhaps behind a comma: "A, who is on a visit to P"."""
    if not clause.relative:
        return None
    ahead = reversed(list(scene.within(0, clause.first)))
    return next((party for party in ahead if clause.first - party.figure.last <= 1), None)


def _who_says(scene: Scene, hit: Hit, clause: Clause) -> Party | None:
    """Whoever says what he himself does goes without a pronoun there: "the minister said that (he) would visit P"."""
    grammar = scene.line.grammar
    said = grammar.inverted and clause.first > 0 and scene.line.norm(clause.first) in grammar.that
    if not said or any(may_act(scene, party) for party in scene.within(clause.first, clause.last)):
        return None
    return None if acts_unnamed(scene, clause) else subject_of(scene, clause.first)


def _undertaker(scene: Scene, hit: Hit) -> Party | None:
    """Who is to do what an infinitive tells right behind a verb of saying ("X and Y agreed to meet")."""
    verb = next((verb for verb in scene.speech if verb.last == hit.first), None)
    return speaker(scene, verb) if verb is not None else None


def _traveller(scene: Scene, hit: Hit) -> Party | None:
    """Who goes somewhere to do what an infinitive tells: the owner of the visit before it ("A's visit to P to meet B")."""
    clause = scene.clause(hit.first)
    nouns = [noun for noun in scene.line.all(Cls.NOUN) if clause.first <= noun.first < hit.first]
    frame = nouns[-1].entry.frame if nouns else None
    if frame is None or frame.type is not EventType.VISIT:
        return None
    return next(iter(owners(scene, nouns[-1])), None)


def _free(scene: Scene, first: int, last: int) -> Party | None:
    for party in reversed(list(scene.within(first, last))):
        head = whole_group(scene, party)[0]
        owner = scene.line.norm(party.figure.last) in scene.line.grammar.possessive
        acts = (
            (may_act(scene, head) or _opens_clause(scene, head, party, last))
            and not owner
            and party.figure.last <= last
        )
        if acts and not _is_destination(scene, party) and not _is_company(scene, party):
            return party
    return None


def _opens_clause(scene: Scene, head: Party, party: Party, verb: int) -> bool:
    """Whether the preposition before a party is a conjunction here, since its verb stands right behind ("after A met B")."""
    line = scene.line
    if head.figure.link not in line.grammar.subordinate or verb - party.figure.last > _NEAR_VERB:
        return False
    return all(line.norm(word) not in line.grammar.commas for word in range(party.figure.last, verb))


def _is_company(scene: Scene, party: Party) -> bool:
    """Whether a delegation is told as that which somebody leads ("heading a trade delegation")."""
    marks = scene.line.marks.get("refer.company", ()) if party.figure.kind is Kind.DELEGATION else ()
    near = [mark for mark in marks if 0 <= party.figure.first - mark.last <= _NEAR_COMPANY]
    return bool(near) and next(scene.within(near[-1].last, party.figure.last), None) is party


def _is_destination(scene: Scene, party: Party) -> bool:
    """Whether a state is where a verb right before it leads ("visiting X")."""
    if party.figure.kind is not Kind.COUNTRY:
        return False
    verbs = (hit for hit in scene.line.all(Cls.VERB) if hit.last == party.figure.first)
    return any(hit.entry.frame is not None and hit.entry.frame.object == "place" for hit in verbs)


def _behind_pronoun(scene: Scene, hit: Hit) -> bool:
    if scene.line.grammar.fronted and _goes_on(scene, hit):
        return True
    for word in range(hit.first - 1, scene.clause(hit.first).first - 1, -1):
        if scene.covered(word):
            return False
        if scene.line.marker(word, "refer.pronoun") is not None:
            return True
    return False


def _goes_on(scene: Scene, hit: Hit) -> bool:
    """Whether "and" hangs a verb on another whose subject is a pronoun ("where he addressed the council and met X")."""
    line, first = scene.line, scene.clause(hit.first).first
    if line.norm(hit.first - 1) not in line.grammar.joiners - line.grammar.commas:
        return False
    told = next((word for word in range(first, hit.first) if line.marker(word, "refer.pronoun")), None)
    return told is not None and not any(may_act(scene, party) for party in scene.within(first, told))


def noun_instead(scene: Scene, hit: Hit) -> Hit:
    """A word that is a verb and a noun alike, as a noun unless its subject stands right before it ("their visit", "they visit")."""
    noun = scene.line.at(hit.first, Cls.NOUN)
    if hit.entry.cls is not Cls.VERB or noun is None or noun.last != hit.last:
        return hit
    acted = any(party.figure.last == hit.first for party in scene.parties)
    if hit.entry.tense == GERUND:
        first = hit.last + (scene.line.norm(hit.last) in scene.line.grammar.articles)
        return hit if any(not party.figure.link for party in scene.within(hit.last, first + 1)) else noun
    return hit if acted or scene.line.marker(hit.first - 1, "refer.pronoun") is not None else noun


def speaker(scene: Scene, hit: Hit) -> Party | None:
    """Who says what a verb tells: its subject, or who stands right behind it where it opens the sentence or ends a quotation."""
    line = scene.line
    if is_inverted(scene, hit):
        return _behind(scene, hit)
    if _behind_pronoun(scene, hit):
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


def is_object(scene: Scene, hit: Hit, party: Party) -> bool:
    """Whether a party is the bare object of a verb: right behind it but for a day or an adverb, and no owner of another ("A's plant")."""
    if scene.line.norm(party.figure.last) in scene.line.grammar.possessive:
        return False
    between = (w for w in range(hit.last, party.figure.first) if not scene.covered(w) and not scene.dated(w))
    near = list(islice(between, _NEAR_OBJECT + 1))
    verbs = (scene.line.at(word, Cls.VERB, Cls.LIGHT, Cls.SPEECH, Cls.NOUN) for word in near)
    return len(near) <= _NEAR_OBJECT and not any(verb is not None for verb in verbs)


def both(scene: Scene, hit: Hit, *, officials: bool = False) -> bool:
    """Whether "the two sides" stand before a verb as its subject; with ``officials`` also "the two trade chiefs"."""
    words = range(max(hit.first - _NEAR_BOTH, 0), hit.first)
    near = [word for word in words if scene.line.marker(word, "refer.both") is not None]
    between = list(scene.within(near[-1], hit.first)) if near else []
    return bool(near) and all(officials and _is_bare_plural(p) for p in between)


def _is_bare_plural(party: Party) -> bool:
    """ "The two trade chiefs": officials in the plural of whom nothing else is told."""
    return party.figure.plural and party.character.represents is None and not party.figure.link


def group_ahead(scene: Scene, hit: Hit) -> list[Party]:
    """Whom "they" means before a verb that names its partner: the group that acts earlier in the sentence."""
    acting = [p for p in scene.within(0, hit.first) if may_act(scene, p)]
    groups = (coordinated(scene, party) for party in acting)
    return next((group for group in groups if len(group) > 1 or group[0].figure.kind is Kind.DELEGATION), [])


def together(scene: Scene, hit: Hit) -> list[Party]:
    """Those of several sides who stand right before "at the summit", or who said or agreed on something there as one."""
    line = scene.line
    before = next(
        (w for w in range(hit.first - 1, max(hit.first - _NEAR_PREPOSITION, -1), -1) if line.preposition(w)), None
    )
    if before is None or line.norm(before) not in line.grammar.at_occasion:
        return []
    named = next((p for p in scene.parties if p.figure.last == before), None)
    told = [speaker(scene, verb) for verb in scene.speech if verb.first > hit.last] if named is None else [named]
    groups = (whole_group(scene, party) for party in told if party is not None)
    return next((group for group in groups if len({p.character.represents for p in group} - {None}) > 1), [])


def owners(scene: Scene, hit: Hit) -> list[Party]:
    """Whose meeting or visit it is, told before the noun: "the president's recent visit"."""
    line, frame = scene.line, hit.entry.frame
    bare = [p for p in scene.parties if p.figure.last == hit.first and p.figure.name is not None]
    if bare and frame is not None and frame.place and line.grammar.fronted:
        return bare
    for word in range(hit.first - 1, max(hit.first - _NEAR_OWNER, 0) - 1, -1):
        if line.norm(word) in line.grammar.possessive:
            found = [p for p in scene.parties if p.figure.last == word]
            return whole_group(scene, found[-1]) if found else []
        if line.marker(word, "refer.own") is not None:
            clause = scene.clause(word)
            whose = _free(scene, clause.first, word) if clause.first else None
            whose = whose if whose is not None and whose.character.kind is Kind.PERSON else subject_of(scene, word)
            if whose is None and line.preposition(word - 1) is None:
                return spoken_of_last(scene)
            return whole_group(scene, whose) if whose is not None else []
        if scene.covered(word) and any(p.figure.kind is not Kind.COUNTRY for p in scene.within(word, word + 1)):
            return []
    return []


def adjuncts(scene: Scene, hit: Hit) -> list[Party]:
    """The body right before a noun whose occasion it is ("a committee meeting", "the Arab League summit")."""
    frame = hit.entry.frame
    if not scene.line.grammar.fronted or frame is None or frame.place:
        return []
    return [p for p in scene.parties if p.figure.last == hit.first and p.figure.kind is Kind.ORGANIZATION]


def is_accusative(scene: Scene, party: Party) -> bool:
    """Whether a party shows by its case that it is an object."""
    return scene.line.grammar.inverted and not may_act(scene, party) and in_case(scene, party, "accs")


def object_ahead(scene: Scene, hit: Hit, clause: Clause) -> list[Party]:
    """The object of a verb whose subject stands behind it, told by its case: "the guest received the president"."""
    free = (p for p in scene.within(clause.first, hit.first) if not p.figure.link)
    return [party for party in free if is_accusative(scene, party)][-1:]
