import json
from dataclasses import replace

from made_articles import SampleExtractor
from sample_article import TEXT, article, extraction

from kg.export.contract import to_json
from kg.facts import article_graph
from kg.model import Extraction
from kg.resolve.entities import resolve

RESOLVED = resolve(extraction)


def test_one_article_is_one_line_with_the_keys_of_the_contract() -> None:
    line = to_json(RESOLVED)
    assert "\n" not in line
    told = json.loads(line)
    assert set(told) == {"article", "events", "statements"}
    assert told["article"] == {
        "id": "sample-1",
        "language": "ar",
        "title": article.title,
        "published": "2020-10-20",
        "source": "sample.jsonl",
        "url": "https://example.org/news/1",
    }
    meeting, visit, call = told["events"]
    assert set(meeting) == {
        *(
            "id",
            "type",
            "status",
            "salience",
            "participants",
            "place",
            "date",
            "topics",
            "processes",
            "trigger",
            "evidence",
            "confidence",
            "during",
            "date_text",
            "date_unresolved",
            "date_partial",
            "date_conflict",
        )
    }
    assert (meeting["during"], visit["during"]) == (visit["id"], None)
    assert (meeting["date_text"]["text"], meeting["date_conflict"], meeting["date_unresolved"]) == (
        "يوم الأربعاء",
        True,
        False,
    )
    assert (visit["date_text"], visit["date_unresolved"]) == (None, False)
    assert (meeting["type"], meeting["status"], meeting["salience"]) == ("meeting", "held", "main")
    assert (meeting["date"], visit["date"], call["date"]) == ("2020-10-14/2020-10-21", None, "2020-10-01/2020-10-10")
    assert meeting["place"]["name"] == "Tehran"
    assert call["place"] is None
    assert [topic["name"] for topic in meeting["topics"]] == ["Syrian Constitutional Committee", "situation in Idlib"]
    assert [process["name"] for process in meeting["processes"]] == ["Astana process"]
    (statement,) = told["statements"]
    assert set(statement) == {"speaker", "act", "verb", "about", "evidence", "confidence", "addressee", "occasion"}
    assert (statement["addressee"], statement["occasion"]) == (None, meeting["id"])
    assert (statement["act"], statement["about"]) == ("welcome", "تقدم اجتماعات اللجنة الدستورية")


def test_participants_say_who_for_whom_and_which_node() -> None:
    khaji = json.loads(to_json(RESOLVED))["events"][0]["participants"][0]
    assert khaji == {
        "text": "علي أصغر خاجي",
        "start": TEXT.index("علي أصغر خاجي"),
        "end": TEXT.index("علي أصغر خاجي") + len("علي أصغر خاجي"),
        "name": "Ali Asghar Khaji",
        "kind": "person",
        "role": "كبير مساعدي وزير الخارجية الإيراني",
        "represents": "Iran",
        "function": "participant",
        "entity": "https://w3id.org/diplo-kg/id/person/ali-asghar-khaji",
        "office": {
            "rank": "Senior Assistant",
            "portfolio": "foreign affairs",
            "institution": "Ministry of Foreign Affairs",
            "of": "Iran",
        },
    }
    assert khaji["entity"] in {triple.subject for triple in article_graph(RESOLVED)}


def test_every_span_is_where_it_says() -> None:
    def spans(node: object) -> list[dict[str, object]]:
        if isinstance(node, list):
            return [span for each in node for span in spans(each)]
        if not isinstance(node, dict):
            return []
        return ([node] if "start" in node else []) + [span for each in node.values() for span in spans(each)]

    found = spans(json.loads(to_json(RESOLVED)))
    assert len(found) > 15
    assert all(TEXT[span["start"] : span["end"]] == span["text"] for span in found)  # type: ignore[misc]


def test_a_participant_without_words_has_null_for_them() -> None:
    meeting = extraction.events[0]
    unseen = replace(meeting.participants[0], span=None, role=None)
    told = json.loads(
        to_json(resolve(replace(extraction, events=(replace(meeting, participants=(unseen,)),), statements=())))
    )
    participant = told["events"][0]["participants"][0]
    assert [participant[key] for key in ("text", "start", "end", "role")] == [None] * 4


def test_an_article_without_anything_is_still_one_line_that_any_program_can_read() -> None:
    odd = replace(article, text="x", title="one\u2028two\x85three \ud800", published=None, id=None)
    line = to_json(resolve(SampleExtractor().extract(odd)))
    assert len(line.splitlines()) == 1
    told = json.loads(line.encode("utf-8"))
    assert told["article"]["title"] == odd.title
    assert told["article"]["published"] is None
    assert told["article"]["id"] == odd.name
    assert (told["events"], told["statements"]) == ([], [])


def test_an_unknown_language_is_null() -> None:
    assert json.loads(to_json(resolve(Extraction(article, None, (), ()))))["article"]["language"] is None
