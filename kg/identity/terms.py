"""The terms of the ontology that the view and the ledgers are written in, beside those of article graphs."""

from kg_ontology import DATA, PREFIXES

from kg.facts.vocabulary import EVENT_CLASSES, LABEL, TYPE, diplo

ALT_LABEL = PREFIXES["skos"] + "altLabel"
FOLDED_INTO = diplo("foldedInto")
ACCOUNT = diplo("account")
SOURCES = diplo("independentSources")
COPY = diplo("copy")
OFFICE_CONFLICT = diplo("officeConflict")
ALTERNATIVE = diplo("alternative")
OUTCOME = diplo("outcome")
TOLD_IN = diplo("toldIn")
ASSERTED_IN = diplo("assertedIn")

RESOURCES = {"place": "Place", "topic": "Topic", "process": "Process"}
"""The properties of an event whose values are nodes, as analysts name them, with the classes of these."""

LABELLED = "label"
"""The property of a person whose value is a name in a language."""

PARTICIPANT = "participant"
"""The property of an event whose values are people, states and organizations; each becomes a participation."""

MANY_VALUED = frozenset({"topic", "process", PARTICIPANT})
"""The properties of which an event has as many values as are told: an asserted one stands beside the others."""

CONSENSUS = frozenset(
    {TYPE, LABEL}
    | {
        diplo(name)
        for name in (
            "status",
            "salience",
            "earliest",
            "latest",
            "dateText",
            "dateConflict",
            "dateUnresolved",
            "dateYearless",
            "dateCandidate",
            "place",
            "placeInferred",
            "confidence",
        )
    }
)
"""What an event of several accounts says once, by consensus."""

BY_CONSENSUS = CONSENSUS | {ACCOUNT, COPY, SOURCES, ALTERNATIVE, ASSERTED_IN}
"""All that the view says of an event by consensus: what it says once, and what no account says."""

EVENTS = frozenset(EVENT_CLASSES.values())


RETRACTED = diplo("retracted")
"""What an account is folded into that an analyst took back: the view leaves it out."""

STALE = diplo("stale")
STALE_LEDGER = f"{DATA}identity/stale"
"""Where events of the view are noted whose consensus must be worked out anew, since an account of theirs was dropped."""
