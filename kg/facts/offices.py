"""Writes an office in its parts as a node of its own, the same for all who hold it."""

from kg.facts.sheet import Sheet
from kg.facts.vocabulary import LABEL, TYPE, diplo
from kg.model import Entity, Iri, OfficeParts
from kg.resolve.iris import minted


def write_office(sheet: Sheet, office: OfficeParts | None, principal: Entity | None) -> Iri | None:
    """Write an office and give its IRI; None writes nothing."""
    if office is None:
        return None
    of = principal.iri if principal is not None else None
    iri = minted("office", office.rank, office.portfolio, office.institution, of)
    sheet.link(iri, TYPE, diplo("Office"))
    sheet.text_of(iri, LABEL, office_label(office), "en")
    sheet.text_of(iri, diplo("officeRank"), office.rank, "en")
    sheet.text_of(iri, diplo("portfolio"), office.portfolio, "en")
    sheet.text_of(iri, diplo("institution"), office.institution, "en")
    sheet.link(iri, diplo("officeOf"), of)
    return iri


def office_label(office: OfficeParts) -> str:
    """An office as words: ``Assistant Minister for special political affairs, Ministry of Foreign Affairs, Iran``."""
    rank = office.rank + (f" for {office.portfolio}" if office.portfolio else "")
    return ", ".join(dict.fromkeys(part for part in (rank, office.institution, office.of) if part))
