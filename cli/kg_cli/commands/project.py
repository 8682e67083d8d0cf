"""``kg project``: bring the property graph up to date, which Cypher is asked of."""

import click

from kg_cli.options import Place, quiet_option, store_option

EPILOG = """\b
Examples:
  kg project                take in what changed since last time
  kg project --anew         throw the property graph away and make it anew

\b
kg query --cypher does this by itself; after a large
ingest this command does it beforehand. docs/graph.md has its labels and types.
"""


@click.command("project", short_help="Bring the graph that Cypher is asked of up to date.", epilog=EPILOG)
@click.option("--anew", is_flag=True, help="Make it anew instead of following what changed.")
@quiet_option
@store_option
def command(anew: bool, quiet: bool, store: Place) -> None:
    """Bring the property graph beside the store up to date with it."""
    if isinstance(store, str):
        from kg.projection.neo4jaddress import is_neo4j

        raise click.UsageError(
            f"the Neo4j server itself holds the property graph: kg --store {store} store sync {store} pushes what changed."
            if is_neo4j(store)
            else "a property graph is kept beside a folder: kg query --cypher makes that of a server in memory."
        )
    from kg.projection.opening import project
    from kg_cli.reading import reading

    with reading(store) as graph:
        done = project(graph, store, anew=anew)
    if not quiet:
        click.echo("made anew" if done.anew else f"up to date: {done.nodes} nodes were looked at")
