"""Counts who met whom, and sets those who meet each other side by side."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import networkx
import numpy as np

from kg.analysis.standing import standings
from kg.model import Iri
from kg.reports.company import Between, Meeting, Pair, company
from kg.store.base import Store
from kg.view.pictures.choosing import Choice, chosen_events

MOST = 40
"""So many people or states are shown at most."""
MOST_TOLD = 50
"""So many of the meetings of a pair are told at most, the latest ones."""


@dataclass(frozen=True, slots=True)
class Met:
    """Who met whom: ``sides`` in the order in which they are drawn, each with the number of its community, and the meetings of each pair.

    ``left_out`` counts those who met somebody and aren't shown.
    """

    sides: tuple[tuple[Iri, int], ...]
    meetings: Mapping[Pair, Sequence[Meeting]]
    left_out: int = 0

    @property
    def events(self) -> frozenset[Iri]:
        """The events whose words are told."""
        return frozenset(each.event for told in self.meetings.values() for each in latest(told))


def latest(meetings: Sequence[Meeting]) -> list[Meeting]:
    """The meetings of a pair that are told, the latest first."""
    return sorted(meetings, key=lambda each: (each.day, each.event), reverse=True)[:MOST_TOLD]


def met(store: Store, choice: Choice, between: Between, most: int = MOST) -> Met:
    """Who met whom in the events that a choice means, as far as they were held on days that are known; calls count.

    Of too many people or states those who met others most often are shown.

    Raises:
        KgError: the name of a person, a process, a state or an organization fits nothing in the store.
    """
    pairs = _wanted(store, choice, company(store, between, choice.until or date.max, calls=True))
    often = Counter({side: 0 for pair in pairs for side in pair})
    for pair, told in pairs.items():
        often.update(dict.fromkeys(pair, len(told)))
    shown = {side for side, _ in sorted(often.items(), key=lambda each: (-each[1], each[0]))[:most]}
    kept = {pair: told for pair, told in sorted(pairs.items()) if set(pair) <= shown}
    return Met(ordered(kept), kept, len(often) - len(shown))


def ordered(meetings: Mapping[Pair, Sequence[Meeting]]) -> tuple[tuple[Iri, int], ...]:
    """The sides by community, the largest first, and within one so that those who met most often are near each other."""
    graph: networkx.Graph[Iri] = networkx.Graph()
    graph.add_weighted_edges_from((*pair, len(told)) for pair, told in sorted(meetings.items()))
    groups: defaultdict[int, list[Iri]] = defaultdict(list)
    for standing in standings(graph) if graph else ():
        groups[standing.community].append(standing.node)
    return tuple((side, number) for number, group in sorted(groups.items()) for side in _seriated(graph, group))


def _wanted(store: Store, choice: Choice, pairs: Mapping[Pair, list[Meeting]]) -> Mapping[Pair, list[Meeting]]:
    if choice.is_all:
        return pairs
    events = frozenset(chosen_events(store, choice))
    found = {pair: [each for each in told if each.event in events] for pair, told in pairs.items()}
    return {pair: told for pair, told in found.items() if told}


def _seriated(graph: "networkx.Graph[Iri]", group: Sequence[Iri]) -> list[Iri]:
    """A group along the second eigenvector of its Laplacian (spectral seriation, Atkins et al. 1998)."""
    if len(group) < 3:
        return sorted(group)
    nodes = sorted(group)
    weights = networkx.to_numpy_array(graph.subgraph(nodes), nodelist=nodes)
    _, vectors = np.linalg.eigh(np.diag(weights.sum(1)) - weights)
    along = vectors[:, 1].round(6)
    turned = along if along[np.abs(along).argmax()] > 0 else -along
    return [nodes[at] for at in sorted(range(len(nodes)), key=lambda at: (-turned[at], nodes[at]))]
