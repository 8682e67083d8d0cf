"""Writes the page about the named questions, docs/questions.md, from their folders: ``python -m kg_cli.questionpage``."""

import json
from collections.abc import Iterator, Mapping

import click
from kg_ontology import root

from kg.questions import Parameter, Question, names, question

HEAD = """\
# Questions that have a name

Written by `make docs` from `ontology/kg_ontology/questions/`: each question is a folder with its text, its parameters, a query in
SPARQL and one in Cypher, and what it must answer over a small graph (`tests/questions/fixture.trig`). A test puts every question in both
languages to every store and engine and compares the rows: they are the same, in the same order.

`kg ask NAME --parameter value` asks in SPARQL, with `--cypher` in Cypher. Names are given in any script, days as 2020-10-14, 2020-10 or
2020; people, places and topics are shown in the language of `--language` (en, ar, fa, ru), where the graph has them so.
A parameter in brackets may be left out. The examples are those of the small graph.
"""


def page() -> str:
    """The whole document."""
    asked = [question(name) for name in names()]
    lines = ["| question | name |", "| --- | --- |", *(f"| {one.title} | [{one.name}](#{one.name}) |" for one in asked)]
    return "\n".join([HEAD, *lines, *(line for one in asked for line in _part(one))]) + "\n"


def _part(asked: Question) -> Iterator[str]:
    yield f"\n## {asked.name}\n\n**{asked.title}** {asked.text}\n"
    yield from (_parameter(one) for one in asked.parameters if one.name != "language")
    columns, given = _example(asked)
    yield f"- gives {', '.join(f'`{column}`' for column in columns)}\n"
    words = "".join(f" --{name} {_quoted(value)}" for name, value in given.items())
    yield f"```sh\nkg ask {asked.name}{words}\n```"


def _parameter(one: Parameter) -> str:
    name = f"`--{one.name}`" if one.required else f"[`--{one.name}`]"
    default = f"; {one.default} unless told" if one.default else ""
    return f"- {name}: {one.help}{default}"


def _example(asked: Question) -> tuple[list[str], Mapping[str, str]]:
    """The columns, and the parameters of the case with an answer that shows most of them."""
    folder = next(each for each in root().joinpath("questions").iterdir() if each.name.endswith(f"_{_file(asked)}"))
    cases = json.loads(folder.joinpath("expected.json").read_text(encoding="utf-8"))
    case = max((each for each in cases if each["rows"]), key=lambda each: len(each["parameters"]))
    return case["columns"], case["parameters"]


def _file(asked: Question) -> str:
    return asked.name.replace("-", "_")


def _quoted(value: str) -> str:
    return f'"{value}"' if " " in value else value


if __name__ == "__main__":
    click.echo(page(), nl=False)
