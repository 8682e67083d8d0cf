"""Opens what is believed: the starter, and the files that a store keeps, where there is a store."""

from pathlib import Path

from kg.authority.authority import Authority
from kg.errors import AuthorityError
from kg_cli.options import Place


def believed_at(place: Place, but: str | None = None) -> Authority:
    """The starter, with the files of the store at a place laid over it if there is one there; ``but`` leaves one file out."""
    if isinstance(place, Path) and not place.exists():
        from kg.resolve.known import starter

        return starter()
    from kg.store.authorities import believed
    from kg_cli.reading import reading

    with reading(place) as store:
        return believed(store, but)


def identified(authority: Authority, told: str) -> str:
    """The id that a user means by an id or by a name.

    Raises:
        AuthorityError: nothing is called so, or several things are.
    """
    if told in authority:
        return told
    found = authority.find(told)
    if len(found) == 1:
        return found[0]
    if found:
        raise AuthorityError(f"{told!r} names several things: give one of the ids {', '.join(found)}")
    raise AuthorityError(f"nothing is known of {told!r}: kg authority list tells the ids that are known")
