"""A gate before an HTTP server: lets in who bears its token, and makes trouble where a test asks for it."""

import http.client
import secrets
import threading
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import urlsplit

DROP = 0
"""A trouble: the connection closes without an answer."""
HANG = -1
"""A trouble: nothing is answered while the gate stands."""
OWN_HEADERS = {"authorization", "connection", "host", "content-length", "transfer-encoding", "server", "date"}


@dataclass(frozen=True, slots=True)
class Gate:
    """Where a gate listens and which token it asks for.

    Each of ``troubles`` is had by one request, first come first served: a status such as 503, DROP or HANG.
    """

    base: str
    token: str = field(repr=False)
    troubles: deque[int] = field(default_factory=deque)


@contextmanager
def gate_before(target: str) -> Iterator[Gate]:
    """Stand before the server of a base address while the block lasts."""
    with ThreadingHTTPServer(("127.0.0.1", 0), Gatekeeper) as server:
        gate = Gate(f"http://127.0.0.1:{server.server_port}", secrets.token_urlsafe(16))
        closed = threading.Event()
        server.RequestHandlerClass = type("Kept", (Gatekeeper,), {"gate": gate, "target": target, "closed": closed})
        thread = threading.Thread(target=server.serve_forever, args=(0.05,))
        thread.start()
        try:
            yield gate
        finally:
            closed.set()
            server.shutdown()
            thread.join()


class Gatekeeper(BaseHTTPRequestHandler):
    """Answers one request to a gate."""

    gate: Gate
    target: str
    closed: threading.Event

    def answer(self) -> None:
        """Make trouble, refuse a stranger, or pass the request on."""
        body = self.rfile.read(int(self.headers["Content-Length"] or 0))
        if self.gate.troubles:
            self.trouble(self.gate.troubles.popleft())
        elif self.headers["Authorization"] != f"Bearer {self.gate.token}":
            self.send_response(401)
            self.send_header("WWW-Authenticate", 'Bearer realm="gate"')
            self.end_headers()
        else:
            self.pass_on(body)

    do_GET = do_HEAD = do_POST = do_PUT = do_DELETE = answer

    def trouble(self, kind: int) -> None:
        """Do to this request what a test asked for."""
        if kind == HANG:
            self.closed.wait()
        elif kind != DROP:
            self.send_response(kind)
            self.end_headers()

    def pass_on(self, body: bytes) -> None:
        """Have the server behind the gate answer."""
        server = http.client.HTTPConnection(urlsplit(self.target).netloc, timeout=60)
        server.request(self.command, self.path, body, passed(dict(self.headers)))
        answer = server.getresponse()
        content = answer.read()
        self.send_response(answer.status)
        for name, value in passed(dict(answer.headers)).items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)
        server.close()

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: what was asked is the test's affair."""


def passed(headers: dict[str, str]) -> dict[str, str]:
    """Return the headers that are not between the two ends of one connection."""
    return {name: value for name, value in headers.items() if name.lower() not in OWN_HEADERS}
