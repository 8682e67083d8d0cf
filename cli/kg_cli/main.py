"""The command ``kg``."""

from pathlib import Path

import click

from kg import __version__
from kg_cli.group import LazyGroup
from kg_cli.options import PLACE, Place

COMMANDS = (
    "ingest",
    "events",
    "show",
    "compare",
    "timeline",
    "diff",
    "gaps",
    "analyze",
    "ask",
    "query",
    "view",
    "report",
    "export",
    "extract",
    "explain",
    "eval",
    "resolve",
    "project",
    "store",
    "why",
    "review",
    "merge",
    "split",
    "retract",
    "assert",
    "judgements",
    "undo",
    "authority",
    "names",
    "stats",
    "validate",
    "check",
    "backup",
    "restore",
    "completion",
)

EPILOG = """\b
Examples:
  kg ingest articles/                 read articles into ./kg-store
  kg events --person Lavrov           whom did Lavrov meet, and when
  kg ask                              which questions can be asked by name
  kg view -o graph.html --open        look at it

\b
Exit codes: 0 all well; 1 finished, but some inputs failed; 2 you must act
(wrong usage, no store, bad query); 130 interrupted.
"""


@click.group(
    "kg",
    cls=LazyGroup,
    modules=COMMANDS,
    epilog=EPILOG,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.option(
    "--store",
    type=PLACE,
    envvar="KG_STORE",
    default=Path("kg-store"),
    show_default=True,
    show_envvar=True,
    metavar="PLACE",
    help="The folder that holds the graph, or the address of a SPARQL or Neo4j server.",
)
@click.version_option(__version__, prog_name="kg")
def cli(store: Place) -> None:
    """Turn news about diplomacy into a knowledge graph that an analyst can trust."""
