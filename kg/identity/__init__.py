"""One person, one event: which nodes of different articles mean the same, and the view in which they are one."""
