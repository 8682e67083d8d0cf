"""Says plain values, names, properties, items of lists, lists and maps."""

from collections.abc import Callable

from kg.cypher.judge import Judge
from kg.cypher.kinds import BOOLEAN, INTEGER, NULL, Kind, joined, kind, listed, of_value
from kg.cypher.said import Said, Scope, literal
from kg.cypher.tree import (
    Expression,
    Item,
    Labelled,
    Labels,
    Listed,
    Literal,
    Mapped,
    Parameter,
    Property,
    Range,
    Variable,
)
from kg.cypher.unread import Refused, Unread

_LARGEST = 2**63
_DATES = {
    **dict.fromkeys(
        ("year", "month", "day", "week", "weekYear", "quarter", "dayOfWeek", "weekDay", "dayOfQuarter"), INTEGER
    ),
    "ordinalDay": INTEGER,
}
_DURATIONS = dict.fromkeys(("years", "months", "weeks", "days", "hours", "minutes", "seconds"), INTEGER)
_INSTEAD = "use iri, eventType, articleName or headline (docs/graph.md), or labels(n) and type(r)"


class ValueJudge(Judge):
    """Knows values that have no signs, and what is chosen of others."""

    def literal(self, value: Literal, _: Scope) -> Said:
        """Say a number, text, truth value or null."""
        if (
            isinstance(value.value, int)
            and not isinstance(value.value, bool)
            and not -_LARGEST <= value.value < _LARGEST
        ):
            raise Unread("this whole number is too large", value.start)
        if isinstance(value.value, float) and value.value in (float("inf"), float("-inf")):
            raise Unread("this number is too large", value.start)
        return Said(literal(value.value), of_value(value.value))

    def parameter(self, value: Parameter, _: Scope) -> Said:
        """Say a parameter."""
        return Said(f"${value.name}", self.kind_of(value.name, value))

    def variable(self, value: Variable, scope: Scope) -> Said:
        """Say the name of something bound."""
        if value.name not in scope:
            raise Unread(f"nothing is called '{value.name}' here", value.start)
        return scope[value.name]

    def property(self, value: Property, scope: Scope) -> Said:
        """Say a property of a node or relationship, a part of a date or duration, or what a map holds."""
        return self._of(self.said(value.of, scope), value.key, value)

    def _of(self, of: Said, key: str, part: Expression) -> Said:
        text, known = f"{of.inside}.{self.key(key)}", of.kind
        if not known.bare:
            return Said("null", NULL)
        if known.only("node", "relationship"):
            self._refuse_own(known, key, part)
            return Said(text, self.schema.property(known, key))
        if known.only("map"):
            return Said(text, self._field(known, key, part))
        parts = _DATES if known.only("date") else _DURATIONS if known.only("duration", "span") else {}
        if key in parts:
            return Said(text, parts[key].loose if known.nullable else parts[key])
        raise Refused(f"{known.told()} has no property '{key}'", part.start)

    def _refuse_own(self, known: Kind, key: str, part: Expression) -> None:
        own = self.schema.own_of_nodes if "node" in known.names else frozenset()
        own |= self.schema.own_of_relationships if "relationship" in known.names else frozenset()
        if key in own:
            raise Refused(f"no node or relationship has a property '{key}': {_INSTEAD}", part.start)

    @staticmethod
    def _field(known: Kind, key: str, part: Expression) -> Kind:
        if known.fields is None:
            raise Refused(f"what the map holds under '{key}' isn't known here", part.start)
        found = dict(known.fields).get(key, NULL)
        return found.loose if known.nullable else found

    def item(self, value: Item, scope: Scope) -> Said:
        """Say an item of a list, or what a node or map has under a name."""
        of = self.said(value.of, scope)
        if of.kind.bare and of.kind.only("node", "relationship", "map"):
            return self._of(of, self._name(value.at), value)
        at = self.wanted(value.at, scope, "integer", what="the place of an item")
        if not of.kind.only("list"):
            raise Refused(f"items are taken of a list, and this is {of.kind.told()}", value.of.start)
        return Said(f"{of.inside}[{at.text}]", (of.kind.items or NULL).loose)

    def _name(self, at: Expression) -> str:
        found = (
            at.value if isinstance(at, Literal) else self.parameters.get(at.name) if isinstance(at, Parameter) else None
        )
        if not isinstance(found, str):
            raise Refused("write the name of the property here, or give it as a parameter", at.start)
        return found

    def range(self, value: Range, scope: Scope) -> Said:
        """Say a part of a list."""
        of = self.wanted(value.of, scope, "list", what="[..]")
        bounds = [
            self.wanted(each, scope, "integer", what="[..]") if each else None for each in (value.low, value.high)
        ]
        if any(each.kind.nullable for each in bounds if each) and of.kind.bare:
            raise Refused("a bound of [..] may have no value here", value.start)
        if any(
            isinstance(each, Literal) and isinstance(each.value, int) and each.value >= 2**31
            for each in (value.low, value.high)
        ):
            raise Refused("[..] takes no number as large as this", value.start)
        low, high = (each.text if each else "" for each in bounds)
        return Said(f"{of.inside}[{low}..{high}]", of.kind)

    def listed(self, value: Listed, scope: Scope) -> Said:
        """Say a list."""
        items = [self.said(each, scope) for each in value.values]
        return Said(f"[{', '.join(each.text for each in items)}]", listed(joined(each.kind for each in items)))

    def mapped(self, value: Mapped, scope: Scope) -> Said:
        """Say a map, or what is chosen of a node, relationship or map."""
        of = self.variable(value.of, scope) if value.of else None
        if of is not None and not of.kind.only("node", "relationship", "map"):
            raise Refused(f"{{…}} chooses of a node or map, and this is {of.kind.told()}", value.start)
        pairs = [pair for key, each in value.pairs for pair in self._pairs(key, each, of, scope)]
        if len({key for key, _ in pairs}) < len(pairs):
            raise Refused("a key stands twice in this map", value.start)
        text = f"{{{', '.join(f'{self.key(key)}: {said.text}' for key, said in pairs)}}}"
        known = Kind(frozenset({"map"}), fields=tuple((key, said.kind) for key, said in pairs))
        if of is not None and of.kind.nullable:
            return Said(f"CASE WHEN {of.inside} IS NULL THEN null ELSE {text} END", known.loose, joined=True)
        return Said(text, known)

    def _pairs(self, key: str, value: Expression, of: Said | None, scope: Scope) -> list[tuple[str, Said]]:
        every = key == "*" and isinstance(value, Property)
        if of is None or not every:
            return [(key, self.said(value, scope))]
        if of.kind.only("map") and of.kind.fields is not None:
            return [(name, self._of(of, name, value)) for name, _ in of.kind.fields]
        raise Refused("properties can't be listed: name those that you want, or return the node itself", value.start)

    def labelled(self, value: Labelled, scope: Scope) -> Said:
        """Say whether a node has labels, or a relationship a type."""
        of = self.wanted(value.of, scope, "node", "relationship", what="a label")
        known = kind("boolean", "null") if of.kind.nullable else BOOLEAN
        said = self.typed if of.kind.only("relationship") else self.having
        text = said(of.inside, value.labels)
        if of.kind.nullable:
            text = f"CASE WHEN {of.inside} IS NULL THEN null ELSE {text} END"
        return Said(text, known, joined=True)

    def having(self, node: str, labels: Labels) -> str:
        """Whether a node has labels, in the engine's words."""
        return _labels(labels, lambda name: f"{node}:{self.key(name)}")

    def typed(self, relationship: str, types: Labels) -> str:
        """Whether a relationship is of a type, in the engine's words."""
        return _labels(types, lambda name: f"type({relationship}) = {literal(name)}")


def _labels(labels: Labels, one: Callable[[str], str]) -> str:
    if not labels.sign:
        return one(labels.name)
    if labels.sign == "%":
        return "true"
    told = [f"({_labels(each, one)})" for each in labels.parts]
    return f"NOT {told[0]}" if labels.sign == "!" else {"&": " AND ", "|": " OR "}[labels.sign].join(told)
