"""Says sums, products, truth values and tests, of values of which Neo4j and the engine make the same."""

from abc import abstractmethod
from collections.abc import Sequence

from kg.cypher import guards
from kg.cypher.kinds import BOOLEAN, FLOAT, INTEGER, NULL, NUMBERS, TEXT, Kind, alike, joined, kind, listed
from kg.cypher.regex import in_rust
from kg.cypher.said import Said, Scope, literal
from kg.cypher.tree import Call, Expression, Literal, Parameter, Sign, There
from kg.cypher.unread import Refused
from kg.cypher.values import ValueJudge

_LOGIC = ("AND", "OR", "XOR", "NOT")
_WITH_NULL = {"||": frozenset({"string", "list"})}
_WITHIN = ("STARTS WITH", "ENDS WITH", "CONTAINS")


class SignJudge(ValueJudge):
    """Knows what signs and words join."""

    def sign(self, value: Sign, scope: Scope) -> Said:
        """Say a value with a sign or word before, behind or between its parts."""
        if value.sign in _LOGIC:
            return self._logic(value, [self.wanted(each, scope, "boolean", what=value.sign) for each in value.values])
        if value.sign in ("IS NULL", "IS NOT NULL"):
            return Said(f"{self.said(value.values[0], scope).inside} {value.sign}", BOOLEAN, joined=True)
        if value.sign in _WITHIN:
            left, right = (self.wanted(each, scope, "string", what=value.sign) for each in value.values)
            return _joined(left, value.sign, right, BOOLEAN)
        if value.sign == "=~":
            return self._matching(value, scope)
        if value.sign == "IN":
            return self._among(value, scope)
        return self._counted(value, scope) if len(value.values) == 2 else self._signed(value, scope)

    def condition(self, value: Expression, scope: Scope) -> Said:
        """Say what must be true or false, or have no value; a pattern can stand here, and nowhere else."""
        if isinstance(value, There):
            return self.exists(value, scope)
        if isinstance(value, Sign) and value.sign in _LOGIC:
            return self._logic(value, [self.condition(each, scope) for each in value.values])
        return self.wanted(value, scope, "boolean", what="a condition")

    @abstractmethod
    def exists(self, value: There, scope: Scope) -> Said:
        """Say whether there is a pattern."""

    @staticmethod
    def _logic(value: Sign, values: Sequence[Said]) -> Said:
        known = kind("boolean", "null") if any(each.kind.nullable for each in values) else BOOLEAN
        if value.sign == "NOT":
            return Said(f"NOT {values[0].inside}", known, joined=True)
        return Said(f"{values[0].inside} {value.sign} {values[1].inside}", known, joined=True)

    def _matching(self, value: Sign, scope: Scope) -> Said:
        left, right = (self.wanted(each, scope, "string", what="=~") for each in value.values)
        asked = value.values[1]
        given = self.parameters.get(asked.name) if isinstance(asked, Parameter) else getattr(asked, "value", None)
        if given is not None and not isinstance(asked, Literal | Parameter):
            raise Refused("write the regular expression here, or give it as a parameter", asked.start)
        if right.kind.bare and not isinstance(given, str):
            raise Refused("write the regular expression here, or give it as a parameter", asked.start)
        text = literal(in_rust(given, asked.start)) if isinstance(given, str) else "null"
        return _joined(left, "=~", Said(text, right.kind), BOOLEAN)

    def _among(self, value: Sign, scope: Scope) -> Said:
        left, right = (self.said(each, scope) for each in value.values)
        if not right.kind.only("list"):
            raise Refused(f"IN takes a list, and this is {right.kind.told()}", value.values[1].start)
        items = right.kind.items or NULL
        if not alike(left.kind, items):
            raise Refused(
                f"{left.kind.told()} is never equal to {items.told()}{_dates(left.kind, items)}", value.values[0].start
            )
        known = kind("boolean", "null") if (left.kind | right.kind | items).nullable else BOOLEAN
        asked = value.values[1]
        if isinstance(asked, Call) and asked.name.lower() == "labels":
            return Said(f"{left.inside} IN labels({self.said(asked.values[0], scope).text})", known, joined=True)
        return Said(
            f"{left.inside} IN {f'({right.text})' if right.text.startswith('[') else right.inside}", known, joined=True
        )

    def _signed(self, value: Sign, scope: Scope) -> Said:
        inner = value.values[0]
        if value.sign == "-" and isinstance(inner, Literal) and type(inner.value) in (int, float):
            return self.literal(Literal(value.start, value.end, -inner.value), scope)  # type: ignore[operator]
        said = self.wanted(inner, scope, "integer", "float", what=value.sign)
        return Said(f"-{said.inside}", said.kind, joined=True) if value.sign == "-" else said

    def _counted(self, value: Sign, scope: Scope) -> Said:
        left, right = (self.said(each, scope) for each in value.values)
        known = _result(value.sign, left.kind, right.kind)
        if known is None:
            raise Refused(
                f"'{value.sign}' doesn't join {left.kind.told()} and {right.kind.told()}", value.values[0].start
            )
        if not known.bare:
            if value.sign in "/%" and not _not_zero(value.values[1]) and right.kind.bare:
                raise Refused("what is divided has no value here", value.start)
            return Said("null", NULL)
        if (left.kind | right.kind).nullable:
            known = known.loose
        if "list" in known.names and known.nullable:
            either = f"{left.inside} IS NULL OR {right.inside} IS NULL"
            return Said(f"CASE WHEN {either} THEN null ELSE {left.inside} + {right.inside} END", known, joined=True)
        sign = "+" if value.sign == "||" else value.sign
        if value.sign in "/%" and not _not_zero(value.values[1]):
            right = guards.not_zero(right)
        if value.sign == "^" and not right.kind.only("integer"):
            left = guards.not_negative(left)
        left, right = (_in_text(each) if known.only("string") else each for each in (left, right))
        return Said(f"{left.inside} {sign} {right.inside}", known, joined=True)


