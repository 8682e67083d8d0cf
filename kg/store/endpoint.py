"""Speaks the SPARQL 1.1 protocols with a server: addresses, basic and bearer authentication, errors as one sentence."""

import os
import re
from dataclasses import dataclass
from hashlib import sha256
from urllib.parse import urlsplit, urlunsplit

import urllib3
from urllib3.exceptions import HTTPError, MaxRetryError, SSLError

from kg.errors import StoreError
from kg.store.credentials import PASSWORD, TOKEN, USER, authentication
from kg.store.sending import ANSWER_SECONDS, Request, TimeIsOver, send
from kg.store.sparql import malformed, too_long

UPDATE, GRAPHS = "KG_SPARQL_UPDATE", "KG_SPARQL_GRAPHS"
_PLACE = re.compile(r"\s*at line (\d+),? column (\d+)\.?", re.IGNORECASE)
# As Jena's parser says it: the kind of a word that it didn't expect, and the word; or the end.
_ENCOUNTERED = re.compile(r'Encountered (?:" .*" "(\S*) ""|"<EOF>")')
_TAG = re.compile(r"<[^>]*>")


class NoAnswer(StoreError):
    """What answers is no SPARQL server, but a page of a proxy for example."""

    def __init__(self, place: str, told: bytes) -> None:
        """Take the address, and what was told instead of an answer."""
        shown = f" ({words})" if (words := _first_words(told)) else ""
        super().__init__(
            f"what answers at {place} is no SPARQL server, or a proxy before it: it tells something else than was asked{shown}"
        )


@dataclass(frozen=True, slots=True)
class Addresses:
    """Where a server takes queries, updates, and whole graphs (the graph store protocol)."""

    query: str
    update: str
    graphs: str

    @property
    def lineage(self) -> str:
        """What tells this data set from others: the same by whichever of its addresses it is named."""
        return sha256(self.query.encode("utf-8")).hexdigest()[:32]


def addresses(place: str) -> Addresses:
    """The three addresses of a data set by one: its own, as Fuseki has it, or that of a repository of RDF4J or GraphDB.

    KG_SPARQL_UPDATE and KG_SPARQL_GRAPHS give those of servers that lay them out otherwise; ``place`` is then that of queries.
    """
    base = place.rstrip("/")
    if update := os.environ.get(UPDATE):
        return Addresses(base, update, os.environ.get(GRAPHS, update))
    if "/repositories/" in base:
        return Addresses(base, f"{base}/statements", f"{base}/rdf-graphs/service")
    base = base.removesuffix("/query").removesuffix("/sparql")
    return Addresses(f"{base}/query", f"{base}/update", f"{base}/data")


class Endpoint:
    """A connection to one data set; names and passwords come from the environment and are never told."""

    def __init__(self, place: str) -> None:
        """Remember where; nothing is sent yet.

        Raises:
            StoreError: the address holds a name or a password, or isn't one.
        """
        told = urlsplit(place)
        if told.scheme not in ("http", "https") or not told.hostname:
            raise StoreError(f"{place} is no address of a SPARQL server: give http://… or https://…")
        if told.username is not None or told.password is not None:
            shown = urlunsplit(told._replace(netloc=told.netloc.rpartition("@")[2]))
            raise StoreError(f"give no password in the address {shown}: set {USER} and {PASSWORD}, or {TOKEN}")
        self.place, self.at = place, addresses(place)
        self._pool = urllib3.PoolManager()

    def query(self, text: str, accept: str, seconds: float | None = None) -> bytes:
        """What the server answers to a query, in a format that it was asked for; ``seconds`` bound all tries and the whole answer.

        Raises:
            QueryError: the query is malformed or takes too long.
            StoreError: the server isn't there, fails, or refuses us.
        """
        return self._send("POST", self.at.query, text, "application/sparql-query", accept, seconds)

    def update(self, text: str) -> None:
        """Change the data; a request is one transaction where the server keeps to the recommendation.

        Raises:
            StoreError: the server isn't there, fails, or refuses us.
        """
        self._send("POST", self.at.update, text, "application/sparql-update", "*/*")

    def graph(self, name: str, accept: str = "application/n-triples") -> bytes:
        """A whole named graph, by the graph store protocol; empty where there is none.

        Raises:
            StoreError: the server isn't there, fails, or refuses us.
        """
        return self._send("GET", self.at.graphs, None, "", accept, fields={"graph": name}, missing=b"")

    def close(self) -> None:
        """Let go of the connections."""
        self._pool.clear()

    def _send(
        self,
        method: str,
        address: str,
        text: str | None,
        kind: str,
        accept: str,
        seconds: float | None = None,
        fields: dict[str, str] | None = None,
        missing: bytes | None = None,
    ) -> bytes:
        headers = {"Accept": accept, **authentication()} | ({"Content-Type": f"{kind}; charset=utf-8"} if text else {})
        body = None if text is None else text.encode("utf-8", "replace")
        try:
            answer = send(self._pool, Request(method, address, headers, body, fields), seconds)
        except HTTPError as error:
            raise self._lost(error, seconds) from error
        if answer.status == 404 and missing is not None:
            return missing
        if answer.status >= 300:
            raise self._refused(answer.status, answer.data, text)
        return answer.data

    def _lost(self, error: HTTPError, seconds: float | None) -> StoreError:
        reason = error.reason if isinstance(error, MaxRetryError) and error.reason is not None else error
        if isinstance(reason, TimeIsOver):
            return self._silent(seconds)
        if isinstance(reason, SSLError):
            return StoreError(
                f"can't reach the SPARQL server at {self.place} by https: does it speak that there, and does this machine trust its "
                f"certificate (SSL_CERT_FILE names others)? ({reason})"
            )
        return StoreError(f"can't reach the SPARQL server at {self.place}: is it running there? ({_words(reason)})")

    def _silent(self, seconds: float | None) -> StoreError:
        if seconds is not None:
            return too_long(seconds)
        return StoreError(
            f"the SPARQL server at {self.place} has not answered for {ANSWER_SECONDS:g} seconds: is it well?"
        )

    def _refused(self, status: int, data: bytes, text: str | None) -> StoreError:
        told = _first_words(data)
        if status in (401, 403):
            return StoreError(
                f"the SPARQL server at {self.place} refuses the name, the password or the token: "
                f"set {USER} and {PASSWORD}, or {TOKEN}"
            )
        if status == 404:
            return StoreError(f"there is no data set at {self.place}: make one on the server, or give another address")
        if status == 400 and text is not None:
            place = _PLACE.search(told)
            # One line of prefixes is before the text that the analyst knows.
            line, column = (int(place[1]) - 1, int(place[2])) if place else (None, None)
            return malformed(_said(told), text.partition("\n")[2], line, column)
        return StoreError(f"the SPARQL server at {self.place} failed with status {status}: {told}")


def _first_words(data: bytes) -> str:
    """The first line of what a server says, or the words of a page."""
    told = data[:10_000].decode("utf-8", "replace").strip()
    line = " ".join(_TAG.sub(" ", told).split()) if told.startswith("<") else told.partition("\n")[0]
    return line[:200]


def _said(complaint: str) -> str:
    """What a server says of a query, without the place and in plain words where it is one of Jena's."""
    told = _PLACE.sub("", complaint).strip().removeprefix("Parse error: ")
    if found := _ENCOUNTERED.fullmatch(told):
        return f"{found[1]} is not expected here" if found[1] else "it ends too early"
    return told


def _words(reason: object) -> str:
    return type(reason).__name__.removesuffix("Error") if isinstance(reason, Exception) else str(reason)
