"""Asks Neo4j the six questions: a server of the tests, filled by its own import tool, with the memory that a machine of analysts has."""

import json
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from unittest.mock import patch

from stores_asked import NAMES, Figures, Took, once
from stores_contestants import Asked, by_turns, names_of, raced
from stores_made import size
from stores_neo4j import compare, made, told

from kg.export.neo4jimport import ARGUMENTS
from kg.projection.neo4j import Neo4jEngine
from kg.projection.syncing import sync
from kg.questions import ask_cypher
from kg.store.state import OxigraphState

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from servers import neo4j_server

SETTINGS = ("-Xmx4g", "-XX:TieredStopAtLevel=4")
CACHE = "1g"
COMPARED, ROUNDS = 10_000, 2


def home_of(folder: Path) -> Path:
    """The folder of a store's own server, where the CSV set for the import is written first."""
    return folder.with_name(folder.name + "-neo4j")


def neo4j(folder: Path, asked: Asked, times: int) -> list[Figures]:
    """Our questions in Cypher, and the server with the queries that they are made of, over its driver; ``load`` is the import."""
    home = home_of(folder)
    load = _imported(home)
    with _server(home) as server, server.driver() as driver, driver.session() as session:
        engine, kept = Neo4jEngine(server.uri), names_of(folder)
        with OxigraphState(folder) as store:
            sync(store, engine)
        session.run("CALL db.awaitIndexes(3600)").consume()

        def race(title: str) -> list[Took]:
            def ours() -> object:
                return ask_cypher(engine, NAMES[title], asked[title], kept)

            return raced(ours, engine, "cypher", lambda text, *rest: session.run(text, *rest).values(), times)

        took = {title: race(title) for title in asked}
        engine.close()
        return by_turns(
            ("our Cypher on Neo4j", "its queries, our adapter", "raw Neo4j"), took, None, load, size(home / "data")
        )


def loads(folder: Path) -> str:
    """How long our load over the network takes against one written by hand."""
    home = folder / "neo4j-loads"
    with _server(home) as server:
        found = compare(made(COMPARED), server.uri, ROUNDS)
    shutil.rmtree(home)
    return told(found)


def _imported(home: Path) -> Took:
    """Let the import tool make the database, where that isn't done; the CSV set is needed no more then."""
    note = home / "import.json"
    if not note.exists():
        took = once(lambda: neo4j_server.neo4j_admin(home, "database", "import", "full", "neo4j", f"@{ARGUMENTS}"))
        note.write_text(json.dumps(asdict(took)), encoding="utf-8")
        for path in home.glob("*.csv"):
            path.unlink()
    return Took(**json.loads(note.read_text(encoding="utf-8")))


@contextmanager
def _server(home: Path) -> Iterator[neo4j_server.Neo4jServer]:
    home.mkdir(exist_ok=True)
    with (
        neo4j_server.running_neo4j(home, settings=SETTINGS, cache=CACHE) as server,
        patch.dict("os.environ", server.environment),
    ):
        yield server
