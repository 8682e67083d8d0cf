"""Pictures beside the graph: where marks go, what is refused, and that nothing of a store becomes markup."""

import itertools
from collections import defaultdict
from datetime import date, timedelta
from pathlib import Path

import made_story
import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st
from kg_cli.main import cli
from kg_ontology import DATA
from view_tools import DIPLO, LABEL, RDF, hostile_store, meeting, person, store_of

from kg.errors import KgError
from kg.lang.gazetteer import entries
from kg.model import Literal, Triple
from kg.reports.company import Between, Meeting
from kg.reports.telling import Kind
from kg.reports.timeline import Subject
from kg.store.memory import MemoryStore
from kg.store.oxigraph import OxigraphStore
from kg.view.build import build_graph, graph_around
from kg.view.pictures.choosing import Choice, choose
from kg.view.pictures.globe import Window
from kg.view.pictures.markup import element
from kg.view.pictures.packing import Span, pack
from kg.view.pictures.page import write_map, write_timeline
from kg.view.pictures.pairs import met, ordered
from kg.view.pictures.passages import Hint, pieces
from kg.view.pictures.report import write_report
from kg.view.pictures.scale import Scale, ticks
from kg.view.pictures.settling import Disc, settled
from kg.view.pictures.sheet import Sheet
from kg.view.pictures.world import spot_of, world
from kg.view.pictures.worldmap import draw_map
from kg.view.selection import Selection
from kg.view.words import Words

DAYS = st.dates()


@given(st.lists(DAYS, min_size=1, max_size=8), st.booleans())
def test_later_days_stand_further_along_the_axis(days, rtl):
    start, end = (900.0, 100.0) if rtl else (100.0, 900.0)
    scale = Scale.around(min(days), max(days), start, end)
    places = [scale(day) for day in sorted(days)]
    assert places == sorted(places, reverse=rtl)
    assert all(100 <= place <= 900 for place in places)


@given(DAYS, st.integers(0, 4_000_000))
def test_an_axis_names_a_few_days_that_it_holds(first, length):
    last = first + timedelta(days=min(length, (date.max - first).days))
    scale = Scale.around(first, last, 0, 1000)
    named = list(ticks(scale))
    assert len(named) <= 12
    assert all(scale.first <= day <= scale.last and day.isoformat().startswith(name) for day, name in named)


def test_the_days_of_an_axis_are_named_as_fine_as_it_is_long():
    for last, names in [
        (date(2020, 1, 10), ["2020-01-01", "2020-01-03"]),
        (date(2020, 10, 1), ["2020-01", "2020-02"]),
        (date(2039, 1, 1), ["2020", "2022"]),
    ]:
        assert set(names) <= {name for _, name in ticks(Scale(date(2020, 1, 1), last, 0, 1))}


@given(st.lists(st.tuples(st.floats(0, 100), st.floats(0, 30)), max_size=40), st.integers(1, 5))
def test_nothing_covers_anything_else(boxes, most):
    spans = [Span(left, left + width) for left, width in boxes]
    packed = pack(spans, most)
    assert len(packed.rows) + packed.left_out == len(spans)
    assert all(row < packed.height <= most for row in packed.rows.values())
    pairs = [(one, other) for one in packed.rows for other in packed.rows if one < other]
    assert not any(packed.rows[a] == packed.rows[b] and spans[a].meets(spans[b]) for a, b in pairs)


def test_words_and_attributes_of_svg_are_escaped():
    written = str(element("text", "<script>&\ud800\x00", aria_label='"><b>', class_="x", x=1.26, y=None))
    assert written == '<text aria-label="&quot;&gt;&lt;b&gt;" class="x" x="1.3">&lt;script&gt;&amp;</text>'


def test_of_too_many_events_the_most_widely_told_are_drawn():
    store = made_story.fill(MemoryStore())
    found = choose(store, Choice(), "en", most=1)
    (event,) = found.events
    assert event.sources == 3
    assert found.left_out == len(choose(store, Choice(), "en").events) - 1 > 0


def test_events_are_told_alike_whether_the_rest_of_the_store_is_read_or_not():
    store = made_story.fill(MemoryStore())
    some = frozenset(event.iri for event in choose(store, Choice(), "en").events if event.sources > 1)
    whole = build_graph(store, Words.of("en"), Selection(some))
    around = graph_around(store, Words.of("en"), some)
    told = [{node.iri: node for node in graph.nodes} for graph in (whole, around)]
    assert told[0].keys() == told[1].keys()
    assert [told[0][event] for event in sorted(some)] == [told[1][event] for event in sorted(some)]
    assert any(fact.name == "Statements made there" for event in some for fact in told[1][event].facts)


