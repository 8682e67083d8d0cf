"""Sends a request over HTTP, again where a trouble may pass, and gives up when the time for all of that is over."""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from time import monotonic, sleep

import urllib3
from urllib3.exceptions import HTTPError, InvalidHeader, MaxRetryError, ReadTimeoutError, SSLError

CONNECT_SECONDS = 10.0
ANSWER_SECONDS = 120.0
"""How long a server may take that nobody gave another time: all tries until it begins to answer, and each pause in its answer."""
PATIENCE = 30.0
"""For how many seconds at the most a server may have us wait that says how long it wants to be left alone."""
TRIES = 5
_PAUSE = 0.3
_PASSING = (429, 502, 503, 504)
_CHUNK = 1 << 20
# Each try is one of ours, which knows how much time is left; a server may still lead elsewhere.
_ONE_TRY = urllib3.Retry(total=None, connect=0, read=0, status=0, other=0, redirect=4, raise_on_status=False)


class TimeIsOver(HTTPError):
    """The server has not answered in time."""


@dataclass(frozen=True, slots=True)
class Request:
    """What is asked of a server; it may be asked again, since data of ours has no blank nodes and is added or taken out once only."""

    method: str
    address: str
    headers: Mapping[str, str]
    body: bytes | None = None
    fields: Mapping[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Reply:
    """What a server answers: its status, the data, and for how many seconds it wants to be left alone, if it says so."""

    status: int
    data: bytes
    alone: float | None = None


def send(pool: urllib3.PoolManager, request: Request, seconds: float | None = None) -> Reply:
    """Send a request, a few times where a trouble may pass.

    Args:
        pool: the connections.
        request: what is asked.
        seconds: the time for all tries and the whole answer; if there is none, ``ANSWER_SECONDS`` bound the tries and each pause.

    Raises:
        TimeIsOver: the server was reached and has not answered in time.
        HTTPError: it can't be reached, or breaks off again and again.
    """
    end = monotonic() + (ANSWER_SECONDS if seconds is None else seconds)
    for again in range(TRIES):
        pause = _PAUSE * 2**again if again < TRIES - 1 else None
        try:
            reply = _once(pool, request, end, whole=seconds is not None)
        except HTTPError as error:
            if isinstance(_reason(error), ReadTimeoutError):
                raise TimeIsOver from error
            if isinstance(_reason(error), TimeIsOver | SSLError) or not _waited(pause, end):
                raise
        else:
            if reply.status not in _PASSING or not _waited(_pause_of(reply, pause), end):
                return reply
    raise AssertionError("the last try gives a reply or an error")


def _once(pool: urllib3.PoolManager, request: Request, end: float, *, whole: bool) -> Reply:
    left = max(end - monotonic(), 0.001)
    timeout = urllib3.Timeout(connect=min(CONNECT_SECONDS, left), read=left)
    headers, fields = dict(request.headers), None if request.fields is None else dict(request.fields)
    answer = pool.request(
        request.method,
        request.address,
        body=request.body,
        fields=fields,
        headers=headers,
        retries=_ONE_TRY,
        timeout=timeout,
        preload_content=False,
    )
    try:
        data = b"".join(_parts(answer, end if whole else None))
    except HTTPError:
        answer.close()
        raise
    return Reply(answer.status, data, _alone(answer))


def _alone(answer: urllib3.BaseHTTPResponse) -> float | None:
    # What is no time is as good as none.
    with suppress(InvalidHeader):
        return _ONE_TRY.get_retry_after(answer)
    return None


def _parts(answer: urllib3.BaseHTTPResponse, end: float | None) -> Iterator[bytes]:
    """An answer as it comes: one that comes drop by drop is given up when its time is over as well."""
    while part := answer.read1(_CHUNK):
        if end is not None and monotonic() > end:
            raise TimeIsOver
        yield part


def _reason(error: HTTPError) -> object:
    return error.reason if isinstance(error, MaxRetryError) and error.reason is not None else error


def _pause_of(reply: Reply, pause: float | None) -> float | None:
    return pause if pause is None or reply.alone is None else min(reply.alone, PATIENCE)


def _waited(pause: float | None, end: float) -> bool:
    """Wait before another try, and say so; not where it was the last one, or would come too late."""
    if pause is None or monotonic() + pause >= end:
        return False
    sleep(pause)
    return True
