"""What kglite would answer otherwise than Neo4j 5 does is refused before it sees it; its complaints become one sentence."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

import kglite

from kg.errors import QueryError
from kg.projection.base import Parameter
from kg.projection.calls import calls
from kg.projection.dialect import REMEMBERED, bare, malformed, misplaced, place
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
_COMPARED = r"<=|>=|<>|=|<|>"
_PROPERTY = r"(?<![\w).])[A-Za-z_]\w*\.\w+\b(?!\s*\()"
# What has the value of a property under a name of its own.
_NAMED = re.compile(
    r"(?:(?<![\w(.])[A-Za-z_]\w*\.\w+|\b(?:min|max)\s*\(\s*[A-Za-z_]\w*\.\w+\s*\))\s+AS\s+([A-Za-z_]\w*)", re.IGNORECASE
)
_AS = re.compile(r"\s*AS\s+([A-Za-z_]\w*)", re.IGNORECASE)
_USED = r"(?<![\w.]){name}\b(?!\s*[.(])"


def refuse_foreign(query: str, parameters: Mapping[str, Parameter]) -> None:
    """Refuse what the engine would answer otherwise: properties of its own, dates beside texts, what it counts in its own way.

    Raises:
        QueryError: the query asks for such a thing.
    """
    _refuse_own(query, bare(query), parameters)
    _refuse_ways(query)


@lru_cache(maxsize=REMEMBERED)
def _refuse_ways(query: str) -> None:
    words = bare(query)
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
    if dates := list(_dates(words)):
        _refuse_beside(query, dates, _text(words))
    for call in calls(words, "round"):
        if len(call.arguments) > 2:
            raise QueryError(
                f"the embedded engine rounds in one way only{place(query, call.start)}: leave the mode out"
            )
    for call in calls(words, "split"):
        if len(call.arguments) == 2 and words[slice(*call.arguments[1])].lstrip().startswith("["):
            raise QueryError(f"the embedded engine splits at one text{place(query, call.start)}, not at several")


def _refuse_beside(query: str, dates: list[tuple[int, int]], text: str) -> None:
    right, left = re.compile(rf"\s*(?:{_COMPARED})\s*{text}"), re.compile(rf"{text}\s*(?:{_COMPARED})\s*$")
    for start, end in dates:
        if right.match(query, end) or left.search(query[:start]):
            raise QueryError(
                f"days are texts in the graph, and no text is a date{place(query, start)}: "
                "compare with '2020-10-21', or make a date of both, as in date(e.earliest)"
            )


def _dates(words: str) -> Iterator[tuple[int, int]]:
    """Where something is a date: a call of which no part is asked for, and the names that stand for such calls."""
    named = []
    for call in calls(words, "date"):
        if not words[call.end :].lstrip().startswith("."):
            yield call.start, call.end
        if found := _AS.match(words, call.end):
            named.append(found[1])
    for name in _always(named, words):
        yield from (found.span() for found in re.finditer(_USED.format(name=name), words))


def _text(words: str) -> str:
    """A pattern of what is a text beside a date: one that is written there, a parameter, a property, and what is one by another name."""
    names = _always([found[1] for found in _NAMED.finditer(words)], words)
    ways = ["['\"]", r"\$\w+", _PROPERTY, *(_USED.format(name=name) for name in names)]
    return f"(?:{'|'.join(ways)})"


def _always(names: list[str], words: str) -> list[str]:
    """Those names that stand for nothing else in the query."""
    return [
        name
        for name in sorted(set(names))
        if len(re.findall(rf"\bAS\s+{name}\b", words, re.IGNORECASE)) == names.count(name)
    ]
