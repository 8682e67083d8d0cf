"""The graph as Python programs use it: ``kg.open(place)`` gives one; docs/python.md shows how."""

from kg.graph.graph import Graph
from kg.graph.rows import Node, Row, Rows, node

__all__ = ["Graph", "Node", "Row", "Rows", "node"]
