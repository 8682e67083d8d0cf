"""What a picture can be narrowed to: a question, a query, a name; and what is said where nothing fits."""

import pytest
import sample_article
from click.testing import CliRunner
from kg_cli.main import cli
from view_tools import meeting, person, sample_store, store_of

from kg.errors import QueryError, QuestionError
from kg.facts import article_graph
from kg.questions import Sort
from kg.resolve.entities import resolve
from kg.store.oxigraph import OxigraphStore
from kg.view.build import build_graph
from kg.view.choosing import of_names, of_query, of_question
from kg.view.selection import Selection
from kg.view.words import Words


def labels(selection: Selection) -> set[str]:
    return {node.label for node in build_graph(sample_store(), Words.of("en"), selection).nodes}


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    folder = tmp_path_factory.mktemp("store") / "st"
    with OxigraphStore(folder, create=True) as store:
        store.put(article_graph(resolve(sample_article.extraction)))
    return folder


def test_a_question_is_drawn_as_the_nodes_of_its_answer():
    drawn = labels(of_question(sample_store(), "who-met-whom", {"person": "Лаврентьев"}))
    assert {"Alexander Lavrentiev", "Ali Asghar Khaji"} <= drawn
    assert "Geir Pedersen" not in drawn


def test_a_question_about_statements_draws_those_who_made_them():
    drawn = labels(of_question(sample_store(), "statements-of", {"person": "Khaji"}))
    assert "Ali Asghar Khaji" in drawn


def test_a_triple_pattern_draws_both_its_ends():
    drawn = labels(of_query(sample_store(), "CONSTRUCT { ?a diplo:spokeWith ?b } WHERE { ?a diplo:spokeWith ?b }"))
    assert drawn == {"Ali Asghar Khaji", "Geir Pedersen"}


def test_a_query_for_what_stands_behind_draws_what_it_tells_of():
    drawn = labels(of_query(sample_store(), "SELECT ?s { ?s a diplo:Statement }"))
    assert "Ali Asghar Khaji" in drawn


@pytest.mark.parametrize(("depth", "inside", "outside"), [(1, "Russia", "Geir Pedersen"), (3, "Geir Pedersen", None)])
def test_a_name_brings_what_so_many_lines_lead_to(depth, inside, outside):
    drawn = labels(of_names(sample_store(), {Sort.PERSON: "لافرنتييف"}, depth))
    assert {"Alexander Lavrentiev", inside} <= drawn
    assert outside not in drawn


def test_depth_nought_is_the_node_alone():
    assert labels(of_names(sample_store(), {Sort.PERSON: "Khaji"}, 0)) == {"Ali Asghar Khaji"}


def test_several_names_are_drawn_together():
    names = {Sort.PERSON: "Khaji", Sort.PROCESS: "Astana"}
    assert labels(of_names(sample_store(), names, 0)) == {"Ali Asghar Khaji", "Astana process"}


def test_a_query_without_nodes_is_told_to_select_some():
    with pytest.raises(QueryError, match=r"returns no node of the graph in \?label, only values; select nodes as well"):
        of_query(sample_store(), "SELECT ?label { ?p a diplo:Person ; rdfs:label ?label }")


def test_a_name_that_nobody_has_is_told():
    with pytest.raises(QuestionError, match="there is no person 'Zzyzx' in the graph"):
        of_names(sample_store(), {Sort.PERSON: "Zzyzx"}, 1)


def test_letters_that_begin_several_events_are_too_few():
    store = store_of((*person("a", "A"), *meeting("ab1", "a"), *meeting("ab2", "a")))
    with pytest.raises(QuestionError, match="'ab' fits 2 events; give more letters of the id"):
        of_names(store, {Sort.EVENT: "ab"}, 1)


def run(*words: str):
    return CliRunner().invoke(cli, ["view", *words])


@pytest.mark.parametrize(
    ("words", "nodes"),
    [
        (("who-met-whom", "--person", "Khaji"), 10),
        (("who-met-whom", "--person=Khaji", "--to", "2019"), 0),
        (("SELECT ?p { ?p a diplo:Person }",), 3),
        (("--person", "Khaji", "--depth", "0"), 1),
        (("--topic", "Idlib", "--process", "Astana", "--depth", "0"), 2),
    ],
)
def test_the_command_draws_what_is_asked_for(place, tmp_path, words, nodes):
    told = run(*words, "-o", str(tmp_path / "g.html"), "--store", str(place))
    assert told.exit_code == 0, told.output
    assert f": {nodes} nodes" in told.output
    assert ("nothing to draw; the page says why" in told.stderr) == (nodes == 0)
    assert (tmp_path / "g.html").exists()


@pytest.mark.parametrize(
    ("words", "heading"),
    [
        (("who-met-whom", "--person", "خاجي"), "Who met or spoke with whom? \u2068خاجي\u2069"),
        (("--person", "Khaji", "--process", "Astana"), "\u2068Khaji\u2069 · \u2068Astana\u2069"),
        (("SELECT ?p { ?p a diplo:Person }",), "Knowledge graph of diplomacy"),
        ((), "Knowledge graph of diplomacy"),
    ],
)
def test_the_page_is_headed_by_what_was_asked_for(place, tmp_path, words, heading):
    told = run(*words, "-o", str(tmp_path / "g.html"), "--store", str(place))
    assert told.exit_code == 0, told.output
    assert f'<h1 dir="auto">{heading}</h1>' in (tmp_path / "g.html").read_text("utf-8")


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("who-met-whom", "--nobody", "x"), "has no parameter 'nobody'"),
        (("who-met-wohm",), "there is no question 'who-met-wohm'; did you mean who-met-whom"),
        (("SELECT ?p {",), "malformed"),
        (("SELECT ?l { ?p rdfs:label ?l }",), "only values"),
        (("--person", "Zzyzx"), "there is no person 'Zzyzx'"),
        (("--colour", "red"), "--colour"),
        (("who-met-whom", "--depth", "2"), "--depth"),
    ],
)
def test_what_can_not_be_drawn_is_one_sentence(place, tmp_path, words, sentence):
    told = run(*words, "-o", str(tmp_path / "g.html"), "--store", str(place))
    assert told.exit_code == 2
    assert sentence in told.output
    assert "Traceback" not in told.output
    assert not (tmp_path / "g.html").exists()


def test_a_missing_store_is_one_sentence(tmp_path):
    told = run("-o", str(tmp_path / "g.html"), "--store", str(tmp_path / "nowhere"))
    assert told.exit_code == 2
    assert "nowhere" in told.output
    assert len(told.output.strip().splitlines()) == 1
