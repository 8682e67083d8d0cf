"""Every named question gives the expected answer in both languages over every store, and nothing in a parameter runs."""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest
from cli_help import kg as run
from click.testing import CliRunner
from engines_here import KeptKglite
from graphs import fixture_store, questions_store
from hypothesis import given
from hypothesis import strategies as st
from kg_cli.main import cli
from kg_ontology import PREFIXES, root
from servers import fuseki_server as fuseki
from servers.fixtures import hold_questions

from kg.errors import KgError, QuestionError
from kg.model import Literal
from kg.projection.base import Engine, Records
from kg.projection.kglite import KgliteEngine
from kg.projection.neo4j import Neo4jEngine
from kg.projection.updating import up_to_date
from kg.questions import ask, ask_cypher, names, people, question
from kg.questions.catalogue import Sort
from kg.questions.completing import cypher, sparql
from kg.questions.unknown import near
from kg.store.base import Store
from kg.store.memory import MemoryStore
from kg.store.oxigraph import OxigraphStore
from kg.store.remote import RemoteStore
from kg.store.state import OxigraphState

ROOT = Path(__file__).parents[2]
NAMES = names()
FOLDERS = {folder.name.partition("_")[2].replace("_", "-"): folder for folder in root().joinpath("questions").iterdir()}
NOT_ALONE = {"rising-topics"}
"""Whose queries say nothing without the day that parts before from since."""
SLOT = re.compile(r"[#/][+-]\[(\w+)\]")
CASES = [
    pytest.param(name, case, id=f"{name} {' '.join(f'{k}={v}' for k, v in case['parameters'].items())}".rstrip())
    for name in NAMES
    for case in json.loads(FOLDERS[name].joinpath("expected.json").read_text(encoding="utf-8"))
]
PERSON = PREFIXES["kgid"] + "person/"


Asking = Callable[[str, Mapping[str, str]], Records]


@pytest.fixture(scope="module", params=["memory", "oxigraph"])
def store(request, tmp_path_factory) -> Iterator[Store]:
    folder: Path = tmp_path_factory.mktemp("questions") / "store"
    with MemoryStore() if request.param == "memory" else OxigraphStore(folder, create=True) as empty:
        yield fixture_store(empty)


@pytest.fixture(scope="module")
def memory() -> Store:
    return questions_store()


@pytest.fixture(scope="module")
def remote(fuseki_server) -> Iterator[Store]:
    fuseki.wipe(fuseki_server)
    with RemoteStore(fuseki_server.open.query, create=True) as empty:
        yield fixture_store(empty)


@pytest.fixture(scope="module")
def embedded(memory) -> Iterator[Engine]:
    engine = KgliteEngine()
    up_to_date(memory, engine)
    yield engine
    engine.close()


@pytest.fixture(scope="module")
def kept(memory, tmp_path_factory) -> Iterator[Engine]:
    engine = KeptKglite(tmp_path_factory.mktemp("kept"))
    up_to_date(memory, engine)
    yield engine
    engine.close()


@pytest.fixture(scope="module")
def server(neo4j_server) -> Iterator[Engine]:
    hold_questions(neo4j_server)
    with pytest.MonkeyPatch.context() as patch:
        for name, value in neo4j_server.environment.items():
            patch.setenv(name, value)
        engine = Neo4jEngine(neo4j_server.uri)
    yield engine
    engine.close()


@pytest.fixture(scope="module", params=["memory", "oxigraph", "published", "remote", "embedded", "kept", "server"])
def asking(request, tmp_path_factory) -> Iterator[Asking]:
    """Asks in SPARQL on the stores, and in Cypher on the engines."""
    if request.param in {"oxigraph", "published"}:
        folder = tmp_path_factory.mktemp("questions") / "store"
        with OxigraphStore(folder, create=True) as empty:
            filled = fixture_store(empty)
            if request.param == "oxigraph":
                yield lambda name, given: ask(filled, name, given)
                return
        with OxigraphState(folder) as state:
            assert state.counted
            yield lambda name, given: ask(state, name, given)
        return
    graph = request.getfixturevalue(request.param)
    in_sparql = request.param in {"memory", "remote"}
    yield lambda name, given: (ask if in_sparql else ask_cypher)(graph, name, given)


def test_there_are_questions_enough():
    assert len(NAMES) >= 25
    assert {
        "meetings-between",
        "most-contacts",
        "topics-by-month",
        "shortest-chain",
        "evidence-of",
        "who-is-called",
    } < {*NAMES}


