"""Finds the loaders: the built-in ones, and those that other packages register under the entry-point group ``kg.loaders``."""

from functools import cache

from kg_loaders.base import Loader, LoadError

GROUP = "kg.loaders"


@cache
def by_suffix() -> tuple[dict[str, Loader], tuple[LoadError, ...]]:
    """Suffix in lower case → loader, and an error for each registered loader that can't be used.

    A registered loader takes the place of a built-in one of the same suffix.
    """
    # Imported here because every command imports this package, and few of them read articles.
    from importlib.metadata import entry_points

    from kg_loaders.html import HtmlLoader
    from kg_loaders.jsonl import JsonlLoader, JsonLoader
    from kg_loaders.plain import PlainLoader

    loaders: list[Loader] = [PlainLoader(), HtmlLoader(), JsonlLoader(), JsonLoader()]
    errors = []
    for point in sorted(entry_points(group=GROUP), key=lambda point: point.name):
        if point.value.startswith("kg_loaders."):
            continue
        try:
            loaders.append(point.load()())
        except (ImportError, AttributeError, TypeError) as error:
            errors.append(
                LoadError(
                    f"the loader {point.name!r} ({point.value}) can't be used ({error}); update or remove its package."
                )
            )
    return {suffix.lower(): loader for loader in loaders for suffix in loader.suffixes}, tuple(errors)
