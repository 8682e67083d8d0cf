"""Readers of articles: a leaf that imports nothing of kg."""

from kg_loaders.article import Article, Block, Dropped
from kg_loaders.base import Loader, LoadError, Source

__all__ = ["Article", "Block", "Dropped", "LoadError", "Loader", "Source"]
