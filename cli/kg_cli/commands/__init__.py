"""One file per command: it parses options, calls one function, and prints."""
