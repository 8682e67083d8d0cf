"""Every named question gives the expected answer over every store, whatever the script, and nothing in a parameter runs."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from graphs import article_graphs
from hypothesis import given
from hypothesis import strategies as st
from kg_ontology import PREFIXES, root

from kg.errors import KgError, QuestionError
from kg.model import Literal
from kg.questions import ask, names, people, question
from kg.questions.ask import complete
from kg.questions.catalogue import Sort
from kg.store.base import Store
from kg.store.memory import MemoryStore
from kg.store.oxigraph import OxigraphStore
from kg.store.terms import term

NAMES = (
    "who-met-whom",
    "events-of-process",
    "events-on-topic",
    "statements-of",
    "evidence-of",
    "visits-to",
    "who-represents-whom",
    "planned-events",
)
FOLDERS = {folder.name.partition("_")[2].replace("_", "-"): folder for folder in root().joinpath("questions").iterdir()}
CASES = [
    pytest.param(name, case, id=f"{name} {' '.join(f'{k}={v}' for k, v in case['parameters'].items())}".rstrip())
    for name in NAMES
    for case in json.loads(FOLDERS[name].joinpath("expected.json").read_text(encoding="utf-8"))
]
PERSON = PREFIXES["kgid"] + "person/"


def filled(store: Store) -> Store:
    for graph in article_graphs():
        store.put(graph)
    return store


@pytest.fixture(scope="module", params=["memory", "oxigraph"])
def store(request, tmp_path_factory) -> Iterator[Store]:
    folder: Path = tmp_path_factory.mktemp("questions") / "store"
    with MemoryStore() if request.param == "memory" else OxigraphStore(folder, create=True) as empty:
        yield filled(empty)


@pytest.fixture(scope="module")
def memory() -> Store:
    return filled(MemoryStore())


def test_the_questions_that_there_are():
    assert names() == NAMES


@pytest.mark.parametrize(("name", "case"), CASES)
def test_a_question_gives_the_expected_answer(store, name, case):
    table = ask(store, name, case["parameters"])
    shown = [[None if cell is None else str(term(cell)) for cell in row] for row in table.rows]
    assert (list(table.columns), shown) == (case["columns"], case["rows"])


@pytest.mark.parametrize("name", NAMES)
def test_a_question_is_explained_and_every_parameter_is_tried(name):
    asked = question(name)
    assert asked.title.endswith("?") and asked.text.endswith(".")
    assert all(parameter.help for parameter in asked.parameters)
    tried = {given for which, case in (case.values for case in CASES) if which == name for given in case["parameters"]}
    assert tried >= {parameter.name for parameter in asked.parameters if parameter.kind is not Sort.LANGUAGE}
    answers = [case["rows"] for which, case in (case.values for case in CASES) if which == name]
    assert any(answers), "no case has an answer"


@pytest.mark.parametrize("name", NAMES)
def test_the_query_of_a_question_runs_as_it_stands(store, name):
    asked = question(name)
    table = store.select(asked.query)
    assert table.rows and set(asked.named) <= set(table.columns)


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
    with pytest.raises(QuestionError, match="no question 'who-met'; there are: who-met-whom, events-of-process"):
        ask(memory, "who-met")
    with pytest.raises(QuestionError, match="'visits-to' has no parameter 'town'; it has: place, from, to, language"):
        ask(memory, "visits-to", {"town": "Tehran"})


@pytest.mark.parametrize("value", [None, "", "  "])
def test_a_missing_parameter_is_asked_for(memory, value):
    with pytest.raises(QuestionError, match="'visits-to' needs --place: its name"):
        ask(memory, "visits-to", {} if value is None else {"place": value})


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
def test_nothing_in_a_parameter_runs(store, name, parameter, value):
    assert ask(store, name, {parameter: value}).rows == ()


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
    query = complete("#+[word] SELECT ?x WHERE { BIND($word AS ?x) }", {"word": (Literal(text),)})
    assert EMPTY.select(query).rows == ((Literal(text),),)


def test_names_come_in_the_language_asked_for_and_else_in_english(memory):
    rows = ask(memory, "who-met-whom", {"from": "2020-11", "language": "AR"}).rows
    assert [cell for cell in rows[0] if isinstance(cell, Literal)][2:4] == [
        Literal("علي أصغر خاجي", None, "ar"),
        Literal("Geir Pedersen", None, "en"),
    ]
