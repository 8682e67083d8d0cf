"""Fixtures of real servers: each is started when the first test asks for it, and stopped with the tests.

``neo4j_server`` and ``fuseki_server`` last for the session, once per process of pytest: no test meets another's data.
``empty_neo4j`` and ``empty_fuseki`` are the same servers, emptied before and after one test.
"""

from collections.abc import Iterator

import pytest
from servers import fuseki_server as fuseki
from servers import neo4j_server as neo4j
from servers.artifacts import ServerError


@pytest.fixture(scope="session")
def neo4j_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[neo4j.Neo4jServer]:
    try:
        if named := neo4j.named_server():
            yield named
        else:
            with neo4j.running_neo4j(tmp_path_factory.mktemp("neo4j"), patience=0) as started:
                yield started
    except ServerError as error:
        pytest.fail(str(error), pytrace=False)


@pytest.fixture
def empty_neo4j(neo4j_server: neo4j.Neo4jServer) -> Iterator[neo4j.Neo4jServer]:
    neo4j.wipe(neo4j_server)
    yield neo4j_server
    neo4j.wipe(neo4j_server)


@pytest.fixture(scope="session")
def fuseki_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[fuseki.FusekiServer]:
    try:
        with fuseki.running_fuseki(tmp_path_factory.mktemp("fuseki")) as started:
            yield started
    except ServerError as error:
        pytest.fail(str(error), pytrace=False)


@pytest.fixture
def empty_fuseki(fuseki_server: fuseki.FusekiServer) -> Iterator[fuseki.FusekiServer]:
    fuseki.wipe(fuseki_server)
    yield fuseki_server
    fuseki.wipe(fuseki_server)