def test_what_is_left_out_is_told_on_the_page(tmp_path, monkeypatch):
    monkeypatch.setattr("kg.view.pictures.choosing.MOST", 1)
    store = made_story.fill(MemoryStore())
    for write in (write_timeline, write_map, write_report):
        drawn = write(store, tmp_path / "x.html")
        assert drawn.events == 1
        assert f"{drawn.left_out} more events are left out" in (tmp_path / "x.html").read_text("utf-8")


def test_a_name_that_fits_nothing_is_told(tmp_path):
    with pytest.raises(KgError, match="no process in the store is called 'Nowhere'"):
        write_timeline(store_of(()), tmp_path / "x.html", Choice(Subject(process="Nowhere")))


def test_no_text_of_a_store_becomes_markup(tmp_path):
    write_timeline(hostile_store(), tmp_path / "x.html")
    text = Path(tmp_path / "x.html").read_text("utf-8")
    assert text.count("<script") == text.count("</script>") == text.count("\n<script")
    assert "<img" not in text
    assert "<svg onload" not in text


def test_those_who_meet_each_other_stand_together():
    day = [Meeting(date(2020, 1, 1), "e")]
    east, west = ("a", "c", "e"), ("b", "d", "f")
    pairs = {(one, other): day * 5 for group in (east, west) for one in group for other in group if one < other}
    order = ordered(pairs | {("a", "b"): day})
    assert [{side for side, number in order if number == wanted} for wanted in (1, 2)] == [set(east), set(west)]
    assert [number for _, number in order] == [1, 1, 1, 2, 2, 2]
    assert ordered({}) == ()


def test_a_chain_of_meetings_stands_in_its_order():
    day = [Meeting(date(2020, 1, 1), "e")]
    chain = ("d", "a", "e", "b", "c")
    pairs = {(min(pair), max(pair)): day for pair in itertools.pairwise(chain)}
    group = [side for side, _ in ordered(pairs)]
    assert sorted(group) == sorted(chain)
    steps = [abs(group.index(one) - group.index(other)) for one, other in pairs]
    assert sum(steps) <= len(chain) + 1


def test_of_too_many_people_those_who_met_most_often_are_shown():
    store = made_story.fill(MemoryStore())
    whole = met(store, Choice(), Between.PERSON)
    cut = met(store, Choice(), Between.PERSON, most=2)
    assert len(cut.sides) == 2
    assert cut.left_out == len(whole.sides) - 2 > 0
    assert {side.rpartition("/")[2] for side, _ in cut.sides} == {"sergey-lavrov", "mohammad-javad-zarif"}


OUTSIDE = {
    "place/tarawa",
    "place/funafuti",
    "place/ilulissat",
    "place/greenland",
    "place/gibraltar",
    "place/melilla",
    "place/ceuta",
    "place/nassau",
}
"""Towns of atolls and of land overseas that the simplified outline leaves out or gives a code of its own."""
CLAIMED = {
    *("place/hargeisa", "place/somaliland", "place/dakhla", "place/laayoune"),
    *("place/sevastopol", "place/yalta", "place/simferopol", "place/crimea"),
}
"""Places that lie in what Natural Earth draws as somebody else's, since it draws what is held."""


def test_every_place_lies_in_its_country_or_on_its_coast():
    rings = defaultdict(list)
    for country in world():
        rings[f"state/{country.code}"] += country.rings
    wrong = []
    for place in entries("cities"):
        spot = spot_of(DATA + place.id)
        if place.country and place.id not in OUTSIDE | CLAIMED:
            near = spot and any(inside(ring, spot) for ring in rings[place.country])
            wrong += [] if near else [place.id]
    assert wrong == []


def inside(ring, spot, coast=0.25):
    """Whether a spot lies in a ring, or at most so many degrees from its line."""
    x, y, crossed = spot.longitude, spot.latitude, 0
    for (x1, y1), (x2, y2) in itertools.pairwise((*ring, ring[0])):
        long = (x2 - x1) ** 2 + (y2 - y1) ** 2 or 1
        share = min(1, max(0, ((x - x1) * (x2 - x1) + (y - y1) * (y2 - y1)) / long))
        if (x1 + share * (x2 - x1) - x) ** 2 + (y1 + share * (y2 - y1) - y) ** 2 < coast**2:
            return True
        if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
            crossed += 1
    return crossed % 2 == 1


