"""Says the clauses of a query, one after the other, and what UNION joins."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from kg.cypher import guards
from kg.cypher.kinds import NULL
from kg.cypher.said import Said, Scope
from kg.cypher.selecting import SelectJudge
from kg.cypher.shapes import Shape, optional
from kg.cypher.shortest import divided
from kg.cypher.tree import (
    Call,
    Case,
    Chosen,
    Clause,
    Comparison,
    Expression,
    Inner,
    Item,
    Labelled,
    Listed,
    Literal,
    Loop,
    Mapped,
    Match,
    Parameter,
    Path,
    Paths,
    Property,
    Query,
    Range,
    Reduction,
    Sign,
    There,
    Unwind,
    Variable,
    Within,
)
from kg.cypher.unread import Refused, Unread


@dataclass(frozen=True, slots=True)
class Flow:
    """Clauses in the engine's words, and what is bound behind them."""

    text: str
    scope: Mapping[str, Said]


class Translator(SelectJudge):
    """Knows all of a query."""

    def said(self, value: Expression, scope: Scope) -> Said:
        """Say a value."""
        says: Callable[..., Said] = getattr(self, _SAYS[type(value)])
        return says(value, scope)

    def whole(self, query: Query) -> Flow:
        """Say a query, of which the scope behind it are the columns."""
        return self.joined(query, {})

    def joined(self, query: Query, scope: Scope) -> Flow:
        """Say all rows of clauses; they must have the same columns."""
        first = self.row(query.rows[0], scope)
        flows = [first, *(self.row(row, scope, first) for row in query.rows[1:])]
        if len(flows) > 1:
            self._check_union(query, flows)
        return Flow((" UNION ALL " if query.every else " UNION ").join(flow.text for flow in flows), _either(flows))

    def _check_union(self, query: Query, flows: Sequence[Flow]) -> None:
        if any(list(flow.scope) != list(flows[0].scope) for flow in flows[1:]):
            raise Unread("UNION joins queries with the same columns, in the same order", query.rows[1][0].start)
        if not query.every and any(said.kind.mixed for said in _either(flows).values()):
            raise Refused("1 and 1.0 may stand in one column, which UNION tells apart: write toFloat(…)", query.start)

    def row(self, clauses: Sequence[Clause], scope: Scope, first: Flow | None = None) -> Flow:
        """Say clauses up to RETURN, whose columns are called as those of another query, where there is one before."""
        texts = list[str]()
        outs = [said.text for said in first.scope.values()] if first else None
        for clause in clauses:
            last = isinstance(clause, Chosen) and clause.word == "RETURN"
            if isinstance(clause, Chosen):
                selected = self.selection(clause, scope, outs if last else None)
                texts.append(selected.text)
                scope = selected.scope
            else:
                flow = self._clause(clause, scope)
                texts.append(flow.text)
                scope = flow.scope
        if not isinstance(clauses[-1], Chosen) or clauses[-1].word != "RETURN":
            raise Unread("a query ends with RETURN", clauses[-1].end)
        return Flow(" ".join(texts), scope)

    def _clause(self, clause: Clause, scope: Scope) -> Flow:
        if isinstance(clause, Match):
            return self._match(clause, scope)
        if isinstance(clause, Unwind):
            return self._unwind(clause, scope)
        assert isinstance(clause, Within)
        return self._within(clause, scope)

    def _match(self, match: Match, scope: Scope) -> Flow:
        if any(path.shortest for path in match.paths):
            return self._shortest(match, scope)
        shape = Shape(dict(scope), scope)
        text = ", ".join([self.shape(path, shape) for path in match.paths])
        if match.where is not None:
            shape.conditions.append(self.condition(match.where, shape.scope).inside)
        known = optional(shape.scope, scope) if match.optional else shape.scope
        return Flow(f"{'OPTIONAL ' if match.optional else ''}MATCH {text}{shape.where}", known)

    def _shortest(self, match: Match, scope: Scope) -> Flow:
        """Say a shortest path: its ends first, which must be two nodes, and the path between them behind that."""
        if len(match.paths) > 1:
            raise Refused(f"give {match.paths[0].shortest or match.paths[1].shortest} a MATCH of its own", match.start)
        path, ends, where = divided(match, self.fresh)
        new = [node for node in ends if node.name not in scope]
        if match.optional and (new or where is not None):
            raise Refused(
                "find both ends before OPTIONAL MATCH of a shortest path, and put conditions there", match.start
            )
        shape = Shape(dict(scope), scope)
        texts = [self.shape(Path(node.start, node.end, None, "", (node,), ()), shape) for node in ends]
        if where is not None:
            shape.conditions.append(self.condition(where, shape.scope).inside)
        first = f"MATCH {', '.join(texts)}{shape.where} " if not match.optional else ""
        one, other = (shape.scope[node.name or ""] for node in ends)
        names = ", ".join(dict.fromkeys(said.text for said in shape.scope.values()))
        before = dict(shape.scope)
        text = self.shape(path, shape)
        known = optional(shape.scope, before) if match.optional else shape.scope
        known = {name: said for name, said in known.items() if name in scope or not name.startswith("kg_")}
        word = "OPTIONAL MATCH" if match.optional else "MATCH"
        return Flow(f"{first}WITH {names} WHERE {guards.apart(one, other)} {word} {text}", known)

    def _unwind(self, unwind: Unwind, scope: Scope) -> Flow:
        values = self.wanted(unwind.values, scope, "list", what="UNWIND")
        if unwind.name in scope:
            raise Unread(f"'{unwind.name}' is bound already", unwind.start)
        name = self.called(unwind.name)
        return Flow(f"UNWIND {values.text} AS {name}", {**scope, unwind.name: Said(name, values.kind.items or NULL)})

    def _within(self, within: Within, scope: Scope) -> Flow:
        names, query = (within.names, within.query) if within.names is not None else _imported(within.query)
        if unknown := next((name for name in names if name not in scope), None):
            raise Unread(f"nothing is called '{unknown}' here", within.start)
        flow = self.joined(query, {name: scope[name] for name in names})
        if twice := next((name for name in flow.scope if name in scope), None):
            raise Unread(f"'{twice}' is bound already", within.start)
        taken = ", ".join(scope[name].text for name in names)
        return Flow(f"CALL ({taken}) {{ {flow.text} }}", {**scope, **flow.scope})


