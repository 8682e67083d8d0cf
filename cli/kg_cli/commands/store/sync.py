"""``kg store sync``: push the property graph to a Neo4j server, and later what changed."""

from typing import TYPE_CHECKING

import click

from kg_cli.options import Place, quiet_option, store_option

if TYPE_CHECKING:
    from kg.projection.syncing import Synced

EPILOG = """\b
Examples:
  export NEO4J_USERNAME=neo4j NEO4J_PASSWORD=...
  kg store sync neo4j://127.0.0.1              the default database there
  kg store sync neo4j+s://graph.example.org/news
  kg store sync bolt://127.0.0.1:7687 --database news

\b
The first time the whole graph is loaded, later what changed since. After an
interruption, run the same command again: it goes on where it was. A database
that another store filled, or in which others keep something, is refused;
--replace takes out what another store loaded, and never a node of others.
"""


@click.command("sync", short_help="Push the graph to a Neo4j server, and later what changed.", epilog=EPILOG)
@click.argument("address")
@click.option("--database", metavar="NAME", help="The database there; else the one in the address, else the default.")
@click.option(
    "--replace", is_flag=True, help="Take the place of what another store loaded; load beside what others keep there."
)
@click.option(
    "--anew", is_flag=True, help="Load the whole graph again, where kg check found that the server's is another."
)
@quiet_option
@store_option
def command(address: str, database: str | None, replace: bool, anew: bool, quiet: bool, store: Place) -> None:
    """Have the Neo4j server at ADDRESS (neo4j://host) hold the property graph of the store."""
    from kg.projection.neo4j import Neo4jEngine
    from kg.projection.neo4jaddress import is_neo4j
    from kg.projection.syncing import sync
    from kg.projection.workingcopy import source_of
    from kg.store.opening import open_store
    from kg_cli.progress import track
    from kg_cli.reading import reading

    engine = Neo4jEngine(address, database=database, replace=replace)
    try:
        if replace and is_neo4j(store):
            open_store(source_of(store), create=True).close()
        with reading(source_of(store)) as graph:
            done = sync(graph, engine, lambda slices: track(slices, "batches:", quiet=quiet), anew=anew)
    finally:
        engine.close()
    if not quiet:
        click.echo(_told(done, engine.place))


def _told(done: "Synced", place: str) -> str:
    if done.anew:
        began = "went on with an interrupted load: " if done.resumed else "loaded: "
        return f"{began}{place} holds {done.nodes:,} nodes and {done.relationships:,} relationships"
    if done.touched:
        return f"brought up to date: {done.touched:,} nodes were touched since {place} was last filled"
    return f"nothing has changed since {place} was last filled"
