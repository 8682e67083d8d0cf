"""Which embedded Cypher engines there are for the machine that the tests run on."""

import platform
import sys

# ArcadeDB has no wheel for other systems; whether it is installed is not the question: where it can be, it must be.
_WHEELS = {("linux", "x86_64"), ("linux", "aarch64"), ("darwin", "arm64"), ("win32", "AMD64")}
ARCADE_HERE = ["arcadedb"] if (sys.platform, platform.machine()) in _WHEELS and sys.version_info < (3, 15) else []
