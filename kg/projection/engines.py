"""Which embedded engine is asked in Cypher: kglite, or the one that an environment variable names."""

import os
from importlib import import_module
from importlib.metadata import entry_points
from pathlib import Path

from kg.errors import StoreError
from kg.projection.base import EmbeddedEngine

GROUP = "kg.engines"
ENGINES = {
    "kglite": ("kg.projection.kglite", "KgliteEngine"),
    "arcadedb": ("kg.projection.arcade", "ArcadeEngine"),
}
"""Our own embedded engines, by name; others may be registered under the entry-point group ``kg.engines``."""
VARIABLE, DEFAULT = "KG_CYPHER_ENGINE", "kglite"
"""The environment variable that names the engine to ask in Cypher, and the one without it."""


def engine_name() -> str:
    """The embedded engine that is asked in Cypher."""
    return os.environ.get(VARIABLE) or DEFAULT


def embedded(folder: Path | None) -> EmbeddedEngine:
    """The embedded engine that is asked in Cypher, with what it keeps in a folder.

    Raises:
        StoreError: there is no such engine, or it isn't installed.
    """
    name = engine_name()
    if name in ENGINES:
        # Engines are large: only who asks in Cypher loads one.
        module, kind = ENGINES[name]
        own: EmbeddedEngine = getattr(import_module(module), kind)(folder)
        return own
    registered = entry_points(group=GROUP)
    for found in registered.select(name=name):
        other: EmbeddedEngine = found.load()(folder)
        return other
    known = ", ".join(sorted({*ENGINES, *registered.names}))
    raise StoreError(f"unknown Cypher engine {name!r} in {VARIABLE}: use one of {known}")
