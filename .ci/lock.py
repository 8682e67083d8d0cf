"""Prints the versions of all that diplo-kg, its extras and the libraries of apart.txt need, directly or not, as they are in this environment."""

import re
import sys
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name


def closure(name: str, extras: frozenset[str], found: dict[str, str], seen: set[tuple[str, str]]) -> None:
    """Collect the version of a distribution and of all that it needs; markers decide what this machine needs."""
    try:
        dist = distribution(name)
    except PackageNotFoundError:
        sys.exit(f"lock: {name} is not installed; run `make lint` first")
    found[canonicalize_name(name)] = dist.version
    for line in dist.requires or ():
        needed = Requirement(line)
        for extra in extras | {""}:
            step = (line, extra)
            if step not in seen and (needed.marker is None or needed.marker.evaluate({"extra": extra})):
                seen.add(step)
                closure(needed.name, frozenset(needed.extras), found, seen)


def main() -> None:
    """Print one ``name==version`` a line, sorted, without diplo-kg itself."""
    found: dict[str, str] = {}
    closure("diplo-kg", frozenset({"test", "lint"}), found, set())
    del found["diplo-kg"]
    for line in Path(__file__).with_name("apart.txt").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            name = Requirement(line).name
            found[canonicalize_name(name)] = distribution(name).version
    print("# The versions that diplo-kg was tested with; `make` installs these. Written by `make lock`.")
    for name in sorted(found):
        print(f"{name}=={re.sub(r'[+].*', '', found[name])}")


if __name__ == "__main__":
    main()
