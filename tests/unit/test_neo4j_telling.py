"""What a Neo4j server complains of becomes one sentence, and a name or password stays untold."""

import pytest
from cli_help import kg
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
    ],
)
def test_a_complaint_is_one_sentence(error, said):
    with pytest.raises(StoreError, match="bolt://h") as told, telling("bolt://h"):
        raise error
    assert said in str(told.value) and "\n" not in str(told.value)


def test_a_query_that_the_server_fails_at_is_no_fault_of_the_server():
    asked = pytest.raises(QueryError, match=r"^the query can't be answered: Something\.$")
    with asked, telling("bolt://h", "RETURN left('a', -1)"):
        raise complaint("Neo.DatabaseError.Statement.ExecutionFailed")


class OldServer:
    """A driver of a server that is too old."""

    def __init__(self):
        self.closed = False

    def session(self, **options):
        return self

    def __enter__(self):
        return self

    def __exit__(self, *error):
        return None

    def run(self, query, parameters):
        return self

    def values(self):
        return [["4.4.41"]]

    def close(self):
        self.closed = True


def test_a_server_that_is_too_old(monkeypatch):
    old = OldServer()
    monkeypatch.setattr(neo4jdriver.GraphDatabase, "driver", lambda *given, **options: old)
    with pytest.raises(StoreError, match=r"bolt://h is Neo4j 4\.4\.41: 5\.26 \(the LTS\) or newer is needed"):
        Neo4jEngine("bolt://h")
    assert old.closed


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