def _joined(left: Said, sign: str, right: Said, known: Kind) -> Said:
    found = known.loose if (left.kind | right.kind).nullable else known
    return Said(f"{left.inside} {sign} {right.inside}", found, joined=True)


def _in_text(said: Said) -> Said:
    return Said(guards.text_of(said), TEXT, joined=True) if said.kind.bare == FLOAT.names else said


def _not_zero(value: Expression) -> bool:
    return isinstance(value, Literal) and value.value not in (0, 0.0)


def _dates(one: Kind, other: Kind) -> str:
    kinds = one.bare | other.bare
    return ": days are texts in the graph, compare with '2020-10-21', or make a date of both" if "date" in kinds else ""


def _result(sign: str, left: Kind, right: Kind) -> Kind | None:
    """The kind of what a sign makes of two kinds; None where it makes nothing, or something else in the engine."""
    if not left.bare or not right.bare:
        other = left.bare | right.bare
        return NULL if sign == "+" or other <= _WITH_NULL.get(sign, NUMBERS) else None
    if left.number and right.number and sign != "||":
        return _number(sign, left, right)
    if sign in ("+", "||"):
        return _added(sign, left, right)
    both = (left.bare, right.bare)
    if sign == "-" and both in ((frozenset({"date"}), frozenset({"duration"})), (frozenset({"duration"}),) * 2):
        return left.sure
    return left.sure if sign == "*" and both == (frozenset({"duration"}), frozenset({"integer"})) else None


def _number(sign: str, left: Kind, right: Kind) -> Kind:
    if sign == "^":
        return FLOAT
    whole = {"integer"} if "integer" in left.names and "integer" in right.names else set()
    broken = {"float"} if "float" in left.names | right.names else set()
    return Kind(frozenset(whole | broken))


def _added(sign: str, left: Kind, right: Kind) -> Kind | None:
    if left.only("list") and right.only("list"):
        return listed(joined(each.items for each in (left, right) if each.items))
    if sign == "+" and (left.only("list") or right.only("list")):
        items = (left.items or NULL) | right.sure if left.only("list") else (right.items or NULL) | left.sure
        return listed(items)
    if left.only("string") and right.only("string"):
        return TEXT
    if sign == "+" and {left.bare, right.bare} in ({TEXT.names, INTEGER.names}, {TEXT.names, FLOAT.names}):
        return TEXT
    pair = (left.bare, right.bare)
    date, duration = frozenset({"date"}), frozenset({"duration"})
    return left.sure if sign == "+" and pair in ((date, duration), (duration, duration)) else None
