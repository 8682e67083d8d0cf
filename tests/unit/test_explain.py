import html.parser
import json
import re
from dataclasses import replace
from pathlib import Path

import pytest
from cli_help import kg, on_a_terminal, process
from explain_tools import hostile
from hypothesis import given
from hypothesis import strategies as st
from kg_cli.terminal import ISOLATE, POP, right_to_left
from kg_loaders.article import Article, Block, Dropped
from sample_article import SENTENCES, TEXT, article, extraction, meeting, visit, welcome

from kg.explain import Close, Label, Mark, Open, Part, Words, explain, page
from kg.explain.layout import stretches
from kg.explain.marks import marks, steps
from kg.explain.spans import to_json
from kg.lang import Pack
from kg.model import Extraction

spots = st.integers(0, 30)


def mark(start: int, end: int, label: Label = Label.TOPIC, *of: str) -> Mark:
    return Mark(start, end, label, of or ("1",))


def drawn(found: tuple[Mark, ...], start: int, end: int) -> str:
    """The way through a text, with brackets for the marks."""
    made = ""
    for step in steps(found, start, end):
        if isinstance(step, Words):
            made += "x" * (step.end - step.start)
        else:
            made += "(" if isinstance(step, Open) else ")"
    return made


@pytest.mark.parametrize(
    ("found", "told"),
    [
        ((), "xxxxxx"),
        (((0, 6),), "(xxxxxx)"),
        (((0, 6), (2, 4)), "(xx(xx)xx)"),
        (((0, 4), (2, 6)), "(xx(xx))(xx)"),
        (((0, 2), (2, 4)), "(xx)(xx)xx"),
        (((0, 3), (0, 3)), "((xxx))xxx"),
        (((-3, 2), (4, 9)), "(xx)xx(xx)"),
        (((-3, 0), (6, 9)), "xxxxxx"),
    ],
)
def test_marks_nest(found: tuple[tuple[int, int], ...], told: str) -> None:
    assert drawn(tuple(mark(*one) for one in found), 0, 6) == told


def test_an_empty_stretch_has_no_marks() -> None:
    assert drawn((mark(0, 2),), 1, 1) == ""


@given(st.lists(st.tuples(spots, spots).map(sorted)), spots, spots)
def test_any_overlap_gives_properly_nested_marks_over_all_words(found: list[list[int]], one: int, other: int) -> None:
    start, end = sorted((one, other))
    given_marks = tuple(sorted((mark(a, b) for a, b in found if a < b), key=lambda m: (m.start, -m.end)))
    at, stack, covered, closed = start, [], {m: set() for m in given_marks}, []
    for step in steps(given_marks, start, end):
        if isinstance(step, Open):
            stack.append(step.mark)
        elif isinstance(step, Close):
            assert stack.pop() == step.mark
            closed += [step.mark] * (step.last and step.mark.end <= end)
        else:
            assert step.start == at < step.end
            at = step.end
            for inside in stack:
                covered[inside] |= set(range(step.start, step.end))
    assert (stack, at) == ([], end)
    for one_mark, places in covered.items():
        assert places == set(range(max(one_mark.start, start), min(one_mark.end, end)))


def test_every_span_of_an_extraction_is_marked() -> None:
    made = {(TEXT[m.start : m.end], m.label.value): m.of for m in marks(extraction)}
    assert made["التقى", "trigger"] == ("1",)
    assert made["علي أصغر خاجي", "participant"] == ("1",)
    assert made["كبير مساعدي وزير الخارجية الإيراني", "office"] == ("1", "3", "s1")
    assert made["يوم الأربعاء", "date"] == ("1",)
    assert made["طهران", "place"] == ("1", "2")
    assert made["مسار أستانا", "process"] == ("1",)
    assert made["رحب", "verb"] == ("s1",)
    assert made["خاجي", "speaker"] == ("s1",)
    assert made["تقدم اجتماعات اللجنة الدستورية", "about"] == ("s1",)
    assert made["اللجنة الدستورية", "topic"] == ("1", "s1")


def test_a_page_is_laid_out_from_beginning_to_end() -> None:
    text = "عنوان\n2020-10-20\nخبر قصير\nعداد الزوار 5\nبقية"
    told = Article(
        text,
        (Block(17, 25),),
        (Dropped(0, 5, "headline"), Dropped(6, 16, "date-line"), Dropped(26, 39, "counter")),
        title_block=Block(0, 5),
    )
    assert [(text[one.start : one.end].strip(), one.part, one.reason) for one in stretches(told)] == [
        ("عنوان", Part.HEADLINE, None),
        ("2020-10-20", Part.DROPPED, "date-line"),
        ("خبر قصير", Part.BODY, None),
        ("عداد الزوار 5", Part.DROPPED, "counter"),
        ("بقية", Part.DROPPED, "unassigned"),
    ]


