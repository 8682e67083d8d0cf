import base64
import hashlib
import html
import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from view_tools import hostile_store, meeting, person, sample_store, store_of

from kg.errors import ExportError
from kg.view.choosing import of_query
from kg.view.page import write_page
from kg.view.render import data


@given(
    st.recursive(
        st.text() | st.sampled_from(["</script>", "<!--", "]]>", "\u2028"]),
        lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    )
)
def test_data_comes_back_as_it_was_and_can_end_nothing(value):
    written = data(value) if not isinstance(value, str) else data([value])
    assert json.loads(written) == (value if not isinstance(value, str) else [value])
    assert not re.search("[<>&\u2028\u2029]", written)
    written.encode("utf-8")


def test_text_that_utf8_cannot_hold_is_written_all_the_same():
    assert data(["\ud800"]) == '["\\ud800"]'


def test_the_page_names_no_other_file_and_lets_none_in(tmp_path):
    write_page(sample_store(), tmp_path / "graph.html")
    page = (tmp_path / "graph.html").read_text("utf-8")
    own = re.sub(
        r"<script>.*?</script>|<style>.*?</style>|<script type=\"application/json\".*?</script>", "", page, flags=re.S
    )
    assert not re.search(r"\b(src|href)=|@import|url\(", own)
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', own)
    assert policy is not None
    rules = dict(rule.strip().split(" ", 1) for rule in html.unescape(policy[1]).split(";"))
    assert rules["default-src"] == "'none'"
    assert rules["script-src"].split() == [
        digest(script) for script in re.findall("<script>(.*?)</script>", page, re.S)
    ]
    assert rules["style-src"].split() == [digest(style) for style in re.findall("<style>(.*?)</style>", page, re.S)]


def digest(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def test_the_summary_counts_what_is_drawn(tmp_path):
    people = [name for number in range(12) for name in person(f"p{number}", f"Person {number}")]
    store = store_of((*people, *meeting("all", *(f"p{number}" for number in range(12)))))
    summary = write_page(store, tmp_path / "a.html", limit=5)
    assert (summary.nodes, summary.edges, summary.left_out, summary.path) == (5, 4, 8, tmp_path / "a.html")
    assert "8 less connected nodes are left out" in (tmp_path / "a.html").read_text("utf-8")


def test_a_page_that_holds_a_part_says_what_is_missing(tmp_path):
    events = [triple for day in range(9) for triple in meeting(f"m{day}", "a", f"p{day}")]
    people = [triple for name in ("a", *(f"p{day}" for day in range(9))) for triple in person(name, name.upper())]
    summary = write_page(store_of((*people, *events)), tmp_path / "part.html", embed=8)
    assert (summary.nodes, summary.left_out, summary.beyond) == (8, 0, 11)
    page = (tmp_path / "part.html").read_text("utf-8")
    assert "This file holds the 8 most central nodes; 11 more are only in the store." in page
    write_page(store_of((*people, *events)), tmp_path / "all.html", embed=19)
    assert 'id="beyond"' not in (tmp_path / "all.html").read_text("utf-8")


def test_the_same_store_gives_the_same_page(tmp_path):
    write_page(sample_store(), tmp_path / "a.html")
    write_page(sample_store(), tmp_path / "b.html")
    assert (tmp_path / "a.html").read_bytes() == (tmp_path / "b.html").read_bytes()


@pytest.mark.parametrize(
    ("language", "words"),
    [("en", "There is nothing to draw yet"), ("ar", "لا شيء للرسم بعد"), ("ru", "Рисовать пока нечего")],
)
def test_an_empty_store_says_so(tmp_path, language, words):
    summary = write_page(store_of(()), tmp_path / "empty.html", language=language)
    page = (tmp_path / "empty.html").read_text("utf-8")
    assert summary.nodes == 0
    assert words in page
    assert "<script" not in page


def test_a_query_that_finds_nothing_says_so(tmp_path):
    store = sample_store()
    chosen = of_query(store, "SELECT ?x WHERE { ?x a diplo:Summit }")
    write_page(store, tmp_path / "none.html", selection=chosen)
    assert "the query found no node" in (tmp_path / "none.html").read_text("utf-8")


@pytest.mark.parametrize(
    ("language", "direction"), [("en", "ltr"), ("ar", "rtl"), ("fa", "rtl"), ("ru", "ltr"), ("de", "ltr")]
)
def test_the_page_runs_the_way_its_reader_reads(tmp_path, language, direction):
    write_page(sample_store(), tmp_path / "graph.html", language=language)
    assert f'dir="{direction}">' in (tmp_path / "graph.html").read_text("utf-8")[:200]


def test_a_hostile_title_is_text(tmp_path):
    write_page(hostile_store(), tmp_path / "graph.html", title="<script>alert(1)</script>")
    assert "<script>alert(1)" not in (tmp_path / "graph.html").read_text("utf-8")


def test_a_page_that_cannot_be_written_says_where_and_leaves_nothing(tmp_path):
    with pytest.raises(ExportError, match=r"can't write the page to .*nowhere.graph\.html: .*folder you can write to"):
        write_page(sample_store(), tmp_path / "nowhere" / "graph.html")
    (tmp_path / "taken").mkdir()
    with pytest.raises(ExportError):
        write_page(sample_store(), tmp_path / "taken")
    assert [path.name for path in tmp_path.iterdir()] == ["taken"]
