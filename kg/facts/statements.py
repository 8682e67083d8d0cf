"""Writes who said what, about what, on which occasion, and the words that tell it."""

from kg.facts.labels import statement_labels
from kg.facts.sheet import Sheet
from kg.facts.vocabulary import ACTS, LABEL, TYPE, diplo
from kg.model import Statement


def write_statement(sheet: Sheet, statement: Statement) -> None:
    """Write one statement and its evidence."""
    mention, iri = statement.mention, statement.iri
    sheet.link(iri, TYPE, diplo("Statement"))
    for text, language in statement_labels(statement, sheet.language):
        sheet.text_of(iri, LABEL, text, language)
    sheet.link(iri, diplo("speaker"), sheet.entity(statement.speaker))
    sheet.link(iri, diplo("onBehalfOf"), sheet.entity(statement.represents) if statement.represents else None)
    sheet.link(iri, diplo("act"), ACTS[mention.act])
    sheet.native(iri, diplo("verbText"), mention.verb.text)
    sheet.native(iri, diplo("aboutText"), mention.about.text if mention.about else None)
    for topic in statement.topics:
        sheet.link(iri, diplo("topic"), sheet.entity(topic))
    sheet.link(iri, diplo("addressee"), sheet.entity(statement.addressee) if statement.addressee else None)
    sheet.link(iri, diplo("occasion"), statement.occasion)
    sheet.evidence(iri, mention.evidence, mention.confidence)
    sheet.share(iri, diplo("confidence"), mention.confidence)
