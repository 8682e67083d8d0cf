"""Readers of articles: a leaf that imports nothing of kg."""

from kg_loaders.article import Article, Block, Dropped
from kg_loaders.base import Loader, LoadError, Source
from kg_loaders.reading import read

__all__ = ["Article", "Block", "Dropped", "LoadError", "Loader", "Source", "read"]
