"""What the engine knows of each language, as data: one folder per language, and the gazetteers they share."""

from kg.lang.pack import Pack, load_pack, packs, read_pack

__all__ = ["Pack", "load_pack", "packs", "read_pack"]
