"""A reconciliation service on this machine, for tests: it answers as it is told and keeps what it was asked."""

import json
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs

MANIFEST = {
    "versions": ["0.2"],
    "name": "Test service",
    "identifierSpace": "http://www.wikidata.org/entity/",
    "schemaSpace": "http://www.wikidata.org/prop/direct/",
    "view": {"url": "https://www.wikidata.org/wiki/{{id}}"},
}

Answer = tuple[int, bytes]


@dataclass
class Local:
    """A running service: ``respond`` makes the answer to the nth request (from 0); ``asked`` are the queries that came."""

    respond: Callable[[int, Mapping[str, Any] | None], Answer]
    asked: list[Mapping[str, Any]] = field(default_factory=list)
    requests: int = 0
    url: str = ""

    def answer(self, queries: Mapping[str, Any] | None) -> Answer:
        """The answer to the next request."""
        number, self.requests = self.requests, self.requests + 1
        if queries is not None:
            self.asked.append(queries)
        return self.respond(number, queries)


def candidate(identifier: str, name: str, score: float = 90, match: bool = False) -> dict[str, Any]:
    """A candidate as the protocol has it."""
    types = [{"id": "Q5", "name": "human"}]
    return {"id": identifier, "name": name, "description": "a test", "type": types, "score": score, "match": match}


def knowing(known: Mapping[str, list[dict[str, Any]]]) -> Callable[[int, Mapping[str, Any] | None], Answer]:
    """A service that knows these names."""

    def respond(number: int, queries: Mapping[str, Any] | None) -> Answer:
        if queries is None:
            return 200, json.dumps(MANIFEST).encode()
        found = {key: {"result": known.get(query["query"], [])} for key, query in queries.items()}
        return 200, json.dumps(found).encode()

    return respond


@contextmanager
def serving(respond: Callable[[int, Mapping[str, Any] | None], Answer]) -> Iterator[Local]:
    """Run a service on a free port until the block ends."""
    local = Local(respond)

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self._send(local.answer(None))

        def do_POST(self) -> None:
            form = parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode())
            self._send(local.answer(json.loads(form["queries"][0])))

        def _send(self, answer: Answer) -> None:
            self.send_response(answer[0])
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(answer[1])))
            self.end_headers()
            self.wfile.write(answer[1])

        def log_message(self, format: str, *args: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    local.url = f"http://127.0.0.1:{server.server_address[1]}/reconcile"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield local
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
