"""The servers that the tests talk to are there, keep their data apart from strangers, and stop."""

import socket
import subprocess
import sys
import time
import urllib.error
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from hashlib import sha256
from pathlib import Path

import pytest
from neo4j.exceptions import AuthError
from servers import launch
from servers.artifacts import CENTRAL, Jar, ServerError, fetch, mirror, repository
from servers.fuseki_server import FusekiServer, request
from servers.launch import KEEPER, on_a_free_port, running
from servers.neo4j_server import Neo4jServer, named_server

INSERT = "INSERT DATA { <urn:x> <urn:y> 'نص' }"
COUNT = {"query": "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"}


def test_neo4j_merges_the_same_node_once(empty_neo4j: Neo4jServer) -> None:
    with empty_neo4j.driver() as driver:
        for _ in range(2):
            driver.execute_query("MERGE (p:Person {name: $name})", name="لافرنتييف")
        (record,) = driver.execute_query("MATCH (p:Person) RETURN p.name AS name").records
    assert record["name"] == "لافرنتييف"


def test_neo4j_is_of_the_version_that_the_project_promises(neo4j_server: Neo4jServer) -> None:
    with neo4j_server.driver() as driver:
        (record,) = driver.execute_query("CALL dbms.components() YIELD versions").records
    assert record["versions"][0].startswith("5.")


def test_neo4j_asks_for_the_password(neo4j_server: Neo4jServer) -> None:
    stranger = Neo4jServer(neo4j_server.uri, neo4j_server.user, "not the password")
    with stranger.driver() as driver, pytest.raises(AuthError):
        driver.verify_connectivity()
    assert neo4j_server.password not in repr(neo4j_server)


def test_a_bare_neo4j_has_no_constraints_either(neo4j_server: Neo4jServer, request: pytest.FixtureRequest) -> None:
    with neo4j_server.driver() as driver:
        driver.execute_query("CREATE CONSTRAINT one IF NOT EXISTS FOR (p:Person) REQUIRE p.id IS UNIQUE")
        driver.execute_query("CREATE INDEX two IF NOT EXISTS FOR (p:Person) ON (p.name)")
        request.getfixturevalue("bare_neo4j")
        assert driver.execute_query("SHOW CONSTRAINTS").records == []
        assert [r["type"] for r in driver.execute_query("SHOW INDEXES").records if r["type"] != "LOOKUP"] == []


