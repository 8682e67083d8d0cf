"""Writes the reference of the commands, docs/cli.md, from their own help: ``python -m kg_cli.reference``."""

from collections.abc import Iterator

import click

from kg_cli.main import cli

WIDTH = 100
HEAD = """\
# The commands of `kg`

Written by `make docs` from what `kg COMMAND --help` says.
"""


def reference() -> str:
    """The whole document."""
    root = click.Context(cli, info_name="kg", **cli.context_settings, terminal_width=WIDTH)
    return "\n".join([HEAD, *_parts("kg", cli, root)])


def _parts(title: str, command: click.Command, ctx: click.Context) -> Iterator[str]:
    """The help of a command, and of the commands below it."""
    yield _help(title, command, ctx)
    if isinstance(command, click.Group):
        for name in command.list_commands(ctx):
            below = command.get_command(ctx, name)
            assert below is not None
            inner = click.Context(below, info_name=name, parent=ctx, terminal_width=WIDTH)
            yield from _parts(f"{title} {name}", below, inner)


def _help(title: str, command: click.Command, ctx: click.Context) -> str:
    return f"## {title}\n\n```text\n{command.get_help(ctx).rstrip()}\n```\n"


if __name__ == "__main__":
    click.echo(reference(), nl=False)
