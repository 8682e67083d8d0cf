"""Runs the commands of the README's tour on the examples and puts what they print into it: ``python .ci/tour.py``."""

import os
import re
import shlex
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
BLOCK = re.compile(r"^```text\n\$ (kg [^\n]*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
WIDTH = 150


def refreshed(text: str) -> str:
    """The text with every block that begins with ``$ kg …`` run anew, in order, on a store of its own.

    ``kg show`` shows the first event of the list before it, because ids change with what is read.
    """
    with tempfile.TemporaryDirectory() as folder:
        first_id = ""

        def run(found: re.Match[str]) -> str:
            nonlocal first_id
            command = re.sub(r"^kg show \S+", f"kg show {first_id}", found[1])
            printed = output(command, Path(folder) / "store")
            ids = re.findall(r"^[0-9a-f]{8}(?= )", printed, re.MULTILINE)
            first_id = ids[0] if ids else first_id
            return f"```text\n$ {command}\n{printed}```"

        return BLOCK.sub(run, text)


def output(command: str, store: Path) -> str:
    """What a command prints, with long lines cut."""
    words = shlex.split(command)[1:]
    program = [sys.executable, "-c", "from kg_cli.main import cli; cli(prog_name='kg')", *words]
    done = subprocess.run(
        program, cwd=ROOT, env=os.environ | {"KG_STORE": str(store)}, capture_output=True, check=False
    )
    if done.returncode:
        sys.exit(f"tour: {command}: {done.stderr.decode()}")
    lines = done.stdout.decode().splitlines()
    return "".join(f"{line if len(line) <= WIDTH else line[: WIDTH - 1] + '…'}\n" for line in lines)


if __name__ == "__main__":
    README.write_text(refreshed(README.read_text(encoding="utf-8")), encoding="utf-8")
