"""Which embedded Cypher engines there are for the machine that the tests run on."""

import platform
import sys
from collections.abc import Iterable

from kg.projection.kglite import KgliteEngine
from kg.projection.model import Slice
from kg.store.base import Mark

# ArcadeDB has no wheel for other systems; whether it is installed is not the question: where it can be, it must be.
_WHEELS = {("linux", "x86_64"), ("linux", "aarch64"), ("darwin", "arm64"), ("win32", "AMD64")}
ARCADE_HERE = ["arcadedb"] if (sys.platform, platform.machine()) in _WHEELS and sys.version_info < (3, 15) else []


class KeptKglite(KgliteEngine):
    """Answers from, and takes changes into, what it keeps in its folder, as the next process would."""

    def rebuild(self, slices: Iterable[Slice], mark: Mark) -> None:
        super().rebuild(slices, mark)
        self.keep()
