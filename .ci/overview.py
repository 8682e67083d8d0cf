"""Writes kg/view/template/overview anew: sigma.js and graphology, which draw the overview of the page of the graph, with their licences.

Needs npm, and only when a version below changes: the files are part of the checkout, so that nothing else needs Node.
"""

import base64
import hashlib
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

FOLDER = Path(__file__).parent.parent / "kg/view/template/overview"
PACKAGES = {
    "graphology@0.26.0": (
        "dist/graphology.umd.min.js",
        "sha512-8SSImzgUUYC89Z042s+0r/vMibY7GX/Emz4LDO5e7jYXhuoWfHISPFJYjpRLUSJGq6UQ6xlenvX1p/hJdfXuXg==",
    ),
    "sigma@3.0.3": (
        "dist/sigma.min.js",
        "sha512-5H0zFlx6/NTQpqBg4Rm569ZOpnBOXMaS25UQThIWMU3XyzI5AhmorK/gnl87BvJBLhQd0tW4C0LIp3enWzMoNw==",
    ),
}
"""The file that is taken of each package, and the digest of the package in the npm registry."""


def main() -> None:
    """Fetch both packages, hold them to their digests, and keep a file and the licence of each."""
    FOLDER.mkdir(exist_ok=True)
    licences = []
    for package, (script, digest) in PACKAGES.items():
        with tempfile.TemporaryDirectory() as folder:
            if status := subprocess.run(
                ["npm", "pack", "--silent", package], cwd=folder, check=False, stdout=2
            ).returncode:
                sys.exit(f"overview: npm could not fetch {package} (exit code {status})")
            (packed,) = Path(folder).iterdir()
            found = f"sha512-{base64.b64encode(hashlib.sha512(packed.read_bytes()).digest()).decode()}"
            if found != digest:
                sys.exit(f"overview: {package} is not what it was: {found} instead of {digest}")
            with tarfile.open(packed) as files:
                (FOLDER / Path(script).name).write_bytes(_read(files, f"package/{script}"))
                licences.append(f"{package}\n\n{_read(files, 'package/LICENSE.txt').decode().strip()}\n")
    (FOLDER / "LICENSES.txt").write_text("\n\n".join(licences), encoding="utf-8", newline="\n")


def _read(files: tarfile.TarFile, name: str) -> bytes:
    entry = files.extractfile(name)
    if entry is None:
        sys.exit(f"overview: there is no {name}")
    return entry.read()


if __name__ == "__main__":
    main()
