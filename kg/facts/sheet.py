"""Collects the triples of one article in a fixed order, each once."""

import re
from datetime import date

from kg.errors import ExtractionError
from kg.facts.vocabulary import (
    BOOLEAN,
    BROADER,
    CONCEPT,
    DATE,
    DECIMAL,
    INTEGER,
    LABEL,
    MONTH,
    MONTH_DAY,
    NAMINGS,
    PREF_LABEL,
    TITLE,
    TYPE,
    diplo,
)
from kg.model import Entity, Iri, Literal, Naming, Span, Triple
from kg.resolve.entities import broader, listed, type_of
from kg.resolve.iris import known, minted, tag

_SURROGATE = re.compile("[\ud800-\udfff]")


class Sheet:
    """The facts of one article and run, while they are being written down."""

    def __init__(self, graph: Iri, article: Iri, text: str, language: str | None, title: str | None = None) -> None:
        self.graph = graph
        self.article = article
        self.text = text
        self.title = title or ""
        self.language = tag(language)
        self._triples: dict[Triple, None] = {}
        self._written: set[Entity] = set()

    def triples(self) -> tuple[Triple, ...]:
        """Everything written so far, in the order of writing."""
        return tuple(self._triples)

    def fact(self, fact: Triple) -> None:
        """Write a fact that is made already."""
        self._triples[fact] = None

    def link(self, subject: Iri, predicate: Iri, target: Iri | None) -> None:
        """Write an edge; None writes nothing."""
        if target is not None:
            self._triples[Triple(subject, predicate, target)] = None

    def text_of(
        self, subject: Iri, predicate: Iri, value: str | None, language: str | None = None, datatype: Iri | None = None
    ) -> None:
        """Write a text; None and the empty text write nothing."""
        if value:
            # Half a surrogate pair is no character, so no store can hold it; one letter for one keeps the offsets.
            self._triples[Triple(subject, predicate, Literal(_SURROGATE.sub("\ufffd", value), datatype, language))] = (
                None
            )

    def native(self, subject: Iri, predicate: Iri, value: str | None) -> None:
        """Write words in the article's own language."""
        self.text_of(subject, predicate, value, self.language)

    def number(self, subject: Iri, predicate: Iri, value: int) -> None:
        """Write a whole number."""
        self._triples[Triple(subject, predicate, Literal(str(value), INTEGER))] = None

    def share(self, subject: Iri, predicate: Iri, value: float) -> None:
        """Write a share of belief between 0 and 1, to four digits."""
        shown = f"{value:.4f}".rstrip("0").rstrip(".")
        self._triples[Triple(subject, predicate, Literal(shown, DECIMAL))] = None

    def day(self, subject: Iri, predicate: Iri, value: date | None) -> None:
        """Write a day; None writes nothing."""
        if value is not None:
            self._triples[Triple(subject, predicate, Literal(value.isoformat(), DATE))] = None

    def yearless(self, subject: Iri, predicate: Iri, value: str | None) -> None:
        """Write a month, or a day of a month, whose year is not known (``XXXX-10-20``); None writes nothing."""
        if value is not None:
            datatype = MONTH_DAY if value.count("-") > 1 else MONTH
            self._triples[Triple(subject, predicate, Literal(value.replace("XXXX", "-"), datatype))] = None

    def flag(self, subject: Iri, predicate: Iri, value: bool) -> None:
        """Write a flag, only if it is set."""
        if value:
            self._triples[Triple(subject, predicate, Literal("true", BOOLEAN))] = None

    def entity(self, entity: Entity) -> Iri:
        """Write down what an entity is and is called, and give its IRI."""
        if entity in self._written:
            return entity.iri
        self._written.add(entity)
        self.link(entity.iri, TYPE, diplo(entity.type))
        own = type_of(entity.id)
        self.link(entity.iri, TYPE, diplo(own) if own else None)
        if entity.naming is not Naming.WHOLE:
            self.link(entity.iri, diplo("naming"), NAMINGS[entity.naming])
        for text, language in entity.labels:
            self.text_of(entity.iri, LABEL, text, language)
        if entity.type in ("Topic", "Process") and entity.labels:
            # One preferred label per language, as SKOS asks: what an article writes varies, the first label does not.
            self.text_of(entity.iri, PREF_LABEL, *entity.labels[0])
        if entity.type == "Topic":
            self._broader(entity.iri, entity.id)
        return entity.iri

    def _broader(self, iri: Iri, identifier: str | None) -> None:
        """Write down of which topics one is a part, up to the widest: as plain concepts, since nobody talked of them."""
        while identifier is not None and (parent := broader(identifier)) is not None:
            above = known(parent)
            self.link(iri, BROADER, above)
            self.link(above, TYPE, CONCEPT)
            for text, language in listed(parent):
                self.text_of(above, LABEL, text, language)
            iri, identifier = above, parent

    def evidence(self, subject: Iri, span: Span, confidence: float) -> None:
        """Write down the words of the article, or of its title, that a fact was read from.

        Raises:
            ExtractionError: the words are not in the article at this place.
        """
        source = self.title if span.in_title else self.text
        if source[span.start : span.end] != span.text or not span.text or span.start < 0:
            raise ExtractionError(
                f"evidence at {span.start}–{span.end} is not what the article says there: {span.text[:60]!r}"
            )
        node = minted("evidence", self.graph, subject, span.start, span.end, *(("title",) if span.in_title else ()))
        self.link(subject, diplo("evidence"), node)
        self.link(node, TYPE, diplo("Evidence"))
        self.link(node, diplo("article"), self.article)
        self.number(node, diplo("start"), span.start)
        self.number(node, diplo("end"), span.end)
        self.native(node, diplo("quote"), span.text)
        self.link(node, diplo("quotedFrom"), TITLE if span.in_title else None)
        self.link(node, diplo("run"), self.graph)
        self.share(node, diplo("confidence"), confidence)
