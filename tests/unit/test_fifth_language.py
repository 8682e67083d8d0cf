"""A language that nobody speaks, made of one small folder: what the engine needs of a further language is data."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from kg_loaders.article import Article, Block

from kg.extract.reading import Read, Reading
from kg.lang import Pack, read_pack
from kg.model import Span

# Subject, verb, object; no cases, no article; "vo" is the preposition of place, "kun" brings the partner in.
FILES = {
    "pack.toml": """
code = "xx"
name = "Lingo"
direction = "ltr"
script = "Latin"
order = "SVO"
stop_words = ["kun", "vo", "ke"]

[verbs]
past_endings = [""]
present_prefixes = []
present_endings = []
future_prefix = ""
""",
    "triggers.toml": """
[[verb]]
past_forms = ["renkontis"]
type = "meeting"
object = "partner"
with = ["kun"]

[[verb]]
past_forms = ["vizitis"]
type = "visit"
object = "place"
subject = "visitor"

[[noun]]
stems = ["telefonvoko"]
type = "call"
with = ["kun"]

[light]
verbs = [{ past_forms = ["faris"] }]
""",
    "roles.toml": """
[[head]]
stem = ["prezidanto"]
en = "President"
rank = 2
home = true

[[head]]
stem = ["ministro"]
en = "Minister"
rank = 1
home = true

[complement]
adjectives = []
nouns = []
""",
    "speech.toml": """
[[verb]]
act = "welcome"
past_forms = ["bonvenigis"]
""",
    "words.toml": 'prepositions = ["kun", "vo"]\n',
    "markers.toml": '[place]\nvenue = ["vo"]\n',
    "names.txt": "Zorba\nKelo\nMarta\nPirin\n",
}


@pytest.fixture
def pack(tmp_path: Path) -> Iterator[Pack]:
    for name, content in FILES.items():
        (tmp_path / name).write_text(content, encoding="utf-8")
    yield read_pack(tmp_path)


def read(pack: Pack, text: str) -> Read:
    return Reading(pack).read(Article(text, (Block(0, len(text)),)))


def test_a_made_up_language_tells_who_met_whom(pack: Pack) -> None:
    text = "Prezidanto Zorba Kelo renkontis ministro Marta Pirin."
    (event,) = read(pack, text).events
    assert (event.type, [p.native for p in event.participants]) == ("meeting", ["Zorba Kelo", "Marta Pirin"])
    assert event.trigger == Span.of(text, text.index("renkontis"), text.index(" ministro"))


def test_a_partner_may_come_behind_a_preposition(pack: Pack) -> None:
    (event,) = read(pack, "Prezidanto Zorba Kelo faris telefonvoko kun ministro Marta Pirin.").events
    assert (event.type, [p.native for p in event.participants]) == ("call", ["Zorba Kelo", "Marta Pirin"])


def test_who_said_what_is_told_as_well(pack: Pack) -> None:
    (said,) = read(pack, "Ministro Marta Pirin bonvenigis progreso.").statements
    assert (said.speaker.native, said.act, said.about and said.about.text) == ("Marta Pirin", "welcome", "progreso")


def test_a_language_whose_verbs_are_listed_whole_needs_no_table_of_endings(pack: Pack, tmp_path: Path) -> None:
    head = FILES["pack.toml"].split("[verbs]")[0]
    (tmp_path / "pack.toml").write_text(head, encoding="utf-8")
    assert len(read(read_pack(tmp_path), "Prezidanto Zorba Kelo renkontis ministro Marta Pirin.").events) == 1
