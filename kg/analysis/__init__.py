"""Analyses of the graph as a network of people, sides and processes, on networkx: standing, communities, projections."""

from kg.analysis.projections import Of, projection
from kg.analysis.ranking import By, Measure, Ranked, Wanted, analyze
from kg.analysis.standing import Standing, standings

__all__ = ["By", "Measure", "Of", "Ranked", "Standing", "Wanted", "analyze", "projection", "standings"]
