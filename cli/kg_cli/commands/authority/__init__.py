"""``kg authority``: who is who."""

from kg_cli.group import LazyGroup

COMMANDS = ("add", "list", "show", "check", "remove", "reconcile")

EPILOG = """\b
Examples:
  kg authority show office/US/foreign-minister --on 2014-06-01
  kg authority check mine.csv && kg authority add mine.csv
  kg authority list --files
"""

command = LazyGroup(
    "authority",
    modules=COMMANDS,
    package=__name__,
    short_help="Who is who: offices and their holders, names, your own files.",
    help="Ask and extend the authority: who is who, which office somebody held when, and which source says so.",
    epilog=EPILOG,
)
