"""Says patterns inside values: whether there is one, how many there are, and what they tell."""

from kg.cypher.kinds import BOOLEAN, INTEGER, listed
from kg.cypher.said import Said, Scope
from kg.cypher.shapes import Shape, ShapeJudge
from kg.cypher.tree import Chosen, Inner, Match, Node, Paths, Relationship, There
from kg.cypher.unread import Refused, Unread
from kg.cypher.walking import gathers


class InnerJudge(ShapeJudge):
    """Knows patterns inside values."""

    def there(self, value: There, scope: Scope) -> Said:
        """Refuse a pattern where no condition stands.

        Raises:
            Unread: always.
        """
        raise Unread("a pattern stands in conditions alone: write EXISTS { … } or COUNT { … }", value.start)

    def exists(self, value: There, scope: Scope) -> Said:
        """Say whether there is a pattern, of which all names must be bound."""
        shape = Shape(dict(scope), scope)
        text = self.shape(value.path, shape)
        named: list[Node | Relationship] = [*value.path.nodes, *value.path.relationships]
        if unknown := next((each for each in named if each.name is not None and each.name not in scope), None):
            raise Unread(f"nothing is called '{unknown.name}' here", unknown.start)
        return Said(f"EXISTS {{ {text}{shape.where} }}", BOOLEAN)

    def inner(self, value: Inner, scope: Scope) -> Said:
        """Say EXISTS, COUNT or COLLECT with one pattern or several in it."""
        match, chosen = self._clauses(value)
        shape = Shape(dict(scope), scope)
        texts = [self.shape(path, shape) for path in match.paths]
        if match.where is not None:
            shape.conditions.append(self.condition(match.where, shape.scope).inside)
        if value.how != "COLLECT":
            for column in chosen.columns if chosen else ():
                self.said(column.value, shape.scope)
            text = f"{value.how} {{ {', '.join(texts)}{shape.where} }}"
            return Said(text, BOOLEAN if value.how == "EXISTS" else INTEGER)
        if chosen is None or len(chosen.columns) != 1 or len(texts) > 1:
            raise Refused("inside COLLECT { … } one path and RETURN of one value are taken", value.start)
        told = self.said(chosen.columns[0].value, shape.scope)
        return Said(f"[{texts[0]}{shape.where} | {told.text}]", listed(told.kind))

    def paths(self, value: Paths, scope: Scope) -> Said:
        """Say what each match of a pattern tells."""
        shape = Shape(dict(scope), scope)
        text = self.shape(value.path, shape)
        if value.where is not None:
            shape.conditions.append(self.condition(value.where, shape.scope).inside)
        told = self.said(value.told, shape.scope)
        return Said(f"[{text}{shape.where} | {told.text}]", listed(told.kind))

    @staticmethod
    def _clauses(value: Inner) -> tuple[Match, Chosen | None]:
        clauses = value.query.rows[0]
        chosen = clauses[-1] if isinstance(clauses[-1], Chosen) else None
        more = len(value.query.rows) > 1 or len(clauses) - (chosen is not None) != 1
        if more or not isinstance(clauses[0], Match) or clauses[0].optional:
            raise Refused(f"inside {value.how} {{ … }} one MATCH is taken, with WHERE", value.start)
        if chosen is not None and (
            chosen.distinct
            or chosen.every
            or chosen.order
            or chosen.skip
            or chosen.limit
            or any(gathers(each.value) for each in chosen.columns)
        ):
            raise Refused(f"inside {value.how} {{ … }} RETURN takes plain values alone", chosen.start)
        return clauses[0], chosen
