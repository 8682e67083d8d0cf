"""A Neo4j community server for tests: started from its Maven artifacts, or the one that NEO4J_URI names."""

import os
import secrets
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from neo4j import Driver, GraphDatabase
from neo4j.exceptions import AuthError, Neo4jError, ServiceUnavailable
from servers.artifacts import ServerError, jars
from servers.launch import PATIENCE, free_port, java, on_a_free_port, running

CONFIGURATION = """\
server.bolt.listen_address=127.0.0.1:{port}
server.bolt.advertised_address=127.0.0.1:{port}
server.http.enabled=false
server.https.enabled=false
server.memory.pagecache.size={cache}
db.tx_log.preallocate=false
db.tx_log.rotation.size=16m
dbms.usage_report.enabled=false
"""
# What Neo4j's own start script passes to Java.
OPENED = tuple(f"--add-opens=java.base/{name}=ALL-UNNAMED" for name in ("java.nio", "java.io", "sun.nio.ch"))
FIRST_PASSWORD = "neo4j"
CACHE = "64m"


@dataclass(frozen=True, slots=True)
class Neo4jServer:
    """Where a Neo4j server listens and who may enter; ``home`` is its folder, unless it is somebody else's server."""

    uri: str
    user: str
    password: str = field(repr=False)
    home: Path | None = None

    def driver(self) -> Driver:
        """Return a driver for this server; close it, or use it in a ``with``."""
        return GraphDatabase.driver(self.uri, auth=(self.user, self.password))

    @property
    def environment(self) -> Mapping[str, str]:
        """The environment variables that tell a command of this server."""
        return {"NEO4J_URI": self.uri, "NEO4J_USERNAME": self.user, "NEO4J_PASSWORD": self.password}


@contextmanager
def running_neo4j(
    home: Path, patience: float = PATIENCE, settings: Sequence[str] = (), cache: str = CACHE
) -> Iterator[Neo4jServer]:
    """Run a server of one's own in a folder, which may hold a database already; takes about ten seconds of one core.

    Without ``patience`` (seconds) it is killed in the end, which is faster; ``settings`` are words for Java, ``cache`` is the memory for
    pages of the database. Raises ServerError.
    """
    with on_a_free_port(lambda port: running_on(home, port, patience, settings, cache)) as server:
        yield server


@contextmanager
def running_on(home: Path, port: int, patience: float, settings: Sequence[str], cache: str) -> Iterator[Neo4jServer]:
    """Run it on a port; raises ServerError, where somebody else listens there as well."""
    configure(home, port, cache)
    note = home / "password"
    password = note.read_text(encoding="ascii") if note.exists() else secrets.token_urlsafe(16)
    server = Neo4jServer(f"bolt://127.0.0.1:{port}", "neo4j", password, home)
    places = (f"--home-dir={home}", f"--config-dir={home / 'conf'}")
    command = tool("org.neo4j.server.CommunityEntryPoint", *places, settings=settings)
    with running("Neo4j", command, home / "console.log", lambda: opened(server, note), patience):
        yield server


def configure(home: Path, port: int, cache: str = CACHE) -> None:
    """Write the configuration of a server that listens on one port of the loopback address."""
    (home / "conf").mkdir(parents=True, exist_ok=True)
    (home / "conf/neo4j.conf").write_text(CONFIGURATION.format(port=port, cache=cache), encoding="utf-8")


def tool(main_class: str, *arguments: str, settings: Sequence[str] = ()) -> list[str]:
    """Return the command that runs a class of Neo4j's."""
    path = os.pathsep.join(str(jar) for jar in jars("neo4j"))
    return java(*OPENED, *settings, "-cp", path, main_class, *arguments)


def neo4j_admin(home: Path, *arguments: str) -> str:
    """Run ``neo4j-admin ARGUMENTS`` in a folder with no server on it, such as ``database import full``; gives what it says.

    Raises ServerError where it fails.
    """
    configure(home, free_port())
    environment = os.environ | {"NEO4J_HOME": str(home), "NEO4J_CONF": str(home / "conf")}
    command = tool("org.neo4j.cli.AdminTool", *arguments)
    done = subprocess.run(
        command, cwd=home, env=environment, capture_output=True, text=True, encoding="utf-8", check=False
    )
    if done.returncode:
        raise ServerError(f"neo4j-admin {' '.join(arguments)} failed ({done.returncode}):\n{done.stdout}{done.stderr}")
    return done.stdout


def opened(server: Neo4jServer, note: Path) -> bool:
    """Tell whether the server answers; where no note holds a password yet, the one of every new server is replaced first."""
    try:
        if not note.exists():
            replace_password(server)
            note.write_text(server.password, encoding="ascii")
        with server.driver() as driver, driver.session(database="neo4j") as session:
            session.run("RETURN 1").consume()
    except (ServiceUnavailable, AuthError):
        # The latter tells of another server that has come to listen there: this one stops then.
        return False
    return True


def replace_password(server: Neo4jServer) -> None:
    """Enter a new server by the password that all new ones have, and set another."""
    change = "ALTER CURRENT USER SET PASSWORD FROM $old TO $new"
    entered = GraphDatabase.driver(server.uri, auth=(server.user, FIRST_PASSWORD))
    with entered as driver, driver.session(database="system") as session:
        session.run(change, old=FIRST_PASSWORD, new=server.password).consume()


def named_server() -> Neo4jServer | None:
    """Return the server that NEO4J_URI names, if it does; raises ServerError where tests must not use that one."""
    uri = os.environ.get("NEO4J_URI")
    if not uri:
        return None
    if int(os.environ.get("PYTEST_XDIST_WORKER_COUNT", "1")) > 1:
        raise ServerError("NEO4J_URI names one server, which the tests empty again and again: run pytest with -n 0")
    server = Neo4jServer(uri, os.environ.get("NEO4J_USERNAME", "neo4j"), os.environ.get("NEO4J_PASSWORD", ""))
    if nodes := count(server):
        raise ServerError(
            f"the database at {uri} holds {nodes} nodes, and the tests would delete them: name an empty one"
        )
    return server


def count(server: Neo4jServer) -> int:
    """Return how many nodes the server's database holds."""
    try:
        with server.driver() as driver, driver.session() as session:
            number: int = session.run("MATCH (n) RETURN count(n)").single(strict=True).value()
            return number
    except (Neo4jError, ServiceUnavailable) as error:
        raise ServerError(f"the server of NEO4J_URI, {server.uri}, cannot be used: {error}") from error


def clear(server: Neo4jServer) -> None:
    """Delete all nodes; constraints and indexes, which take seconds to be made, stay."""
    with server.driver() as driver, driver.session() as session:
        session.run("MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 10000 ROWS").consume()


def wipe(server: Neo4jServer) -> None:
    """Delete all nodes, constraints and indexes of the server's database."""
    clear(server)
    with server.driver() as driver, driver.session() as session:
        for (name,) in session.run("SHOW CONSTRAINTS YIELD name").values():
            session.run(f"DROP CONSTRAINT `{name}`").consume()
        for (name,) in session.run("SHOW INDEXES YIELD name, type WHERE type <> 'LOOKUP' RETURN name").values():
            session.run(f"DROP INDEX `{name}`").consume()
