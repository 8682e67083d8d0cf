"""Says WITH and RETURN: columns, groups, order, and how many rows."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from kg.cypher.gathering import GatherJudge
from kg.cypher.putting import put
from kg.cypher.said import Said, Scope
from kg.cypher.schema import Schema
from kg.cypher.tree import Call, Chosen, Column, Expression, Literal, Parameter, Part, Property, Sign, Variable
from kg.cypher.unread import Refused, Unread
from kg.cypher.walking import AGGREGATES, aggregates, gathers, parts, same

_HIDDEN = "\0"


@dataclass(frozen=True, slots=True)
class Told:
    """A column: the name under which the query knows it, its value, and its name for the engine."""

    name: str
    value: Expression
    out: str


@dataclass(frozen=True, slots=True)
class Selected:
    """What WITH or RETURN says, and what is bound behind it, in the order of columns."""

    text: str
    scope: dict[str, Said]


class SelectJudge(GatherJudge):
    """Knows WITH and RETURN."""

    def __init__(self, query: str, schema: Schema, parameters: Mapping[str, Any]) -> None:
        """Begin with the words of the query, of which columns without names are called."""
        super().__init__(schema, parameters)
        self.query = query

    def selection(self, chosen: Chosen, scope: Scope, outs: Sequence[str] | None = None) -> Selected:
        """Say WITH or RETURN; ``outs`` are the engine's names of the columns, where they are given by another query."""
        columns = self._columns(chosen, scope)
        if outs is not None and len(outs) != len(columns):
            raise Unread("UNION joins queries with the same columns", chosen.start)
        told = [
            Told(name, column.value, outs[at] if outs else self._out(name, column.value, scope))
            for at, (name, column) in enumerate(columns)
        ]
        gathering = any(gathers(each.value) for each in told)
        if not gathering and (found := next((value for value, _ in chosen.order if gathers(value)), None)):
            raise Unread("an aggregate stands in ORDER BY and in no column", found.start)
        return self._grouped(chosen, told, scope) if gathering else self._ungrouped(chosen, told, scope)

    def _columns(self, chosen: Chosen, scope: Scope) -> list[tuple[str, Column]]:
        place = chosen.start, chosen.end
        columns = (
            [(name, Column(*place, Variable(*place, name), name)) for name in sorted(scope)] if chosen.every else []
        )
        for column in chosen.columns:
            name = column.name or (column.value.name if isinstance(column.value, Variable) else None)
            if name is None and chosen.word == "WITH":
                raise Unread("give this a name with AS", column.start)
            columns.append((name or self.query[column.start : column.end], column))
        if not columns:
            raise Unread(f"{chosen.word} * needs something that is bound", chosen.start)
        names = [name for name, _ in columns]
        if twice := next((column for at, (name, column) in enumerate(columns) if name in names[:at]), None):
            raise Unread("two columns have this name", twice.start)
        return columns

    def _out(self, name: str, value: Expression, scope: Scope) -> str:
        if isinstance(value, Variable) and value.name == name and name in scope:
            return scope[name].text
        return self.called(name)

    def _ungrouped(self, chosen: Chosen, told: list[Told], scope: Scope) -> Selected:
        said = [self.said(each.value, scope) for each in told]
        if chosen.distinct:
            self._check_groups(told, said)
        new = {each.name: Said(each.out, value.kind) for each, value in zip(told, said, strict=True)}
        items = [_item(value, each.out) for each, value in zip(told, said, strict=True)]
        known = new if chosen.distinct else {**scope, **new}
        return Selected(self._with_rows(chosen, told, items, known, scope), new)

    def _check_groups(self, told: Sequence[Told], said: Sequence[Said]) -> None:
        for each, value in zip(told, said, strict=True):
            if value.kind.mixed:
                raise Refused("1 and 1.0 may stand here, which are told apart: write toFloat(…)", each.value.start)

    def _with_rows(self, chosen: Chosen, told: Sequence[Told], items: list[str], known: Scope, scope: Scope) -> str:
        hidden = {**known, **{f"{_HIDDEN}{at}": known[each.name] for at, each in enumerate(told)}}
        order = [(self._ordered(value, told, hidden), falling) for value, falling in chosen.order]
        where = self.condition(chosen.where, known) if chosen.where else None
        outs = {each.out for each in told}
        if chosen.word == "WITH":
            asked = [value for value, _ in chosen.order] + ([chosen.where] if chosen.where else [])
            carried = {
                scope[name].text
                for value in asked
                for name in _names(value)
                if scope.get(name) == known.get(name) and name in scope
            }
            items = [*items, *sorted(carried - outs)]
        text = f"{chosen.word} {'DISTINCT ' if chosen.distinct else ''}{', '.join(items)}"
        if order:
            text += " ORDER BY " + ", ".join(f"{each.inside}{' DESC' if falling else ''}" for each, falling in order)
        for word, value in (("SKIP", chosen.skip), ("LIMIT", chosen.limit)):
            text += f" {word} {self._number(word, value)}" if value else ""
        return text + (f" WHERE {where.text}" if where else "")

    def _ordered(self, value: Expression, told: Sequence[Told], known: Scope) -> Said:
        """Say what is ordered by; what stands in a column is that column."""

        columns = [
            (each.value, f"{_HIDDEN}{at}")
            for at, each in enumerate(told)
            if not isinstance(each.value, Literal | Parameter)
        ]
        named = isinstance(value, Variable) and any(each.name == value.name for each in told)
        said = self.said(value if named else put(value, columns), known)
        if not said.kind.number and (len(said.kind.bare) > 1 or not said.kind.only("string", "boolean", "date")):
            raise Refused(f"rows are ordered by texts, numbers or dates, and this is {said.kind.told()}", value.start)
        return said

    def _number(self, word: str, value: Expression) -> str:
        """How many rows: a whole number that no row tells."""
        for part in parts(value):
            if not isinstance(part, Literal | Parameter | Sign):
                raise Refused(f"{word} takes a whole number or a parameter", value.start)
        said = self.wanted(value, {}, "integer", what=word)
        given = (
            value.value
            if isinstance(value, Literal)
            else self.parameters.get(value.name)
            if isinstance(value, Parameter)
            else 0
        )
        if (
            said.kind.nullable
            or not isinstance(given, int)
            or given < 0
            or (isinstance(value, Sign) and value.sign == "-")
        ):
            raise Unread(f"{word} takes a whole number that isn't negative", value.start)
        return said.text

    def _grouped(self, chosen: Chosen, told: list[Told], scope: Scope) -> Selected:
        """Say columns of which some are aggregates: at once, or the aggregates first and then what is made of them."""
        keys = [each for each in told if not gathers(each.value)]
        if any(_counts(each.value) for each in told if each not in keys) or chosen.distinct:
            return self._in_two(chosen, told, keys, scope)
        said = [
            self.gathered(each.value, scope)
            if isinstance(each.value, Call) and each not in keys
            else self.said(each.value, scope)
            for each in told
        ]
        self._check_groups(keys, [value for each, value in zip(told, said, strict=True) if each in keys])
        new = {each.name: Said(each.out, value.kind) for each, value in zip(told, said, strict=True)}
        items = [_item(value, each.out) for each, value in zip(told, said, strict=True)]
        return Selected(self._with_rows(chosen, told, items, new, {}), new)

    def _in_two(self, chosen: Chosen, told: list[Told], keys: list[Told], scope: Scope) -> Selected:
        items, known = list[str](), dict[str, Said]()
        groups, found = list[tuple[Expression, str]](), list[tuple[Expression, str]]()
        for each in keys:
            said = self.said(each.value, scope)
            self._check_groups([each], [said])
            groups.append((each.value, self._hide(said, items, known)))
        for each in told:
            for call in aggregates(each.value):
                if not any(same(call, value) for value, _ in found):
                    found.append((call, self._hide(self.gathered(call, scope), items, known)))
        leaves = [*found, *((value, name) for value, name in groups if isinstance(value, Variable | Property))]
        second = [replace(each, value=put(each.value, groups if each in keys else leaves)) for each in told]
        order = tuple((put(value, [*found, *groups]), falling) for value, falling in chosen.order)
        after = self._ungrouped(replace(chosen, order=order), second, known)
        return Selected(f"WITH {', '.join(items)} {after.text}", after.scope)

    def _hide(self, said: Said, items: list[str], known: dict[str, Said]) -> str:
        out = self.fresh()
        items.append(f"{said.text} AS {out}")
        known[f"{_HIDDEN}{out}"] = Said(out, said.kind)
        return f"{_HIDDEN}{out}"


def _names(value: Part) -> list[str]:
    return [part.name for part in parts(value) if isinstance(part, Variable)]


def _item(said: Said, out: str) -> str:
    return out if said.text == out else f"{said.text} AS {out}"


def _counts(value: Expression) -> bool:
    """Whether something is made of an aggregate."""
    return not (isinstance(value, Call) and value.name.lower() in AGGREGATES)
