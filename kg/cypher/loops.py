"""Says what goes through a list: comprehensions, all, any, none, single, and reduce."""

from kg.cypher.comparing import ComparisonJudge
from kg.cypher.kinds import BOOLEAN, NULL, Kind, kind, listed
from kg.cypher.said import Said, Scope
from kg.cypher.tree import Expression, Loop, Reduction
from kg.cypher.unread import Refused, Unread

_ROUNDS = 3
"""After so many rounds what a loop makes is of one kind, or never will be."""


class LoopJudge(ComparisonJudge):
    """Knows loops."""

    def loop(self, value: Loop, scope: Scope) -> Said:
        """Say a comprehension or a quantifier."""
        values = self.wanted(value.values, scope, "list", what="IN")
        each = Said(self.called(value.name), values.kind.items or NULL)
        within = {**scope, value.name: each}
        where = self.condition(value.where, within) if value.where else None
        if value.how:
            return self._quantified(value, values, each, where)
        told = self.said(value.told, within) if value.told else None
        known = listed(told.kind if told else each.kind)
        text = f"{each.text} IN {values.text}"
        text += f" WHERE {where.text}" if where else ""
        text += f" | {told.text}" if told else ""
        if not where and not told:
            text += f" | {each.text}"
        return Said(f"[{text}]", known.loose if values.kind.nullable else known)

    @staticmethod
    def _quantified(value: Loop, values: Said, each: Said, where: Said | None) -> Said:
        if where is None:
            raise Unread(f"{value.how}(…) needs WHERE", value.end - 1)
        known = kind("boolean", "null") if values.kind.nullable or where.kind.nullable else BOOLEAN
        return Said(f"{value.how}({each.text} IN {values.text} WHERE {where.text})", known)

    def reduction(self, value: Reduction, scope: Scope) -> Said:
        """Say reduce: what it makes must be of one kind, whatever the number of items."""
        values, first = self.wanted(value.values, scope, "list", what="IN"), self.said(value.first, scope)
        if value.total == value.name:
            raise Unread("reduce needs two names", value.start)
        each = Said(self.called(value.name), values.kind.items or NULL)
        total = self.called(value.total)
        known, step = first.kind, self._step(value.step, total, first.kind, each, value, scope)
        for _ in range(_ROUNDS):
            more = known | step.kind
            known, step = more, self._step(value.step, total, more, each, value, scope)
        if known | step.kind != known or (len(known.bare) > 1 and not known.number):
            raise Refused(f"reduce may make {known.told()} here", value.start)
        text = f"reduce({total} = {first.text}, {each.text} IN {values.text} | {step.text})"
        return Said(text, known.loose if values.kind.nullable else known)

    def _step(self, step: Expression, total: str, known: Kind, each: Said, value: Reduction, scope: Scope) -> Said:
        return self.said(step, {**scope, value.name: each, value.total: Said(total, known)})
