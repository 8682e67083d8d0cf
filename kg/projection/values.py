"""Reads the values of facts as a property graph holds them: plain numbers, truth values and texts."""

from kg_ontology import NAMESPACE, PREFIXES

from kg.model import Iri, Literal

_XSD = PREFIXES["xsd"]
_INTEGER, _BOOLEAN = _XSD + "integer", _XSD + "boolean"
_FLOATS = {_XSD + "decimal", _XSD + "double"}


def text(value: Iri | Literal) -> str:
    """What a value is as text: the local name of a term of the ontology, else its own words."""
    return value.value if isinstance(value, Literal) else value.removeprefix(NAMESPACE)


def plain(value: Iri | Literal) -> str | int | float | bool:
    """A number, a truth value or a text; days stay texts such as ``2020-10-21``, which order as they should."""
    if isinstance(value, str):
        return value.removeprefix(NAMESPACE)
    if value.datatype == _INTEGER:
        return int(value.value)
    if value.datatype in _FLOATS:
        return float(value.value)
    return value.value == "true" if value.datatype == _BOOLEAN else value.value
