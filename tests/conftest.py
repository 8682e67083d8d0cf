"""Settings of all tests: nothing depends on a clock or on chance, and Ctrl-C reaches what tests start.

``pytest --hypothesis-profile=search tests/property`` looks for new counterexamples: far more, and other ones on each run.
"""

import os
import signal

from engines_here import ARCADE_HERE
from hypothesis import settings

pytest_plugins = ["servers.fixtures"]
collect_ignore = [] if ARCADE_HERE else ["contract/test_arcade_kept.py"]

settings.register_profile("repeatable", deadline=None, derandomize=True)
settings.register_profile("search", deadline=None, max_examples=2_000)
settings.load_profile("repeatable")

# The Java machine of ArcadeDB runs inside a process of pytest; it starts faster when it doesn't try hard.
os.environ.setdefault("ARCADEDB_JVM_ARGS", "-Xmx256m -XX:TieredStopAtLevel=1")

# A shell that runs the tests in the background has them ignore Ctrl-C, and what they start inherits that.
signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_sessionfinish(session):
    """Leave Python's fault handler as it is until the process ends.

    The Java machine takes the signal of a wrong access for its own ends (a null in compiled code, threads that must wait), by a
    handler that comes before Python's. At its end pytest turns Python's off, which puts back what was there before both; Java
    still runs, and the next such signal kills the process after tests that all passed.
    """
    if session.config.pluginmanager.has_plugin("faulthandler"):
        session.config.pluginmanager.unregister(name="faulthandler")
