"""Asks a reconciliation service for the ids of names, by the protocol that OpenRefine speaks.

The protocol: W3C Entity Reconciliation Community Group, Reconciliation Service API 0.2 (a manifest on GET; a batch of queries
as the form field ``queries`` on POST, answered by their keys).
"""

import json
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from http import HTTPStatus
from http.client import HTTPException
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.parse import urlencode, urlsplit
from urllib.request import Request, urlopen

from kg.errors import AuthorityError

TIMEOUT = 30.0
"""Seconds to wait for an answer."""
ATTEMPTS = 3
_LONGEST = 20_000_000
_PASSING = {HTTPStatus.TOO_MANY_REQUESTS, HTTPStatus.REQUEST_TIMEOUT}
_AGENT = "diplo-kg (https://w3id.org/diplo-kg)"


@dataclass(frozen=True, slots=True)
class Asked:
    """A name to ask for; ``type`` is the service's own id of the kind of thing that is meant, ``limit`` how many answers are wanted."""

    name: str
    type: str | None = None
    limit: int = 3


@dataclass(frozen=True, slots=True)
class Candidate:
    """What a service proposes for a name: its id, name and description, a score that only this service can explain, and whether it
    is sure."""

    id: str
    name: str
    description: str
    score: float
    match: bool


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a service says of itself; ``view`` is the address of the page of an id, with ``{{id}}`` in its place."""

    name: str
    space: str
    view: str | None


class Service:
    """A reconciliation service at an address."""

    def __init__(self, url: str, timeout: float = TIMEOUT, sleep: Callable[[float], None] = time.sleep) -> None:
        """Take the address.

        Raises:
            AuthorityError: it isn't one of the web.
        """
        if urlsplit(url).scheme not in ("http", "https") or not urlsplit(url).hostname:
            raise AuthorityError(f"{url!r} is no address of a service: write http://… or https://…")
        self.url, self._timeout, self._sleep = url, timeout, sleep

    def manifest(self) -> Manifest:
        """What the service says of itself.

        Raises:
            AuthorityError: it doesn't answer, or speaks another protocol.
        """
        told = self._json(Request(self.url, headers={"Accept": "application/json", "User-Agent": _AGENT}))
        if not isinstance(told, dict) or not isinstance(told.get("name"), str) or "identifierSpace" not in told:
            raise self._foreign("its manifest has no name and no identifierSpace")
        view = told.get("view")
        page = view.get("url") if isinstance(view, dict) else None
        return Manifest(told["name"], str(told["identifierSpace"]), page if isinstance(page, str) else None)

    def candidates(self, asked: Sequence[Asked]) -> tuple[tuple[Candidate, ...], ...]:
        """What the service proposes for each of some names, the best first; one request for all of them.

        Raises:
            AuthorityError: it doesn't answer, or speaks another protocol.
        """
        queries = {f"q{number}": _query(one) for number, one in enumerate(asked)}
        data = urlencode({"queries": json.dumps(queries)}).encode()
        told = self._json(Request(self.url, data, {"Accept": "application/json", "User-Agent": _AGENT}))
        if not isinstance(told, dict):
            raise self._foreign("its answer is no object")
        return tuple(self._read(told.get(key)) for key in queries)

    def _read(self, answer: Any) -> tuple[Candidate, ...]:
        """The candidates of one query; none where the service left it out."""
        results = answer.get("result", []) if isinstance(answer, dict) else []
        if not isinstance(results, list):
            raise self._foreign("a result is no list")
        try:
            found = [_candidate(each) for each in results]
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            raise self._foreign(f"a candidate can't be read ({error})") from error
        return tuple(sorted(found, key=lambda one: (-one.score, one.id)))

    def _json(self, request: Request) -> Any:
        body = self._body(request)
        try:
            return json.loads(body)
        except ValueError as error:
            raise self._foreign("its answer is not JSON") from error

    def _body(self, request: Request) -> bytes:
        """The answer to a request; what may pass is tried again, after 1, 2, … seconds."""
        reason = ""
        for wait in _waits():
            if wait:
                self._sleep(wait)
            try:
                with urlopen(request, timeout=self._timeout) as answer:
                    body: bytes = answer.read(_LONGEST + 1)
            except HTTPError as error:
                if error.code not in _PASSING and error.code < HTTPStatus.INTERNAL_SERVER_ERROR:
                    raise self._failed(f"it answers {error.code} {error.reason}") from error
                reason = f"it answers {error.code} {error.reason}"
            except (URLError, HTTPException, OSError) as error:
                reason = str(getattr(error, "reason", error) or type(error).__name__)
            else:
                return self._whole(body)
        raise self._failed(f"{reason} ({ATTEMPTS} attempts)")

    def _whole(self, body: bytes) -> bytes:
        if len(body) > _LONGEST:
            raise self._foreign(f"its answer is longer than {_LONGEST:,} bytes")
        return body

    def _failed(self, reason: str) -> AuthorityError:
        return AuthorityError(f"the service {self.url} can't be asked: {reason}; check the address, or try again later")

    def _foreign(self, reason: str) -> AuthorityError:
        return AuthorityError(f"{self.url} doesn't speak the reconciliation protocol 0.2: {reason}")


def _waits() -> Iterator[int]:
    return (2**attempt // 2 for attempt in range(ATTEMPTS))


def _query(one: Asked) -> Mapping[str, str | int]:
    return {"query": one.name, "limit": one.limit, **({"type": one.type} if one.type else {})}


def _candidate(told: Mapping[str, Any]) -> Candidate:
    description = told.get("description") or ""
    return Candidate(
        str(told["id"]), str(told["name"]), str(description), float(told["score"]), told.get("match") is True
    )
