"""Says functions: those of the table, and those whose value is of the kind of what they are given."""

from collections.abc import Callable, Mapping

from kg.cypher import guards
from kg.cypher.conversions import ConversionJudge
from kg.cypher.kinds import BOOLEAN, INTEGER, NULL, TEXT, Kind, joined, kind, listed
from kg.cypher.said import Said, Scope, literal
from kg.cypher.schema import KINDS
from kg.cypher.signatures import Signature, signatures
from kg.cypher.tree import Call, Literal, There
from kg.cypher.unread import Refused, Unread
from kg.cypher.walking import AGGREGATES

_INSTEAD = {
    "id": "nodes have no ids here: use iri, as in n.iri",
    "elementid": "nodes have no ids here: use iri, as in n.iri",
    "keys": "properties can't be listed: name those that you want, or return the node itself",
    "properties": "properties can't be listed: name those that you want, or return the node itself",
    "duration.between": "durations are counted otherwise: use duration.inDays or duration.inMonths",
    "percentilecont": "percentiles aren't computed: collect the values and compute there",
    "percentiledisc": "percentiles aren't computed: collect the values and compute there",
    "stdev": "deviations aren't computed: collect the values and compute there",
    "stdevp": "deviations aren't computed: collect the values and compute there",
    **dict.fromkeys(
        ("datetime", "localdatetime", "time", "localtime", "timestamp"),
        "times of day aren't known: the graph holds days, use date(…)",
    ),
}

_MOST = 2**31


class CallJudge(ConversionJudge):
    """Knows functions, but for aggregates."""

    def call(self, value: Call, scope: Scope) -> Said:
        """Say a call of a function."""
        name = value.name.lower()
        if name in AGGREGATES:
            raise Unread(f"{value.name}(…) can't stand here: aggregates stand in WITH and RETURN", value.start)
        if value.distinct or value.star:
            raise Unread("DISTINCT and * belong to aggregates", value.start)
        if name == "exists" and len(value.values) == 1 and isinstance(value.values[0], There):
            return self.exists(value.values[0], scope)
        if found := self._special().get(name):
            return found(value, scope)
        if name not in signatures():
            raise Refused(_INSTEAD.get(name, _INSTEAD.get(name.partition(".")[0], self._unknown(value))), value.start)
        return self._plain(signatures()[name], value, scope)

    @staticmethod
    def _unknown(value: Call) -> str:
        return f"{value.name}(…) isn't one of the functions that are taken (docs/cypher.md)"

    def _special(self) -> Mapping[str, Callable[[Call, Scope], Said]]:
        return {
            "coalesce": self._coalesce, "nullif": self._nullif, "size": self._size, "isempty": self._empty, "head": self._end, "last": self._end,
            "tail": self._tail, "reverse": self._reverse, "range": self._range, "labels": self._labels, "nodes": self._of_path,
            "relationships": self._of_path,
            **self.conversions(),
        }  # fmt: skip

    def _plain(self, known: Signature, value: Call, scope: Scope) -> Said:
        given = self._given(value, scope, known.least, len(known.takes))
        texts = list[str]()
        for at, said in enumerate(given):
            if not said.kind.only(*known.takes[at]):
                told = Kind(known.takes[at]).told()
                raise Refused(f"{value.name} takes {told}, and this is {said.kind.told()}", value.values[at].start)
            if known.counts[at] and _too_many(value.values[at]):
                raise Refused(f"{value.name} takes no number as large as this", value.values[at].start)
            guarded = known.counts[at] and not _counted(value.values[at])
            texts.append(guards.not_negative(said).text if guarded else said.text)
        kinds = given[0].kind if known.same else KINDS.get(known.gives, kind(known.gives))
        loose = any(each.kind.nullable for each in given)
        text = known.says.format(*texts) if known.says else f"{known.name}({', '.join(texts)})"
        return Said(text, kinds.loose if loose else kinds)

    def _coalesce(self, value: Call, scope: Scope) -> Said:
        given = self._given(value, scope, 1, 100)
        known = joined(each.kind for each in given)
        known = known if all(each.kind.nullable for each in given) else known.sure
        return Said(f"coalesce({', '.join(each.text for each in given)})", known)

    def _nullif(self, value: Call, scope: Scope) -> Said:
        one, other = self._given(value, scope, 2, 2)
        equal = self.compared(one, "=", other, value)
        return Said(f"CASE WHEN {equal.text} THEN null ELSE {one.text} END", one.kind.loose)

    def _size(self, value: Call, scope: Scope) -> Said:
        said = self._one(value, scope, "string", "list")
        return Said(f"size({said.text})", INTEGER.loose if said.kind.nullable else INTEGER)

    def _empty(self, value: Call, scope: Scope) -> Said:
        said = self._one(value, scope, "string", "list")
        return Said(f"size({said.text}) = 0", BOOLEAN.loose if said.kind.nullable else BOOLEAN, joined=True)

    def _end(self, value: Call, scope: Scope) -> Said:
        said = self._one(value, scope, "list")
        return Said(f"{value.name.lower()}({said.text})", (said.kind.items or NULL).loose)

    def _tail(self, value: Call, scope: Scope) -> Said:
        said = self._one(value, scope, "list")
        return Said(f"tail({said.text})", said.kind)

    def _reverse(self, value: Call, scope: Scope) -> Said:
        said = self._one(value, scope, "string", "list")
        return Said(f"reverse({said.text})", said.kind)

    def _range(self, value: Call, scope: Scope) -> Said:
        given = self._given(value, scope, 2, 3)
        for each, part in zip(given, value.values, strict=True):
            if each.kind.names != INTEGER.names:
                raise Refused(f"range takes whole numbers, and this is {each.kind.told()}", part.start)
        return Said(f"range({', '.join(each.text for each in given)})", listed(INTEGER))

    def _labels(self, value: Call, scope: Scope) -> Said:
        """All labels, in one order, so that nodes can be counted by them."""
        said = self._one(value, scope, "node")
        name, every = self.fresh(), ", ".join(map(literal, self.schema.labels))
        text = f"[{name} IN [{every}] WHERE {name} IN labels({said.text})]"
        if not said.kind.nullable:
            return Said(text, listed(TEXT))
        return Said(f"CASE WHEN {said.text} IS NULL THEN null ELSE {text} END", listed(TEXT).loose, joined=True)

    def _of_path(self, value: Call, scope: Scope) -> Said:
        said = self._one(value, scope, "path")
        known = listed(kind("node" if value.name.lower() == "nodes" else "relationship"))
        return Said(f"{value.name.lower()}({said.text})", known.loose if said.kind.nullable else known)


def _counted(value: object) -> bool:
    return isinstance(value, Literal) and isinstance(value.value, int) and value.value >= 0


def _too_many(value: object) -> bool:
    return isinstance(value, Literal) and isinstance(value.value, int) and value.value >= _MOST
