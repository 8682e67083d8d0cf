"""Fixtures of real servers: each is started when the first test asks for it, and stopped with the tests.

``neo4j_server`` and ``fuseki_server`` last for the session, once per process of pytest: no test meets another's data.
``empty_neo4j`` and ``empty_fuseki`` are the same servers, emptied before and after one test; ``fuseki_gate`` stands before the latter.
"""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from servers import fuseki_server as fuseki
from servers import neo4j_server as neo4j
from servers.artifacts import ServerError
from servers.gate import Gate, gate_before


@contextmanager
def failing_in_a_sentence() -> Iterator[None]:
    """Have a server that cannot be had fail the test by its message alone."""
    try:
        yield
    except ServerError as error:
        raise pytest.fail.Exception(str(error), pytrace=False) from None


@pytest.fixture(scope="session")
def neo4j_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[neo4j.Neo4jServer]:
    with failing_in_a_sentence():
        if named := neo4j.named_server():
            yield named
        else:
            with neo4j.running_neo4j(tmp_path_factory.mktemp("neo4j"), patience=0) as started:
                yield started


@pytest.fixture
def empty_neo4j(neo4j_server: neo4j.Neo4jServer) -> Iterator[neo4j.Neo4jServer]:
    neo4j.wipe(neo4j_server)
    yield neo4j_server
    neo4j.wipe(neo4j_server)


@pytest.fixture(scope="session")
def fuseki_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[fuseki.FusekiServer]:
    with failing_in_a_sentence(), fuseki.running_fuseki(tmp_path_factory.mktemp("fuseki")) as started:
        yield started


@pytest.fixture
def empty_fuseki(fuseki_server: fuseki.FusekiServer) -> Iterator[fuseki.FusekiServer]:
    fuseki.wipe(fuseki_server)
    yield fuseki_server
    fuseki.wipe(fuseki_server)


@pytest.fixture
def fuseki_gate(empty_fuseki: fuseki.FusekiServer) -> Iterator[Gate]:
    with gate_before(empty_fuseki.base) as gate:
        yield gate
