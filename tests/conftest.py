"""Settings of all tests: nothing depends on a clock or on chance, and Ctrl-C reaches what tests start.

``pytest --hypothesis-profile=search tests/property`` looks for new counterexamples: far more, and other ones on each run.
"""

import os
import signal

import pytest
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


SHARED = {
    "neo4j": {"neo4j_server", "neo4j", "server"},
    "fuseki": {"fuseki_server", "remote"},
    "arcadedb": {"arcadedb"},
}
"""What tests take long to start, by fixtures or parameters that ask for it."""


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items):
    """Have one worker run all tests that ask for one server, so that it is started once; the others go by file.

    Tests of a file share what its fixtures make. ``pytest -n 2 --dist loadgroup`` heeds this.
    """
    for item in items:
        given = getattr(item, "callspec", None)
        asked = {
            *item.fixturenames,
            *(each for each in (given.params.values() if given else ()) if isinstance(each, str)),
        }
        shared = (name for name, signs in SHARED.items() if asked & signs)
        if item.get_closest_marker("xdist_group") is None:
            item.add_marker(pytest.mark.xdist_group(next(shared, item.path.stem)))


def pytest_sessionfinish(session):
    """Leave Python's fault handler as it is until the process ends.

    The Java machine takes the signal of a wrong access for its own ends (a null in compiled code, threads that must wait), by a
    handler that comes before Python's. At its end pytest turns Python's off, which puts back what was there before both; Java
    still runs, and the next such signal kills the process after tests that all passed.
    """
    if session.config.pluginmanager.has_plugin("faulthandler"):
        session.config.pluginmanager.unregister(name="faulthandler")
