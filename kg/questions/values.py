"""Reads the values that are given for the parameters of a question."""

import re
from collections.abc import Mapping
from datetime import date

from kg_ontology import DATA, PREFIXES

from kg.errors import QuestionError
from kg.model import Iri, Literal
from kg.questions.catalogue import Parameter, Question, Sort, nearest
from kg.questions.find import found
from kg.questions.sources import Source
from kg.store.base import Term

NOBODY = (DATA + "nobody",)
"""What a name means that nothing bears: rdflib fails on a VALUES without values."""
_DATE, _INTEGER = (PREFIXES["xsd"] + kind for kind in ("date", "integer"))
_TAG = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")
_DAY = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)
_NUMBER = re.compile(r"[1-9]\d{0,5}", re.ASCII)


def checked(asked: Question, parameters: Mapping[str, str]) -> dict[str, str]:
    """The values that count, those by default among them.

    Raises:
        QuestionError: there is no such parameter, one is missing or empty, or the language is none.
    """
    kinds = {each.name: each.kind for each in asked.parameters}
    for name in parameters:
        if name not in kinds:
            guess = nearest(name, kinds)
            raise QuestionError(
                f"'{asked.name}' has no parameter '{name}'; {guess + ' It' if guess else 'it'} has: {', '.join(kinds)}"
            )
    # A byte of a command line that is no text arrives as half a surrogate pair, which no query can hold.
    told = {name: value.encode("utf-8", "replace").decode().strip() for name, value in parameters.items()}
    given = {each.name: each.default for each in asked.parameters if each.default is not None}
    given |= {name: value for name, value in told.items() if value}
    for each in asked.parameters:
        if each.required and each.name not in given:
            raise QuestionError(f"'{asked.name}' needs --{each.name}: {each.help}")
        if told.get(each.name) == "":
            raise QuestionError(f"--{each.name} is empty: give a value, or leave it out")
    if not _TAG.fullmatch(given["language"]):
        raise QuestionError(f"'{given['language']}' is not a language tag; give one such as en, ar, fa or ru")
    # Without a limit, all is told.
    return {name: value for name, value in given.items() if (kinds[name], value) != (Sort.LIMIT, "0")}


def terms(source: Source, parameter: Parameter, value: str) -> tuple[Term, ...]:
    """What a value means in a graph: nodes, or one literal or act.

    Raises:
        QuestionError: it can't be read, or several events begin so.
    """
    if parameter.kind is Sort.LANGUAGE:
        return (Literal(value.lower()),)
    if parameter.kind in (Sort.FROM, Sort.TO):
        return (Literal(_day(parameter, value).isoformat(), _DATE),)
    if parameter.kind in (Sort.NUMBER, Sort.LIMIT):
        return (_number(parameter, value),)
    if parameter.kind is Sort.ACT:
        return (_act(parameter, value),)
    nodes = found(source, parameter.kind, value)
    if parameter.kind is Sort.EVENT and len(nodes) > 1:
        raise QuestionError(f"'{value}' fits {len(nodes)} events; give more letters of the id")
    return nodes or NOBODY


def refuse_reversed(asked: Question, read: Mapping[str, tuple[Term, ...]]) -> None:
    """Refuse a period whose first day comes after its last; raises QuestionError."""
    days = {
        each.kind: (each.name, str(getattr(read[each.name][0], "value", "")))
        for each in asked.parameters
        if each.kind in (Sort.FROM, Sort.TO) and each.name in read
    }
    (first, since), (last, until) = days.get(Sort.FROM, ("", "")), days.get(Sort.TO, ("", ""))
    if first and last and since > until:
        raise QuestionError(f"--{first} {since} is after --{last} {until}: give the first day first")


def _day(parameter: Parameter, value: str) -> date:
    """The first or, for an end, the last day of a day, month or year."""
    from calendar import monthrange

    told = _DAY.fullmatch(value)
    ends = parameter.kind is Sort.TO
    try:
        if told is None:
            raise ValueError(value)
        year, month = int(told[1]), int(told[2] or (12 if ends else 1))
        return date(year, month, int(told[3] or (monthrange(year, month)[1] if ends else 1)))
    except ValueError as error:
        raise QuestionError(f"--{parameter.name} '{value}' is not a date; give 2020-10-14, 2020-10 or 2020") from error


def _number(parameter: Parameter, value: str) -> Literal:
    if not _NUMBER.fullmatch(value):
        all_of_it = ", or 0 for all" if parameter.kind is Sort.LIMIT else ""
        raise QuestionError(f"--{parameter.name} '{value}' is not a number; give one from 1 to 999999{all_of_it}")
    return Literal(value, _INTEGER)


def _act(parameter: Parameter, value: str) -> Iri:
    """An act by its name: ``call for``, ``call-for`` and ``callFor`` are one."""
    from kg.facts.vocabulary import ACTS

    known = {_letters(iri.rpartition("#")[2]): iri for iri in ACTS.values()}
    known |= {_letters(act.value): iri for act, iri in ACTS.items()}
    act = known.get(_letters(value))
    if act is None:
        names = ", ".join(iri.rpartition("#")[2] for iri in ACTS.values())
        raise QuestionError(f"--{parameter.name} '{value}' is not an act; give one of {names}")
    return act


def _letters(name: str) -> str:
    return "".join(letter for letter in name.casefold() if letter.isalpha())
