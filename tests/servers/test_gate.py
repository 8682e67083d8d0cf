"""The gate before a server passes on what it should, and makes the trouble that a test asks for."""

import http.client
import urllib.error
import urllib.request
from collections.abc import Callable

import pytest
from servers.fuseki_server import FusekiServer, SparqlDataset, dataset
from servers.gate import DROP, HANG, Gate

TRIPLE = "<urn:x> <urn:y> 'نص' .".encode()


def asked(
    address: str, token: str | None, *, body: bytes | None = None, method: str = "GET", seconds: float = 60
) -> bytes:
    headers = {"Accept": "text/turtle", "Content-Type": "text/turtle"}
    if token:
        headers["Authorization"] = f"Bearer {token}"
    request = urllib.request.Request(address, body, headers, method=method)
    with urllib.request.build_opener(urllib.request.ProxyHandler({})).open(request, timeout=seconds) as answer:
        content: bytes = answer.read()
        return content


@pytest.fixture
def guarded(fuseki_gate: Gate) -> SparqlDataset:
    return dataset(fuseki_gate.base, "open")


def test_a_gate_passes_on_what_comes_with_its_token(
    fuseki_gate: Gate, guarded: SparqlDataset, empty_fuseki: FusekiServer
) -> None:
    graph = "?graph=urn:g"
    asked(guarded.data + graph, fuseki_gate.token, body=TRIPLE, method="PUT")
    assert "نص".encode() in asked(empty_fuseki.open.data + graph, None)
    assert asked(guarded.data + graph, fuseki_gate.token) == asked(empty_fuseki.open.data + graph, None)
    asked(guarded.data + graph, fuseki_gate.token, method="DELETE")
    with pytest.raises(urllib.error.HTTPError) as absent:
        asked(guarded.data + graph, fuseki_gate.token)
    assert absent.value.code == 404


@pytest.mark.parametrize("token", [None, "another"])
def test_a_gate_refuses_strangers(fuseki_gate: Gate, guarded: SparqlDataset, token: str | None) -> None:
    with pytest.raises(urllib.error.HTTPError) as refusal:
        asked(guarded.data + "?default", token, body=TRIPLE, method="PUT")
    assert refusal.value.code == 401
    assert refusal.value.headers["WWW-Authenticate"].startswith("Bearer")
    assert b"urn:x" not in asked(guarded.data + "?default", fuseki_gate.token)


@pytest.mark.parametrize(
    ("trouble", "is_had"),
    [
        (503, lambda error: isinstance(error, urllib.error.HTTPError) and error.code == 503),
        (DROP, lambda error: isinstance(error, http.client.RemoteDisconnected)),
        (HANG, lambda error: isinstance(error, TimeoutError)),
    ],
)
def test_a_trouble_is_had_by_one_request(
    fuseki_gate: Gate, guarded: SparqlDataset, trouble: int, is_had: Callable[[Exception], bool]
) -> None:
    fuseki_gate.troubles.append(trouble)
    with pytest.raises(OSError) as had:
        asked(guarded.data + "?default", fuseki_gate.token, seconds=0.5 if trouble == HANG else 60)
    assert is_had(had.value)
    asked(guarded.data + "?default", fuseki_gate.token)
