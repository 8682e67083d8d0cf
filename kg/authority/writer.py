"""Writes facts as an authority file."""

import csv
import io
from collections.abc import Iterable

from kg.authority.model import Fact
from kg.authority.reader import COLUMNS


def csv_text(facts: Iterable[Fact]) -> str:
    """The text of a file that says these facts, in this order; reading it gives them back."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows(
        (fact.id, fact.property, fact.value, fact.language, fact.start.text, fact.end.text, fact.source)
        for fact in facts
    )
    return out.getvalue()
