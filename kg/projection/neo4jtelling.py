"""Says in one sentence what a Neo4j server complains of, with what to do."""

import re
from collections.abc import Iterator
from contextlib import contextmanager

from neo4j._exceptions import BoltError, BoltHandshakeError
from neo4j.exceptions import AuthError, ClientError, ConfigurationError, DriverError, Neo4jError, ServiceUnavailable

from kg.errors import QueryError, StoreError
from kg.projection.dialect import malformed
from kg.projection.neo4jaddress import PASSWORD, USER
from kg.store.sparql import too_long

_PLACE = re.compile(r"\(line (\d+), column (\d+).*", re.DOTALL)
_ADVICE = (
    ("DatabaseNotFound", "there is no such database at {where}: make it on the server, or name another one"),
    ("Security.Forbidden", "the user that {user} names may not write to {where}: use one who may ({told})"),
    ("ReadOnly", "the database at {where} can't be written to: it is set to be read only ({told})"),
    ("Security.", "the Neo4j server at {where} refuses the name or the password: set {user} and {password} ({told})"),
    ("MemoryPoolOutOfMemory", "the Neo4j server at {where} has too little memory for this: give it more ({told})"),
)


@contextmanager
def telling(where: str, query: str = "", seconds: float | None = None) -> Iterator[None]:
    """Turn the errors of the driver into ours; ``query`` is what an analyst asked, ``seconds`` how long it may take.

    Raises:
        QueryError: the query can't be answered.
        StoreError: the server isn't there, refuses us, or fails.
    """
    try:
        yield
    except AuthError as error:
        raise StoreError(
            f"the Neo4j server at {where} refuses the name or the password: set {USER} and {PASSWORD}"
        ) from error
    except BoltHandshakeError as error:
        raise StoreError(
            f"what answers at {where} is no Neo4j server, or one of another age: 5.26 (the LTS) or newer is needed"
        ) from error
    except (ServiceUnavailable, ConfigurationError, BoltError) as error:
        raise _unreachable(error, where) from error
    except ValueError as error:
        # The driver lets this one through; any other is a fault of ours.
        if not str(error).startswith("Cannot resolve address"):
            raise
        raise _unreachable(error, where) from error
    except ClientError as error:
        raise _complaint(error, where, query, seconds) from error
    except (Neo4jError, DriverError) as error:
        # What only shows while an answer is made, such as a wrong argument, is no fault of the server.
        if query and "Statement" in (getattr(error, "code", None) or ""):
            raise QueryError(f"the query can't be answered: {_first(error)}") from error
        raise (_advised(error, where) or StoreError(f"the Neo4j server at {where} failed: {_first(error)}")) from error


def _unreachable(error: Exception, where: str) -> StoreError:
    # What +s asks for, the driver tells in a later line, and of a cluster not at all.
    sealed = " with a certificate that this machine trusts" if "+s://" in where else ""
    return StoreError(f"can't reach a Neo4j server at {where}: is it running there{sealed}? ({_first(error)})")


def _first(error: Exception) -> str:
    told = error.message if isinstance(error, Neo4jError) else None
    # The driver goes on to tell which addresses a name stands for.
    return str(told or error).strip().partition("\n")[0].partition(" (resolved to")[0]


def _complaint(error: ClientError, where: str, query: str, seconds: float | None) -> StoreError:
    code, message = error.code or "", error.message or str(error)
    if query and "TimedOut" in code:
        return too_long(seconds)
    if (advised := _advised(error, where)) is not None:
        return advised
    if not query:
        return StoreError(f"the Neo4j server at {where} refused to write: {_first(error)}")
    place = _PLACE.search(message)
    told = _PLACE.sub("", message).strip().partition("\n")[0]
    if place and "Syntax" in code:
        return malformed(told, query, int(place[1]), int(place[2]))
    return QueryError(f"the query can't be answered: {told}")


def _advised(error: Exception, where: str) -> StoreError | None:
    code = getattr(error, "code", None) or ""
    for sign, sentence in _ADVICE:
        if sign in code:
            return StoreError(sentence.format(where=where, user=USER, password=PASSWORD, told=_first(error)))
    return None
