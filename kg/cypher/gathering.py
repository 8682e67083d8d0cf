"""Says aggregates, and values in which they stand."""

from kg.cypher.inner import InnerJudge
from kg.cypher.kinds import INTEGER, NULL, Kind, kind, listed
from kg.cypher.said import Said, Scope
from kg.cypher.tree import Call
from kg.cypher.unread import Refused, Unread
from kg.cypher.walking import aggregates


class GatherJudge(InnerJudge):
    """Knows aggregates."""

    def gathered(self, value: Call, scope: Scope) -> Said:
        """Say an aggregate.

        Raises:
            Unread: it holds another one.
        """
        name = value.name.lower()
        if value.star:
            if name != "count":
                raise Unread(f"{value.name}(*) is no function: only count(*) is", value.start)
            return Said("count(*)", INTEGER)
        if len(value.values) != 1:
            if name in ("percentilecont", "percentiledisc"):
                return self._one_of(name, value, NULL)
            raise Unread(f"{value.name} takes one value", value.start)
        inner = value.values[0]
        if nested := next(aggregates(inner), None):
            raise Unread("an aggregate can't stand inside another one", nested.start)
        said = self.said(inner, scope)
        if value.distinct and said.kind.mixed:
            raise Refused("1 and 1.0 may stand here, which are told apart: write toFloat(…)", inner.start)
        known = self._one_of(name, value, said.kind)
        return Said(f"{name}({'DISTINCT ' if value.distinct else ''}{said.text})", known.kind)

    def _one_of(self, name: str, value: Call, of: Kind) -> Said:
        told = f"{value.name} takes {{}}, and this is {of.told()}"
        if name == "count":
            return Said("", INTEGER)
        if name == "collect":
            return Said("", listed(of.sure))
        if name in ("sum", "avg"):
            if not of.number:
                raise Refused(told.format("numbers"), value.start)
            return Said("", kind("float", "null") if name == "avg" else of.sure | INTEGER)
        if name in ("min", "max"):
            if (len(of.bare) > 1 and not of.number) or not of.only("string", "integer", "float", "boolean", "date"):
                raise Refused(told.format("texts, numbers or dates"), value.start)
            return Said("", of.loose)
        raise Refused(f"{value.name} isn't computed here: collect the values and compute there", value.start)
