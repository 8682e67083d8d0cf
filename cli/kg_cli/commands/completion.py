"""``kg completion``: let the shell complete commands and options."""

import click

EPILOG = """\b
Examples:
  eval "$(kg completion bash)"                                  in ~/.bashrc
  eval "$(kg completion zsh)"                                   in ~/.zshrc
  kg completion fish > ~/.config/fish/completions/kg.fish
"""


@click.command("completion", short_help="Print a completion script for the shell.", epilog=EPILOG)
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@click.pass_context
def command(ctx: click.Context, shell: str) -> None:
    """Print the script that makes SHELL complete the commands and options of kg."""
    from click.shell_completion import get_completion_class

    kind = get_completion_class(shell)
    assert kind is not None
    click.echo(kind(ctx.find_root().command, {}, "kg", "_KG_COMPLETE").source())
