"""Says patterns; what the engine doesn't take inside one becomes a condition beside it."""

from dataclasses import dataclass, field, replace

from kg.cypher.calls import CallJudge
from kg.cypher.kinds import Kind, alike, listed
from kg.cypher.said import Said, Scope, quoted
from kg.cypher.tree import Expression, Labels, Literal, Mapped, Node, Parameter, Path, Relationship, Variable
from kg.cypher.unread import Refused, Unread

_DEEPEST = 1_000_000
"""So many steps no path of a graph has that anybody waits for; without a bound the engine would stop after ten."""


@dataclass(slots=True)
class Shape:
    """Patterns as they grow: what is bound before and by them, and the conditions beside them."""

    scope: dict[str, Said]
    before: Scope
    conditions: list[str] = field(default_factory=list)

    @property
    def where(self) -> str:
        """All conditions behind WHERE, where there are any."""
        return f" WHERE {' AND '.join(self.conditions)}" if self.conditions else ""


class ShapeJudge(CallJudge):
    """Knows patterns."""

    def shape(self, path: Path, shape: Shape) -> str:
        """Say a path, and note in the shape what it binds and what it must fulfil beside."""
        if path.shortest:
            self._check_shortest(path)
        text = self._node(path.nodes[0], shape)
        for relationship, node in zip(path.relationships, path.nodes[1:], strict=True):
            text += self._relationship(relationship, shape, shortest=bool(path.shortest)) + self._node(node, shape)
        text = f"{path.shortest}({text})" if path.shortest else text
        if path.name is None:
            return text
        if path.name in shape.scope:
            raise Unread(f"'{path.name}' is bound already", path.start)
        name = self.called(path.name)
        shape.scope[path.name] = Said(name, Kind(frozenset({"path"})))
        return f"{name} = {text}"

    @staticmethod
    def _check_shortest(path: Path) -> None:
        if len(path.relationships) != 1 or not path.relationships[0].many:
            raise Refused(f"{path.shortest} takes one relationship with *, as in -[:MET*..4]-", path.start)
        if path.relationships[0].low not in (None, 1):
            raise Refused(f"{path.shortest} takes no lower bound", path.start)

    def _node(self, node: Node, shape: Shape) -> str:
        if node.name is not None and node.name in shape.scope:
            return self._again(node, shape)
        name = self.called(node.name) if node.name else ""
        labels = self._kinds(node.labels) if node.labels else None
        apart = node.labels is not None and not _simple(node.labels)
        inline, beside = self._properties(node.properties, Kind(frozenset({"node"}), labels=labels), shape)
        if (apart or beside or node.where) and not name:
            name = self.fresh()
        said = Said(name, Kind(frozenset({"node"}), labels=labels))
        if node.name:
            shape.scope[node.name] = said
        if node.labels and apart:
            shape.conditions.append(f"({self.having(name, node.labels)})")
        self._beside(said, beside, node.where, shape)
        told = _told(node.labels) if node.labels and not apart else ""
        return f"({name}{told}{' ' if inline and (name or told) else ''}{inline})"

    def _again(self, node: Node, shape: Shape) -> str:
        said = shape.scope[node.name or ""]
        if not said.kind.only("node") or not said.kind.bare:
            raise Unread(f"'{node.name}' is {said.kind.told()}, and no node", node.start)
        if node.labels:
            shape.conditions.append(f"({self.having(said.text, node.labels)})")
        inline, beside = self._properties(node.properties, said.kind, shape, apart=True)
        self._beside(said, beside, node.where, shape)
        return f"({said.text}{inline})"

    def _kinds(self, labels: Labels) -> frozenset[str] | None:
        """Which labels of kind a node with such labels can have."""
        if not labels.sign:
            return self.schema.carriers.get(labels.name, frozenset())
        known = [self._kinds(each) for each in labels.parts]
        sure = [each for each in known if each is not None]
        if labels.sign == "&" and sure:
            return frozenset.intersection(*sure)
        return frozenset.union(*sure) if labels.sign == "|" and len(sure) == len(known) else None

    def _properties(
        self, told: Expression | None, of: Kind, shape: Shape, *, apart: bool = False
    ) -> tuple[str, list[tuple[str, Said]]]:
        """What the engine takes in braces, and what must be a condition."""
        if told is None:
            return "", []
        if not isinstance(told, Mapped):
            raise Refused("write the properties here, as in {name: $name}", told.start)
        inline, beside = list[str](), list[tuple[str, Said]]()
        for key, value in told.pairs:
            said = self.said(value, shape.scope)
            self._refuse_own(of, key, value)
            known = self.schema.property(of, key)
            if not alike(known, said.kind):
                raise Refused(f"'{key}' is {known.told()}, and never {said.kind.told()}", value.start)
            if not apart and _plain(value, shape.before) and said.kind.names == known.bare and not said.kind.items:
                inline.append(f"{quoted(key)}: {said.text}")
            else:
                beside.append((key, said))
        return f"{{{', '.join(inline)}}}" if inline else "", beside

    def _beside(self, of: Said, beside: list[tuple[str, Said]], where: Expression | None, shape: Shape) -> None:
        shape.conditions.extend(f"{of.text}.{quoted(key)} = {said.inside}" for key, said in beside)
        if where is not None:
            shape.conditions.append(self.condition(where, shape.scope).inside)

    def _relationship(self, told: Relationship, shape: Shape, *, shortest: bool) -> str:
        if told.name is not None and told.name in shape.scope:
            raise Refused(f"'{told.name}' is bound already: give this relationship another name", told.start)
        types = _types(told.types) if told.types else None
        apart = told.types is not None and types is None
        of = Kind(frozenset({"relationship"}), labels=types)
        inline, beside = self._properties(told.properties, of, shape)
        if told.many and (apart or beside or told.where):
            raise Refused("a path of several steps takes types and plain properties alone", told.start)
        name = self.called(told.name) if told.name else self.fresh() if apart or beside or told.where else ""
        if told.name:
            shape.scope[told.name] = Said(name, listed(of) if told.many else of)
        if told.types and apart:
            shape.conditions.append(f"({self.typed(name, told.types)})")
        self._beside(Said(name, of), beside, told.where, shape)
        inside = name + (_told(told.types) if told.types and not apart else "") + _steps(told, shortest=shortest)
        inside += f"{' ' if inside else ''}{inline}" if inline else ""
        return (
            f"{'<' if told.arrow == '<' else ''}-{f'[{inside}]' if inside else ''}-{'>' if told.arrow == '>' else ''}"
        )


