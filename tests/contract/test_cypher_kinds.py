"""Functions, signs and places of values over values of all kinds: what kglite answers, Neo4j answers alike; the rest is refused."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import product
from pathlib import Path

import pytest
from cypher_tools import alike, answered, equal, fill, filled_neo4j, paragraphs

from kg.cypher.signatures import signatures
from kg.cypher.walking import AGGREGATES
from kg.projection.base import Engine
from kg.projection.kglite import KgliteEngine

BEFORE = "MATCH p = (e:Event {iri: $event})-[r:HELD_IN]->(x) RETURN "
KINDS = {
    "null": ["null", "$none", "e.nothing"],
    "integer": ["0", "1", "-3", "9223372036854775807", "$n"],
    "float": ["0.0", "2.5", "-2.5", "0.49999999999999994", "1e20", "1e-7", "123456789.5", "1.005", "e.confidence"],
    "string": [
        "''",
        "'hello'",
        "'خاجي é'",
        "'12'",
        "' 12 '",
        "'١٢'",
        "'9223372036854775808'",
        "'a\\u00a0'",
        "e.earliest",
    ],
    "boolean": ["true", "false", "$yes"],
    "list": ["[]", "[1, 2, 3]", "['a', 'b']", "[1, null]", "[[1], [2]]", "[1, 2.5]", "[true]", "$names"],
    "map": ["{a: 1, b: 'x'}"],
    "date": ["date('2020-10-21')", "date(e.earliest)"],
    "duration": ["duration('P1M2D')", "duration('PT25H')"],
    "graph": ["e", "r", "p"],
}
ALL = [value for values in KINDS.values() for value in values]
FEW = [values[0] for values in KINDS.values()] + ["1", "-2", "2.5", "'hello'", "'l'", "e.earliest", "[1, 2]", "['l']"]
SPECIAL = [
    "coalesce",
    "isEmpty",
    "head",
    "last",
    "tail",
    "reverse",
    "labels",
    "nodes",
    "relationships",
    "size",
    "toString",
    "toInteger",
    "toFloat",
    "toBoolean",
    "round",
    "sqrt",
    "log",
    "log10",
    "date",
    "duration",
    "trim",
    "ltrim",
    "rtrim",
    "keys",
    "properties",
    "id",
    "elementId",
    "startNode",
    "valueType",
    "isNaN",
    "toIntegerOrNull",
    "normalize",
    "sin",
]
ONE = sorted({*SPECIAL, *(each.name for each in signatures().values() if each.least <= 1 <= len(each.takes))})
TWO = sorted(
    {"nullIf", "coalesce", "range", "round", "date.truncate"}
    | {each.name for each in signatures().values() if each.least <= 2 <= len(each.takes)}
)
SIGNS = [
    "+",
    "-",
    "*",
    "/",
    "%",
    "^",
    "=",
    "<>",
    "<",
    "<=",
    ">",
    ">=",
    "AND",
    "OR",
    "XOR",
    "IN",
    "||",
    "=~",
    "STARTS_WITH",
    "ENDS_WITH",
    "CONTAINS",
]
PLACES = [
    "-{0} ",
    " NOT {0} ",
    " {0} IS NULL ",
    " {0}[0] ",
    " {0}['a'] ",
    " {0}[0..1] ",
    " {0}.a ",
    " {0}.name ",
    " {0}:Event ",
    " {0} / 0 ",
    " 1 / {0} ",
    " 7 % {0}\n    ",
    " CASE {0} WHEN 1 THEN 'x' ELSE 'y' END ",
    " CASE WHEN {0} THEN 1 ELSE 2 END ",
    " [k IN {0} | k] ",
    " [k IN {0} WHERE k = 1]\n    ",
    " all(k IN {0} WHERE k = 1) ",
    " any(k IN [1, null] WHERE k = {0}) ",
    " none(k IN {0} WHERE k IS NULL) ",
    " single(k IN {0} WHERE k = 1)\n    ",
    " reduce(t = 0, k IN {0} | t + k) ",
    " reduce(t = {0}, k IN [1, 2] | t + k) ",
    " {{a: {0}}}.a ",
    " coalesce(null, {0}) ",
    " [{0}, {0}]\n    ",
    " toString({0}) + 'x' ",
    " 'x' + {0} ",
    " [1] + {0} ",
    " date('2020-01-31') + {0} ",
    " {0} IN [{0}] ",
    " round({0}, 2) ",
    " substring('hello', {0})\n    ",
    " left('hello', {0}) ",
    " range(1, {0}) ",
    " [1, 2, 3][{0}..] ",
    " [1, 2, 3][{0}] ",
    " {0} = {0} ",
    " {0} < {0} ",
    " exists((e)--()) = {0}",
]
COLUMNS = {
    "integers": "[1, 2, 2, null]",
    "floats": "[1.5, 2.5, 2.5, null]",
    "numbers": "[1, 1.0, 2.5]",
    "texts": "['b', 'a', 'b', null]",
    "booleans": "[true, false, null]",
    "days": "[date('2020-01-02'), date('2020-01-01')]",
    "lists": "[[1], [1], [2]]",
    "maps": "[{a: 1}, {a: 1}]",
    "mixed": "[1, 'a', null]",
    "none": "[]",
    "nulls": "[null, null]",
    "large": "[9223372036854775807, 1]",
}
GATHERED = [f"RETURN {name}({word}v) AS y" for name in sorted(AGGREGATES) for word in ("", "DISTINCT ")] + [
    "RETURN v ORDER BY v",
    "RETURN v ORDER BY v DESC",
    "RETURN DISTINCT v",
    "RETURN v, count(*) AS n",
    "RETURN max(v) - min(v) AS y",
    "RETURN percentileCont(v, 0.5) AS y",
    "RETURN v UNION UNWIND [1, 2] AS v RETURN v",
]


@pytest.fixture(scope="module")
def neo4j(neo4j_server) -> Iterator[Engine]:
    with filled_neo4j(neo4j_server) as engine:
        yield engine


@pytest.fixture(scope="module")
def kglite() -> Engine:
    engine = KgliteEngine()
    fill(engine)
    return engine


def otherwise(kglite: Engine, neo4j: Engine, values: Iterable[str]) -> list[str]:
    """The values that kglite answers and Neo4j doesn't, or otherwise."""
    given = {value: answered(kglite, f"{BEFORE}{value} AS y") for value in dict.fromkeys(values)}
    taken = {value: answer.rows[0][0] for value, answer in given.items() if not isinstance(answer, str)}
    assert taken
    all_taken = list(taken)
    return [each for at in range(0, len(all_taken), 20) for each in differing(neo4j, all_taken[at : at + 20], taken)]


