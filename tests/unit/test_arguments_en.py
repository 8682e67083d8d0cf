import pytest
from kg_loaders.article import Article, Block

from kg.extract.compiling import compile_lexicon
from kg.extract.entries import Cls
from kg.extract.reading import Read, Reading
from kg.lang import load_pack
from kg.model import EventMention

PACK = load_pack("en")
A = "Norwegian Foreign Minister Ingrid Halvorsen"
B = "Kenya's defence minister, Josephat Mwangi"
C = "President Paul Gauthier of France"
BOTH = {"Ingrid Halvorsen": "participant", "Josephat Mwangi": "participant"}
GUEST = {"Ingrid Halvorsen": "visitor"}

VERBS = [
    (f"{A} met with {B}, on Monday.", "meeting", BOTH),
    (f"{A} met {B}, in Nairobi.", "meeting", BOTH),
    (f"{A} will meet {B}.", "meeting", BOTH),
    (f"{A} sat down with {B}.", "meeting", BOTH),
    (f"{A} convened in Oslo with {B}.", "meeting", BOTH),
    (f"{A} was received by {B}.", "meeting", {"Ingrid Halvorsen": "participant", "Josephat Mwangi": "host"}),
    (f"{A} hosted {B}.", "meeting", {"Ingrid Halvorsen": "host", "Josephat Mwangi": "visitor"}),
    (f"{A} presented her credentials to {B}.", "meeting", BOTH),
    (f"{A} discussed fishing with {B}.", "meeting", BOTH),
    (f"{A} held talks with {B}.", "meeting", BOTH),
    (f"{A} spoke by phone with {B}.", "call", BOTH),
    (f"{A} spoke today with {B}.", "call", BOTH),
    (f"{A} spoke separately with {B}.", "call", BOTH),
    (f"{A} met separately with {B}.", "meeting", BOTH),
    (f"{A} phoned {B}.", "call", BOTH),
    (f"{A} was contacted by {B}.", "call", BOTH),
    (f"{A} wrote to {B}.", "correspondence", {"Ingrid Halvorsen": "sender", "Josephat Mwangi": "recipient"}),
    (f"{A} sent {B}, to Oslo.", "visit", {"Ingrid Halvorsen": "sender", "Josephat Mwangi": "visitor"}),
    (f"{A} will lead a Norwegian delegation to Nairobi.", "visit", {**GUEST, "Norwegian delegation": "visitor"}),
    (f"{A} is in Nairobi.", "visit", GUEST),
    (f"{A} welcomed {B}, to Oslo.", "visit", {"Ingrid Halvorsen": "host", "Josephat Mwangi": "visitor"}),
    (f"{A} visited Kenya.", "visit", GUEST),
    (f"{A} arrived on Monday in Nairobi.", "visit", GUEST),
    (f"{A} travelled to Nairobi.", "visit", GUEST),
    (f"{A} left Oslo for Nairobi.", "visit", GUEST),
]
NOUNS = [
    (f"{A} held a meeting on Monday with {B}.", "meeting", BOTH),
    (f"{A} held meetings with {B}.", "meeting", BOTH),
    (f"{A} made calls to {B}.", "call", BOTH),
    (f"{A} held telephone conversations with {B}.", "call", BOTH),
    (f"{A} paid a courtesy call on {B}.", "meeting", BOTH),
    (f"{A} began talks with {B}.", "meeting", BOTH),
    (f"{A} opened negotiations with {B}.", "negotiation_round", BOTH),
    (f"{A} had a phone call with {B}.", "call", BOTH),
    (f"{A} paid a visit on Monday to Kenya.", "visit", GUEST),
    (f"{A} began a tour of Kenya.", "visit", GUEST),
    (f"{A} gave no reason for her stay in Nairobi.", "visit", GUEST),
    (f"{A} held a session with {B}.", "meeting", BOTH),
    (f"{A} had a call with {B}.", "call", BOTH),
    (f"{A} held a summit with {B}.", "summit", BOTH),
    (f"{A} sent a letter to {B}.", "correspondence", {"Ingrid Halvorsen": "sender", "Josephat Mwangi": "recipient"}),
]


def read(text: str, title: str | None = None) -> Read:
    head = f"{title}\n\n" if title else ""
    body = Block(len(head), len(head) + len(text))
    return Reading(PACK).read(Article(head + text, (body,), title_block=Block(0, len(title)) if title else None))