@pytest.mark.parametrize(("name", "case"), CASES)
def test_a_question_gives_the_expected_answer(asking, name, case):
    told = asking(name, case["parameters"])
    assert list(told.columns) == case["columns"]
    # As JSON, 1 and 1.0 are two values.
    assert [json.dumps(row) for row in told.rows] == [json.dumps(row) for row in case["rows"]]


@pytest.fixture(scope="module")
def examples(tmp_path_factory) -> Iterator[tuple[Store, Engine]]:
    place = tmp_path_factory.mktemp("examples") / "store"
    assert run("ingest", "-q", ROOT / "examples" / "articles", "--store", place).exit_code == 0
    engine = KgliteEngine()
    with OxigraphState(place) as state:
        up_to_date(state, engine)
        yield state, engine
    engine.close()


@pytest.mark.parametrize("kind", [None, "Person", "Delegation", "State", "Organization"])
def test_whoever_takes_part_is_told_of_alike_in_both_languages(examples, kind):
    store, engine = examples
    taking_part = f"SELECT ?who {{ ?p diplo:participant ?who . ?who a diplo:{kind} }} ORDER BY ?who LIMIT 1"
    who = {"person": str(store.select(taking_part).rows[0][0])} if kind else {}
    told = 0
    for name in NAMES:
        known = {each.name for each in question(name).parameters}
        required = {each.name for each in question(name).parameters if each.required}
        if required <= {"on", *who} and who.keys() <= known:
            given = who | ({"on": "2025"} if "on" in known else {})
            answer = ask(store, name, given)
            assert ask_cypher(engine, name, given) == answer, name
            told += bool(answer.rows)
    assert told


@pytest.mark.parametrize("name", NAMES)
def test_a_question_is_explained_and_every_parameter_is_tried(name):
    asked = question(name)
    assert asked.title.endswith("?") and asked.text.endswith(".")
    assert all(parameter.help for parameter in asked.parameters)
    tried = {given for which, case in (case.values for case in CASES) if which == name for given in case["parameters"]}
    assert tried >= {parameter.name for parameter in asked.parameters if parameter.kind is not Sort.LANGUAGE}
    assert {kept for query in (asked.sparql, asked.cypher) for kept in SLOT.findall(query)} <= tried | {"days"}
    answers = [case["rows"] for which, case in (case.values for case in CASES) if which == name]
    assert any(answers), "no case has an answer"


@pytest.mark.parametrize("name", NAMES)
def test_the_queries_of_a_question_run_as_they_stand(store, embedded, name):
    asked = question(name)
    if name not in NOT_ALONE:
        table, records = store.select(asked.sparql), embedded.cypher(asked.cypher)
        assert table.rows and records.rows
        assert set(asked.named) <= set(table.columns) == set(records.columns)


@pytest.mark.parametrize("wanted", ["Lavrentiev", "لافرنتييف", "Alexander Lavrentiev"])
def test_people_are_found_by_name(store, wanted):
    assert people(store, wanted) == (PERSON + "alexander-lavrentiev",)


@pytest.mark.parametrize("wanted", ["Лаврентьев", "لاورنتیف", "Lavrentyev"])
def test_people_are_found_in_scripts_that_no_label_is_written_in(store, wanted):
    assert PERSON + "alexander-lavrentiev" in people(store, wanted)


def test_nobody_is_found_by_a_name_that_nobody_has(store):
    assert people(store, "Zebedee") == ()
    assert people(store, "") == ()


def test_an_iri_or_its_short_form_is_taken_as_it_is(memory):
    full, short = (
        ask(memory, "statements-of", {"person": f"{start}lavrov"})
        for start in (PERSON + "sergei-", "kgid:person/sergei-")
    )
    assert full == short and len(full.rows) == 1


def test_unknown_questions_and_parameters_are_named_with_those_that_exist(memory):
    with pytest.raises(QuestionError, match="no question 'who-met'; did you mean who-met-whom"):
        ask(memory, "who-met")
    with pytest.raises(QuestionError, match="'visits-to' has no parameter 'town'; it has: place, from, to, language"):
        ask(memory, "visits-to", {"town": "Tehran"})


@pytest.mark.parametrize("value", [None, "", "  "])
def test_a_missing_parameter_is_asked_for(memory, value):
    with pytest.raises(QuestionError, match="'visits-to' needs --place: its name"):
        ask(memory, "visits-to", {} if value is None else {"place": value})


