"""Runs ``kg`` inside the test, on a store that holds the sample article."""

import os
import pty
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from click.testing import CliRunner, Result
from kg_cli.main import cli
from sample_article import extraction

from kg.facts import article_graph
from kg.resolve.entities import resolve
from kg.store.opening import open_store

sample = article_graph(resolve(extraction))


def filled(folder: Path) -> Path:
    """A store with the sample article, in a folder."""
    path = folder / "store"
    with open_store(path, create=True) as store:
        store.put(sample)
    return path


def kg(*arguments: object, stdin: str | bytes | None = None, env: Mapping[str, str] | None = None) -> Result:
    """What ``kg`` with these arguments prints, and its exit code; an error that isn't the user's fails the test."""
    result = CliRunner().invoke(cli, [str(one) for one in arguments], input=stdin, env=env)
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


def process(*arguments: object, **env: str) -> "subprocess.CompletedProcess[bytes]":
    """The same in a process of its own, with these changes of the environment."""
    return subprocess.run(command(*arguments), capture_output=True, env=os.environ | env, check=False)


def command(*arguments: object) -> list[str]:
    """The command line that runs ``kg`` with this interpreter."""
    return [sys.executable, "-c", "from kg_cli.main import cli; cli(prog_name='kg')", *map(str, arguments)]


def on_a_terminal(*arguments: object, **env: str) -> str:
    """What ``kg`` prints when its output is a terminal, with these changes of the environment."""
    ours, theirs = pty.openpty()
    streams = {"stdout": theirs, "stderr": theirs, "stdin": theirs}
    done = subprocess.Popen(command(*arguments), **streams, close_fds=True, env=os.environ | env)
    os.close(theirs)
    printed = b""
    while True:
        try:
            part = os.read(ours, 65536)
        except OSError:  # Linux says so when the other side has closed.
            break
        if not part:
            break
        printed += part
    os.close(ours)
    done.wait()
    return printed.decode("utf-8")
