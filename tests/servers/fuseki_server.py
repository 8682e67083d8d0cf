"""An Apache Jena Fuseki server for tests, with two datasets in memory: one open, one that asks for a password."""

import secrets
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlencode

from servers.artifacts import jars
from servers.launch import java, on_a_free_port, running

CONFIGURATION = """\
PREFIX fuseki: <http://jena.apache.org/fuseki#>
PREFIX ja:     <http://jena.hpl.hp.com/2005/11/Assembler#>

[] a fuseki:Server ; fuseki:passwd "{passwords}" ; fuseki:auth "basic" ; fuseki:services ( <#open> <#closed> ) .
<#open> fuseki:name "open" .
<#closed> fuseki:name "closed" ; fuseki:allowedUsers "{user}" .
"""
SERVICE = """\
<#{name}> a fuseki:Service ;
    fuseki:dataset [ a ja:MemoryDataset ] ;
    fuseki:endpoint [ fuseki:operation fuseki:query ; fuseki:name "query" ] ;
    fuseki:endpoint [ fuseki:operation fuseki:update ; fuseki:name "update" ] ;
    fuseki:endpoint [ fuseki:operation fuseki:gsp-rw ; fuseki:name "data" ] .
"""


@dataclass(frozen=True, slots=True)
class SparqlDataset:
    """The addresses of one dataset: for queries, for updates, and of its graph store protocol."""

    query: str
    update: str
    data: str


def dataset(base: str, name: str) -> SparqlDataset:
    """Return the addresses of a dataset of the server, or of the gate before it, at a base address."""
    return SparqlDataset(*(f"{base}/{name}/{end}" for end in ("query", "update", "data")))


@dataclass(frozen=True, slots=True)
class FusekiServer:
    """Where a Fuseki server listens; ``user`` and ``password`` open its dataset ``closed`` by basic authentication."""

    base: str
    user: str
    password: str = field(repr=False)

    @property
    def open(self) -> SparqlDataset:
        """The dataset that everybody may read and write."""
        return dataset(self.base, "open")

    @property
    def closed(self) -> SparqlDataset:
        """The dataset that only ``user`` may read and write."""
        return dataset(self.base, "closed")


@contextmanager
def running_fuseki(home: Path) -> Iterator[FusekiServer]:
    """Run a server of one's own in a folder; takes about two seconds of one core."""
    with on_a_free_port(lambda port: running_on(home, port)) as server:
        yield server


@contextmanager
def running_on(home: Path, port: int) -> Iterator[FusekiServer]:
    """Run it on a port; raises ServerError, where somebody else listens there as well."""
    server = FusekiServer(f"http://127.0.0.1:{port}", "analyst", secrets.token_urlsafe(16))
    configuration = configure(home, server)
    listening = ("--localhost", f"--port={port}", f"--config={configuration}")
    (jar,) = jars("fuseki")
    command = java("-cp", str(jar), "org.apache.jena.fuseki.main.cmds.FusekiMainCmd", *listening)
    with running("Fuseki", command, home / "console.log", lambda: answers(server)):
        yield server


def configure(home: Path, server: FusekiServer) -> Path:
    """Write the configuration of a server, and return its path."""
    home.mkdir(parents=True, exist_ok=True)
    passwords, configuration = home / "passwords", home / "fuseki.ttl"
    passwords.write_text(f"{server.user}: {server.password}\n", encoding="utf-8")
    services = "".join(SERVICE.format(name=name) for name in ("open", "closed"))
    whole = CONFIGURATION.format(passwords=passwords.as_posix(), user=server.user)
    configuration.write_text(whole + services, encoding="utf-8")
    return configuration


def request(
    address: str, fields: dict[str, str], credentials: tuple[str, str] | None = None, seconds: float = 60
) -> bytes:
    """Post a form to a server and return the answer; raises urllib.error.HTTPError."""
    handlers: list[urllib.request.BaseHandler] = [urllib.request.ProxyHandler({})]
    if credentials:
        keys = urllib.request.HTTPPasswordMgrWithDefaultRealm()
        keys.add_password(None, address, *credentials)
        handlers.append(urllib.request.HTTPBasicAuthHandler(keys))
    asked = urllib.request.Request(address, urlencode(fields).encode(), {"Accept": "text/csv"})
    with urllib.request.build_opener(*handlers).open(asked, timeout=seconds) as answer:
        content: bytes = answer.read()
        return content


def answers(server: FusekiServer) -> bool:
    """Tell whether the server answers a question: this one, and no other that has come to listen there."""
    try:
        return bool(request(server.closed.query, {"query": "ASK {}"}, (server.user, server.password), seconds=5))
    except (OSError, urllib.error.URLError):
        return False


def wipe(server: FusekiServer) -> None:
    """Delete all graphs of both datasets."""
    request(server.open.update, {"update": "DROP ALL"})
    request(server.closed.update, {"update": "DROP ALL"}, (server.user, server.password))
