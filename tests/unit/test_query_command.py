"""What ``kg query`` adds to an answer: parameters from the command line, notes on what was cut, plans, and carets."""

import json
from pathlib import Path

import pytest
from cli_help import filled, kg
from click import UsageError
from kg_cli.parameters import plain_values, terms
from kg_ontology import NAMESPACE, PREFIXES

from kg.model import Literal

XSD = PREFIXES["xsd"]
NAMES = "SELECT ?label { ?p a ?class ; rdfs:label ?label } ORDER BY ?label"


@pytest.fixture(scope="module")
def store(tmp_path_factory) -> Path:
    return filled(tmp_path_factory.mktemp("query"))


@pytest.mark.parametrize(
    ("given", "term"),
    [
        ("v=a=b", Literal("a=b")),
        ("v=", Literal("")),
        ("v=<diplo:Person>", NAMESPACE + "Person"),
        ("v=<https://e.org/x>", "https://e.org/x"),
        ("v=2020-10-21^^xsd:date", Literal("2020-10-21", XSD + "date")),
        (f'v="1"^^<{XSD}integer>', Literal("1", XSD + "integer")),
        ('v="Лавров"@ru', Literal("Лавров", None, "ru")),
        ("v:=5", Literal("5", XSD + "integer")),
        ("v:=true", Literal("true", XSD + "boolean")),
        ("v:=0.5", Literal("0.5", XSD + "decimal")),
        ('v:="5"', Literal("5")),
    ],
)
def test_values_for_sparql(given, term):
    assert terms([given]) == {"v": term}


def test_values_for_cypher():
    assert plain_values(["a=5", "b:=5", 'c:=["x", 1]', "d:=null"]) == {"a": "5", "b": 5, "c": ["x", 1], "d": None}


@pytest.mark.parametrize("given", [["v"], ["=5"], ["v:=x"], ["v=1", "v=2"], ["v:=[1]"], ["v:=null"]])
def test_what_is_no_parameter_is_told(given):
    with pytest.raises(UsageError):
        terms(given)


@pytest.mark.parametrize("value", ["NaN", "Infinity", "-Infinity", "1e999", "-1e999", "[1, NaN]", "[" * 100_000])
@pytest.mark.parametrize("read", [terms, plain_values])
def test_what_json_does_not_know_is_refused(read, value):
    with pytest.raises(UsageError, match=r"^--param v:=.{1,60} is not JSON: ") as told:
        read([f"v:={value}"])
    assert len(told.value.message) < 200


def test_a_parameter_reaches_the_query(store):
    found = kg("query", "-e", NAMES, "--param", "class=<diplo:Person>", "-f", "csv", "--store", store)
    assert "Ali Asghar Khaji" in found.stdout
    none = kg("query", "-e", NAMES, "--param", "class=diplo:Person", "-f", "csv", "--store", store)
    assert none.stdout == "label\n"
    told = kg("query", "--cypher", "-e", "RETURN $n + 1 AS n", "--param", "n:=2", "-f", "json", "--store", store)
    assert json.loads(told.stdout) == [{"n": 3}]


@pytest.mark.parametrize("language", [["-e", "SELECT ?s { ?s ?p ?o }"], ["--cypher", "-e", "MATCH (n) RETURN n.iri"]])
def test_rows_that_are_left_out_are_said_to_be(store, language):
    cut = kg("query", *language, "--limit", 2, "-f", "csv", "--store", store)
    assert len(cut.stdout.splitlines()) == 3
    assert "only the first 2 are shown" in cut.stderr
    for whole in (0, 10_000):
        assert kg("query", *language, "--limit", whole, "-f", "csv", "--store", store).stderr == ""


@pytest.mark.parametrize("language", ["--sparql", "--cypher"])
def test_a_name_that_nothing_bears_is_told_beside_the_answer(store, language):
    told = kg("ask", "who-met-whom", "--person", "Lavrenti\a", language, "-f", "json", "--store", store)
    assert (told.exit_code, json.loads(told.stdout)) == (0, [])
    assert told.stderr == "kg: note: no person in the graph is called 'Lavrenti '; near it: Alexander Lavrentiev\n"
    assert kg("ask", "who-met-whom", "--person", "Khaji", language, "--store", store).stderr == ""
    for wrong, says in (
        (["--from", "2021", "--to", "2020"], "--from 2021-01-01 is after --to 2020-12-31: give the first day first"),
        (["--person", ""], "--person is empty: give a value, or leave it out"),
    ):
        refused = kg("ask", "who-met-whom", *wrong, language, "-f", "json", "--store", store)
        assert (refused.exit_code, refused.stdout, refused.stderr) == (2, "", f"kg: {says}\n")


