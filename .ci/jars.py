"""Writes tests/servers/neo4j/jars.sha256 from the pom.xml beside it: one jar a line, as `sha256sum` writes it.

Needs Maven, and only when the version in pom.xml changes: the tests fetch what the list names by themselves.
"""

import subprocess
import sys
import tempfile
from hashlib import sha256
from pathlib import Path

SERVER = Path(__file__).parent.parent / "tests/servers/neo4j"


def main() -> None:
    """Have Maven resolve the pom, and note each jar by its path in a Maven repository."""
    with tempfile.TemporaryDirectory() as folder:
        goal = ["dependency:copy-dependencies", "-DincludeScope=runtime", "-Dmdep.useRepositoryLayout=true"]
        command = ["mvn", "-q", "-B", "-f", str(SERVER / "pom.xml"), *goal, f"-DoutputDirectory={folder}"]
        if status := subprocess.run(command, check=False).returncode:
            sys.exit(f"jars: Maven could not resolve {SERVER / 'pom.xml'} (exit code {status})")
        jars = sorted(Path(folder).rglob("*.jar"))
        lines = [f"{sha256(jar.read_bytes()).hexdigest()}  {jar.relative_to(folder).as_posix()}\n" for jar in jars]
    (SERVER / "jars.sha256").write_text("".join(lines), encoding="ascii")


if __name__ == "__main__":
    main()
