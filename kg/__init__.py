"""diplo-kg: turns news about diplomacy into a knowledge graph in which every fact keeps the words it was read from."""

__version__ = "0.1.0"