@pytest.mark.parametrize(
    "asked",
    [
        ["query", "-e", "SELECT ?s { ?s ?p ?o }"],
        ["query", "--cypher", "-e", "MATCH (n) RETURN n.iri"],
        ["events"],
        ["ask", "contacts-of", "--person=Khaji"],
        ["names", "find", "Lavrov"],
    ],
)
def test_a_limit_means_the_same_to_all_commands(store, tmp_path, asked):
    names = tmp_path / "names.txt"
    names.write_text("Sergei Lavrov\nSergey Lavrov\nСергей Лавров\n", encoding="utf-8")
    where = ["--among", names] if asked[0] == "names" else ["--store", store]

    def told(limit: int) -> tuple[int, int]:
        result = kg(*asked, f"--limit={limit}", "-f", "csv", *where)
        return result.exit_code, len(result.stdout.splitlines())

    assert told(1) == (0, 2)
    assert told(0) == told(9_999)
    assert told(0)[1] > 2
    assert told(-1) == (2, 0)


def test_nodes_lists_and_maps_are_json_in_json(store):
    query = "MATCH p = (a:Person)-[:MET]-(:Person) RETURN a, p, [1, 'x'] AS l, {k: [true]} AS m LIMIT 1"
    (row,) = json.loads(kg("query", "--cypher", "-e", query, "-f", "json", "--store", store).stdout)
    assert "Person" in row["a"]["labels"]
    assert row["a"]["properties"]["iri"].startswith(PREFIXES["kgid"])
    assert (row["l"], row["m"]) == ([1, "x"], {"k": [True]})
    assert [each["type"] for each in row["p"]["relationships"]] == ["MET"]
    lines = kg("query", "--cypher", "-e", query, "-f", "csv", "--store", store).stdout
    assert '"[1, ""x""]"' in lines


def test_a_graph_is_turtle_or_a_table_of_triples(store):
    query = "CONSTRUCT { ?a diplo:met ?b } WHERE { ?a diplo:met ?b }"
    assert "diplo:met" in kg("query", "-e", query, "--store", store).stdout
    rows = json.loads(kg("query", "-e", query, "-f", "json", "--store", store).stdout)
    assert {row["predicate"] for row in rows} == {NAMESPACE + "met"}


def test_a_caret_stands_under_the_place(store):
    told = kg("query", "-e", "SELECT ?x {\n  ?x dipl:met ?y }", "--store", store)
    assert (told.exit_code, told.stderr.splitlines()[1:]) == (2, ["    ?x dipl:met ?y }", "       ^"])
    told = kg("query", "--cypher", "-e", "MATCH (a)\n  WHERE a.x == 3 RETURN a", "--store", store)
    assert told.exit_code == 2
    assert told.stderr.splitlines()[1] == "    WHERE a.x == 3 RETURN a"
    assert told.stderr.splitlines()[2].strip() == "^"


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("", "it is empty"),
        ("SELECT ?x {\n  ?x a ?y . ", "it ends too early"),
        ("ASK { ?x a '}{{' }}", "there are more } than {"),
    ],
)
def test_a_query_that_ends_too_early_is_said_to(store, query, said):
    assert said in kg("query", "-e", query, "--store", store).stderr


def test_a_line_of_a_query_can_t_move_the_cursor(store):
    told = kg("query", "-e", "SELECT ?x { \x1b[2J ?x }", "--store", store)
    assert "\x1b" not in told.stderr


def test_what_would_be_asked_is_explained(store):
    told = kg("query", "--explain", "-e", NAMES, "--param", "class=<diplo:Person>", "--store", store)
    assert f"a <{NAMESPACE}Person>" in told.stdout
    assert "?p rdfs:label ?label" in told.stdout
    steps = json.loads(kg("query", "--explain", "-e", "ASK { ?a ?b ?c }", "-f", "json", "--store", store).stdout)
    assert steps[-1] == {"step": "      ?a ?b ?c"}
    plan = kg("query", "--cypher", "--explain", "-e", "MATCH (p:Person) RETURN p", "--store", store)
    assert "Match :Person" in plan.stdout


def test_a_time_out_is_told(store):
    slow = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l FILTER(STR(?c) < STR(?l)) }"
    told = kg("query", "-e", slow, "--timeout", "0.5", "--store", store)
    assert (told.exit_code, told.stdout) == (2, "")
    assert "took longer than 0.5 seconds" in told.stderr


@pytest.mark.parametrize("query", ["SELECT ?x { ?x a diplo:Event }", "MATCH (n) RETURN n", "ASK { } " + "# " * 9_000])
def test_a_query_in_the_place_of_a_file_is_told_where_it_goes(query: str) -> None:
    refused = kg("query", query)
    assert refused.exit_code == 2 and "a query itself is given with -e" in refused.stderr
