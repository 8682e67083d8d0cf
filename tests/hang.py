"""A guard against work that never ends; how fast the work is, is measured in benchmarks/ and not in tests."""

import time
from collections.abc import Iterator
from contextlib import contextmanager

FAR_TOO_LONG = 60
"""CPU seconds: some hundred times what the guarded work takes, and far below what any worse than linear cost would."""


@contextmanager
def guarded() -> Iterator[None]:
    """Fail where the block burns CPU time as only a hang does, whatever else the machine has to do."""
    begun = time.process_time()
    yield
    spent = time.process_time() - begun
    assert spent < FAR_TOO_LONG, f"hangs: {spent:.0f} s of CPU time"
