"""The ontology, its shapes and its questions as files: a leaf that imports nothing of kg."""

from pathlib import Path

NAMESPACE = "https://w3id.org/diplo-kg/ontology#"
DATA = "https://w3id.org/diplo-kg/id/"

PREFIXES = {
    "diplo": NAMESPACE,
    "kgid": DATA,
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "prov": "http://www.w3.org/ns/prov#",
    "org": "http://www.w3.org/ns/org#",
    "sem": "http://semanticweb.cs.vu.nl/2009/11/sem/",
    "schema": "https://schema.org/",
    "oa": "http://www.w3.org/ns/oa#",
    "dcterms": "http://purl.org/dc/terms/",
    "time": "http://www.w3.org/2006/time#",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "sh": "http://www.w3.org/ns/shacl#",
}


def root() -> Path:
    """The folder that holds ``diplo.ttl``, ``shapes/``, ``mappings/`` and ``questions/``."""
    return Path(__file__).parent
