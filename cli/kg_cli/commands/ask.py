"""``kg ask``: questions that have a name."""

EPILOG = """\b
Examples:
  kg ask                                       the questions and their parameters
  kg ask who-met-whom --person Lavrentiev
  kg ask who-met-whom --person لافرنتييف --format csv
"""
