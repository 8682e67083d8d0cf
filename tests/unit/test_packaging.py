import ast
import os
import re
import subprocess
import sys
import tomllib
import venv
import zipfile
from collections.abc import Iterable
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[2]
PACKAGES = {"kg": ROOT, "kg_cli": ROOT / "cli", "kg_loaders": ROOT / "loaders", "kg_ontology": ROOT / "ontology"}
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
TOOLS = ("test", "lint")
"""The extras of who works on the project."""


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel as a user's build tool makes it: from the sdist, which is made from this checkout."""
    out = tmp_path_factory.mktemp("dist")
    build = [sys.executable, "-m", "build", "--no-isolation", "--outdir", out, ROOT]
    done = subprocess.run(build, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    (made,) = out.glob("*.whl")
    return made


def files_of(package: str) -> set[str]:
    """All files of a package in this checkout, as a wheel names them."""
    root = PACKAGES[package]
    paths = (path for path in (root / package).rglob("*") if path.is_file() and "__pycache__" not in path.parts)
    return {path.relative_to(root).as_posix() for path in paths if not path.name.startswith(".")}


@pytest.mark.parametrize("package", PACKAGES)
def test_the_wheel_holds_every_file_of_a_package(wheel: Path, package: str) -> None:
    missing = files_of(package) - set(zipfile.ZipFile(wheel).namelist())
    assert not missing, "is it ignored by .gitignore?"


def test_the_wheel_holds_nothing_else_but_its_papers(wheel: Path) -> None:
    tops = {name.partition("/")[0] for name in zipfile.ZipFile(wheel).namelist()}
    assert {top for top in tops if not re.fullmatch(r"diplo_kg-[\d.]+\.dist-info", top)} == set(PACKAGES)
    assert any(name.endswith("licenses/LICENSE") for name in zipfile.ZipFile(wheel).namelist())


def test_the_wheel_alone_runs_in_an_empty_folder(wheel: Path, tmp_path: Path) -> None:
    home = tmp_path / "venv"
    venv.create(home, with_pip=False, symlinks=True)
    python = home / "bin" / "python"
    subprocess.run(
        [sys.executable, "-m", "pip", "--python", python, "install", "-q", "--no-deps", "--no-index", wheel], check=True
    )
    lend_libraries(home)
    empty = tmp_path / "empty"
    empty.mkdir()
    (empty / "note.txt").write_text("ترأس وزير الخارجية وفدا.", encoding="utf-8")
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "KG_"))}

    def run(*command: object) -> str:
        done = subprocess.run([*map(str, command)], cwd=empty, env=clean, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        return done.stdout

    assert run(python, "-c", "import kg; print(kg.__file__)").startswith(str(home))
    kg = home / "bin" / "kg"
    assert PROJECT["name"] == "diplo-kg"
    assert "1 added" in run(kg, "ingest", "note.txt")
    assert "who-met-whom" in run(kg, "ask")
    run(kg, "events")
    run(kg, "validate")
    run(kg, "view", "-o", "graph.html")
    assert "<html" in (empty / "graph.html").read_text(encoding="utf-8")


def lend_libraries(home: Path) -> None:
    """Let a new environment see the libraries of this one, but not the project itself: path files are not followed twice."""
    (libraries,) = {Path(path) for path in sys.path if path.endswith("site-packages")}
    (site,) = home.glob("lib/python*/site-packages")
    (site / "libraries.pth").write_text(f"{libraries}\n", encoding="utf-8")


def test_every_library_that_is_imported_is_declared() -> None:
    always = names_of(PROJECT["dependencies"])
    # What only an extra brings is imported where it is used, never by opening a module.
    extras = {extra: names_of(lines) for extra, lines in PROJECT["optional-dependencies"].items()}
    at_times = always.union(*(names for extra, names in extras.items() if extra not in {*TOOLS, "bench"}))
    providers = packages_distributions()
    for package, root in PACKAGES.items():
        for path in (root / package).rglob("*.py"):
            tree = ast.parse(path.read_text(encoding="utf-8"))
            for nodes, declared in ((tree.body, always), (ast.walk(tree), at_times)):
                for name in imported_by(nodes) - set(PACKAGES) - sys.stdlib_module_names:
                    needed = {canonicalize_name(one) for one in providers.get(name, [name])}
                    place = path.relative_to(ROOT)
                    assert needed & declared, f"{place} imports {name}, which pyproject.toml does not name"


def names_of(lines: Iterable[str]) -> set[str]:
    """The libraries that some requirements ask for."""
    return {canonicalize_name(Requirement(line).name) for line in lines}


def imported_by(nodes: Iterable[ast.AST]) -> set[str]:
    """The top-level modules that pieces of a program import themselves."""
    found: set[str] = set()
    for node in nodes:
        if isinstance(node, ast.Import):
            found |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found.add(node.module.partition(".")[0])
    return found


def test_the_lock_names_every_dependency_and_no_host() -> None:
    lines = (ROOT / "requirements.lock").read_text(encoding="utf-8").splitlines()
    pinned = dict(line.split("==") for line in lines if not line.startswith("#"))
    assert all(
        re.fullmatch(r"[a-z0-9-]+", name) and re.fullmatch(r"[\w.]+", version) for name, version in pinned.items()
    )
    extras = PROJECT["optional-dependencies"]
    asked = {line for extra in TOOLS for line in extras[extra]}
    own = {name for line in asked if Requirement(line).name == PROJECT["name"] for name in Requirement(line).extras}
    apart = [line for line in (ROOT / ".ci" / "apart.txt").read_text(encoding="utf-8").splitlines() if line[0] != "#"]
    for line in [*PROJECT["dependencies"], *asked, *apart, *(line for extra in own for line in extras[extra])]:
        needed = Requirement(line)
        if needed.name == PROJECT["name"]:
            continue
        assert needed.specifier.contains(pinned[canonicalize_name(needed.name)]), f"{line}: run `make lock`"


def test_the_changelog_has_a_place_for_what_is_not_released() -> None:
    headings = re.findall(r"^## \[([^\]]+)\]", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert headings[0] == "Unreleased"
    assert all(re.fullmatch(r"\d+\.\d+\.\d+", heading) for heading in headings[1:])
