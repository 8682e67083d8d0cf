"""Draws where events took place on an outline of the world; what has no known coordinates stands beside it."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from kg_ontology import DATA

from kg.lang.gazetteer import entry
from kg.model import Iri
from kg.reports.nodes import fetch
from kg.view.pictures.figure import Aside, Figure, Item, canvas, shortened, width_of, words_at
from kg.view.pictures.globe import Point, Window
from kg.view.pictures.markup import Element, element
from kg.view.pictures.settling import Disc, settled
from kg.view.pictures.sheet import Sheet
from kg.view.pictures.world import STATE, Spot, spot_of, world
from kg.view.words import isolate

WIDTH, HEIGHT = 1120.0, 600.0
_WIDE_ENOUGH = 58.0
_LETTERS = 26
_BOLD = 1.12
"""How much wider bold words are."""


@dataclass(frozen=True, slots=True)
class Place:
    """A place with its events."""

    iri: Iri
    spot: Spot
    events: tuple[Iri, ...]

    @property
    def radius(self) -> float:
        """How large its mark is, in pixels: the area grows with the events."""
        return float(min(26.0, 4.5 + 3.2 * len(self.events) ** 0.5))


def draw_map(sheet: Sheet, events: Collection[Iri]) -> Figure:
    """The picture of the places of some events."""
    say = sheet.words.say
    told = _events_of(sheet, events)
    known = [Place(iri, spot, tuple(there)) for iri, there in told.items() if (spot := spot_of(iri))]
    known.sort(key=lambda place: (-len(place.events), place.iri))
    unknown = sorted(iri for iri in told if spot_of(iri) is None)
    somewhere = {event for there in told.values() for event in there}
    nowhere = len(set(events) - somewhere)
    return Figure(
        "map",
        say("picture.map"),
        str(_Map(sheet, known).draw()) if known else "",
        lead=say("picture.map_lead" if known else "picture.no_place"),
        notes=(*((say("picture.nowhere", n=nowhere),) if nowhere else ()), say("picture.outline")),
        asides=(_aside(sheet, unknown, told),) if unknown else (),
    )


def _events_of(sheet: Sheet, events: Collection[Iri]) -> Mapping[Iri, list[Iri]]:
    found: defaultdict[Iri, list[Iri]] = defaultdict(list)
    for iri, event in fetch(sheet.store, events).items():
        for place in event.all("diplo:place"):
            found[place].append(iri)
    return found


def _aside(sheet: Sheet, places: Sequence[Iri], told: Mapping[Iri, Sequence[Iri]]) -> Aside:
    items = (
        Item(sheet.number(iri), sheet.node(iri).kind, sheet.node(iri).label, str(len(told[iri]))) for iri in places
    )
    return Aside(sheet.words.say("picture.unplaced", n=len(places)), tuple(items))


class _Map:
    """Land, borders, a mark for each place, and names where there is room."""

    def __init__(self, sheet: Sheet, places: Sequence[Place]) -> None:
        self._sheet, self._places = sheet, places
        spots = [(place.spot.longitude, place.spot.latitude) for place in places]
        self._window = Window.around(spots, WIDTH, HEIGHT)
        self._true = [Disc(*self._window.place(*spot), place.radius) for spot, place in zip(spots, places, strict=True)]
        self._discs = settled(self._true)
        self._taken = [_Box(disc.x - disc.radius, disc.y - disc.radius, *[2 * disc.radius] * 2) for disc in self._discs]

    def draw(self) -> Element:
        """The whole picture."""
        sea = element("rect", width=WIDTH, height=HEIGHT, class_="sea")
        names = {place.iri: self._name(place, disc) for place, disc in zip(self._places, self._discs, strict=True)}
        countries = list(self._countries())
        label = self._sheet.words.say("picture.map")
        parts = (sea, *self._land(), *countries, *self._leaders(), *self._marks(names))
        return canvas(WIDTH, HEIGHT, label, *parts, class_="map")

    def _land(self) -> Iterator[Element]:
        for country in world():
            rings = [ring for each in country.rings if (ring := self._window.ring(each))]
            if rings:
                path = "".join(_path(ring) for ring in rings)
                yield element("path", d=path, class_="land", data_country=country.code or None)

    def _countries(self) -> Iterator[Element]:
        """The names of countries that have room for them."""
        for country in world():
            ring = self._window.ring(country.rings[0])
            known = entry(STATE + country.code) if country.code else None
            if ring and known and _wide(ring) > _WIDE_ENOUGH:
                name = next(iter(known.names(self._sheet.words.language)), known.name)
                x, y = self._window.place(country.centre.longitude, country.centre.latitude)
                if self._free(_Box(x - width_of(name) / 2, y - 10, width_of(name), 13)):
                    yield words_at(x, y, name, anchor="middle", class_="country")

    def _leaders(self) -> Iterator[Element]:
        """Lines from marks that had to give way to where they belong."""
        for true, disc in zip(self._true, self._discs, strict=True):
            if true != disc:
                yield element("line", x1=true.x, y1=true.y, x2=disc.x, y2=disc.y, class_="leader")

    def _marks(self, names: Mapping[Iri, Element | None]) -> Iterator[Element]:
        for place, disc in zip(self._places, self._discs, strict=True):
            node, count = self._sheet.node(place.iri), str(len(place.events))
            uncertain = all(self._sheet.node(event).uncertain for event in place.events)
            number = element("text", count, x=disc.x, y=disc.y + 4, text_anchor="middle", class_="count")
            yield element(
                "g",
                element("circle", cx=disc.x, cy=disc.y, r=disc.radius),
                *((number,) if disc.radius >= 9 else ()),
                *((name,) if (name := names[place.iri]) else ()),
                class_="mark" + " uncertain" * uncertain + " vague" * place.spot.is_state,
                role="button",
                tabindex=0,
                aria_label=f"{isolate(node.label)}: {count}",
                data_node=self._sheet.number(place.iri),
                data_place=place.iri.removeprefix(DATA),
            )

    def _name(self, place: Place, disc: Disc) -> Element | None:
        """The name of a place behind its mark or before it, below or above, where there is room."""
        name = shortened(self._sheet.node(place.iri).label, _LETTERS)
        wide, reach = _BOLD * width_of(name), disc.radius + 4
        for anchor, x, y, left in (
            ("start", disc.x + reach, disc.y + 4, disc.x + reach),
            ("end", disc.x - reach, disc.y + 4, disc.x - reach - wide),
            ("middle", disc.x, disc.y + reach + 10, disc.x - wide / 2),
            ("middle", disc.x, disc.y - reach - 2, disc.x - wide / 2),
        ):
            if self._free(_Box(left, y - 11, wide, 14)):
                return words_at(x, y, name, anchor=anchor, class_="name halo")
        return None

    def _free(self, box: "_Box") -> bool:
        """Take a piece of the map if it lies inside and nothing else is there."""
        inside = 2 < box.left < WIDTH - 2 - box.width and 2 < box.top < HEIGHT - 2 - box.height
        if not inside or any(map(box.covers, self._taken)):
            return False
        self._taken.append(box)
        return True


@dataclass(frozen=True, slots=True)
class _Box:
    left: float
    top: float
    width: float
    height: float

    def covers(self, other: "_Box") -> bool:
        across = self.left < other.left + other.width and other.left < self.left + self.width
        return across and self.top < other.top + other.height and other.top < self.top + self.height


def _path(ring: Sequence[Point]) -> str:
    return "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in ring) + "Z"


def _wide(ring: Sequence[Point]) -> float:
    return max(x for x, _ in ring) - min(x for x, _ in ring)