def only(text: str, title: str | None = None) -> EventMention:
    (event,) = read(text, title).events
    return event


def who(event: EventMention) -> dict[str, str]:
    return {p.native or (p.span.text if p.span else ""): p.function.value for p in event.participants}


@pytest.mark.parametrize(("text", "kind", "parts"), [*VERBS, *NOUNS])
def test_an_english_trigger_finds_its_arguments(text: str, kind: str, parts: dict[str, str]) -> None:
    event = only(text)
    assert (event.type.value, who(event)) == (kind, parts)


def test_every_english_verb_and_noun_is_read_in_a_sentence_here() -> None:
    lexicon = compile_lexicon(PACK)
    told = set()
    for text, _, _ in [*VERBS, *NOUNS]:
        first, *rest = lexicon.words.phrase(only(text).trigger.text)
        told |= {
            id(found.entry.frame)
            for found in lexicon.candidates(first)
            if found.entry.cls in (Cls.VERB, Cls.NOUN) and found.rest == tuple(rest)
        }
    frames = {
        id(entry.frame): " ".join((first, *rest))
        for first, found in lexicon.index.items()
        for rest, entry in found
        if entry.frame is not None
    }
    unread = {phrase for frame, phrase in frames.items() if frame not in told}
    assert unread == set(), "write a sentence for each verb and noun of triggers.toml"


@pytest.mark.parametrize(
    "text",
    [
        f"{A} and {B}, met in Oslo.",
        f"A meeting between {A} and {B}, took place in Oslo.",
        f"During a meeting with {B}, {A} praised the fishermen.",
        f"{A}'s upcoming meeting with {B}, will be held in Oslo.",
        f"{A}, on a windy Monday, met with {B}.",
    ],
)
def test_word_orders_tell_the_same_english_meeting(text: str) -> None:
    assert set(who(only(text))) == set(BOTH)


@pytest.mark.parametrize(
    ("text", "names", "states"),
    [
        (
            f"{C} met the foreign ministers of Norway and Kenya, Ingrid Halvorsen and Josephat Mwangi.",
            ["Paul Gauthier", "Ingrid Halvorsen", "Josephat Mwangi"],
            ["France", "Norway", "Kenya"],
        ),
        ("The Norwegian and Kenyan foreign ministers met in Oslo.", [None, None], ["Norway", "Kenya"]),
        (
            "The UN special envoy for Syria, Leif Brandal, met with his Kenyan counterpart, Grace Atieno.",
            ["Leif Brandal", "Grace Atieno"],
            ["United Nations", "Kenya"],
        ),
        (
            "U.S. Deputy Secretary of State Daniel R. Hartwell met with Norway's Halvorsen.",
            ["Daniel R. Hartwell", "Halvorsen"],
            ["United States", "Norway"],
        ),
    ],
)
def test_english_offices_and_names_come_in_any_order(text: str, names: list[str | None], states: list[str]) -> None:
    event = only(text)
    assert ([p.native for p in event.participants], [p.represents for p in event.participants]) == (names, states)


def test_a_possessive_opens_a_headline_readout() -> None:
    title = "Readout of President Hartwell’s Call with President Gauthier of France"
    event = only("President Daniel Hartwell spoke today with President Paul Gauthier of France.", title)
    assert (event.type.value, who(event)) == (
        "call",
        {"Daniel Hartwell": "participant", "Paul Gauthier": "participant"},
    )


def test_officials_of_a_dateline_speak_for_its_state() -> None:
    event = only(f"OSLO — Foreign Minister Ingrid Halvorsen met with {B}, on Monday.")
    assert event.participants[0].represents == "Norway"


def test_a_small_word_is_no_state() -> None:
    assert read(f"{A} told us that she met with friends.").events == ()


@pytest.mark.parametrize(
    ("text", "status"),
    [
        (f"{A} is to meet {B}.", "planned"),
        (f"A meeting between {A} and {B}, was postponed.", "postponed"),
        (f"A meeting between {A} and {B}, has been cancelled.", "cancelled"),
    ],
)
def test_english_tells_what_did_not_happen_yet(text: str, status: str) -> None:
    assert only(text).status.value == status


