"""Follows ``same_as`` from ids to those that are kept."""

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


def all_kept(targets: Mapping[str, str]) -> Mapping[str, str | None]:
    """Where ``same_as`` leads from every id that has it, as ``kept`` does; each row is followed once."""
    found: dict[str, str | None] = {}
    for start in targets:
        path, identifier = dict[str, None](), start
        while identifier in targets and identifier not in found and identifier not in path:
            path[identifier] = None
            identifier = targets[identifier]
        end = None if identifier in path else found.get(identifier, identifier)
        found |= dict.fromkeys(path, end)
    return found
