import importlib
import subprocess
import sys
from pathlib import Path

import pytest
from cli_help import filled, kg
from click.shell_completion import ShellComplete
from kg_cli.main import COMMANDS, cli

from kg import __version__

HEAVY = ("rdflib", "trafilatura", "pyshacl", "networkx", "pyvis", "rich", "pyoxigraph", "lxml", "numpy", "chardet")


def loaded_by(*arguments: str) -> set[str]:
    """The modules that a run of ``kg`` has imported when it ends."""
    program = "import sys; from kg_cli.main import cli; cli(sys.argv[1:], standalone_mode=False); print(*sys.modules, file=sys.stderr)"
    done = subprocess.run([sys.executable, "-c", program, *arguments], capture_output=True, text=True, check=True)
    return set(done.stderr.split())


@pytest.mark.parametrize("arguments", [["--help"], ["--version"], ["events", "--help"], ["ingest", "--help"]])
def test_help_loads_no_engine(arguments: list[str]) -> None:
    loaded = loaded_by(*arguments)
    assert "kg_cli.main" in loaded
    assert not loaded.intersection(HEAVY)


def test_an_engine_that_is_loaded_is_noticed(tmp_path: Path) -> None:
    assert "pyoxigraph" in loaded_by("stats", "--store", str(filled(tmp_path)))


def test_a_question_in_sparql_loads_nothing_that_reads_articles_or_property_graphs(tmp_path: Path) -> None:
    loaded = loaded_by("ask", "topics-by-month", "--store", str(filled(tmp_path)), "--format", "json")
    assert "kg.store.state" in loaded
    assert not loaded.intersection(
        {
            "kg_loaders.article",
            "kg.model.mentions",
            "kg.projection.mapping",
            "kg.projection.kglite",
            "kg.resolve",
            "difflib",
        }
    )


@pytest.mark.parametrize("package", ["kg.model", "kg_loaders"])
def test_a_package_gives_its_names_when_they_are_asked_for(package: str) -> None:
    module = importlib.import_module(package)
    assert all(getattr(module, name) is not None for name in module.__all__)
    with pytest.raises(AttributeError, match="no attribute 'Nothing'"):
        module.Nothing  # noqa: B018


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_with_examples(name: str) -> None:
    shown = kg(name, "--help")
    assert shown.exit_code == 0
    assert "Examples:" in shown.stdout
    assert f"kg {name}" in shown.stdout.split("Examples:")[1]
    assert "  -h, --help" in shown.stdout


def test_only_the_command_that_is_called_is_loaded() -> None:
    commands = {name for name in loaded_by("stats", "--help") if name.startswith("kg_cli.commands.")}
    assert commands == {"kg_cli.commands.stats"}


def test_the_version_is_the_package_s() -> None:
    assert kg("--version").stdout == f"kg, version {__version__}\n"


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_scripts_name_the_command(shell: str) -> None:
    script = kg("completion", shell).stdout
    assert "_KG_COMPLETE" in script
    assert "kg" in script


def test_completion_offers_commands_and_options() -> None:
    offered = ShellComplete(cli, {}, "kg", "_KG_COMPLETE")
    assert {item.value for item in offered.get_completions([], "ex")} == {"export", "extract", "explain"}
    assert "--person" in {item.value for item in offered.get_completions(["events"], "--p")}
