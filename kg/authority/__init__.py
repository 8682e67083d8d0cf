"""Who is who: names, offices with their holders and dates, and the sources of all of it, read from CSV files of one fact per row."""

from kg.authority.authority import Authority
from kg.authority.dates import When
from kg.authority.model import Fact, Problem, Reading, Row, Term

__all__ = ["Authority", "Fact", "Problem", "Reading", "Row", "Term", "When"]
