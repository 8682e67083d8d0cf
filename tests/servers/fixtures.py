"""Fixtures of real servers: each is started when the first test asks for it, and stopped with the tests.

``neo4j_server`` and ``fuseki_server`` last for the session, once per process of pytest: no test meets another's data.
``empty_neo4j`` and ``empty_fuseki`` are the same servers, emptied before a test; ``fuseki_gate`` stands before the latter.
``bare_neo4j`` has no constraints and indexes either, ``questions_neo4j`` holds the fixture graph of the questions, for tests that
only read.
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
            neo4j.wipe(named)
        else:
            with neo4j.running_neo4j(tmp_path_factory.mktemp("neo4j"), patience=0) as started:
                yield started


@pytest.fixture
def empty_neo4j(neo4j_server: neo4j.Neo4jServer) -> neo4j.Neo4jServer:
    neo4j.clear(neo4j_server)
    return neo4j_server


@pytest.fixture
def bare_neo4j(neo4j_server: neo4j.Neo4jServer) -> neo4j.Neo4jServer:
    neo4j.wipe(neo4j_server)
    return neo4j_server


@pytest.fixture
def questions_neo4j(neo4j_server: neo4j.Neo4jServer) -> neo4j.Neo4jServer:
    hold_questions(neo4j_server)
    return neo4j_server


def hold_questions(server: neo4j.Neo4jServer) -> None:
    """Load the fixture graph of the questions, unless nobody has emptied the server since it was loaded last."""
    # Most runs of tests need none of this.
    from graphs import questions_store

    from kg.projection.neo4j import Neo4jEngine
    from kg.projection.updating import up_to_date

    with pytest.MonkeyPatch.context() as patch:
        for name, value in server.environment.items():
            patch.setenv(name, value)
        engine = Neo4jEngine(server.uri)
    mark = questions_store().changes().mark
    if engine.mark() != mark:
        neo4j.clear(server)
        up_to_date(questions_store(), engine)
    engine.close()


@pytest.fixture(scope="session")
def fuseki_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[fuseki.FusekiServer]:
    with failing_in_a_sentence(), fuseki.running_fuseki(tmp_path_factory.mktemp("fuseki")) as started:
        yield started


@pytest.fixture
def empty_fuseki(fuseki_server: fuseki.FusekiServer) -> fuseki.FusekiServer:
    fuseki.wipe(fuseki_server)
    return fuseki_server


@pytest.fixture
def fuseki_gate(empty_fuseki: fuseki.FusekiServer) -> Iterator[Gate]:
    with gate_before(empty_fuseki.base) as gate:
        yield gate