@pytest.mark.parametrize("value", ["", "  "])
@pytest.mark.parametrize("name", ["person", "from", "language"])
def test_an_empty_value_is_refused_and_not_left_out(memory, name, value):
    with pytest.raises(QuestionError, match=f"^--{name} is empty: give a value, or leave it out$"):
        ask(memory, "who-met-whom", {name: value})


@pytest.mark.parametrize("days", [("2021", "2020-12"), ("2020-10-15", "2020-10-14")])
def test_a_period_that_ends_before_it_begins_is_refused(asking, days):
    since, until = days
    with pytest.raises(QuestionError, match=r"^--from [-\d]{10} is after --to [-\d]{10}: give the first day first$"):
        asking("who-met-whom", {"from": since, "to": until})
    asking("who-met-whom", {"from": until, "to": until})


@pytest.mark.parametrize(
    ("name", "given", "notes"),
    [
        ("who-met-whom", {"person": "Xanthippe"}, ("no person in the graph is called 'Xanthippe'",)),
        (
            "shortest-chain",
            {"person": "Lavrenti", "with": "Khadji Nobody"},
            (
                "no person in the graph is called 'Lavrenti'; near it: Alexander Lavrentiev",
                "no person in the graph is called 'Khadji Nobody'",
            ),
        ),
        ("visits-to", {"place": "Tehrannn"}, ("no place in the graph is called 'Tehrannn'; near it: Tehran",)),
        ("events-of-process", {"process": "Astanna"}, ()),
        ("evidence-of", {"event": "feed"}, ("no event has the id 'feed'",)),
        ("who-met-whom", {"person": "kgid:person/none"}, ("no person in the graph is called 'kgid:person/none'",)),
        ("who-met-whom", {"person": "Khaji"}, ()),
        ("who-met-whom", {"person": "Khaji", "from": "2030"}, ()),
    ],
)
def test_a_name_that_nothing_bears_is_told_with_those_near_it(asking, name, given, notes):
    told = asking(name, given)
    assert told.notes == notes
    assert bool(told.rows) is (not notes and "from" not in given)


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("Lavrof", ("Sergei Lavrov",)),
        ("sergej lavrow", ("Sergei Lavrov",)),
        ("Лавровв", ("Сергей Лавров",)),
        ("xyz", ()),
        ("", ()),
    ],
)
def test_names_are_near_by_their_letters(name, found):
    labels = [("a", "Sergei Lavrov"), ("a", "Сергей Лавров"), ("b", "Ali Asghar Khaji")]
    assert near(name, labels) == found
    assert near(name, labels + [("c", f"{number}") for number in range(20_000)]) == ()


@pytest.mark.parametrize(
    "value", ["yesterday", "2020-13", "2020-02-30", "0000", "20-10-2020", "2020-10-14T00:00", "٢٠٢٠"]
)
def test_a_day_that_is_none_is_refused(memory, value):
    with pytest.raises(QuestionError, match=r"--from '.*' is not a date; give 2020-10-14, 2020-10 or 2020"):
        ask(memory, "who-met-whom", {"from": value})


def test_a_language_that_is_none_is_refused(memory):
    with pytest.raises(QuestionError, match="'e n' is not a language tag"):
        ask(memory, "who-met-whom", {"language": "e n"})


def test_an_event_that_is_not_told_apart_is_refused(memory):
    with pytest.raises(QuestionError, match="'t' fits 3 events; give more letters"):
        ask(memory, "evidence-of", {"event": "t"})


@pytest.mark.parametrize(
    ("told", "days"), [("2020-10-20", {"2020-10-20"}), ("2020-10", {"2020-10-01", "2020-10-31"}), ("2024-02", {"2024-02-01", "2024-02-29"}), ("2020", {"2020-01-01", "2020-12-31"})]
)  # fmt: skip
def test_months_and_years_count_from_their_first_to_their_last_day(told, days):
    seen: list[str] = []

    class Listening(MemoryStore):
        def select(self, query, bindings=None):
            seen.append(query)
            return super().select(query, bindings)

    ask(Listening(), "who-met-whom", {"from": told, "to": told})
    assert {day for day in days if any(f'"{day}"^^<{PREFIXES["xsd"]}date>' in query for query in seen)} == days


NASTY = [
    '" } DROP ALL #',
    "> } { ?s ?p ?o } #",
    "\\u0022 } #",
    "$person",
    "#+[person]",
    "a\nb",
    "http://x y",
    "kgid:>",
    "http://[",
    "\udce4",
    "_:b0",
    "<script>",
    "?x",
    "SERVICE <http://x>",
    "FROM <x>",
]