def differing(neo4j: Engine, values: Sequence[str], taken: dict[str, object]) -> list[str]:
    """Those of some values of which Neo4j makes something else; each is asked for alone where it refuses them together."""
    asked = BEFORE + ", ".join(f"{value} AS y{at}" for at, value in enumerate(values))
    answer = answered(neo4j, asked)
    if not isinstance(answer, str):
        return [value for value, theirs in zip(values, answer.rows[0], strict=True) if not equal(taken[value], theirs)]
    return [each for value in values for each in differing(neo4j, [value], taken)] if len(values) > 1 else list(values)


def test_functions_of_one_value(kglite, neo4j):
    assert otherwise(kglite, neo4j, (f"{name}({value})" for name, value in product(ONE, ALL))) == []


def test_functions_of_two_values(kglite, neo4j):
    assert otherwise(kglite, neo4j, (f"{name}({a}, {b})" for name, a, b in product(TWO, FEW, FEW))) == []


def test_signs_between_two_values(kglite, neo4j):
    assert (
        otherwise(kglite, neo4j, (f"{a} {sign.replace('_', ' ')} {b}" for sign, a, b in product(SIGNS, FEW, FEW))) == []
    )


def test_places_of_values(kglite, neo4j):
    assert otherwise(kglite, neo4j, (form.strip().format(value) for form, value in product(PLACES, ALL))) == []


@pytest.mark.parametrize("name", COLUMNS)
def test_columns(kglite, neo4j, name):
    differ = []
    for rest in GATHERED:
        query = f"UNWIND {COLUMNS[name]} AS v {rest}"
        ours = answered(kglite, query)
        if not isinstance(ours, str):
            theirs = answered(neo4j, query)
            differ += [query] if isinstance(theirs, str) or not alike(ours, theirs, query) else []
    assert differ == []


def test_structures(kglite, neo4j):
    differ = []
    for query in paragraphs(Path(__file__).with_name("structures.cypher")):
        ours, theirs = answered(kglite, query), answered(neo4j, query)
        if isinstance(theirs, str):
            differ += [query] if not isinstance(ours, str) else []
        elif isinstance(ours, str) or not alike(ours, theirs, query):
            differ.append(query)
    assert differ == []


def test_parameters_of_two_kinds_are_two_questions(kglite):
    for value in (True, 1, 1.0):
        ((told, same),) = kglite.cypher("RETURN $value AS v, $value = $value AS same", {"value": value}).rows
        assert (type(told), told, same) == (type(value), value, True)
