"""Where graphs are kept: one protocol, one file per engine."""
