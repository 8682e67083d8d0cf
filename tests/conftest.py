"""Settings of all tests: nothing depends on a clock or on chance, and Ctrl-C reaches what tests start.

``pytest --hypothesis-profile=search tests/property`` looks for new counterexamples: far more, and other ones on each run.
"""

import signal

from hypothesis import settings

pytest_plugins = ["servers.fixtures"]

settings.register_profile("repeatable", deadline=None, derandomize=True)
settings.register_profile("search", deadline=None, max_examples=2_000)
settings.load_profile("repeatable")

# A shell that runs the tests in the background has them ignore Ctrl-C, and what they start inherits that.
signal.signal(signal.SIGINT, signal.default_int_handler)
