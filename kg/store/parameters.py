"""Puts terms in the place of the variables of a SPARQL query, token by token, so that they mean the same to every engine.

The ways of the engines differ: Oxigraph takes values only for variables that the query projects, a trailing VALUES comes too
late for what is counted, rdflib binds inside of subqueries. A term is written by the engine's own writer: whatever a value
holds, it stays one term.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from kg.errors import QueryError
from kg.store.base import Term
from kg.store.terms import written

_STRING = (
    r'"""(?:\\.|[^\\])*?"""|\'\'\'(?:\\.|[^\\])*?\'\'\'|'
    # What begins with three quotes is not an empty text and another one.
    r'(?!""")"(?:\\.|[^"\\\n])*"|(?!\'\'\')\'(?:\\.|[^\'\\\n])*\''
)
_QUIET = rf"{_STRING}|<[^<>\"{{}}|^`\\\s]*>|\#[^\n]*"
_TOKEN = re.compile(
    rf"(?P<quiet>{_QUIET})|[?$](?P<name>\w+)|(?P<word>[\w.-]*:[\w.%/-]*|\w+)|(?P<sign>[(){{}}])", re.DOTALL
)
_OPENING = re.compile(rf"{_QUIET}|\\.|(?P<quote>\"{{3}}|'{{3}}|[\"'])", re.DOTALL)
_LISTS, _ENDS = {"SELECT": "list", "GROUP": "group", "ORDER": "order"}, {"WHERE", "FROM", "LIMIT", "OFFSET", "HAVING"}

_FORMS = {"list": "({} AS ?{})", "group": "({} AS ?{}_given)", "order": "({})", "": "{}"}
"""How a term is written instead of a variable in the parts of a query; rdflib wants a name for what is grouped by."""


def bound(query: str, parameters: Mapping[str, Term]) -> str:
    """The query with a term for each ``?name`` or ``$name`` that a parameter names; line ends stay where they are.

    Raises:
        QueryError: a parameter stands nowhere in the query, or the query gives its variable values itself.
    """
    if not parameters:
        return query
    shown = {name: written(value) for name, value in parameters.items()}
    made = _Binder(shown).run(query)
    for name in shown.keys() - made.used:
        raise QueryError(f"nothing in the query is called ?{name}: a parameter is written ?{name} or ${name} there")
    return made.text


def prefixes(query: str) -> Iterator[tuple[str, int]]:
    """The prefix of each prefixed name of a query, with its offset; a declaration (``PREFIX a: <…>``) counts as one."""
    for found in _TOKEN.finditer(query):
        word = found["word"]
        if word and ":" in word and not word.startswith("_:"):
            yield word.partition(":")[0], found.start()


def unended(query: str) -> tuple[str, int] | None:
    """The quotes that the first text begins with that isn't ended, and their offset; None where all texts are."""
    found = next((each for each in _OPENING.finditer(query) if each["quote"]), None)
    return (found["quote"], found.start()) if found else None


@dataclass(slots=True)
class _Binder:
    shown: Mapping[str, str]
    used: set[str] = field(default_factory=set)
    text: str = ""
    _part: str = ""
    _depth: int = 0
    _before: str = ""

    def run(self, query: str) -> "_Binder":
        self.text = _TOKEN.sub(self._token, query)
        return self

    def _token(self, found: re.Match[str]) -> str:
        if (name := found["name"]) in self.shown:
            self.used.add(name)
            return self._term(name)
        if found["word"]:
            self._before = found["word"].upper()
            self._part = _LISTS.get(self._before, "" if self._before in _ENDS else self._part)
        elif found["sign"]:
            self._sign(found["sign"])
        return found[0]

    def _sign(self, sign: str) -> None:
        if sign in "{}":
            self._part, self._depth = "", 0
        else:
            self._depth += 1 if sign == "(" else -1
        self._before = self._before if sign == "(" and self._before == "VALUES" else sign

    def _term(self, name: str) -> str:
        if self._before in ("AS", "VALUES"):
            raise QueryError(f"the query gives ?{name} values itself: leave that out, or call the parameter otherwise")
        return _FORMS[self._part if self._depth == 0 else ""].format(self.shown[name], name)
