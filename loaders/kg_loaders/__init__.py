"""Readers of articles: a leaf that imports nothing of kg."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg_loaders.article import Article, Block, Dropped
    from kg_loaders.base import Loader, LoadError, Source
    from kg_loaders.reading import read

__all__ = ["Article", "Block", "Dropped", "LoadError", "Loader", "Source", "read"]

if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        """Any of these by its name: its module is loaded when it is first asked for, since most commands read no articles."""
        if name in __all__:
            for module in ("base", "article", "reading"):
                if hasattr(found := import_module(f"kg_loaders.{module}"), name):
                    return globals().setdefault(name, getattr(found, name))
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
