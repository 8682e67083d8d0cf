"""Date phrases of an article and the days that they mean, by the grammar of its language."""

from kg.text.dates.find import find_dates

__all__ = ["find_dates"]