def test_a_card_tells_the_rule_and_all_parts() -> None:
    (first, second, third), (said,) = explain(extraction).events, explain(extraction).statements
    told = {(entry.name, entry.value): entry.notes for entry in first.entries}
    assert (first.title, first.rule, first.confidence) == ("meeting, held, main", "met", 0.95)
    assert told["place", "Tehran"] == ("inferred", "place/tehran")
    assert told["date", "2020-10-14/2020-10-21"] == (
        *("rule weekday", "disagrees with the day of publication"),
        *("reading 2020-10-21 (60%)", "reading 2020-10-14 (40%)"),
    )
    khaji = told["participant", "Ali Asghar Khaji"]
    office = "office: كبير مساعدي وزير الخارجية الإيراني = Senior Assistant to the Foreign Minister"
    parts = ("rank: Senior Assistant", "portfolio: foreign affairs", "institution: Ministry of Foreign Affairs")
    assert khaji == ("participant", "person", office, *parts, "for Iran")
    assert "visitor" in {note for entry in second.entries for note in entry.notes}
    assert ("date", "2020-10-01/2020-10-10") in {(entry.name, entry.value) for entry in third.entries}
    assert [entry.value for entry in said.entries if entry.name in ("act", "said at")] == ["welcome", "event 1"]


def test_a_statement_names_whom_it_is_addressed_to() -> None:
    addressed = replace(welcome, addressee=meeting.participants[1])
    told = explain(replace(extraction, statements=(addressed,)))
    assert ("addressee", "Alexander Lavrentiev") in {(e.name, e.value) for e in told.statements[0].entries}
    assert ("ألكسندر لافرنتييف", Label.ADDRESSEE) in {(TEXT[m.start : m.end], m.label) for m in told.marks}


def test_the_rule_says_which_file_a_linguist_mends() -> None:
    ruled = replace(extraction, events=(replace(visit, rule="ar:light:visit"),))
    (rule,) = (entry for entry in explain(ruled).events[0].entries if entry.name == "rule")
    assert rule.value == "ar:light:visit"
    assert rule.notes[0].endswith("kg/lang/ar/triggers.toml")


def test_a_participant_without_words_and_a_date_without_a_year_say_so() -> None:
    unnamed = replace(meeting.participants[0], span=None)
    assert meeting.date is not None
    vague = replace(meeting, participants=(unnamed,), date=replace(meeting.date, candidates=(), conflict=False))
    entries = {entry.name: entry for entry in explain(replace(extraction, events=(vague,))).events[0].entries}
    assert any("pronoun" in note for note in entries["participant"].notes)
    assert entries["date"].value == "unknown"
    assert any("without a year" in note for note in entries["date"].notes)


@pytest.mark.parametrize(
    ("language", "told"),
    [(None, "language of this article is unknown"), ("ar", "No event and no statement"), ("xx", "No event")],
)
def test_an_article_without_anything_says_why(language: str | None, told: str) -> None:
    notice = explain(Extraction(article, language, (), ())).notice
    assert notice is not None
    assert told in notice
    assert notice.replace("'", "&#x27;") in page.section(explain(Extraction(article, language, (), ())), 1)
    assert explain(extraction).notice is None


def test_a_pack_without_triggers_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.explain.explanation.packs", lambda: (Pack("xx", "Xish", "ltr", {}),))
    told = explain(Extraction(article, "xx", (), ()))
    assert told.notice == "The pack of Xish tells dates and names, but no events yet."
    assert "Known are: Xish." in (explain(Extraction(article, None, (), ())).notice or "")


def test_json_gives_each_span_with_its_label() -> None:
    told = json.loads(to_json(explain(extraction)))
    assert all(TEXT[span["start"] : span["end"]] == span["text"] for span in told["spans"])
    assert {"start": TEXT.index("التقى"), "end": TEXT.index("التقى") + 5, "text": "التقى"} | {
        "label": "trigger",
        "of": ["1"],
    } in told["spans"]
    assert [event["rule"] for event in told["events"]] == ["met", "visits", "phone-call"]
    assert told["language"] == "Arabic"


