"""Reads a whole query: its clauses, and UNION between them."""

from kg.cypher.expressions import ExpressionReader
from kg.cypher.tree import Chosen, Clause, Column, Expression, Match, Path, Query, Unwind, Within
from kg.cypher.unread import Refused

_ELSEWHERE = {
    "SHOW": "only what is asked of the graph itself is answered",
    "PROFILE": "only what is asked of the graph itself is answered",
    "USE": "only what is asked of the graph itself is answered",
    "LOAD": "LOAD CSV would read files: queries stay inside the graph",
    "CYPHER": "options of a server mean nothing here",
    "FINISH": "a query ends with RETURN",
    "FILTER": "write WITH * WHERE",
    "LET": "write WITH *, … AS …",
}

_SELECTED = ("SHORTEST", "ANY", "ALL")


class QueryReader(ExpressionReader):
    """Reads queries."""

    def whole(self) -> Query:
        """Read all there is, up to a semicolon at the end.

        Raises:
            Unread: it is no Cypher.
            Refused: it is Cypher that isn't taken.
        """
        query = self._query()
        self.takes(";")
        if self.word.kind != "end":
            raise self.unread(
                "a clause" if self.query[: self.word.start].strip() else "MATCH, UNWIND, WITH, RETURN or CALL"
            )
        return query

    def inner(self) -> Query:
        """Read a query in braces, which may be a pattern with a condition."""
        if not self.sees("("):
            named = self.names() and self.sees("=", ahead=1)
            if not named:
                return self._query()
        match = self._patterns(self.word.start, optional=False)
        return Query(match.start, match.end, ((match,),), every=True)

    def _query(self) -> Query:
        begin, rows, every = self.word.start, [self._row()], set[bool]()
        while self.takes("UNION"):
            every.add(self.takes("ALL"))
            if not every or len(every) > 1:
                raise Refused("UNION and UNION ALL can't be mixed", self.word.start)
            self.takes("DISTINCT")
            rows.append(self._row())
        return Query(begin, self.done, tuple(rows), every == {True})

    def _row(self) -> tuple[Clause, ...]:
        clauses = list[Clause]()
        while clause := self._clause():
            clauses.append(clause)
            if isinstance(clause, Chosen) and clause.word == "RETURN":
                break
        if not clauses:
            raise self.unread("MATCH, UNWIND, WITH, RETURN or CALL")
        return tuple(clauses)

    def _clause(self) -> Clause | None:
        begin, said = self.word.start, self.word.value.upper() if self.word.kind == "name" else ""
        if said in _ELSEWHERE:
            raise Refused(_ELSEWHERE[said], begin)
        if self.takes("OPTIONAL", "MATCH") or self.takes("MATCH"):
            return self._patterns(begin, optional=said == "OPTIONAL")
        if self.takes("UNWIND"):
            values = self.expression()
            self.expect("AS")
            name = self.name()
            return Unwind(begin, self.done, values, name)
        if self.takes("WITH") or self.takes("RETURN"):
            return self._selection(begin, said)
        return self._within(begin) if self.takes("CALL") else None

    def _patterns(self, begin: int, *, optional: bool) -> Match:
        paths = list[Path]()
        while not paths or self.takes(","):
            self._refuse_groups()
            paths.append(self.path())
        if self.sees("USING"):
            raise Refused("hints of a planner mean nothing here", self.word.start)
        where = self.expression() if self.takes("WHERE") else None
        return Match(begin, self.done, optional, tuple(paths), where)

    def _refuse_groups(self) -> None:
        if self.sees("(", "(") or (
            self.word.value.upper() in _SELECTED
            and self.names(ahead=0)
            and not self.sees("(", ahead=1)
            and not self.sees("=", ahead=1)
        ):
            raise Refused(
                "patterns with groups, SHORTEST, ANY and ALL aren't taken: write -[:MET*1..3]- and shortestPath(…)",
                self.word.start,
            )

    def _within(self, begin: int) -> Within:
        if self.sees("{"):
            names = None
        elif self.takes("("):
            names = tuple(self._imported())
        else:
            raise Refused("procedures aren't there: ask for nodes and relationships", begin)
        self.expect("{")
        query = self.deeper(self._query)
        self.expect("}")
        if self.sees("IN", "TRANSACTIONS"):
            raise Refused("queries only read, so that there are no transactions", self.word.start)
        return Within(begin, self.done, names, query)

    def _imported(self) -> list[str]:
        names = list[str]()
        while not self.takes(")"):
            if names:
                self.expect(",")
            if self.sees("*"):
                raise Refused("name the variables that CALL (…) takes", self.word.start)
            names.append(self.name("a variable"))
        return names

    def _selection(self, begin: int, word: str) -> Chosen:
        distinct = self.takes("DISTINCT")
        every = self.takes("*")
        columns = list[Column]()
        while (not every and not columns) or self.takes(","):
            columns.append(self._column())
        order = self._order() if self.takes("ORDER", "BY") else ()
        skip = self.expression() if self.takes("SKIP") or self.takes("OFFSET") else None
        limit = self.expression() if self.takes("LIMIT") else None
        where = self.expression() if word == "WITH" and self.takes("WHERE") else None
        return Chosen(begin, self.done, word, distinct, every, tuple(columns), order, skip, limit, where)

    def _column(self) -> Column:
        begin = self.word.start
        value = self.expression()
        end = self.done
        name = self.name() if self.takes("AS") else None
        return Column(begin, end, value, name)

    def _order(self) -> tuple[tuple[Expression, bool], ...]:
        keys = list[tuple[Expression, bool]]()
        while not keys or self.takes(","):
            value = self.expression()
            falling = self.takes("DESC") or self.takes("DESCENDING")
            if not falling and not self.takes("ASC"):
                self.takes("ASCENDING")
            keys.append((value, falling))
        return tuple(keys)


def read(query: str) -> Query:
    """Read a query.

    Raises:
        Unread: it is no Cypher.
        Refused: it is Cypher that isn't taken.
    """
    return QueryReader(query).whole()
