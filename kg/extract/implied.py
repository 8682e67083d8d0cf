"""Parties that no mention of their own names: the state of an adjective, the body of a summit, whom a pronoun goes on about."""

from kg.extract.entries import Cls
from kg.extract.figure import Figure
from kg.extract.line import Hit
from kg.extract.scene import Party, Scene
from kg.lang.gazetteer import summit_bodies
from kg.model import Kind

_DASHES = frozenset("-–—/")


def state_of(scene: Scene, adjective: Hit) -> Party:
    """The state that an adjective tells of, as a party."""
    entry = adjective.entry
    figure = Figure(
        scene.line.number, adjective.first, adjective.last, Kind.COUNTRY, id=entry.key, label=entry.name,
        represents=entry.key, represents_name=entry.name,
    )  # fmt: skip
    return Party(figure, scene.cast.identify(scene.line, figure, None))


def summit_body(scene: Scene, hit: Hit) -> Party | None:
    """The body whose members meet at the summit that a noun is part of the name of ("the Arab summit")."""
    named = next((p for p in scene.line.all(Cls.PROCESS) if p.first <= hit.first < p.last), None)
    body = summit_bodies().get(named.entry.key) if named is not None else None
    if named is None or body is None or _is_of_more(scene, named.last):
        return None
    figure = Figure(
        scene.line.number, named.first, named.last, Kind.ORGANIZATION, id=body.id, label=body.name,
        represents=body.id, represents_name=body.name,
    )  # fmt: skip
    return Party(figure, scene.cast.identify(scene.line, figure, None))


def _is_of_more(scene: Scene, word: int) -> bool:
    """Whether a further adjective follows, so that a summit is one of others as well ("the Arab-American summit")."""
    grammar = scene.line.grammar
    word += scene.line.norm(word) in _DASHES
    norm = scene.line.norm(word)
    if scene.line.at(word, Cls.SMALL, Cls.MARKER, Cls.CITY) is not None:
        return False
    return bool(grammar.definite) and grammar.is_definite(norm) and norm.endswith(grammar.relational)


def spoken_of_last(scene: Scene) -> list[Party]:
    """The person of rank whom a sentence that opens with a pronoun goes on about, as a party without words of its own."""
    here = [party.character for party in scene.parties]
    met = {party.character.represents for party in scene.parties if party.figure.counterpart} - {None}
    found = [c for c in scene.cast.spoken_of() if c not in here and (c.rank >= 1 or c.well_known) and not c.plural]
    found = [c for c in found if c.represents not in met]
    return [Party(Figure(scene.line.number, 0, 0, Kind.PERSON), c) for c in found[:1]]
