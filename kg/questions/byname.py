"""Finds nodes of any graph by their names: in the file of names where that is of the graph's state, else among all names."""

from collections.abc import Callable, Iterable

from kg.model import Iri
from kg.questions.catalogue import Sort
from kg.store.names import Names

CLASSES = {
    Sort.PERSON: ("Person",),
    Sort.CALLED: ("Person",),
    Sort.PARTY: ("State", "Organization"),
    Sort.PROCESS: ("Process",),
    Sort.TOPIC: ("Topic", "Process"),
    Sort.PLACE: ("Place",),
}
"""Of which classes the nodes are that a parameter may mean."""


class ByName:
    """The names of a graph; ``read`` gives those of the nodes of some kind, ``kept`` may find them at once."""

    def __init__(self, read: Callable[[Sort], Iterable[tuple[Iri, str]]], kept: Names | None) -> None:
        """Take both; ``kept`` holds the names of the graph's own state, or nothing."""
        self._read, self._kept = read, kept

    def labels(self, kind: Sort) -> Iterable[tuple[Iri, str]]:
        """All names of the nodes that a parameter of a kind may mean."""
        kept = None if self._kept is None else self._kept.labels(CLASSES[kind])
        return self._read(kind) if kept is None else kept

    def called(self, start: str) -> tuple[Iri, ...]:
        """The people with a name of which a word begins so, or words one after another do; ``start`` is folded. Sorted."""
        kept = None if self._kept is None else self._kept.called(start)
        return _called(self._read(Sort.CALLED), start) if kept is None else kept

    def bearers(self, kind: Sort, name: str) -> tuple[Iri, ...]:
        """The nodes with a name that may be the same as another, in whatever scripts; sorted."""
        kept = None if self._kept is None else self._kept.bearers(CLASSES[kind], name)
        return _bearers(self.labels(kind), name) if kept is None else kept


def _called(labels: Iterable[tuple[Iri, str]], start: str) -> tuple[Iri, ...]:
    # Who asks otherwise loads no authority files' reader.
    from kg.authority.folding import folded

    return tuple(sorted({node for node, label in labels if f" {start}" in f" {folded(label)}"}))


def _bearers(labels: Iterable[tuple[Iri, str]], name: str) -> tuple[Iri, ...]:
    from kg.resolve.matching import same_names

    told = list(labels)
    fit = same_names(name, {label for _, label in told})
    return tuple(sorted({node for node, label in told if label in fit}))
