"""What answers instead of a SPARQL server, and what stands in the environment instead of a token, are said in a sentence."""

import threading
from base64 import b64encode
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from cli_help import kg

from kg.errors import QueryError, StoreError
from kg.store import sending
from kg.store.endpoint import Endpoint
from kg.store.remote import RemoteStore

PAGE = (
    b"<!DOCTYPE html><html>\n<head><title>Sign in</title></head><body><p>The proxy wants to know you.</p></body></html>"
)


class Stranger(BaseHTTPRequestHandler):
    """Answers everything with one page; /busy wants to be left alone for an hour at first."""

    def answer(self):
        self.rfile.read(int(self.headers["Content-Length"] or 0))
        busy = self.path.startswith("/busy") and self.server.busy
        self.server.busy = False
        self.server.seen.append(self.headers["Authorization"])
        self.send_response(503 if busy else 407 if self.path.startswith("/refusing") else 200)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", str(len(PAGE)))
        if busy:
            self.send_header("Retry-After", "3600")
        self.end_headers()
        self.wfile.write(PAGE)

    do_GET = do_POST = answer

    def log_message(self, format, *args):
        """Say nothing."""


@pytest.fixture
def stranger():
    with ThreadingHTTPServer(("127.0.0.1", 0), Stranger) as server:
        server.busy, server.seen = True, []
        thread = threading.Thread(target=server.serve_forever, args=(0.05,))
        thread.start()
        yield server
        server.shutdown()
        thread.join()


@pytest.fixture
def place(stranger):
    return f"http://127.0.0.1:{stranger.server_port}/ds"


@pytest.mark.parametrize(
    "command",
    [
        ("stats",),
        ("query", "-e", "SELECT ?s { ?s ?p ?o }"),
        ("query", "-e", "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }"),
        ("query", "--timeout", "0", "-e", "ASK {}"),
        ("backup", "b.nq.gz"),
    ],
)
def test_a_page_of_a_proxy_is_no_answer(command, place, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    refused = kg("--store", place, *command)
    assert refused.exit_code == 2
    assert f"what answers at {place} is no SPARQL server" in refused.output
    assert "Sign in The proxy wants to know you." in refused.output and "<" not in refused.output
    assert len(refused.output.strip().splitlines()) == 1


def test_a_page_instead_of_a_graph_is_no_answer(place):
    with RemoteStore(place) as store, pytest.raises(StoreError, match="is no SPARQL server"):
        list(store.triples("urn:x"))
    with RemoteStore(place) as store, pytest.raises(QueryError, match="gives a graph, not a table"):
        store.select("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }")


def test_of_a_page_with_a_status_the_words_are_told(place):
    with pytest.raises(StoreError, match=r"failed with status 407: Sign in The proxy wants to know you\.$"):
        Endpoint(place.replace("/ds", "/refusing")).query("ASK {}", "*/*")


def test_who_wants_to_be_left_alone_for_an_hour_is_asked_again_sooner(place, monkeypatch):
    monkeypatch.setattr(sending, "PATIENCE", 0.01)
    assert Endpoint(place.replace("/ds", "/busy")).query("ASK {}", "*/*") == PAGE


def test_a_line_that_cannot_be_sealed_is_told_from_a_server_that_is_not_there(place, monkeypatch):
    monkeypatch.setattr(sending, "TRIES", 1)
    with pytest.raises(StoreError, match=r"by https: does it speak that there.* trust its certificate.*SSL"):
        Endpoint(place.replace("http:", "https:")).query("ASK {}", "*/*")


@pytest.mark.parametrize("token", ["secret\n", "se cret", "секрет"])
def test_what_is_no_token_is_refused_and_not_repeated(token, place, monkeypatch):
    monkeypatch.setenv("KG_SPARQL_TOKEN", token)
    with pytest.raises(StoreError, match="KG_SPARQL_TOKEN holds what no token has") as refused:
        Endpoint(place).query("ASK {}", "*/*")
    assert token.strip() not in str(refused.value)


@pytest.mark.parametrize(("user", "encoding"), [("José", "latin-1"), ("علي", "utf-8")])
def test_a_name_in_any_letters_is_sent(user, encoding, place, stranger, monkeypatch):
    monkeypatch.setenv("KG_SPARQL_USER", user)
    monkeypatch.setenv("KG_SPARQL_PASSWORD", "p:w")
    Endpoint(place).query("ASK {}", "*/*")
    assert stranger.seen == ["Basic " + b64encode(f"{user}:p:w".encode(encoding)).decode()]
