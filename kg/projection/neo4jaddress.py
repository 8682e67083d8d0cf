"""Reads the address of a database on a Neo4j server: ``neo4j://host/NAME`` and its kin."""

from dataclasses import dataclass
from urllib.parse import SplitResult, urlsplit, urlunsplit

from kg.errors import StoreError

USER, PASSWORD = "NEO4J_USERNAME", "NEO4J_PASSWORD"
_SCHEMES = frozenset(base + kind for base in ("neo4j", "bolt") for kind in ("", "+s", "+ssc"))
_PORT = 7687


@dataclass(frozen=True, slots=True)
class Address:
    """Where a database is: ``uri`` as the driver takes it, ``database`` None for the one that the server gives by itself."""

    uri: str
    database: str | None = None

    def __str__(self) -> str:
        return self.uri if self.database is None else f"{self.uri}/{self.database}"

    @property
    def key(self) -> str:
        """One word per server and database, whatever the scheme; fit for the name of a folder."""
        told = urlsplit(self.uri)
        host = (told.hostname or "").replace(":", "_")
        return "-".join([host, str(told.port or _PORT), *([self.database.lower()] if self.database else [])])


def is_neo4j(place: object) -> bool:
    """Whether a place is the address of a Neo4j server."""
    return isinstance(place, str) and place.partition("://")[0].lower() in _SCHEMES and "://" in place


def address(place: str, database: str | None = None) -> Address:
    """Read an address; the database may stand behind the host or be given apart.

    Raises:
        StoreError: it isn't one, or holds a name or a password, which are not repeated.
    """
    try:
        told = urlsplit(place)
        host, _ = told.hostname, told.port
    except ValueError:
        # What can't be read may hold a password all the same.
        raise StoreError(
            "that is no address of a Neo4j server: write neo4j://host, neo4j://host:7687 or neo4j://host/DATABASE"
        ) from None
    bare = told._replace(netloc=told.netloc.rpartition("@")[2])
    if told.username is not None or told.password is not None:
        raise StoreError(f"give no password in the address {urlunsplit(bare)}: set {USER} and {PASSWORD}")
    if not host or not is_neo4j(place):
        raise StoreError(f"{place} is no address of a Neo4j server: write neo4j://host or neo4j://host/DATABASE")
    return Address(urlunsplit(bare._replace(path="", fragment="")), _database(told, database))


def _database(told: SplitResult, given: str | None) -> str | None:
    named = told.path.strip("/")
    if given and named and given != named:
        raise StoreError(f"the address names the database {named}, and --database names {given}: give one of both")
    if "/" in named:
        raise StoreError(f"{named} is no name of a database: write neo4j://host/DATABASE")
    return given or named or None
