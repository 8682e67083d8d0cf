"""Reads the outline of the world and where known places lie; both are made by ``benchmarks/world.py``, which tells their sources."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from kg_ontology import DATA

from kg.model import Iri

STATE = "state/"


@dataclass(frozen=True, slots=True)
class Spot:
    """A place on the globe in degrees north and east; ``is_state`` where it stands for a whole state."""

    latitude: float
    longitude: float
    is_state: bool = False


@dataclass(frozen=True, slots=True)
class Country:
    """A country by its ISO 3166-1 code (empty where it has none): a point well inside, and its rings of longitudes and latitudes."""

    code: str
    centre: Spot
    rings: tuple[tuple[tuple[float, float], ...], ...]


@cache
def world() -> tuple[Country, ...]:
    """Every country as Natural Earth draws it."""
    told = json.loads(files("kg.view.pictures").joinpath("data/world.json").read_text("utf-8"))
    unit = told["unit"]
    return tuple(
        Country(
            each["code"],
            Spot(each["centre"][1] / unit, each["centre"][0] / unit, is_state=True),
            tuple(tuple(_ring(steps, unit)) for steps in each["rings"]),
        )
        for each in told["countries"]
    )


def spot_of(place: Iri) -> Spot | None:
    """Where a place of the graph lies, if that is known."""
    return _spots().get(place.removeprefix(DATA))


def _ring(steps: Sequence[int], unit: int) -> Iterator[tuple[float, float]]:
    x = y = 0
    for step_x, step_y in zip(steps[::2], steps[1::2], strict=True):
        x, y = x + step_x, y + step_y
        yield x / unit, y / unit


@cache
def _spots() -> Mapping[str, Spot]:
    lines = files("kg.view.pictures").joinpath("data/places.tsv").read_text("utf-8").splitlines()
    rows = (line.split("\t") for line in lines if not line.startswith(("#", "id\t")))
    found = {STATE + country.code: country.centre for country in world() if country.code}
    return found | {id: Spot(float(latitude), float(longitude)) for id, latitude, longitude, _ in rows}