@pytest.mark.parametrize("value", NASTY)
@pytest.mark.parametrize(
    ("name", "parameter"), [("who-met-whom", "person"), ("visits-to", "place"), ("evidence-of", "event")]
)
def test_nothing_in_a_parameter_runs(asking, name, parameter, value):
    assert asking(name, {parameter: value}).rows == ()


@given(st.sampled_from(NAMES), st.data())
def test_any_text_in_any_parameter_gives_a_table_or_one_sentence(name, data):
    values = {each.name: data.draw(st.text(max_size=12) | st.sampled_from(NASTY)) for each in question(name).parameters}
    try:
        table = ask(EMPTY, name, values)
    except KgError as error:
        assert "\n" not in str(error) or any("\n" in value for value in values.values())
    else:
        assert table.rows == ()


EMPTY = MemoryStore()


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])))
def test_a_term_in_a_query_means_itself(text):
    query = sparql("#+[word] SELECT ?x WHERE { BIND($word AS ?x) }", {"word": (Literal(text),)})
    assert EMPTY.select(query).rows == ((Literal(text),),)


def test_names_come_in_the_language_asked_for_and_else_in_english(memory):
    row = ask(memory, "who-met-whom", {"from": "2020-11", "language": "AR"}).rows[0]
    assert row[2:4] == ("علي أصغر خاجي", "غير بيدرسون")
    row = ask(memory, "who-met-whom", {"from": "2020-12", "language": "ar"}).rows[1]
    assert row[2:4] == ("ألكسندر لافرنتييف", "علي أصغر خاجي")


def test_values_never_enter_a_cypher_query():
    assert cypher("MATCH (n)\n//+[word] WHERE n.name = $word\n//-[word] WHERE true\nRETURN n", {"word"}) == (
        "MATCH (n)\n WHERE n.name = $word\n\nRETURN n".replace(" WHERE", "WHERE")
    )


@pytest.mark.parametrize("value", ["00", "-1", "1.5", "many", "٣", "1000000"])
def test_a_number_that_is_none_is_refused(memory, value):
    with pytest.raises(QuestionError, match=r"--limit '.*' is not a number"):
        ask(memory, "most-contacts", {"limit": value})


def test_no_limit_gives_all_in_both_languages(memory, embedded):
    for told in (ask(memory, "most-contacts", {"limit": "0"}), ask_cypher(embedded, "most-contacts", {"limit": "0"})):
        assert told.rows == ask(memory, "most-contacts", {"limit": "1000"}).rows
        assert len(told.rows) > 1 == len(ask(memory, "most-contacts", {"limit": "1"}).rows)


@pytest.mark.parametrize("value", ["callFor", "call-for", "call for", "CALL_FOR"])
def test_an_act_is_known_however_it_is_written(memory, value):
    assert len(ask(memory, "statements-by-act", {"act": value}).rows) == 1


def test_an_act_that_is_none_is_refused(memory):
    with pytest.raises(QuestionError, match="--act 'sing' is not an act; give one of affirm, welcome"):
        ask(memory, "statements-by-act", {"act": "sing"})


def test_the_nearest_parameter_is_told(memory):
    with pytest.raises(QuestionError, match=r"no parameter 'persons'; did you mean person\? It has: person, from, to"):
        ask(memory, "who-met-whom", {"persons": "Lavrov"})


def printed(*words: str) -> str:
    told = CliRunner().invoke(cli, [*words], catch_exceptions=False)
    assert told.exit_code == 0, told.output
    return told.stdout


def test_the_command_prints_the_same_in_both_languages(tmp_path):
    place = tmp_path / "store"
    with OxigraphStore(place, create=True) as empty:
        fixture_store(empty)
    asked = ("--store", str(place), "ask", "how-often", "--person", "Лавров", "--with", "بيدرسون", "--format", "csv")
    assert printed(*asked) == printed(*asked, "--cypher") == printed(*asked, "--sparql")
    assert printed(*asked).splitlines() == ["month,meetings,calls", "2020-10,0,1", "2021-03,1,1"]


def test_a_neo4j_server_is_asked_in_cypher(server, neo4j_server, monkeypatch):
    for name, value in neo4j_server.environment.items():
        monkeypatch.setenv(name, value)
    rows = printed(
        "--store", neo4j_server.uri, "ask", "brokers", "--party", "Russia", "--with", "Iran", "--format", "tsv"
    )
    assert rows.splitlines()[1:] == ["Geir Pedersen\t2\t1"]
