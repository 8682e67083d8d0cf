"""Why an article was read as it was: every span with what it is taken for, and every event and statement with the rule that made it."""

from kg.explain.cards import Card, Entry
from kg.explain.explanation import Explanation, explain
from kg.explain.layout import Part, Stretch
from kg.explain.marks import Close, Label, Mark, Open, Words

__all__ = ["Card", "Close", "Entry", "Explanation", "Label", "Mark", "Open", "Part", "Stretch", "Words", "explain"]
