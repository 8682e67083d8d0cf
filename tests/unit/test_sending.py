"""A request is tried again only while its time lasts, which bounds the tries, the pauses between them and the answer."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
import urllib3

from kg.store import sending
from kg.store.sending import Reply, Request, TimeIsOver, send


@dataclass
class Clock:
    """A clock that only pauses, and what else a test says, move on."""

    now: float = 1000.0
    pauses: list[float] = field(default_factory=list)

    def sleep(self, seconds: float) -> None:
        self.pauses.append(seconds)
        self.now += seconds


@pytest.fixture
def clock(monkeypatch) -> Clock:
    made = Clock()
    monkeypatch.setattr(sending, "monotonic", lambda: made.now)
    monkeypatch.setattr(sending, "sleep", made.sleep)
    return made


@contextmanager
def serving(answer: Callable[[BaseHTTPRequestHandler], None]) -> Iterator[Callable[[float | None], Reply]]:
    """Gives what asks a server of which each request is answered so."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            answer(self)

        def log_message(self, format: str, *args: object) -> None:
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server, urllib3.PoolManager() as pool:
        thread = threading.Thread(target=server.serve_forever, args=(0.05,))
        thread.start()
        try:
            yield lambda seconds: send(pool, Request("GET", f"http://127.0.0.1:{server.server_port}", {}), seconds)
        finally:
            server.shutdown()
            thread.join()


def busy(seconds: str | None) -> Callable[[BaseHTTPRequestHandler], None]:
    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(503)
        if seconds is not None:
            handler.send_header("Retry-After", seconds)
        handler.send_header("Content-Length", "4")
        handler.end_headers()
        handler.wfile.write(b"busy")

    return answer


@pytest.mark.parametrize(
    ("alone", "seconds", "pauses"),
    [
        (None, None, [0.3, 0.6, 1.2, 2.4]),
        (None, 60, [0.3, 0.6, 1.2, 2.4]),
        (None, 1, [0.3, 0.6]),
        ("7", None, [7, 7, 7, 7]),
        ("7", 20, [7, 7]),
        ("7", 5, []),
        ("3600", None, [30, 30, 30]),
        ("soon", 1, [0.3, 0.6]),
    ],
)
def test_tries_and_pauses_stay_within_the_time(clock, alone, seconds, pauses):
    with serving(busy(alone)) as ask:
        assert ask(seconds) == Reply(503, b"busy", None if alone in (None, "soon") else float(alone))
    assert clock.pauses == pauses


def test_what_breaks_off_is_tried_again_within_the_time(clock):
    asked: list[str] = []
    with serving(lambda handler: asked.append(handler.path)) as ask:
        for seconds, times in ((None, 5), (1, 3)):
            asked.clear()
            with pytest.raises(urllib3.exceptions.MaxRetryError):
                ask(seconds)
            assert len(asked) == times


def test_an_answer_that_comes_drop_by_drop_is_given_up(clock):
    def drop_by_drop(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Length", "5")
        handler.end_headers()
        for _ in range(5):
            clock.now += 10
            handler.wfile.write(b"x")

    with serving(drop_by_drop) as ask:
        with pytest.raises(TimeIsOver):
            ask(9)
        assert ask(None) == Reply(200, b"xxxxx")
    assert clock.pauses == []


def test_a_server_that_hangs_is_asked_once():
    closed, asked = threading.Event(), []

    def hang(handler: BaseHTTPRequestHandler) -> None:
        asked.append(handler.path)
        closed.wait()

    with serving(hang) as ask:
        with pytest.raises(TimeIsOver):
            ask(0.1)
        closed.set()
    assert asked == ["/"]