def optional(scope: Scope, before: Scope) -> dict[str, Said]:
    """The scope in which all that is new may have no value."""
    return {name: said if name in before else replace(said, kind=said.kind.loose) for name, said in scope.items()}


def _plain(value: Expression, before: Scope) -> bool:
    return isinstance(value, Literal | Parameter) or (isinstance(value, Variable) and value.name in before)


def _steps(told: Relationship, *, shortest: bool) -> str:
    if not told.many:
        return ""
    low = 1 if told.low is None else told.low
    if told.high is None:
        return "*" if shortest else f"*{low}..{_DEEPEST}"
    return f"*{low}..{told.high}"


def _simple(labels: Labels) -> bool:
    if labels.sign in ("", "|", "&"):
        return all(not each.sign for each in labels.parts)
    return False


def _told(labels: Labels) -> str:
    if not labels.sign:
        return f":{quoted(labels.name)}"
    names = [quoted(each.name) for each in labels.parts]
    return f":{'|'.join(names)}" if labels.sign == "|" else "".join(f":{name}" for name in names)


def _types(types: Labels) -> frozenset[str] | None:
    """The types, where one of them is meant and nothing else."""
    if not types.sign:
        return frozenset({types.name})
    return frozenset(each.name for each in types.parts) if types.sign == "|" and _simple(types) else None
