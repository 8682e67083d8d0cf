"""Reads the named questions: ``questions/<nn_name>/`` with ``question.md``, ``query.rq`` and ``parameters.toml``."""

import tomllib
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from kg_ontology import root

from kg.errors import QuestionError


class Sort(StrEnum):
    """What a parameter stands for, and so how its value is read."""

    PERSON = "person"
    PARTY = "party"
    PROCESS = "process"
    TOPIC = "topic"
    PLACE = "place"
    EVENT = "event"
    FROM = "from"
    TO = "to"
    LANGUAGE = "language"


@dataclass(frozen=True, slots=True)
class Parameter:
    """Something that a question can be narrowed by; ``help`` says what may be given."""

    name: str
    kind: Sort
    help: str
    required: bool = False


@dataclass(frozen=True, slots=True)
class Question:
    """A question that the graph can be asked by name.

    ``title`` is the question itself, ``text`` says what counts as an answer; ``named`` are the columns of ``query`` whose
    nodes are shown by name.
    """

    name: str
    title: str
    text: str
    parameters: tuple[Parameter, ...]
    query: str
    named: tuple[str, ...]


_LANGUAGE = Parameter(
    "language", Sort.LANGUAGE, "the language of names, where the graph has them: en, ar, fa, ru; default en"
)


def names() -> tuple[str, ...]:
    """The names of all questions, in the order in which they are numbered."""
    return tuple(_questions())


def question(name: str) -> Question:
    """The question of that name.

    Raises:
        QuestionError: there is none.
    """
    found = _questions().get(name)
    if found is None:
        raise QuestionError(f"there is no question '{name}'; there are: {', '.join(names())}")
    return found


@cache
def _questions() -> dict[str, Question]:
    folders = sorted(folder.name for folder in root().joinpath("questions").iterdir() if folder.is_dir())
    found = (_read(folder) for folder in folders if folder[:1].isdigit())
    return {each.name: each for each in found}


def _read(folder: str) -> Question:
    files = root().joinpath("questions", folder)
    title, _, text = files.joinpath("question.md").read_text(encoding="utf-8").partition("\n")
    told = tomllib.loads(files.joinpath("parameters.toml").read_text(encoding="utf-8"))
    shown = tuple(told.pop("named"))
    parameters = tuple(
        Parameter(name, Sort(each["kind"]), each["help"], each.get("required", False)) for name, each in told.items()
    )
    return Question(
        folder.partition("_")[2].replace("_", "-"),
        title.removeprefix("# "),
        " ".join(text.split()),
        (*parameters, _LANGUAGE),
        files.joinpath("query.rq").read_text(encoding="utf-8"),
        shown,
    )
