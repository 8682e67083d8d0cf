"""Reads the named questions: ``questions/<nn_name>/`` with the question, both queries and what they can be narrowed by."""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from kg_ontology import root

from kg.errors import QuestionError


class Sort(StrEnum):
    """What a parameter stands for, and so how its value is read."""

    PERSON = "person"
    CALLED = "called"
    PARTY = "party"
    PROCESS = "process"
    TOPIC = "topic"
    PLACE = "place"
    EVENT = "event"
    ACT = "act"
    FROM = "from"
    TO = "to"
    NUMBER = "number"
    LIMIT = "limit"
    LANGUAGE = "language"

    @property
    def of_nodes(self) -> bool:
        """Whether a value means nodes of the graph, of which there may be several."""
        return self not in {Sort.ACT, Sort.FROM, Sort.TO, Sort.NUMBER, Sort.LIMIT, Sort.LANGUAGE}


@dataclass(frozen=True, slots=True)
class Parameter:
    """Something that a question can be narrowed by; ``help`` says what may be given, ``default`` what counts otherwise."""

    name: str
    kind: Sort
    help: str
    required: bool = False
    default: str | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """A question that the graph can be asked by name.

    ``title`` is the question itself, ``text`` says what counts as an answer; ``named`` are the columns of ``sparql`` and
    ``cypher`` whose nodes are shown by name, ``ordered`` those by which rows are put in order that the queries give in none.
    ``counted`` is SPARQL with the same answer from the counts that a store may keep, for the parameters that it speaks of; where
    it gives ``?listed``, a row stands for each thing in that list, which tells those of ``columns`` that it doesn't give itself.
    """

    name: str
    title: str
    text: str
    parameters: tuple[Parameter, ...]
    sparql: str
    cypher: str
    named: tuple[str, ...]
    ordered: tuple[str, ...]
    counted: str | None = None
    columns: tuple[str, ...] = ()


_LANGUAGE = Parameter(
    "language", Sort.LANGUAGE, "the language of names, where the graph has them: en, ar, fa, ru", default="en"
)


def names() -> tuple[str, ...]:
    """The names of all questions, in the order in which they are numbered."""
    return tuple(_folders())


def question(name: str) -> Question:
    """The question of that name.

    Raises:
        QuestionError: there is none; the sentence tells the nearest names.
    """
    folder = _folders().get(name)
    if folder is None:
        raise QuestionError(
            f"there is no question '{name}'; {nearest(name, names()) or 'kg ask without a name lists them'}"
        )
    return _read(name, folder)


def nearest(name: str, known: Iterable[str]) -> str:
    """``did you mean who-met-whom, …?`` for what looks like known names; nothing where none does."""
    # Who makes no mistake waits for no guess.
    from difflib import get_close_matches

    found = get_close_matches(name, list(known), n=3, cutoff=0.7)
    return f"did you mean {' or '.join(found)}?" if found else ""


@cache
def _folders() -> dict[str, str]:
    """The folder of each question."""
    folders = sorted(folder.name for folder in root().joinpath("questions").iterdir() if folder.is_dir())
    return {name.partition("_")[2].replace("_", "-"): name for name in folders if name[:1].isdigit()}


@cache
def _read(name: str, folder: str) -> Question:
    files = root().joinpath("questions", folder)
    counted = files.joinpath("counted.rq")
    title, _, text = files.joinpath("question.md").read_text(encoding="utf-8").partition("\n")
    told = tomllib.loads(files.joinpath("parameters.toml").read_text(encoding="utf-8"))
    shown, ordered, columns = (tuple(told.pop(key, ())) for key in ("named", "ordered", "columns"))
    parameters = tuple(
        Parameter(key, Sort(each["kind"]), each["help"], each.get("required", False), each.get("default"))
        for key, each in told.items()
    )
    return Question(
        name,
        title.removeprefix("# "),
        " ".join(text.split()),
        (*parameters, _LANGUAGE),
        files.joinpath("query.rq").read_text(encoding="utf-8"),
        files.joinpath("query.cypher").read_text(encoding="utf-8"),
        shown,
        ordered,
        counted.read_text(encoding="utf-8") if counted.is_file() else None,
        columns,
    )
