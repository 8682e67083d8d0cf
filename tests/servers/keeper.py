"""Runs one server for as long as somebody holds this process's standard input open.

However the tests end, Ctrl-C and kill -9 included, the system closes the pipe, and the server stops.
"""

import os
import subprocess
import sys
import threading


def main(patience: float, command: list[str]) -> int:
    """Run the command, stop it when standard input ends, and return its exit code; patience is in seconds."""
    server = subprocess.Popen(command, stdin=subprocess.DEVNULL)
    threading.Thread(target=stop_when_let_go, args=(server, patience), daemon=True).start()
    return server.wait()


def stop_when_let_go(server: subprocess.Popen[bytes], patience: float) -> None:
    """Wait for the end of standard input, then have the server stop; what it does not do in time, it does no more."""
    while os.read(0, 1024):  # not sys.stdin, whose lock this thread would hold when the interpreter ends
        pass
    try:
        if patience:
            server.terminate()
        server.wait(patience)
    except subprocess.TimeoutExpired:
        server.kill()


if __name__ == "__main__":
    sys.exit(main(float(sys.argv[1]), sys.argv[2:]))
