"""Why a query isn't passed on: it can't be read, or would be answered otherwise than by Neo4j 5."""

from kg.errors import KgError


class Unread(KgError):
    """The query is no Cypher; ``offset`` is the place of the first character that can't stand there."""

    def __init__(self, why: str, offset: int) -> None:
        """Tell what was expected there."""
        super().__init__(why)
        self.offset = offset


class Refused(KgError):
    """The query is Cypher, or nearly so, and isn't answered; ``offset`` is where what is refused begins."""

    def __init__(self, why: str, offset: int) -> None:
        """Tell why, and what to write instead."""
        super().__init__(why)
        self.offset = offset
