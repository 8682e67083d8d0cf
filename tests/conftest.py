"""Settings of all tests: nothing is measured by the clock of a machine that others share."""

from hypothesis import settings

settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")
