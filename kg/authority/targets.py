"""Follows ``same_as`` from an id to the one that is kept."""

from collections.abc import Mapping


def kept(identifier: str, targets: Mapping[str, str]) -> str | None:
    """The id to which ``same_as`` leads from an id in the end; None where it leads in a circle."""
    seen = {identifier}
    while (following := targets.get(identifier)) is not None:
        if following in seen:
            return None
        seen.add(following)
        identifier = following
    return identifier
