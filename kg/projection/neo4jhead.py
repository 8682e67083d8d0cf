"""What a mark in a Neo4j database tells of the load that left it."""

from dataclasses import dataclass

from kg.errors import StoreError
from kg.projection.neo4jtexts import CLEARING, FORM
from kg.store.base import Mark


class OtherGraph(StoreError):
    """A database that is somebody else's, in which nothing was changed."""


@dataclass(frozen=True, slots=True)
class Head:
    """What the mark in the database tells: ``done`` batches of a load."""

    lineage: str | None = None
    revision: int = 0
    done: int = CLEARING
    form: int | None = None

    def goes_on(self, mark: Mark) -> bool:
        """Whether a load of this very state was begun and not ended; who can't tell states apart begins anew."""
        known = mark.revision > 0 and (self.lineage, self.revision, self.form) == (mark.lineage, mark.revision, FORM)
        return known and self.done >= 0