@given(st.lists(st.tuples(st.floats(-180, 180), st.floats(-80, 80)), min_size=1, max_size=6))
def test_a_map_shows_all_its_places_the_east_on_the_right(spots):
    window = Window.around(spots, 1120, 600)
    for longitude, latitude in spots:
        x, y = window.place(longitude, latitude)
        assert 0 <= x <= 1120
        assert 0 <= y <= 600
    x, y = window.place(window.middle, 0)
    assert window.place(window.middle + 5, 0)[0] > x
    assert window.place(window.middle, 5)[1] < y


def test_a_map_of_the_pacific_is_not_torn():
    window = Window.around([(170.0, 0.0), (-170.0, 0.0)], 1120, 600)
    assert abs(window.middle) == 180
    assert window.place(-170, 0)[0] - window.place(170, 0)[0] < 1000


@given(st.lists(st.tuples(st.floats(0, 60), st.floats(0, 60), st.floats(4, 26)), max_size=8))
def test_marks_give_way_to_those_before_them(discs):
    wanted = [Disc(*each) for each in discs]
    found = settled(wanted)
    assert found[:1] == wanted[:1]
    for at, disc in enumerate(found):
        if disc != wanted[at]:
            assert not any(disc.covers(other) for other in found[:at])


def test_places_without_coordinates_stand_beside_the_map():
    place = f"{DATA}place/nowhere-land"
    named = (Triple(place, RDF + "type", DIPLO + "Place"), Triple(place, LABEL, Literal("Nowhere Land", language="en")))
    held = Triple(f"{DATA}event/x", DIPLO + "place", place)
    store = store_of((*meeting("x", "a", status="held"), *meeting("y", "a"), *person("a", "A"), *named, held))
    events = [f"{DATA}event/x", f"{DATA}event/y"]
    figure = draw_map(Sheet(store, Words.of("en"), events), events)
    (aside,) = figure.asides
    assert [(item.text, item.note) for item in aside.items] == [("Nowhere Land", "1")]
    assert figure.notes[0] == "Events without a place: 1."
    assert figure.markup == ""


@pytest.mark.parametrize("cut", ["وزير", "المحرر", "met in Rome"])
def test_marked_words_are_the_text(cut):
    text = "بحث وزير الخارجية، they met in Rome."
    made = pieces(text, [Hint(cut, Kind.PLACE, ""), Hint("in", Kind.DAY, "")])
    assert "".join(piece.text for piece in made) == text
    assert [piece.text for piece in made if piece.hint and piece.hint.kind is Kind.PLACE] == [cut] * (cut in text)


def test_words_are_marked_as_whole_words_and_longer_ones_first():
    made = pieces(
        "The Iranian minister of Iran", [Hint("Iran", Kind.PLACE, ""), Hint("minister of Iran", Kind.DAY, "")]
    )
    assert [piece.text for piece in made if piece.hint] == ["minister of Iran"]


def test_options_that_do_not_go_together_are_refused(tmp_path):
    for words, sentence in [
        ("--by pair", "--by goes with --timeline"),
        ("--timeline --readouts 1", "two pictures"),
        ("--timeline --event 1", "--event chooses what the graph shows"),
        ("--readouts 1 --by pair", "outlet or language or article"),
        ("--readouts 1 --person x", "of one event"),
        ("--from 2020", "--from goes with --timeline"),
    ]:
        told = CliRunner().invoke(cli, ["view", *words.split(), "-o", str(tmp_path / "x.html")])
        assert told.exit_code == 2
        assert sentence in told.output


def test_the_commands_write_pages_and_say_what_they_hold(tmp_path):
    folder = tmp_path / "store"
    with OxigraphStore(folder, create=True) as store:
        made_story.fill(store)
        store.publish()
    page = tmp_path / "x.html"
    for words in (
        "view --timeline --by pair",
        "view --map --person لافروف",
        "view --matrix --from 2020",
        "report --pair Lavrov Zarif",
    ):
        told = CliRunner().invoke(cli, [*words.split(), "-o", str(page), "--store", str(folder)])
        assert told.exit_code == 0, told.output
        assert told.output.startswith(f"{page}: ")
    empty = CliRunner().invoke(cli, ["report", "--to", "1990", "-o", str(page), "--store", str(folder)])
    assert empty.output == f"{page}: 0 events\n"
    assert "no event fits" in page.read_text("utf-8")
    unknown = CliRunner().invoke(cli, ["report", "--person", "Nobody", "-o", str(page), "--store", str(folder)])
    assert unknown.exit_code == 2
    assert "no person in the store is called 'Nobody'" in unknown.output
    missing = CliRunner().invoke(cli, ["report", "-o", str(page), "--store", str(tmp_path / "none")])
    assert missing.exit_code == 2
    assert "there is no store" in missing.output