def test_a_named_neo4j_is_not_emptied_if_it_holds_something(
    empty_neo4j: Neo4jServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTEST_XDIST_WORKER_COUNT", "1")
    for name, value in empty_neo4j.environment.items():
        monkeypatch.setenv(name, value)
    named = named_server()
    assert named and (named.uri, named.password) == (empty_neo4j.uri, empty_neo4j.password)
    with empty_neo4j.driver() as driver:
        driver.execute_query("CREATE (:Person)")
    with pytest.raises(ServerError, match="holds 1 nodes"):
        named_server()


def test_a_named_neo4j_serves_one_process_only(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEO4J_URI", "bolt://127.0.0.1:1")
    monkeypatch.setenv("PYTEST_XDIST_WORKER_COUNT", "2")
    with pytest.raises(ServerError, match="-n 0"):
        named_server()


def test_a_named_neo4j_that_is_down_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEO4J_URI", "bolt://127.0.0.1:1")
    monkeypatch.setenv("PYTEST_XDIST_WORKER_COUNT", "1")
    with pytest.raises(ServerError, match="cannot be used"):
        named_server()


def test_fuseki_holds_what_an_update_inserted(empty_fuseki: FusekiServer) -> None:
    request(empty_fuseki.open.update, {"update": INSERT})
    assert request(empty_fuseki.open.query, COUNT).split() == [b"n", b"1"]
    assert b"\xd9\x86\xd8\xb5" in request(empty_fuseki.open.query, {"query": "SELECT ?o { ?s ?p ?o }"})


def test_fuseki_asks_for_the_password(empty_fuseki: FusekiServer) -> None:
    known = (empty_fuseki.user, empty_fuseki.password)
    for credentials in (None, (empty_fuseki.user, "not the password")):
        with pytest.raises(urllib.error.HTTPError) as refusal:
            request(empty_fuseki.closed.update, {"update": INSERT}, credentials)
        assert refusal.value.code == 401
    assert request(empty_fuseki.closed.query, COUNT, known).split() == [b"n", b"0"]
    request(empty_fuseki.closed.update, {"update": INSERT}, known)
    assert request(empty_fuseki.closed.query, COUNT, known).split() == [b"n", b"1"]


LISTENER = (
    "import socket, sys; s = socket.create_server(('127.0.0.1', 0)); print(s.getsockname()[1], flush=True); s.accept()"
)


def test_a_server_stops_when_its_holder_is_killed() -> None:
    holder = "import subprocess, sys; subprocess.Popen(sys.argv[1:], stdin=subprocess.PIPE).wait()"
    command = [sys.executable, "-c", holder, sys.executable, str(KEEPER), "9", sys.executable, "-c", LISTENER]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as held:
        assert held.stdout
        port = int(held.stdout.readline())
        held.kill()
        assert held.stdout.read() == ""  # ends when the last process that could write there has ended
    with pytest.raises(OSError):
        socket.create_connection(("127.0.0.1", port), 5)


def test_a_server_that_does_not_start_is_told_with_its_last_words(tmp_path: Path) -> None:
    command = [sys.executable, "-c", "raise SystemExit('no such database')"]
    told = pytest.raises(ServerError, match=r"(?s)Example stopped with exit code 1; .*no such database")
    with told, running("Example", command, tmp_path / "log", lambda: False):
        pass


@contextmanager
def listening_on(folder: Path, port: int) -> Iterator[int]:
    """A server that can't be started on a port on which somebody listens."""
    program = f"import socket; s = socket.create_server(('127.0.0.1', {port})); print('begun', flush=True); s.accept()"
    log = folder / "log"
    with running("Example", [sys.executable, "-c", program], log, lambda: "begun" in log.read_text()):
        yield port


def test_a_server_whose_port_was_taken_meanwhile_starts_on_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as stranger:
        taken, free = stranger.getsockname()[1], launch.free_port()
        ports = [taken, free]
        monkeypatch.setattr(launch, "free_port", lambda: ports.pop(0))
        with on_a_free_port(lambda port: listening_on(tmp_path, port)) as port:
            assert port == free
        ports = [taken, taken]
        told = pytest.raises(ServerError, match="Example stopped with exit code 1")
        with told, on_a_free_port(lambda port: listening_on(tmp_path, port)):
            pass


def test_a_server_that_fails_for_another_reason_is_not_started_twice(tmp_path: Path) -> None:
    tried: list[int] = []

    def start(port: int) -> AbstractContextManager[int]:
        tried.append(port)
        return running("Example", [sys.executable, "-c", "raise SystemExit(3)"], tmp_path / "log", lambda: False)

    with pytest.raises(ServerError, match="exit code 3"), on_a_free_port(start):
        pass
    assert len(tried) == 1


def repository_of(folder: Path, content: bytes) -> tuple[str, Jar]:
    (folder / "org/x/1").mkdir(parents=True)
    (folder / "org/x/1/x-1.jar").write_bytes(content)
    return folder.as_uri(), Jar(sha256(content).hexdigest(), "org/x/1/x-1.jar")


def test_a_jar_is_fetched_once(tmp_path: Path) -> None:
    source, jar = repository_of(tmp_path / "repository", b"jar")
    (fetched,) = fetch([jar], source, tmp_path / "jars")
    assert fetched.read_bytes() == b"jar"
    assert fetch([jar], "file:///nowhere", tmp_path / "jars") == [fetched]


def test_a_jar_with_other_content_is_refused(tmp_path: Path) -> None:
    source, jar = repository_of(tmp_path / "repository", b"jar")
    with pytest.raises(ServerError, match=r"x-1\.jar is not the file"):
        fetch([Jar("0" * 64, jar.path)], source, tmp_path / "jars")
    assert list((tmp_path / "jars").iterdir()) == []


def test_a_jar_that_cannot_be_fetched_is_told_in_a_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(time, "sleep", lambda _: None)
    with pytest.raises(ServerError, match="set MAVEN_REPO_URL to a mirror"):
        fetch([Jar("0" * 64, "org/x/1/x-1.jar")], tmp_path.as_uri(), tmp_path / "jars")


@pytest.mark.parametrize(
    ("of", "address"),
    [
        ("central", "https://mirror.example/m2"),
        ("*,!local", "https://mirror.example/m2"),
        ("*,!central", None),
        ("x", None),
    ],
)
def test_the_mirror_of_the_users_maven_settings_is_taken(tmp_path: Path, of: str, address: str | None) -> None:
    settings = tmp_path / "settings.xml"
    entry = f"<mirror><id>m</id><mirrorOf>{of}</mirrorOf><url>https://mirror.example/m2</url></mirror>"
    for namespace in ("", ' xmlns="http://maven.apache.org/SETTINGS/1.2.0"'):
        settings.write_text(f"<settings{namespace}><mirrors>{entry}</mirrors></settings>", encoding="utf-8")
        assert mirror(settings) == address


def test_the_environment_names_the_repository_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    monkeypatch.delenv("MAVEN_REPO_URL", raising=False)
    assert repository() == CENTRAL
    monkeypatch.setenv("MAVEN_REPO_URL", "https://repo.example/m2/")
    assert repository() == "https://repo.example/m2"
