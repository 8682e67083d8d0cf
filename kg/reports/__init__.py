"""What a person asks first of a store: which events it holds, all that is known of one, and how much there is."""

from kg.reports.events import EventFilter, EventRow, events
from kg.reports.show import EventReport, show
from kg.reports.stats import Stats, stats

__all__ = ["EventFilter", "EventReport", "EventRow", "Stats", "events", "show", "stats"]
