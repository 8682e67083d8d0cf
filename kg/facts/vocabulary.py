"""The terms of the ontology that facts are written in."""

from kg_ontology import NAMESPACE, PREFIXES

from kg.model import Act, EventType, Function, Iri, Naming


def diplo(name: str) -> Iri:
    """The IRI of a term of the project's own ontology."""
    return NAMESPACE + name


TYPE = PREFIXES["rdf"] + "type"
SUBJECT = PREFIXES["rdf"] + "subject"
PREDICATE = PREFIXES["rdf"] + "predicate"
OBJECT = PREFIXES["rdf"] + "object"
LABEL = PREFIXES["rdfs"] + "label"
PREF_LABEL = PREFIXES["skos"] + "prefLabel"
BROADER = PREFIXES["skos"] + "broader"
CONCEPT = PREFIXES["skos"] + "Concept"
TITLE = PREFIXES["dcterms"] + "title"
LANGUAGE = PREFIXES["dcterms"] + "language"
URL = PREFIXES["schema"] + "url"
USED = PREFIXES["prov"] + "used"
ACTIVITY = PREFIXES["prov"] + "Activity"
DATE = PREFIXES["xsd"] + "date"
MONTH = PREFIXES["xsd"] + "gMonth"
MONTH_DAY = PREFIXES["xsd"] + "gMonthDay"
INTEGER = PREFIXES["xsd"] + "integer"
DECIMAL = PREFIXES["xsd"] + "decimal"
BOOLEAN = PREFIXES["xsd"] + "boolean"
ANY_URI = PREFIXES["xsd"] + "anyURI"

EVENT_CLASSES = {
    EventType.MEETING: diplo("Meeting"),
    EventType.CALL: diplo("Call"),
    EventType.VISIT: diplo("Visit"),
    EventType.SUMMIT: diplo("Summit"),
    EventType.NEGOTIATION_ROUND: diplo("NegotiationRound"),
    EventType.CORRESPONDENCE: diplo("Correspondence"),
}
FUNCTIONS = {function: diplo("as" + function.value.capitalize()) for function in Function}
NAMINGS = {Naming.PART: diplo("byPartOfName"), Naming.OFFICE: diplo("byOffice")}
ACTS = {act: diplo(act.value) for act in Act} | {
    Act.CALL_FOR: diplo("callFor"),
    Act.DENY: diplo("denyAct"),
    Act.OTHER: diplo("otherAct"),
}
