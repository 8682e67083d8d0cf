"""Analyses of the property graph as a network of people, states and processes, on networkx."""