@pytest.mark.parametrize(
    ("text", "speaker", "act", "about"),
    [
        (f"{A} said Kenya would keep the port open.", "Ingrid Halvorsen", "affirm", "Kenya would keep the port open"),
        ("“The port stays open,” said Kenyan President Grace Atieno.", "Grace Atieno", "affirm", None),
        (f"{A} stressed the need for open ports.", "Ingrid Halvorsen", "call_for", "open ports"),
        (f"{A} welcomed the decision.", "Ingrid Halvorsen", "welcome", "decision"),
        (f"{A} expressed hope that ports would open.", "Ingrid Halvorsen", "hope", "ports would open"),
        (f"{A} condemned the attack.", "Ingrid Halvorsen", "condemn", "attack"),
    ],
)
def test_english_statements_have_the_subject_before_the_verb(
    text: str, speaker: str, act: str, about: str | None
) -> None:
    said = read(text).statements[0]
    assert (said.speaker.native, said.act.value) == (speaker, act)
    assert about is None or (said.about is not None and about in said.about.text)


TWO = "French President Paul Gauthier and Kenyan President Grace Atieno"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (f"{A} spoke separately today with {TWO}.", "call"),
        (f"{A} held telephone conversations with {TWO}.", "call"),
        (f"In Nairobi {A} had separate meetings with {TWO}.", "meeting"),
    ],
)
def test_whoever_met_two_persons_separately_met_twice(text: str, kind: str) -> None:
    events = read(text).events
    assert [(event.type.value, set(who(event))) for event in events] == [
        (kind, {"Ingrid Halvorsen", "Paul Gauthier"}),
        (kind, {"Ingrid Halvorsen", "Grace Atieno"}),
    ]


def test_the_state_ahead_of_a_list_goes_for_all_its_offices() -> None:
    event = only(
        f"{A} met Kenyan President Grace Atieno, Prime Minister Josephat Mwangi and Energy Minister Ruth Kamau."
    )
    assert [p.represents for p in event.participants] == ["Norway", "Kenya", "Kenya", "Kenya"]


def test_of_a_group_its_members_take_part_where_they_are_named() -> None:
    event = only(f"{A} held talks with senior Kenyan officials, including President Grace Atieno.")
    assert [(p.native, p.represents) for p in event.participants] == [
        ("Ingrid Halvorsen", "Norway"),
        ("Grace Atieno", "Kenya"),
    ]


def test_a_transcript_tells_the_event_of_its_title_alone() -> None:
    title = "Remarks by President Hartwell and President Gauthier of France Before Bilateral Meeting"
    event = only("PRESIDENT GAUTHIER: Our ministers met with the king in Oslo last year.", title)
    assert (event.type.value, [p.represents for p in event.participants]) == ("meeting", ["United States", "France"])


def test_who_is_told_something_in_a_meeting_took_part() -> None:
    event = only(f"During a meeting in Oslo, {A} told Kenyan President Grace Atieno that fish was scarce.")
    assert set(who(event)) == {"Ingrid Halvorsen", "Grace Atieno"}


def test_a_verb_behind_a_relative_clause_belongs_to_the_noun_before_it() -> None:
    event = only(f"{A}, who is also the chairwoman of the fishing committee, met in Oslo with {B}.")
    assert set(who(event)) == set(BOTH)


def test_an_infinitive_behind_its_subject_lies_ahead() -> None:
    assert only("Kenyan trade delegation to visit Norway").status.value == "planned"


def test_whoever_invites_a_visitor_is_the_host() -> None:
    event = only(f"{A} began a visit to Kenya at the invitation of President Grace Atieno.")
    assert who(event) == {"Ingrid Halvorsen": "visitor", "Grace Atieno": "host"}


@pytest.mark.parametrize(
    ("office", "name"),
    [
        ("Kenya's Road and Urban Development Minister", "Grace Atieno"),
        ("Kenyan Minister of Petroleum and Natural Gas", "Grace Atieno"),
        ("Kuwaiti Foreign Minister", "Khaled al-Rashed"),
        ("the governor of Mombasa,", "Grace Atieno"),
    ],
)
def test_offices_of_many_words_end_where_the_name_begins(office: str, name: str) -> None:
    event = only(f"{A} met with {office} {name} on Monday.")
    assert [p.native for p in event.participants] == ["Ingrid Halvorsen", name]
    assert event.participants[1].represents is not None


