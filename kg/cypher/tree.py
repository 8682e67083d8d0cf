"""What a Cypher query consists of, as it was written; ``start`` and ``end`` are places in its text."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Part:
    """Anything in a query that has a place."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Literal(Part):
    """A text, number, truth value or null."""

    value: str | int | float | bool | None


@dataclass(frozen=True, slots=True)
class Parameter(Part):
    """``$name``."""

    name: str


@dataclass(frozen=True, slots=True)
class Variable(Part):
    """The name of something bound before."""

    name: str


@dataclass(frozen=True, slots=True)
class Property(Part):
    """``of.key``."""

    of: "Expression"
    key: str


@dataclass(frozen=True, slots=True)
class Item(Part):
    """``of[at]``."""

    of: "Expression"
    at: "Expression"


@dataclass(frozen=True, slots=True)
class Range(Part):
    """``of[low..high]``."""

    of: "Expression"
    low: "Expression | None"
    high: "Expression | None"


@dataclass(frozen=True, slots=True)
class Labelled(Part):
    """``of:Label``."""

    of: "Expression"
    labels: "Labels"


@dataclass(frozen=True, slots=True)
class Sign(Part):
    """A sign or word before one value or between two: ``-``, ``NOT``, ``+``, ``AND``, ``IN``, ``STARTS WITH``, ``IS NULL`` …"""

    sign: str
    values: tuple["Expression", ...]


@dataclass(frozen=True, slots=True)
class Comparison(Part):
    """``a < b <= c``: one sign less than values."""

    signs: tuple[str, ...]
    values: tuple["Expression", ...]


@dataclass(frozen=True, slots=True)
class Listed(Part):
    """``[a, b]``."""

    values: tuple["Expression", ...]


@dataclass(frozen=True, slots=True)
class Mapped(Part):
    """``{key: value}``, or what is chosen ``of`` a variable as in ``n {.key, other: value}``."""

    pairs: tuple[tuple[str, "Expression"], ...]
    of: Variable | None = None


@dataclass(frozen=True, slots=True)
class Loop(Part):
    """``[x IN list WHERE … | …]``, and ``all``, ``any``, ``none`` and ``single`` as ``how``."""

    how: str
    name: str
    values: "Expression"
    where: "Expression | None"
    told: "Expression | None"


@dataclass(frozen=True, slots=True)
class Reduction(Part):
    """``reduce(total = first, x IN list | step)``."""

    total: str
    first: "Expression"
    name: str
    values: "Expression"
    step: "Expression"


@dataclass(frozen=True, slots=True)
class Case(Part):
    """``CASE [of] WHEN … THEN … ELSE … END``; several values may stand behind one WHEN."""

    of: "Expression | None"
    ways: tuple[tuple[tuple["Expression", ...], "Expression"], ...]
    other: "Expression | None"


@dataclass(frozen=True, slots=True)
class Call(Part):
    """A function; ``count(*)`` has a star in place of arguments."""

    name: str
    values: tuple["Expression", ...]
    distinct: bool = False
    star: bool = False


@dataclass(frozen=True, slots=True)
class Paths(Part):
    """``[path = (a)-->(b) WHERE … | …]``."""

    path: "Path"
    where: "Expression | None"
    told: "Expression"


@dataclass(frozen=True, slots=True)
class There(Part):
    """A pattern where a truth value stands: ``(a)-->(b)``, also inside ``exists(…)``."""

    path: "Path"


@dataclass(frozen=True, slots=True)
class Inner(Part):
    """``EXISTS { … }``, ``COUNT { … }``, ``COLLECT { … }``."""

    how: str
    query: "Query"


Expression = (
    Literal
    | Parameter
    | Variable
    | Property
    | Item
    | Range
    | Labelled
    | Sign
    | Comparison
    | Listed
    | Mapped
    | Loop
    | Reduction
    | Case
    | Call
    | Paths
    | There
    | Inner
)


@dataclass(frozen=True, slots=True)
class Labels(Part):
    """``A``, or ``&``, ``|``, ``!`` over several, or ``%`` for any."""

    sign: str
    name: str = ""
    parts: tuple["Labels", ...] = ()


@dataclass(frozen=True, slots=True)
class Node(Part):
    """``(name:Label {key: value} WHERE …)``."""

    name: str | None
    labels: Labels | None
    properties: Expression | None
    where: Expression | None


@dataclass(frozen=True, slots=True)
class Relationship(Part):
    """``-[name:TYPE*low..high {key: value} WHERE …]->``; ``arrow`` is ``<``, ``>`` or empty."""

    name: str | None
    types: Labels | None
    properties: Expression | None
    where: Expression | None
    arrow: str
    many: bool = False
    low: int | None = None
    high: int | None = None


@dataclass(frozen=True, slots=True)
class Path(Part):
    """Nodes with relationships between them; ``shortest`` is the name of the function around it, if there is one."""

    name: str | None
    shortest: str
    nodes: tuple[Node, ...]
    relationships: tuple[Relationship, ...]


@dataclass(frozen=True, slots=True)
class Match(Part):
    """``[OPTIONAL] MATCH … WHERE …``."""

    optional: bool
    paths: tuple[Path, ...]
    where: Expression | None


@dataclass(frozen=True, slots=True)
class Unwind(Part):
    """``UNWIND list AS name``."""

    values: Expression
    name: str


@dataclass(frozen=True, slots=True)
class Column(Part):
    """``value AS name``; without a name, the words of the value are the name."""

    value: Expression
    name: str | None


@dataclass(frozen=True, slots=True)
class Chosen(Part):
    """``WITH`` or ``RETURN`` and what belongs to it; ``order`` pairs values with whether they fall."""

    word: str
    distinct: bool
    every: bool
    columns: tuple[Column, ...]
    order: tuple[tuple[Expression, bool], ...]
    skip: Expression | None
    limit: Expression | None
    where: Expression | None


@dataclass(frozen=True, slots=True)
class Within(Part):
    """``CALL (a, b) { … }``; ``names`` is None for ``CALL { … }``."""

    names: tuple[str, ...] | None
    query: "Query"


Clause = Match | Unwind | Chosen | Within


@dataclass(frozen=True, slots=True)
class Query(Part):
    """Rows of clauses with ``UNION`` or ``UNION ALL`` between them."""

    rows: tuple[tuple[Clause, ...], ...]
    every: bool