def _imported(query: Query) -> tuple[tuple[str, ...], Query]:
    """The names that ``CALL { WITH a, b … }`` takes from outside, and the query behind that."""
    first = query.rows[0][0]
    if not isinstance(first, Chosen) or first.word != "WITH":
        return (), query
    names = [
        column.value.name for column in first.columns if isinstance(column.value, Variable) and column.name is None
    ]
    others = (
        len(query.rows) > 1 or first.every or first.distinct or first.order or first.skip or first.limit or first.where
    )
    if others or len(names) < len(first.columns):
        raise Refused("write CALL (a, b) { … } with the names that are taken from outside", first.start)
    return tuple(names), Query(query.start, query.end, (query.rows[0][1:],), query.every)


def _either(flows: Sequence[Flow]) -> dict[str, Said]:
    known = dict(flows[0].scope)
    for flow in flows[1:]:
        for name, said in flow.scope.items():
            known[name] = Said(said.text, known[name].kind | said.kind)
    return known


_SAYS: Mapping[type[Any], str] = {
    Literal: "literal",
    Parameter: "parameter",
    Variable: "variable",
    Property: "property",
    Item: "item",
    Range: "range",
    Labelled: "labelled",
    Sign: "sign",
    Comparison: "comparison",
    Listed: "listed",
    Mapped: "mapped",
    Loop: "loop",
    Reduction: "reduction",
    Case: "case",
    Call: "call",
    Paths: "paths",
    There: "there",
    Inner: "inner",
}
