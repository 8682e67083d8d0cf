"""Divides a MATCH of a shortest path: its ends, what is asked of them alone, and the path."""

from collections.abc import Callable
from dataclasses import replace

from kg.cypher.tree import Expression, Match, Node, Path, Variable
from kg.cypher.unread import Refused
from kg.cypher.walking import parts


def divided(match: Match, fresh: Callable[[], str]) -> tuple[Path, tuple[Node, Node], Expression | None]:
    """The path between plain nodes, the nodes at its ends with names, and the condition.

    Raises:
        Refused: the condition asks for more than the ends; Neo4j would look for another path then.
    """
    (path,) = match.paths
    first, last = (node if node.name else replace(node, name=fresh()) for node in path.nodes)
    if first.name == last.name:
        raise Refused("a shortest path leads from one node to another", path.start)
    inner = {path.name, *(each.name for each in path.relationships)} - {None}
    if match.where is not None and any(
        isinstance(part, Variable) and part.name in inner for part in parts(match.where)
    ):
        raise Refused(
            "ask for more of a shortest path behind WITH, as in WITH path WHERE length(path) > 1", match.where.start
        )
    plain = tuple(Node(node.start, node.end, node.name, None, None, None) for node in (first, last))
    return replace(path, nodes=plain), (first, last), match.where
