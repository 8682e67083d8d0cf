"""Starts the Java machine that comes with ArcadeDB, once in a process, and is the one place that knows its classes."""

import atexit
import json
import os
import re
import shlex
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from kg.errors import StoreError

OPTIONS = "ARCADEDB_JVM_ARGS"
"""The environment variable for options of the Java machine, ``-Xmx2g`` for example; ArcadeDB's own name for it."""
_MISSING = (
    "ArcadeDB isn't installed: pip install 'diplo-kg[arcadedb]' (there are wheels for Linux on x86_64 and aarch64 with glibc 2.34, "
    "macOS on Apple silicon and Windows on x86_64), or unset KG_CYPHER_ENGINE"
)
# What ArcadeDB asks for, without the module of vectors, which no graph of ours needs and which Java warns of.
_ARGUMENTS = (
    "-XX:+UseSerialGC",
    "-Dfile.encoding=UTF8",
    "-Djava.awt.headless=true",
    "-Dpolyglot.engine.WarnInterpreterOnly=false",
    "--enable-native-access=ALL-UNNAMED",
    "--add-opens=java.base/java.util.concurrent.atomic=ALL-UNNAMED",
    "--add-opens=java.base/java.nio.channels.spi=ALL-UNNAMED",
    "--add-opens=java.base/java.lang=ALL-UNNAMED",
)
_EXPLAIN = re.compile(r"\s*EXPLAIN\b", re.IGNORECASE)
_LABEL = "CREATE VERTEX TYPE {0}; CREATE PROPERTY {0}.iri STRING; CREATE INDEX ON {0} (iri) NOTUNIQUE; "


def _failure() -> type[Exception]:
    try:
        import jpype  # type: ignore[import-untyped]
    except ImportError:
        return StoreError
    raised: type[Exception] = jpype.JException
    return raised


Failure = _failure()
"""What Java raises."""


class Java:
    """The classes of ArcadeDB that are used, by their short names."""

    def __init__(self, loaded: Any) -> None:
        """``loaded`` gives a class by its full name."""
        self.string, self.boolean, self.map, self.collection = (
            loaded(name) for name in ("java.lang.String", "java.lang.Boolean", "java.util.Map", "java.util.Collection")
        )
        self.whole = tuple(loaded(f"java.lang.{name}") for name in ("Long", "Integer", "Short", "Byte"))
        self.broken = tuple(loaded(f"java.lang.{name}") for name in ("Double", "Float"))
        self.vertex, self.edge = loaded("com.arcadedb.graph.Vertex"), loaded("com.arcadedb.graph.Edge")
        self.temporal = loaded("com.arcadedb.query.opencypher.temporal.CypherTemporalValue")
        self.path = loaded("com.arcadedb.query.opencypher.traversal.TraversalPath")
        self.labels = loaded("com.arcadedb.query.opencypher.Labels")
        self._factory = loaded("com.arcadedb.database.DatabaseFactory")
        self._mode = loaded("com.arcadedb.engine.ComponentFile").MODE
        self._json = loaded("com.arcadedb.serializer.json.JSONObject")
        self._timeout = loaded("com.arcadedb.GlobalConfiguration").COMMAND_TIMEOUT
        self._long = loaded("java.lang.Long")

    def open(self, path: Path, *, reading: bool = False) -> Any:
        """Open a graph; any number may read one."""
        return self._factory(str(path)).open(self._mode.READ_ONLY if reading else self._mode.READ_WRITE)

    def create(self, path: Path, labels: Iterable[str]) -> Any:
        """Make a graph that has an index of the ``iri`` for each label.

        The index isn't a unique one: a node gets a further label by being written anew under the same IRI.
        """
        graph = self._factory(str(path)).create()
        graph.command("sqlscript", "".join(_LABEL.format(label) for label in labels))
        return graph

    def close_all(self) -> None:
        """Close what is still open; at its end Java would wait half a minute for it."""
        for graph in self._factory.getActiveDatabaseInstances().toArray():
            graph.close()

    def allow(self, graph: Any, seconds: float | None) -> None:
        """Say how long the next query may take."""
        graph.getConfiguration().setValue(
            self._timeout, self._long(0 if seconds is None else max(1, round(seconds * 1000)))
        )

    def values(self, told: Mapping[str, Any]) -> Any:
        """Values as Java has them; in one text, as each call across costs more than the reading of it."""
        return self._json(json.dumps(told, ensure_ascii=False)).toMap()

    def columns(self, graph: Any, query: str) -> dict[str, str]:
        """The names of a query's columns, as they are shown and as a row has them; there may be no row that tells them."""
        if _EXPLAIN.match(query):
            return {"plan": "executionPlanAsString"}
        clause = graph.getCypherStatementCache().get(query).getReturnClause()
        names = () if clause is None else [str(item.getOutputName()) for item in clause.getReturnItems()]
        return dict(zip(names, names, strict=True))


@cache
def java() -> Java:
    """The running Java machine; once started it runs as long as the process.

    Raises:
        StoreError: ArcadeDB isn't installed, or its Java doesn't start.
    """
    try:
        import jpype
        from arcadedb_embedded.jvm import get_bundled_jre_lib_path, get_jar_path  # type: ignore[import-untyped]
    except ImportError as error:
        raise StoreError(_MISSING) from error
    if not jpype.isJVMStarted():
        _start(jpype, get_bundled_jre_lib_path(), Path(get_jar_path()))
    made = Java(jpype.JClass)
    # What is registered last is called first: before Java is told to end.
    atexit.register(made.close_all)
    return made


def _start(jpype: Any, machine: str, jars: Path) -> None:
    # ArcadeDB would write a log into the folder that one works in.
    quiet = f"-Djava.util.logging.config.file={files('kg.projection').joinpath('arcade.properties')}"
    given = shlex.split(os.environ.get(OPTIONS, ""))
    classes = [str(path) for path in jars.glob("*.jar")]
    try:
        jpype.startJVM(machine, quiet, *_ARGUMENTS, *given, classpath=classes, interrupt=False)
    except (OSError, RuntimeError) as error:
        raise StoreError(f"the Java of ArcadeDB doesn't start: {error}; {OPTIONS} has its options") from error
