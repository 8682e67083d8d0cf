"""The form of the questions' SPARQL: what an engine joins is one pattern, which no BIND parts."""

import re
from collections.abc import Iterator
from itertools import chain

import pytest
from kg_ontology import PREFIXES, root
from rdflib.plugins.sparql.parser import parseQuery
from rdflib.plugins.sparql.parserutils import CompValue

from kg.model import Literal
from kg.questions.completing import sparql

FILES = {
    f"{folder.name}/{name}": folder / name
    for folder in root().joinpath("questions").glob("*_*")
    for name in ("query.rq", "counted.rq")
    if (folder / name).is_file()
}
NAMED = re.compile(r"#[+-]\[(\w+)\]|\$(\w+)")
PROLOGUE = "".join(f"PREFIX {name}: <{iri}>\n" for name, iri in PREFIXES.items())
VALUES = {"limit": Literal("5", PREFIXES["xsd"] + "integer"), "months": Literal("5", PREFIXES["xsd"] + "integer")}


def parts(tree: object) -> Iterator[list[str]]:
    """For each group of a parsed query the kinds of its parts, in order."""
    if isinstance(tree, CompValue):
        if tree.name == "GroupGraphPatternSub":
            yield [each.name for each in tree.get("part", ())]
        yield from chain.from_iterable(map(parts, tree.values()))
    elif not isinstance(tree, str) and hasattr(tree, "__iter__"):
        yield from chain.from_iterable(map(parts, tree))


def parted(query: str) -> list[list[str]]:
    """The groups in which triples come after a BIND: the engine joins both halves whole, and not where little is found."""
    groups = parts(parseQuery(PROLOGUE + query))
    return [names for names in groups if "Bind" in names and "TriplesBlock" in names[names.index("Bind") :]]


@pytest.mark.parametrize("name", sorted(FILES))
@pytest.mark.parametrize("narrowed", [True, False])
def test_no_bind_parts_what_is_to_be_joined(name, narrowed):
    text = FILES[name].read_text(encoding="utf-8")
    named = {one or other for one, other in NAMED.findall(text)}
    always = {other for line in text.splitlines() if "#+[" not in line for _, other in NAMED.findall(line) if other}
    given = named if narrowed else always
    query = sparql(text, {each: (VALUES.get(each, "https://e.org/x"),) for each in given})
    assert parted(query) == []


def test_a_bind_in_the_middle_is_found():
    """As who-met-whom had it once: the whole answer of 10,000 events took minutes."""
    text = FILES["01_who_met_whom/query.rq"].read_text(encoding="utf-8")
    bind = '  BIND(STRAFTER(STR(?class), "#") AS ?type)\n'
    evidence = "  ?event diplo:evidence ?evidence .\n"
    assert bind in text and evidence in text
    slow = sparql(text.replace(bind, "").replace(evidence, bind + evidence), {})
    assert parted(sparql(text, {})) == []
    assert parted(slow)
