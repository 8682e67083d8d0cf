"""``kg authority reconcile``: find Wikidata ids for what a file names."""

from pathlib import Path

import click

from kg_cli.commands.authority.list import KINDS
from kg_cli.options import Place, format_option, store_option

EPILOG = """\b
Examples:
  kg authority reconcile mine.csv --service https://wikidata.reconci.link/en/api -o links.csv
  kg authority reconcile mine.csv --service http://127.0.0.1:8000/reconcile --kind person

\b
Names leave this machine for the service; nothing else does. links.csv holds the proposals
as comments: take the # away before those that are right, then kg authority add links.csv.
"""


@click.command("reconcile", short_help="Find Wikidata ids by a reconciliation service.", epilog=EPILOG)
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--service", "url", required=True, metavar="URL", help="The address of the service.")
@click.option("--kind", type=click.Choice(KINDS), help="Ask only for things of this kind.")
@click.option(
    "--accept-matches", is_flag=True, help="Write as rows what the service is sure of; else all are comments."
)
@click.option("--timeout", type=click.FloatRange(min=0.1), default=30, show_default=True, metavar="SECONDS")
@click.option(
    "-o",
    "--output",
    "output",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Write the proposals here, as an authority file to review.",
)
@format_option
@store_option
def command(
    file: Path,
    url: str,
    kind: str | None,
    accept_matches: bool,
    timeout: float,
    output: Path | None,
    format: str,
    store: Place,
) -> None:
    """Ask a service that speaks the OpenRefine reconciliation protocol for the Wikidata ids of what FILE names and no row links yet."""
    from kg.authority.accepting import accepted, examined
    from kg.authority.reconcile import proposals, review_text, unlinked
    from kg.authority.service import Service
    from kg_cli.authorities import believed_at
    from kg_cli.authorityrows import proposal_table
    from kg_cli.output import print_answer

    believed = believed_at(store, but=file.name)
    wanted = unlinked(accepted(examined(file, believed)), believed, kind)
    found = list(proposals(Service(url, timeout), wanted, accept=accept_matches)) if wanted else []
    if output is not None:
        output.write_text(review_text(found), encoding="utf-8")
    print_answer(proposal_table(found), format)
    asked, taken = len(wanted), sum(one.accepted for one in found)
    click.echo(f"kg: {asked} names asked for, {len(found)} proposals, {taken} accepted", err=True)