class Outline(html.parser.HTMLParser):
    """The tags and the attributes of a page, and the text of its paragraphs."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.open: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs
        if tag != "meta":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def whole(*those: Extraction) -> str:
    sections = (page.section(explain(one), number) for number, one in enumerate(those, 1))
    return page.head("Title") + "".join(sections) + page.foot()


def test_the_page_is_well_formed_and_has_no_markup_of_the_article() -> None:
    outline = Outline(whole(extraction, hostile()))
    assert outline.open == []
    assert not {"script", "img", "svg", "iframe", "object", "link", "base", "form"} & set(outline.tags)
    assert not [name for name, _ in outline.attributes if name.startswith("on") or name == "style"]
    assert not [
        value for name, value in outline.attributes if name == "href" and not re.match("#|https://", value or "")
    ]
    ids = [value for name, value in outline.attributes if name == "id"]
    assert len(ids) == len(set(ids))
    links = {value[1:] for name, value in outline.attributes if name == "href" and value and value.startswith("#")}
    assert links <= set(ids)


def test_the_page_allows_nothing_but_its_own_style() -> None:
    (policy,) = (
        value
        for name, value in Outline(whole(extraction)).attributes
        if name == "content" and "default-src" in str(value)
    )
    assert re.fullmatch(
        r"default-src 'none'; style-src 'sha256-[\w+/=]+'; base-uri 'none'; form-action 'none'", policy or ""
    )


@given(st.text(), st.sampled_from(["", "\ud800", "\x00", "\u2028"]))
def test_any_text_can_be_explained(words: str, odd: str) -> None:
    text = words + odd + words
    told = Extraction(Article(text, (Block(0, len(words)),), (Dropped(len(words), len(text), "tag"),)), None, (), ())
    whole(told).encode()
    json.loads(to_json(explain(told)).encode())


@pytest.mark.parametrize(
    ("text", "told"),
    [("مرحبا AFP", "rtl"), ("AFP مرحبا بالعالم", "rtl"), ("Hello مر", "ltr"), ("", "ltr"), ("Привет", "ltr")],
)
def test_the_direction_is_that_of_most_letters(text: str, told: str) -> None:
    assert page.direction(text) == told


NEWS = "التقى وزير الخارجية العراقي سعد الحمداني اليوم الاثنين وزير الخارجية التونسي هادي بن عمر في بغداد."


@pytest.fixture
def news(tmp_path: Path) -> Path:
    path = tmp_path / "news.txt"
    path.write_text(f"لقاء في بغداد\n\n2023-05-08\n\n{NEWS}\n", encoding="utf-8")
    return path


def test_in_a_pipe_words_stand_in_brackets_with_their_labels(news: Path) -> None:
    done = kg("explain", news)
    assert done.exit_code == 0
    assert "[trigger 1: التقى]" in done.stdout
    assert "[participant 1: سعد الحمداني]" in done.stdout
    assert "[place 1: بغداد]" in done.stdout
    assert "[left out: date-line] 2023-05-08" in done.stdout
    assert "Event 1: meeting, held, main" in done.stdout
    assert "kg/lang/ar/triggers.toml" in done.stdout
    assert "\x1b" not in done.stdout
    assert not (news.parent / "kg-store").exists()


def test_a_terminal_gets_colours_and_isolated_lines(news: Path) -> None:
    shown = on_a_terminal("explain", news, TERM="xterm-256color", COLUMNS="60")
    assert re.search(r"\x1b\[[\d;]*m" + "التقى", shown)
    assert "[trigger" not in shown
    lines = [line for line in shown.splitlines() if right_to_left(line)]
    assert lines
    assert all(line.count(ISOLATE) == line.count(POP) >= 1 for line in lines)


@pytest.mark.parametrize("env", [{"TERM": "dumb"}, {"TERM": "xterm-256color", "NO_COLOR": "1"}])
def test_a_terminal_without_colours_gets_brackets(news: Path, env: dict[str, str]) -> None:
    assert "[trigger 1: التقى]" in on_a_terminal("explain", news, COLUMNS="200", **env)


def test_a_page_about_nothing_is_not_written(tmp_path: Path) -> None:
    target = tmp_path / "explain.html"
    target.write_text("older", encoding="utf-8")
    assert kg("explain", tmp_path / "none.txt", "-o", target).exit_code == 1
    assert [path.name for path in tmp_path.iterdir()] == ["explain.html"]
    assert target.read_text(encoding="utf-8") == "older"


def test_a_page_and_json_are_written(news: Path) -> None:
    target = news.parent / "explain.html"
    assert kg("explain", news, "-o", target).stdout == ""
    written = target.read_text(encoding="utf-8")
    assert written.startswith("<!DOCTYPE html>")
    assert '<mark class="trigger"' in written
    assert 'class="dropped" dir="ltr"><span class="reason" dir="ltr">left out: date-line</span>' in written
    assert kg("explain", news, "--format", "html").stdout == written
    (told,) = json.loads(kg("explain", news, "--format", "json").stdout)
    assert ("بغداد", "place") in {(span["text"], span["label"]) for span in told["spans"]}


def test_what_cannot_be_read_is_named_and_the_rest_is_shown(news: Path) -> None:
    done = kg("explain", news, news.parent / "none.txt", "--format", "json")
    assert done.exit_code == 1
    assert "none.txt" in done.stderr
    assert len(json.loads(done.stdout)) == 1


def test_an_unknown_language_is_told(tmp_path: Path) -> None:
    path = tmp_path / "el.txt"
    path.write_text("Ο υπουργός συναντήθηκε με τον ομόλογό του στην Αθήνα.", encoding="utf-8")
    assert "language of this article is unknown" in kg("explain", path).stdout


def test_control_codes_of_the_text_do_not_reach_the_terminal(tmp_path: Path) -> None:
    path = tmp_path / "bad.txt"
    path.write_text(f"\x1b]0;title\x07{NEWS}\x1b[2J", encoding="utf-8")
    done = process("explain", path)
    assert b"\x1b" not in done.stdout
    assert "[trigger 1: التقى]".encode() in done.stdout


def test_the_sample_has_each_sentence_on_its_page() -> None:
    written = re.sub(r"<[^>]+>", "", page.section(explain(extraction), 1))
    assert all(sentence in written for sentence in SENTENCES)
