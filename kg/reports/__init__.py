"""What a person asks of a store: its events, one in full, accounts side by side, timelines, news, gaps, and how much there is."""

from kg.reports.events import EventFilter, EventRow, events
from kg.reports.show import EventReport, show
from kg.reports.stats import Stats, stats

__all__ = ["EventFilter", "EventReport", "EventRow", "Stats", "events", "show", "stats"]
