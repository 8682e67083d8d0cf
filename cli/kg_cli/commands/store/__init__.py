"""``kg store``: the graph elsewhere."""

from kg_cli.group import LazyGroup

COMMANDS = ("sync",)

EPILOG = """\b
Examples:
  kg store sync neo4j://127.0.0.1
  kg --store ./kg-store store sync neo4j://127.0.0.1/news

\b
docs/stores.md says where the graph can be kept.
"""

command = LazyGroup(
    "store",
    modules=COMMANDS,
    package=__name__,
    short_help="Push the graph to a Neo4j server.",
    help="Have a server hold the graph as well.",
    epilog=EPILOG,
)
