"""``kg names``: names across scripts, compared, written in Latin letters, found among others."""

from pathlib import Path

import click

from kg_cli.options import format_option

EPILOG = """\b
Examples:
  kg names match خاجي "Ali Asghar Khaji"
  kg names latin "Мирджалол Касымов"
  kg names find Lavrentyev --among delegates.txt --format json

\b
A score is the belief, 0 to 1, that two names are one name; that is not yet one
person. "partial" says that only one word could be compared of a name that has
more: a surname alone never scores above one half.
"""
MATCH_EPILOG = """\b
Examples:
  kg names match "سيرغي لافروف" "Лавров Сергей Викторович"
  kg names match خاجي Khaji --format json
"""
LATIN_EPILOG = """\b
Examples:
  kg names latin خاجي
  kg names latin "علی‌اصغر خاجی" --language fa
"""
FIND_EPILOG = """\b
Examples:
  kg names find لافرنتييف --among delegates.txt
  kg names find Lavrov --among - --limit 3 < delegates.txt
"""


@click.group("names", short_help="Compare, romanise and find names across scripts.", epilog=EPILOG)
def command() -> None:
    """Compare personal names in Arabic, Persian, Latin and Cyrillic script, write them in Latin letters, find them among others."""


@command.command("match", short_help="Say how likely two names are one, and why.", epilog=MATCH_EPILOG)
@click.argument("name")
@click.argument("other")
@format_option
def match(name: str, other: str, format: str) -> None:
    """Say how likely NAME and OTHER are one name, and which word goes with which."""
    from kg.resolve.similarity import similarity
    from kg_cli.namerows import name_match_table
    from kg_cli.output import print_answer

    print_answer(name_match_table(name, other, similarity(name, other)), format)


@command.command("latin", short_help="Write a name in Latin letters.", epilog=LATIN_EPILOG)
@click.argument("name")
@click.option(
    "--language",
    "-l",
    type=click.Choice(["ar", "fa", "ru"]),
    default="ar",
    show_default=True,
    help="Whose habits of spelling to follow; Cyrillic is read as Russian anyway.",
)
@format_option
def latin(name: str, language: str, format: str) -> None:
    """Write NAME in readable Latin letters, vowels that its script leaves out guessed."""
    from kg.resolve.names import latin as written
    from kg_cli.output import Answer, print_answer

    print_answer(Answer(("name", "latin"), [(name, written(name, language))]), format)


@command.command("find", short_help="Find a name among those of a file.", epilog=FIND_EPILOG)
@click.argument("query")
@click.option(
    "--among",
    type=click.Path(exists=True, dir_okay=False, allow_dash=True, path_type=Path),
    required=True,
    metavar="FILE",
    help="A text file in UTF-8 with one name a line; - for standard input.",
)
@click.option(
    "--limit",
    "-n",
    type=click.IntRange(min=0),
    default=10,
    show_default=True,
    help="Names at most; 0 for all that may be it.",
)
@format_option
def find(query: str, among: Path, limit: int, format: str) -> None:
    """Find the names of FILE that are likeliest QUERY, in whatever script; exit code 1 where none is."""
    from kg.resolve.nameindex import NameIndex
    from kg_cli.files import read_text
    from kg_cli.output import Answer, print_answer

    names = [line.strip() for line in read_text(str(among), "one name a line").splitlines() if line.strip()]
    found = NameIndex(names).search(query, limit or len(names))
    print_answer(
        Answer(("name", "score", "partial"), [(each.name, round(each.score, 4), each.partial) for each in found]),
        format,
    )
    if not found:
        raise SystemExit(1)
