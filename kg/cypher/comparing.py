"""Says comparisons of values that are of one kind; all others are never true in Neo4j, and refused."""

from kg.cypher.kinds import BOOLEAN, Kind, alike, kind
from kg.cypher.said import Said, Scope
from kg.cypher.signs import SignJudge
from kg.cypher.tree import Case, Comparison, Expression, Part
from kg.cypher.unread import Refused

EQUAL = ("string", "integer", "float", "boolean", "date", "node", "relationship", "list")
ORDERED = ("string", "integer", "float", "boolean", "date")
_DAYS = ": days are texts in the graph, compare with '2020-10-21', or make a date of both, as in date(e.earliest)"


class ComparisonJudge(SignJudge):
    """Knows ``=``, ``<>``, ``<`` and so on, and CASE, which compares as well."""

    def comparison(self, value: Comparison, scope: Scope) -> Said:
        """Say ``a < b``; ``a < b < c`` is ``a < b AND b < c``."""
        values = [self.said(each, scope) for each in value.values]
        told = [
            self.compared(values[at], sign, values[at + 1], value.values[at]) for at, sign in enumerate(value.signs)
        ]
        if len(told) == 1:
            return told[0]
        known = told[0].kind
        for each in told[1:]:
            known = known | each.kind
        return Said(" AND ".join(each.inside for each in told), known, joined=True)

    def compared(self, left: Said, sign: str, right: Said, part: Part) -> Said:
        """Say one comparison.

        Raises:
            Refused: it is one of two kinds.
        """
        allowed = EQUAL if sign in ("=", "<>") else ORDERED
        if not alike(left.kind, right.kind):
            raise Refused(self._unlike(left.kind, sign, right.kind), part.start)
        for each in (left.kind, right.kind):
            if not each.only(*allowed):
                raise Refused(f"{each.told()} can't be compared by '{sign}'", part.start)
        known = kind("boolean", "null") if (left.kind | right.kind).nullable else BOOLEAN
        return Said(f"{left.inside} {sign} {right.inside}", known, joined=True)

    @staticmethod
    def _unlike(left: Kind, sign: str, right: Kind) -> str:
        days = _DAYS if "date" in left.names | right.names else ""
        return f"'{sign}' compares {left.told()} with {right.told()}, which is never true{days}"

    def case(self, value: Case, scope: Scope) -> Said:
        """Say CASE, always as conditions."""
        of = self.said(value.of, scope) if value.of else None
        told, known = list[str](), kind() if value.other else kind("null")
        for asked, result in value.ways:
            conditions = [self._way(of, each, scope) for each in asked]
            said = self.said(result, scope)
            known = known | said.kind
            either = " OR ".join(each.inside for each in conditions) if len(conditions) > 1 else conditions[0].text
            told.append(f"WHEN {either} THEN {said.text}")
        if value.other:
            other = self.said(value.other, scope)
            known = known | other.kind
            told.append(f"ELSE {other.text}")
        return Said(f"CASE {' '.join(told)} END", known)

    def _way(self, of: Said | None, value: Expression, scope: Scope) -> Said:
        if of is None:
            return self.condition(value, scope)
        return self.compared(of, "=", self.said(value, scope), value)
