import re
import runpy
import shlex
import tomllib
from pathlib import Path

import click
import pytest
from kg_cli.main import COMMANDS, cli
from kg_cli.questionpage import page
from kg_cli.reference import reference

from kg.questions import names, question

ROOT = Path(__file__).parents[2]
DOCUMENTS = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/*.md")])
FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\(([^)#\s]+)(#[^)]*)?\)")


def commands_of(text: str) -> list[list[str]]:
    """The ``kg`` commands that a document tells the reader to type, as words."""
    lines = [line for _, block in FENCE.findall(text) for line in block.splitlines()]
    typed = [line.strip().removeprefix("$ ") for line in lines]
    plain = [re.split(r"\s[|>#]|\s{2,}|&&", line)[0] for line in typed if re.match(r"kg [a-z]", line)]
    return [shlex.split(line) for line in plain if "'" not in line or line.count("'") % 2 == 0]


def test_the_reference_of_commands_is_in_step_with_the_program() -> None:
    assert (ROOT / "docs" / "cli.md").read_text(encoding="utf-8") == reference(), "run `make docs`"


def test_the_page_of_questions_is_in_step_with_their_folders() -> None:
    assert (ROOT / "docs" / "questions.md").read_text(encoding="utf-8") == page(), "run `make docs`"


def test_the_outputs_in_the_readme_are_what_the_program_prints() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    assert runpy.run_path(str(ROOT / ".ci" / "tour.py"))["refreshed"](text) == text, "run `make docs`"


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_in_the_readme(name: str) -> None:
    assert f"kg {name}" in (ROOT / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_commands_in_documents_exist_with_their_options(path: Path) -> None:
    for words in commands_of(path.read_text(encoding="utf-8")):
        command = cli.get_command(None, words[1])  # type: ignore[arg-type]
        if isinstance(command, click.Group) and len(words) > 2 and not words[2].startswith("-"):
            command = command.get_command(None, words[2])  # type: ignore[arg-type]
        assert command is not None, words
        known = {option for parameter in command.params for option in parameter.opts} | {"-h", "--help"}
        if words[1] == "ask":
            asked = words[2] if len(words) > 2 and not words[2].startswith("-") else None
            assert asked is None or asked in names(), words
            known |= {f"--{each.name}" for each in question(asked).parameters} if asked else set()
        if words[1] == "view" and words[2] in names():
            known |= {f"--{each.name}" for each in question(words[2]).parameters}
        assert {word.partition("=")[0] for word in words[2:] if re.match(r"--?[a-z]", word)} <= known, words


def test_commands_are_found_in_documents() -> None:
    text = "```sh\n$ kg events --type call | head\nkg ask nonsense\n```\n"
    assert commands_of(text) == [["kg", "events", "--type", "call"], ["kg", "ask", "nonsense"]]


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_links_between_documents_lead_somewhere(path: Path) -> None:
    for target, _ in LINK.findall(path.read_text(encoding="utf-8")):
        assert target.startswith("https://") or (path.parent / target).exists(), target


def test_make_targets_in_documents_exist() -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    for path in DOCUMENTS:
        told = re.findall(
            r"^(?:\$ |    )?make ([a-z]+)|`make ([a-z]+)`", path.read_text(encoding="utf-8"), re.MULTILINE
        )
        assert {first or second for first, second in told} <= targets, path.name


def test_the_architecture_names_every_room() -> None:
    text = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    rooms = {path.stem for path in (ROOT / "kg").iterdir() if not path.name.startswith(("_", "."))} - {"py"}
    assert {room for room in rooms if f"`{room}`" not in text} == set()


def test_every_room_of_kg_has_its_place_among_the_layers() -> None:
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"][
        "contracts"
    ]
    layers = {word for layer in contracts[0]["layers"] for word in re.findall(r"\w+", layer)}
    rooms = {
        path.stem for path in (ROOT / "kg").iterdir() if path.suffix == ".py" or (path / "__init__.py").exists()
    } - {"__init__"}
    assert rooms == layers
