"""What a Neo4j server complains of becomes one sentence, and a name or password stays untold."""

import pytest
from cli_help import kg
from neo4j._exceptions import BoltHandshakeError, BoltProtocolError
from neo4j.exceptions import AuthError, Neo4jError, ServiceUnavailable

from kg.errors import QueryError, StoreError
from kg.projection import neo4jdriver
from kg.projection.neo4j import Neo4jEngine
from kg.projection.neo4jaddress import Address, address, is_neo4j
from kg.projection.neo4jtelling import telling


def complaint(code, message="Something.\nMore of it"):
    return Neo4jError.hydrate(code=code, message=message)


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (AuthError("no"), "refuses the name or the password: set NEO4J_USERNAME and NEO4J_PASSWORD"),
        (complaint("Neo.ClientError.Security.AuthenticationRateLimit"), "refuses the name or the password"),
        (complaint("Neo.ClientError.Security.Forbidden"), "the user that NEO4J_USERNAME names may not write"),
        (complaint("Neo.ClientError.General.ForbiddenOnReadOnlyDatabase"), "set to be read only"),
        (complaint("Neo.ClientError.General.WriteOnReadOnlyAccessDatabase"), "set to be read only"),
        (complaint("Neo.ClientError.Database.DatabaseNotFound"), "there is no such database at bolt://h"),
        (complaint("Neo.TransientError.General.MemoryPoolOutOfMemoryError"), "too little memory"),
        (complaint("Neo.ClientError.Schema.ConstraintCreationFailed"), "refused to write: Something."),
        (complaint("Neo.DatabaseError.General.UnknownError", "No space left on device"), "No space left on device"),
        (ServiceUnavailable("gone"), "is it running there?"),
        (ValueError("Cannot resolve address nowhere:7687"), "is it running there? (Cannot resolve"),
        (BoltProtocolError("no such message", None), "is it running there? (no such message)"),
        (BoltHandshakeError("no common version", None, b"", b""), "is no Neo4j server, or one of another age: 5.26"),
    ],
)
def test_a_complaint_is_one_sentence(error, said):
    with pytest.raises(StoreError, match="bolt://h") as told, telling("bolt://h"):
        raise error
    assert said in str(told.value) and "\n" not in str(told.value)


def test_a_fault_of_ours_is_not_put_on_the_server():
    with pytest.raises(ValueError, match="ours"), telling("bolt://h"):
        raise ValueError("ours")


def test_a_sealed_line_that_fails_may_be_for_want_of_trust():
    with pytest.raises(StoreError, match="with a certificate that this machine trusts"), telling("neo4j+s://h"):
        raise ServiceUnavailable("Unable to retrieve routing information")


def test_a_query_that_the_server_fails_at_is_no_fault_of_the_server():
    asked = pytest.raises(QueryError, match=r"^the query can't be answered: Something\.$")
    with asked, telling("bolt://h", "RETURN left('a', -1)"):
        raise complaint("Neo.DatabaseError.Statement.ExecutionFailed")


class Versioned:
    """A driver of a server that tells its version."""

    def __init__(self, version):
        self.version, self.closed = version, False

    def session(self, **options):
        return self

    def __enter__(self):
        return self

    def __exit__(self, *error):
        return None

    def run(self, query, parameters):
        return self

    def values(self):
        return [[self.version]]

    def close(self):
        self.closed = True


def test_a_server_that_is_too_old(monkeypatch):
    old = Versioned("4.4.41")
    monkeypatch.setattr(neo4jdriver.GraphDatabase, "driver", lambda *given, **options: old)
    with pytest.raises(StoreError, match=r"bolt://h is Neo4j 4\.4\.41: 5\.26 \(the LTS\) or newer is needed"):
        Neo4jEngine("bolt://h")
    assert old.closed


@pytest.mark.parametrize("version", ["5.23.0", "5.27-aura", "2025.01.0"])
def test_versions_are_read_as_servers_tell_them(version, monkeypatch):
    server = Versioned(version)
    monkeypatch.setattr(neo4jdriver.GraphDatabase, "driver", lambda *given, **options: server)
    Neo4jEngine("bolt://h")
    assert not server.closed


@pytest.mark.parametrize("command", [["store", "sync"], ["events", "--store"], ["ingest", "x.txt", "--store"]])
@pytest.mark.parametrize("place", ["neo4j://me:geheim@host/db", "bolt+s://geheim@host", "neo4j://me:geheim@[host"])
def test_a_password_in_an_address_is_refused_and_not_repeated(command, place, monkeypatch, tmp_path):
    monkeypatch.setenv("KG_DATA", str(tmp_path))
    refused = kg(*command, place)
    assert refused.exit_code == 2
    assert "geheim" not in refused.stderr and len(refused.stderr.strip().splitlines()) == 1


@pytest.mark.parametrize(
    ("place", "database", "read"),
    [
        ("neo4j://host", None, Address("neo4j://host")),
        ("neo4j://host/news", None, Address("neo4j://host", "news")),
        ("bolt+ssc://host:17687/", "news", Address("bolt+ssc://host:17687", "news")),
        ("neo4j://host/news", "news", Address("neo4j://host", "news")),
    ],
)
def test_addresses_are_read(place, database, read):
    assert address(place, database) == read


@pytest.mark.parametrize("place", ["neo4j://", "neo4j://host/a/b", "https://host", "host", "neo4j://host:port"])
def test_what_is_no_address_is_refused(place):
    with pytest.raises(StoreError, match="write neo4j://host"):
        address(place)


def test_two_names_of_a_database_are_refused():
    with pytest.raises(StoreError, match="give one of both"):
        address("neo4j://host/a", "b")


def test_one_database_has_one_key():
    assert address("neo4j://Host").key == address("bolt+s://host:7687").key == "host-7687"
    assert address("neo4j://host/News").key == "host-7687-news"
    assert address("neo4j://[::1]").key == "__1-7687"


def test_addresses_are_told_from_folders(tmp_path):
    assert is_neo4j("BOLT://h") and not is_neo4j(tmp_path) and not is_neo4j("neo4j") and not is_neo4j("https://h")
