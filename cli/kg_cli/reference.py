"""Writes the reference of the commands, docs/cli.md, from their own help: ``python -m kg_cli.reference``."""

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
    parts = [HEAD, _help("kg", cli, root)]
    for name in cli.list_commands(root):
        command = cli.get_command(root, name)
        assert command is not None
        parts.append(
            _help(f"kg {name}", command, click.Context(command, info_name=name, parent=root, terminal_width=WIDTH))
        )
    return "\n".join(parts)


def _help(title: str, command: click.Command, ctx: click.Context) -> str:
    return f"## {title}\n\n```text\n{command.get_help(ctx).rstrip()}\n```\n"


if __name__ == "__main__":
    click.echo(reference(), nl=False)
