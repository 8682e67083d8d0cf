"""Says functions that make one kind of another, and those of numbers; values of which the engine makes something else fail."""

import re
from collections.abc import Callable, Mapping

from kg.cypher import guards
from kg.cypher.kinds import BOOLEAN, FLOAT, INTEGER, TEXT, Kind, kind
from kg.cypher.loops import LoopJudge
from kg.cypher.said import Said, Scope, literal
from kg.cypher.tree import Call, Expression, Literal, Parameter
from kg.cypher.unread import Refused, Unread

_DAYS = re.compile(r"P(?=\d)(?:\d+Y)?(?:\d+M)?(?:\d+W)?(?:\d+D)?")
_SPAN = re.compile(r"P(?:\d+Y)?(?:\d+M)?(?:\d+W)?(?:\d+D)?(?:T(?=\d)(?:\d+H)?(?:\d+M)?(?:\d+S)?)")
_MOST_DIGITS = 12


class ConversionJudge(LoopJudge):
    """Knows conversions."""

    def conversions(self) -> Mapping[str, Callable[[Call, Scope], Said]]:
        """What says each of them, by its name in small letters."""
        return {
            "tostring": self._to_string,
            "tointeger": self._to_integer,
            "tofloat": self._to_float,
            "toboolean": self._to_boolean,
            "round": self._round,
            "sqrt": self._root,
            "log": self._root,
            "log10": self._root,
            "date": self._date,
            "duration": self._duration,
            "date.truncate": self._truncate,
            "trim": self._trim,
            "ltrim": self._trim,
            "rtrim": self._trim,
        }

    def _given(self, value: Call, scope: Scope, least: int, most: int) -> list[Said]:
        if not least <= len(value.values) <= most:
            raise Unread(
                f"{value.name} takes {least if least == most else f'{least} to {most}'} arguments", value.start
            )
        return [self.said(each, scope) for each in value.values]

    def _one(self, value: Call, scope: Scope, *names: str) -> Said:
        (said,) = self._given(value, scope, 1, 1)
        if not said.kind.only(*names):
            told = Kind(frozenset(names)).told()
            raise Refused(f"{value.name} takes {told}, and this is {said.kind.told()}", value.values[0].start)
        return said

    def _to_string(self, value: Call, scope: Scope) -> Said:
        said = self._one(value, scope, "string", "integer", "boolean", "date", "float")
        if len(said.kind.bare) > 1:
            raise Refused(f"this may be {said.kind.told()}: make one kind of it", value.values[0].start)
        text = guards.text_of(said) if said.kind.bare == FLOAT.names else f"toString({said.text})"
        return Said(text, TEXT.loose if said.kind.nullable else TEXT)

    def _to_integer(self, value: Call, scope: Scope) -> Said:
        said = self._one(value, scope, "string", "integer", "float")
        if said.kind.number:
            exact = said.kind.only("integer")
            return Said(f"toInteger({said.text})" if exact else guards.whole(said), _as(INTEGER, said))
        if not said.kind.only("string"):
            raise Refused(f"this may be {said.kind.told()}: make one kind of it", value.values[0].start)
        return Said(guards.whole_of_text(said), INTEGER.loose)

    def _to_float(self, value: Call, scope: Scope) -> Said:
        said = self._one(value, scope, "string", "integer", "float")
        if said.kind.number:
            return Said(f"toFloat({said.text})", _as(FLOAT, said))
        return self._of_text("toFloat", FLOAT, value, said)

    def _to_boolean(self, value: Call, scope: Scope) -> Said:
        said = self._one(value, scope, "string", "boolean")
        if said.kind.only("boolean"):
            return Said(f"toBoolean({said.text})", _as(BOOLEAN, said))
        return self._of_text("toBoolean", BOOLEAN, value, said)

    @staticmethod
    def _of_text(name: str, known: Kind, value: Call, said: Said) -> Said:
        if not said.kind.only("string"):
            raise Refused(f"this may be {said.kind.told()}: make one kind of it", value.values[0].start)
        return Said(guards.unedged(name, said), known.loose)

    def _round(self, value: Call, scope: Scope) -> Said:
        given = self._given(value, scope, 1, 3)
        if len(given) > 2:
            raise Refused("numbers are rounded in one way only: leave the mode out", value.values[2].start)
        if not given[0].kind.number:
            raise Refused(f"round takes a number, and this is {given[0].kind.told()}", value.values[0].start)
        digits = value.values[1].value if len(given) > 1 and isinstance(value.values[1], Literal) else 0
        if (
            type(digits) is not int
            or not 0 <= digits <= _MOST_DIGITS
            or (len(given) > 1 and not isinstance(value.values[1], Literal))
        ):
            raise Refused(f"write to how many digits, 0 to {_MOST_DIGITS}, is rounded", value.values[1].start)
        text = guards.rounded_to(given[0], digits) if digits else guards.rounded(given[0])
        return Said(text, _as(FLOAT, given[0]))

    def _root(self, value: Call, scope: Scope) -> Said:
        said, name = self._one(value, scope, "integer", "float"), value.name.lower()
        guarded = guards.not_negative(said) if name == "sqrt" else guards.positive(said)
        return Said(f"{name}({guarded.text})", _as(FLOAT, said))

    def _trim(self, value: Call, scope: Scope) -> Said:
        said = self._one(value, scope, "string")
        return Said(guards.trimmed(value.name.lower(), said), said.kind)

    def _date(self, value: Call, scope: Scope) -> Said:
        if not value.values:
            return Said("date()", kind("date"))
        said = self._one(value, scope, "string", "date")
        known = kind("date")
        if said.kind.only("date"):
            return Said(said.text, said.kind, said.joined)
        if not said.kind.only("string"):
            raise Refused(f"this may be {said.kind.told()}: make one kind of it", value.values[0].start)
        return Said(guards.day(said), _as(known, said))

    def _truncate(self, value: Call, scope: Scope) -> Said:
        self._given(value, scope, 2, 2)
        unit, day = self._written(value.values[0]), self.wanted(value.values[1], scope, "date", what=value.name)
        if unit is None:
            raise Refused("write the unit here, as in date.truncate('month', …)", value.values[0].start)
        if not day.kind.bare:
            raise Unread("date.truncate needs a date", value.values[1].start)
        return Said(guards.truncated(literal(unit), day), kind("date"))

    def _duration(self, value: Call, scope: Scope) -> Said:
        said, given = self._one(value, scope, "string"), self._written(value.values[0])
        if given is None:
            raise Refused("write the duration here, as in duration('P3M'), or give it as a parameter", value.start)
        if _DAYS.fullmatch(given):
            return Said(f"duration({said.text})", kind("duration"))
        if _SPAN.fullmatch(given):
            return Said(f"duration({said.text})", kind("span"))
        raise Refused("durations are written as in 'P1Y2M3W4D'", value.values[0].start)

    def _written(self, value: Expression) -> str | None:
        given = (
            value.value
            if isinstance(value, Literal)
            else self.parameters.get(value.name)
            if isinstance(value, Parameter)
            else None
        )
        return given if isinstance(given, str) else None


def _as(known: Kind, of: Said) -> Kind:
    return known.loose if of.kind.nullable else known