def test_events_take_place_at_a_named_house() -> None:
    event = only(f"{A} met with {B}, at the White House.")
    assert event.place is not None
    assert event.place.name == "White House"


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Norwegian official meets Kenyan president", f"{A} met President Grace Atieno of Kenya in Oslo."),
        ("Norway and Kenya discuss fish", f"{A} met with {B}, in Oslo."),
    ],
)
def test_a_headline_without_names_tells_the_event_of_the_body(title: str, text: str) -> None:
    assert len(who(only(text, title))) == 2


def test_an_opening_without_names_says_for_whom_those_named_later_speak() -> None:
    event = only(
        "Kenya's president has held talks with a Norwegian envoy.\n\n"
        "The meeting between Grace Atieno and Norwegian envoy Leif Brandal took place in Nairobi."
    )
    assert [(p.native, p.represents) for p in event.participants] == [
        ("Grace Atieno", "Kenya"),
        ("Leif Brandal", "Norway"),
    ]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (f"{A} met the Kenyan deputy ministers Josephat Mwangi and Ruth Kamau.", ["Josephat Mwangi", "Ruth Kamau"]),
        (f"{A} met Kenyan Vice President JD Mwangi.", ["JD Mwangi"]),
        (f"{A} met Kenya's cultural attaché to Norway Ruth Kamau.", ["Ruth Kamau"]),
        (f"{A} discussed plans for President Grace Atieno of Kenya to visit Oslo.", None),
    ],
)
def test_names_behind_plural_offices_and_initials(text: str, names: list[str] | None) -> None:
    event = only(text)
    told = [p.native for p in event.participants if p.native != "Ingrid Halvorsen"]
    assert told == (names or ["Grace Atieno"])


def test_a_delegation_led_by_a_visitor_travels_with_the_leader() -> None:
    event = only(f"{A}, leading a 40-member trade delegation, arrived in Nairobi on Sunday.")
    assert [(p.kind.value, p.represents) for p in event.participants] == [
        ("person", "Norway"),
        ("delegation", "Norway"),
    ]


def test_a_month_tells_history_where_no_date_of_publication_is_known() -> None:
    text = f"{A} met with {B}, on Monday.\n\nShe praised him.\n\nIn March Halvorsen visited France."
    assert [event.salience.value for event in read(text).events] == ["main", "background"]


@pytest.mark.parametrize(
    "text",
    [
        f"{A} expressed hope that the Kenyan energy minister Ruth Kamau would start talks with President Paul Gauthier of France.",
        f"{A} praised Kenyan President Grace Atieno for works from the host country.",
    ],
)
def test_what_is_only_hoped_for_and_a_host_country_are_no_events(text: str) -> None:
    assert read(text).events == ()


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        (
            "Kenyan President Grace Atieno welcomed the role of Norway in the talks and hailed the port.",
            ["Grace Atieno", "Grace Atieno"],
        ),
        (
            "Kenyan President Grace Atieno referred to the ferry of the French minister and said that it was late.",
            ["Grace Atieno"],
        ),
    ],
)
def test_a_verb_of_saying_behind_and_has_the_speaker_of_the_sentence(text: str, speakers: list[str]) -> None:
    assert [said.speaker.native for said in read(text).statements] == speakers


def test_a_leader_welcomed_by_a_leader_visits_without_a_place() -> None:
    leader = "Kenyan President Grace Atieno"
    assert [e.type.value for e in read(f"{leader} will welcome {C} for a state visit.").events] == ["visit"]
    assert read(f"{leader} will welcome {B}, for a state visit.").events == ()
    assert read(f"{A} welcomed {C}, for lunch.").events == ()


def test_the_month_of_may_is_no_doubt() -> None:
    assert [e.type.value for e in read(f"The port opened on May 20, and {A} visited Nairobi.").events] == ["visit"]
    assert read(f"On May 20, {A} may visit Nairobi.").events == ()


def test_the_date_of_an_arrival_is_not_that_of_the_meeting_behind_it() -> None:
    events = read(f"{A}, who arrived in Nairobi on May 20 2016, met {B}, at noon.").events
    assert {e.type.value: e.date is not None for e in events} == {"visit": True, "meeting": False}
