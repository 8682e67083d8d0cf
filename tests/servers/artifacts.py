"""Fetches the jars of the servers that the tests talk to from Maven Central, each checked by its SHA-256.

``python tests/servers/artifacts.py`` fetches all; the fixtures fetch what is missing. A mirror is taken from MAVEN_REPO_URL,
else from ``~/.m2/settings.xml``.
"""

import os
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from tempfile import NamedTemporaryFile
from xml.etree import ElementTree

CENTRAL = "https://repo.maven.apache.org/maven2"
SERVERS = Path(__file__).parent
SECONDS = 120
TRIES = 3


class ServerError(Exception):
    """A server of the tests cannot be had or does not start; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class Jar:
    """One line of a jars.sha256: a file of a Maven repository and its hash."""

    digest: str
    path: str

    @property
    def name(self) -> str:
        return self.path.rpartition("/")[2]


def listed(server: str) -> list[Jar]:
    """Return the jars that tests/servers/<server>/jars.sha256 names."""
    lines = (SERVERS / server / "jars.sha256").read_text(encoding="ascii").splitlines()
    return [Jar(*line.split("  ", 1)) for line in lines]


def folder() -> Path:
    """Return where jars are kept: in the virtual environment that runs the tests, which `make clean` removes."""
    environment = Path(sys.prefix) if sys.prefix != sys.base_prefix else SERVERS.parent.parent / ".venv"
    return environment / "jars"


def repository() -> str:
    """Return the address of the Maven repository: MAVEN_REPO_URL, the user's mirror of Central, or Central."""
    settings = Path.home() / ".m2/settings.xml"
    address = os.environ.get("MAVEN_REPO_URL") or (mirror(settings) if settings.is_file() else None)
    return (address or CENTRAL).rstrip("/")


def mirror(settings: Path) -> str | None:
    """Return the address that a Maven settings file gives for Central, if it gives one."""
    for entry in ElementTree.parse(settings).iterfind(".//{*}mirrors/{*}mirror"):
        of = {part.strip() for part in entry.findtext("{*}mirrorOf", "").split(",")}
        if of & {"*", "external:*", "central"} and "!central" not in of:
            return entry.findtext("{*}url", "").strip() or None
    return None


def jars(server: str) -> list[Path]:
    """Return the jars of a server, fetching those that are missing; raises ServerError."""
    return fetch(listed(server), repository(), folder())


def fetch(wanted: Sequence[Jar], source: str, into: Path) -> list[Path]:
    """Bring the wanted jars from a Maven repository into a folder; what is there was checked when it came."""
    into.mkdir(parents=True, exist_ok=True)
    missing = [jar for jar in wanted if not (into / jar.name).exists()]
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda jar: fetch_one(jar, source, into), missing))
    return [into / jar.name for jar in wanted]


def fetch_one(jar: Jar, source: str, into: Path) -> None:
    """Bring one jar; nobody ever sees a part of it, since it gets its name when it is whole and checked."""
    content = read(f"{source}/{jar.path}")
    if sha256(content).hexdigest() != jar.digest:
        raise ServerError(
            f"{source}/{jar.path} is not the file that jars.sha256 lists; is MAVEN_REPO_URL a true mirror?"
        )
    with NamedTemporaryFile(dir=into, prefix=".fetching-", delete=False) as part:
        part.write(content)
    Path(part.name).replace(into / jar.name)


def read(address: str) -> bytes:
    """Return what is at an address, after some tries."""
    for again in range(TRIES):
        try:
            with urllib.request.urlopen(address, timeout=SECONDS) as answer:
                content: bytes = answer.read()
            return content
        except (OSError, urllib.error.URLError) as error:
            problem = error
            if isinstance(error, urllib.error.HTTPError) and error.code < 500:
                break
            time.sleep(again)
    raise ServerError(
        f"{address} could not be fetched ({problem}): the tests need Maven Central for their servers; "
        "set MAVEN_REPO_URL to a mirror of it"
    )


def main() -> None:
    """Fetch the jars of all servers."""
    servers = sorted(path.parent.name for path in SERVERS.glob("*/jars.sha256"))
    try:
        for server in servers:
            missing = sum(not (folder() / jar.name).exists() for jar in listed(server))
            if missing:
                print(f"fetching {missing} jars of {server} for the tests", flush=True)  # noqa: T201
            jars(server)
    except ServerError as error:
        sys.exit(f"servers: {error}")


if __name__ == "__main__":
    main()
