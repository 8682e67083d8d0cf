"""Rankings of people, sides and processes: right on small networks that are counted by hand, and the same in every process."""

import json
import os
import subprocess
import sys
from datetime import date

import networkx
import pytest
from cli_help import filled, kg
from graphs import article_graphs
from hypothesis import given
from hypothesis import strategies as st
from kg_ontology import DATA

from kg.analysis import By, Measure, Of, Wanted, analyze, projection, standings
from kg.analysis.occasions import Occasion, occasions, within
from kg.store.memory import MemoryStore


def met(*people, day=None, processes=(), sides=()):
    return Occasion(day, set(people), set(sides), set(processes))


@pytest.fixture(scope="module")
def store():
    made = MemoryStore()
    for graph in article_graphs():
        made.put(graph)
    return made


def test_people_are_joined_by_the_events_that_they_share():
    graph = projection([met("a", "b"), met("b", "a"), met("b", "c", "d"), met("e")], Of.PEOPLE)
    assert {edge: graph.edges[edge]["weight"] for edge in graph.edges} == {
        ("a", "b"): 2,
        ("b", "c"): 1,
        ("b", "d"): 1,
        ("c", "d"): 1,
    }
    assert list(graph) == ["a", "b", "c", "d", "e"]


def test_processes_are_joined_by_the_people_they_share():
    told = [
        met("a", "b", processes=["x"]),
        met("a", processes=["y"]),
        met("b", processes=["y"]),
        met("c", processes=["z"]),
    ]
    assert dict(projection(told, Of.PROCESSES).edges) == {("x", "y"): {"weight": 2}}


def test_a_projection_is_that_of_the_bipartite_graph():
    told = [met("a", "b", "c"), met("b", "c"), met("c", "d"), met("a", "d", "e")]
    both = networkx.Graph((who, number) for number, each in enumerate(told) for who in each.people)
    expected = networkx.bipartite.weighted_projected_graph(both, sorted("abcde"))
    ours = projection(told, Of.PEOPLE)
    assert {frozenset(edge): weight for *edge, weight in ours.edges(data="weight")} == {
        frozenset(edge): weight for *edge, weight in expected.edges(data="weight")
    }


def test_who_stands_between_others():
    path = standings(projection([met("a", "b"), met("b", "c"), met("c", "d")], Of.PEOPLE))
    assert [each.partners for each in path] == [1, 2, 2, 1]
    assert [round(each.betweenness, 3) for each in path] == [0, 0.667, 0.667, 0]


def test_two_camps_are_two_communities_and_the_larger_is_the_first():
    camps = [met("p", "q", "r", "s"), met("a", "b", "c"), met("c", "p")] + [met("p", "q"), met("a", "b")] * 3
    told = {each.node: each.community for each in standings(projection(camps, Of.PEOPLE))}
    assert {told[who] for who in "pqrs"} == {1}
    assert {told[who] for who in "abc"} == {2}


def test_nothing_gives_nothing():
    assert standings(projection([], Of.PEOPLE)) == ()


@given(st.lists(st.sets(st.sampled_from("abcdefgh"), max_size=4), max_size=12))
def test_the_order_in_which_events_are_told_changes_nothing(groups):
    told = [met(*group) for group in groups]
    assert standings(projection(told, Of.PEOPLE)) == standings(projection(told[::-1], Of.PEOPLE))


def test_days_and_periods_bound_what_counts():
    told = [met("a", day=date(2020, 1, 1)), met("b", day=date(2020, 12, 31)), met("c")]
    assert within(told, None, None) == tuple(told)
    assert within(told, date(2020, 1, 2), None) == (told[1],)
    assert within(told, date(2020, 1, 1), date(2020, 12, 30)) == (told[0],)


def test_only_events_that_were_held_count(store):
    (statuses,) = store.select("SELECT (COUNT(DISTINCT ?s) AS ?n) { ?e diplo:status ?s }").rows
    assert int(statuses[0].value) > 1
    held = store.select("SELECT DISTINCT ?e { ?e diplo:status diplo:held ; diplo:participation ?p }").rows
    assert len(occasions(store)) == len(held)


def test_a_ranking_has_names_and_periods(store):
    found = analyze(store, Wanted(by=By.MONTH, top=2))
    assert [each.period for each in found] == sorted(each.period for each in found)
    assert all(each.rank in (1, 2) and not each.name.startswith("http") for each in found)
    whole = analyze(store, Wanted(measure=Measure.SHARED, top=None))
    shared = [each.standing.shared for each in whole]
    assert shared == sorted(shared, reverse=True)
    assert {each.standing.node.removeprefix(DATA).partition("/")[0] for each in whole} == {"person"}
    russian = {each.name for each in analyze(store, language="ar")}
    assert russian != {each.name for each in analyze(store)}


def test_sides_are_states_and_organizations(store):
    kinds = {each.standing.node.removeprefix(DATA).partition("/")[0] for each in analyze(store, Wanted(of=Of.SIDES))}
    assert kinds <= {"state", "organization"}
    assert "state" in kinds


def test_every_process_of_python_ranks_alike(tmp_path):
    place = filled(tmp_path)
    program = "from kg_cli.main import cli; cli(prog_name='kg')"
    words = ["analyze", "--of", "people", "--sort", "betweenness", "-f", "json", "--store", str(place)]
    told = {
        subprocess.run(
            [sys.executable, "-c", program, *words],
            capture_output=True,
            check=True,
            env=os.environ | {"PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("1", "2")
    }
    assert len(told) == 1


def test_the_command_prints_every_form(tmp_path):
    place = filled(tmp_path)
    rows = json.loads(kg("analyze", "-f", "json", "--store", place).stdout)
    assert list(rows[0]) == ["rank", "name", "partners", "shared", "betweenness", "community", "node"]
    lines = kg("analyze", "--by", "year", "--top", 1, "-f", "csv", "--store", place).stdout.splitlines()
    assert lines[0].startswith("period,rank,name")
    assert "kgid:person/" in kg("analyze", "--store", place).stdout
    none = kg("analyze", "--from", "1990", "--to", "1991", "--store", place)
    assert none.exit_code == 0
    assert "no events found that were held" in none.stderr
