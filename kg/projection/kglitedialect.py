"""What kglite would answer otherwise than Neo4j 5 does is refused before it sees it, or said in words that it answers alike."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import kglite

from kg.errors import QueryError
from kg.projection.base import Parameter
from kg.projection.dialect import bare, malformed, misplaced, place
from kg.projection.mapping import plan
from kg.store.sparql import too_long

_NAMES = "id|title|type|label|node_type|connection_type"
"""Under these names the engine tells of itself, as if they were properties of a node or relationship."""
_OWN = re.compile(
    rf"\.\s*({_NAMES})\b(?!\s*\()|[{{,]\s*(id|title|type)\s*:|[\w)\]]\s*\[\s*['\"]({_NAMES})['\"]\s*\]", re.IGNORECASE
)
_CHOSEN = re.compile(r"\[\s*\$(\w+)\s*\]")
_RELATIONSHIP = re.compile(r"-\s*\[\s*(\w+)")
# The properties of a pattern, such as (e:Event {iri: r.event}); a call such as f({…}) is none.
_PATTERN = re.compile(r"(?<!\w)[(\[]\s*\w*\s*(?::[\w\s:|&!*.]*)?\{([^{}]*)\}")
_TAKEN = re.compile(r":\s*([A-Za-z_]\w*)\s*\.\s*(\w+)")
_FOREIGN = tuple(
    (re.compile(pattern, re.IGNORECASE), why)
    for pattern, why in (
        (
            r"\b(keys|properties)\s*\(|\.\s*\*(?!\s*\d)",
            "can't list properties{place}: name those that you want, or return the node itself",
        ),
        (r"(?<![\w.])id\s*\(", "has no ids of nodes{place}: use iri, as in n.iri"),
        (
            r"(?<![\w.])duration\s*\.\s*between\s*\(",
            "counts duration.between otherwise{place}: use duration.inDays or duration.inMonths",
        ),
        (
            r"(?<![\w.])(local)?(date)?time\s*(\.\s*\w+\s*)?\(",
            "tells times of day otherwise{place}: the graph holds days, use date(…)",
        ),
        (
            r"\bCALL\s+[A-Za-z_]",
            "has no procedures of Neo4j{place}: ask for nodes and relationships",
        ),
        (r"^\s*(SHOW|PROFILE|USE)\b", "only answers what is asked of the graph itself{place}"),
        (r"\bRETURN\s+(DISTINCT\s+)?\*\s*,", "can't name the columns of RETURN * and more{place}: name them"),
    )
)
_ALL = re.compile(r"\bRETURN\s+(DISTINCT\s+)?\*", re.IGNORECASE)
_END = re.compile(r"(?<=\.)end\b", re.IGNORECASE)
_WITHIN = re.compile(r"\bIN\s*$", re.IGNORECASE)
_COMPARED = r"<=|>=|<>|=|<|>"
_VALUE = r"\$\w+|(?<![\w).])[A-Za-z_]\w*\.\w+\b(?!\s*\()"
_RIGHT = re.compile(rf"\s*(?:{_COMPARED})\s*(?:['\"]|{_VALUE})")
_LEFT = re.compile(rf"(?:['\"]|{_VALUE})\s*(?:{_COMPARED})\s*$")
_BRACKETS = {"(": 1, "[": 1, "{": 1, ")": -1, "]": -1, "}": -1}


@dataclass(frozen=True, slots=True)
class Adapted:
    """A query in words that the engine answers as Neo4j does, and what it said before."""

    text: str
    said: tuple[tuple[str, str], ...] = ()
    sort: bool = False

    def columns(self, names: list[str]) -> tuple[str, ...]:
        """The names of the columns as the query gives them, from those that the engine gives."""
        # What is around another comes first.
        for now, before in sorted(self.said, key=lambda pair: -len(pair[0])):
            names = [name.replace(now, before) for name in names]
        return tuple(names)


@dataclass(frozen=True, slots=True)
class _Call:
    start: int
    end: int
    arguments: tuple[tuple[int, int], ...]


def refuse_foreign(query: str, parameters: Mapping[str, Parameter]) -> None:
    """Refuse what the engine would answer otherwise: properties of its own, dates beside texts, what it counts in its own way.

    Raises:
        QueryError: the query asks for such a thing.
    """
    words = bare(query)
    _refuse_own(query, words, parameters)
    for found, why in _FOREIGN:
        if place_of := found.search(words):
            raise QueryError(f"the embedded engine {why.format(place=place(query, place_of.start()))}")
    for pattern in _PATTERN.finditer(words):
        if taken := _TAKEN.search(pattern[1]):
            name = f"{taken[1]}.{taken[2]}"
            raise QueryError(
                f"the embedded engine finds nothing by {name} inside {{…}}{place(query, pattern.start(1))}: "
                f"compare with {name} in WHERE instead"
            )
    _refuse_calls(query, words)


def complaint(error: kglite.KgError, query: str, seconds: float | None) -> QueryError:
    """What a failure of the engine says to who asked."""
    if isinstance(error, kglite.CypherTimeoutError):
        return too_long(seconds)
    message = str(error).partition("\n")[0]
    told = message.partition(": ")[2] or message
    if not isinstance(error, kglite.CypherSyntaxError):
        # A variable that is nowhere bound is an error of its own kind.
        return QueryError(f"the query can't be answered: {told}")
    line, column = getattr(error, "line", None), getattr(error, "col", None)
    return malformed(told, query, line, column) if line else misplaced(told, query)


def adapted(query: str) -> Adapted:
    """A query in words that the engine answers as Neo4j does.

    Halves are rounded up, below zero as well; labels come in one order, so that nodes can be counted by them; ``end`` can be the name of
    a property; ``*`` is in the order of names.
    """
    text, said = query, []
    for found in reversed(list(_END.finditer(bare(text)))):
        text = f"{text[: found.start()]}`{found[0]}`{text[found.end() :]}"
        said.append((f"`{found[0]}`", found[0]))
    for name, written in (("round", _rounded), ("labels", _labelled)):
        # The innermost first, which begins last; the places of what is around it change with it.
        while call := _last(text, name):
            before, now = text[call.start : call.end], written(text[slice(*call.arguments[0])])
            text = text[: call.start] + now + text[call.end :]
            said.append((now, before))
    return Adapted(text, tuple(said), _ALL.search(bare(query)) is not None)


def _last(text: str, name: str) -> _Call | None:
    """The last call of a function with one argument that is still to be said in other words."""
    calls = [
        each for each in _calls(bare(text), name) if len(each.arguments) == 1 and not _WITHIN.search(text[: each.start])
    ]
    return calls[-1] if calls else None


def _rounded(value: str) -> str:
    return f"floor(({value}) + 0.5)"


def _labelled(node: str) -> str:
    every = ", ".join(f"'{label}'" for label in plan().every_label)
    return f"(CASE WHEN ({node}) IS NULL THEN null ELSE [kg_label IN [{every}] WHERE kg_label IN labels({node})] END)"


def _refuse_own(query: str, words: str, parameters: Mapping[str, Parameter]) -> None:
    relationships = {re.escape(found[1]) for found in _RELATIONSHIP.finditer(words)}
    ends = re.compile(rf"\b(?:{'|'.join(relationships)})\s*\.\s*(start|end)\b") if relationships else None
    chosen = (found for found in _CHOSEN.finditer(words) if re.fullmatch(_NAMES, str(parameters.get(found[1]))))
    # What stands in brackets is a text, which the bare words leave out.
    if found := _own(query, words) or (ends and ends.search(words)) or next(chosen, None):
        name = next(filter(None, found.groups()))
        raise QueryError(
            f"no node or relationship has a property '{parameters.get(name, name)}'{place(query, found.start())}: "
            "use iri, eventType, articleName or headline (docs/graph.md), or labels(n) and type(r)"
        )


def _own(query: str, words: str) -> re.Match[str] | None:
    return next((found for found in _OWN.finditer(query) if not words[found.start()].isspace()), None)


def _refuse_calls(query: str, words: str) -> None:
    for call in _calls(words, "date"):
        accessed = words[call.end :].lstrip().startswith(".")
        if _RIGHT.match(query, call.end) or (not accessed and _LEFT.search(query[: call.start])):
            raise QueryError(
                f"days are texts in the graph, and no text is a date{place(query, call.start)}: "
                "compare with '2020-10-21', or make a date of both, as in date(e.earliest)"
            )
    for call in _calls(words, "round"):
        if len(call.arguments) > 2:
            raise QueryError(
                f"the embedded engine rounds in one way only{place(query, call.start)}: leave the mode out"
            )
    for call in _calls(words, "split"):
        if len(call.arguments) == 2 and words[slice(*call.arguments[1])].lstrip().startswith("["):
            raise QueryError(f"the embedded engine splits at one text{place(query, call.start)}, not at several")


def _calls(words: str, name: str) -> Iterator[_Call]:
    """The calls of a function, with the places of its arguments; one that isn't closed is none."""
    for found in re.finditer(rf"(?<![\w.]){name}\s*\(", words, re.IGNORECASE):
        depth, begin, arguments = 1, found.end(), []
        for at in range(found.end(), len(words)):
            depth += _BRACKETS.get(words[at], 0)
            if not depth or (words[at] == "," and depth == 1):
                arguments.append((begin, at))
                begin = at + 1
            if not depth:
                yield _Call(found.start(), at + 1, tuple(arguments))
                break
