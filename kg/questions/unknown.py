"""Says of a name in a question that nothing in the graph bears it, and which names are near: no rows look as if nothing had happened."""

from collections import defaultdict
from collections.abc import Iterable
from difflib import get_close_matches

from kg.authority.folding import folded
from kg.model import Iri
from kg.questions.catalogue import Parameter, Sort
from kg.questions.sources import Source

_KINDS = {Sort.CALLED: "person", Sort.PARTY: "state or organization"}
_MANY = 20_000
"""Among more names near ones aren't looked for: whoever waits for an answer would wait for that."""
_SHORT = 3
_NEAR = 0.75


def unborne(source: Source, parameter: Parameter, value: str) -> str:
    """The sentence on a value of a parameter that nothing in a graph is called, or no event's id begins with."""
    if parameter.kind is Sort.EVENT:
        return f"no event has the id '{value}'"
    kind = _KINDS.get(parameter.kind, parameter.kind.value)
    found = near(value, source.by_name.labels(parameter.kind))
    return f"no {kind} in the graph is called '{value}'" + (f"; near it: {', '.join(found)}" if found else "")


def near(name: str, labels: Iterable[tuple[Iri, str]]) -> tuple[str, ...]:
    """Up to three names that look like another, or of which a word does, the most alike first; none of very many names."""
    told = {label for _, label in labels}
    if len(told) > _MANY:
        return ()
    borne: defaultdict[str, set[str]] = defaultdict(set)
    for label in told:
        whole = folded(label)
        for form in (whole, *(word for word in whole.split() if len(word) > _SHORT)):
            borne[form].add(label)
    found = get_close_matches(folded(name), sorted(borne), cutoff=_NEAR)
    return tuple(dict.fromkeys(min(borne[form]) for form in found))
