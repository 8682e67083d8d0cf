"""Other tools that match names, wrapped alike for ``benchmarks/names.py``; what isn't installed is told, not guessed."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec


@dataclass(frozen=True, slots=True)
class Peer:
    """A tool: how it scores two words, how it searches candidates; of how many queries it is fast enough to search and to score the pairs."""

    title: str
    score: Callable[[str, str], float]
    index: Callable[[Sequence[str]], Callable[[str], list[str]]]
    most: int | None = None
    few: int | None = None


NEEDED = {
    "uroman + rapidfuzz": ("uroman", "rapidfuzz"),
    "unidecode + rapidfuzz": ("unidecode", "rapidfuzz"),
    "nomenklatura logic-v2": ("nomenklatura", "followthemoney"),
}


@cache
def available() -> tuple[Peer, ...]:
    """The tools that are installed (``pip install 'diplo-kg[bench]'``)."""
    makers = {"uroman + rapidfuzz": _uroman, "unidecode + rapidfuzz": _unidecode, "nomenklatura logic-v2": _logic}
    return tuple(maker(title) for title, maker in makers.items() if not _lacking(title))


def missing() -> list[str]:
    """One sentence for each tool that isn't installed."""
    return [
        f"{title}: not compared, {' and '.join(_lacking(title))} not installed" for title in NEEDED if _lacking(title)
    ]


def _lacking(title: str) -> list[str]:
    return [name for name in NEEDED[title] if find_spec(name) is None]


def _uroman(title: str) -> Peer:
    from uroman import Uroman

    uroman = Uroman()
    return _romanised(title, cache(lambda word: str(uroman.romanize_string(word)).lower()))


def _unidecode(title: str) -> Peer:
    from unidecode import unidecode

    return _romanised(title, cache(lambda word: str(unidecode(word)).lower()))


def _romanised(title: str, romanise: Callable[[str], str]) -> Peer:
    from rapidfuzz import fuzz, process

    def index(candidates: Sequence[str]) -> Callable[[str], list[str]]:
        plain = [romanise(word) for word in candidates]
        return lambda word: [
            candidates[number] for _, _, number in process.extract(romanise(word), plain, scorer=fuzz.ratio, limit=10)
        ]

    return Peer(title, lambda word, other: fuzz.ratio(romanise(word), romanise(other)) / 100, index)


def _logic(title: str) -> Peer:
    from followthemoney.proxy import EntityProxy
    from nomenklatura.matching import get_algorithm

    algorithm = get_algorithm("logic-v2")
    assert algorithm is not None
    config = algorithm.default_config()

    @cache
    def entity(word: str) -> EntityProxy:
        return EntityProxy.from_dict({"id": word, "schema": "Person", "properties": {"name": [word]}})

    def score(word: str, other: str) -> float:
        return float(algorithm.compare(entity(word), entity(other), config).score)

    def index(candidates: Sequence[str]) -> Callable[[str], list[str]]:
        def search(word: str) -> list[str]:
            ranked = sorted((-score(word, other), other) for other in candidates)
            return [other for worth, other in ranked[:10] if worth]

        return search

    return Peer(title, score, index, most=25, few=100)
