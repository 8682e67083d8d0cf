"""The group of commands: loads each only when it is needed, and turns every error that a user can act on into one sentence."""

import contextlib
import importlib
import keyword
import os
import re
import sys
from collections.abc import Iterator
from typing import Any, NoReturn, TextIO

import click
from kg_loaders.base import LoadError

from kg.errors import KgError
from kg_cli.terminal import clean, unspoilt

USER_MUST_ACT = 2
INTERRUPTED = 130
_CARET = re.compile(r"(.*?)(?:\n  ([^\n]*)\n( *\^))?", re.DOTALL)
READER_GONE = 141


class Failure(click.ClickException):
    """An error that the user can act on: printed as one sentence, exit code 2."""

    exit_code = USER_MUST_ACT

    def show(self, file: Any = None) -> None:
        """Print ``kg: what happened`` on stderr; a line of a query with a caret below it keeps its form."""
        sentence, line, caret = _CARET.fullmatch(self.format_message()).groups()  # type: ignore[union-attr]
        click.echo(f"kg: {clean(sentence)}", err=True)
        if caret:
            click.echo(f"  {unspoilt(line)}\n{caret}", err=True)


class LazyGroup(click.Group):
    """A group whose commands are modules of a package, imported when they are called or listed."""

    def __init__(
        self, *args: Any, modules: tuple[str, ...] = (), package: str = "kg_cli.commands", **kwargs: Any
    ) -> None:
        """Take the names of the commands, which are the names of their modules, and the package that holds these."""
        super().__init__(*args, **kwargs)
        self._modules = modules
        self._package = package

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of the commands, in the order of the work rather than of the alphabet."""
        return list(self._modules)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import the module of a command; None where there is no such command."""
        if cmd_name not in self._modules:
            return None
        # A word of the language itself can't name a module: assert is in assert_.py.
        module = cmd_name + "_" * keyword.iskeyword(cmd_name)
        command = importlib.import_module(f"{self._package}.{module}").command
        assert isinstance(command, click.Command)
        return command

    def main(self, *args: Any, **kwargs: Any) -> Any:
        """Run the command line; output is UTF-8 whatever the locale."""
        for stream in (sys.stdout, sys.stderr):
            _speak_utf8(stream)
        return super().main(*args, **kwargs)

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command and flush what it printed, so that a full disk or a reader that has gone is noticed here."""
        with _one_sentence(ctx):
            try:
                return super().invoke(ctx)
            finally:
                sys.stdout.flush()


@contextlib.contextmanager
def _one_sentence(ctx: click.Context) -> Iterator[None]:
    try:
        yield
    except (KgError, LoadError) as error:
        raise Failure(str(error)) from error
    except KeyboardInterrupt:
        click.echo("kg: interrupted", err=True)
        ctx.exit(INTERRUPTED)
    except BrokenPipeError:
        _leave_quietly(ctx)
    except OSError as error:
        raise Failure(_told(error)) from error


def _told(error: OSError) -> str:
    where = f"{error.filename}: " if error.filename else ""
    return f"{where}{error.strerror or error}"


def _leave_quietly(ctx: click.Context) -> NoReturn:
    """End like any other tool whose reader has gone: nothing more can be printed, not even while Python shuts down."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    ctx.exit(READER_GONE)


def _speak_utf8(stream: TextIO) -> None:
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(encoding="utf-8", errors="replace")
