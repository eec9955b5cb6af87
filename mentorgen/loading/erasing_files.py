"""The files that may name a person: all records, and the texts that lie beside them."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from mentorgen.loading.erasing import Held
from mentorgen.loading.files import DOCS, PARTS, Found, find_private_records, find_records
from mentorgen.model.problems import Problem

_FOLDERS = (*PARTS, DOCS, ".github")
_LARGEST = 1024 * 1024


def held_files(root: Path, private: Path | None) -> Iterator[Held]:
    """Read everything that may name somebody, in the program's folders and in the private one."""
    yield from _held(find_records(root), _texts(root), above="", private=False)
    if private is not None:
        inside = (path for path in private.rglob("*") if ".git" not in path.parts)
        texts = {path: path.relative_to(private).as_posix() for path in inside}
        above = f"{private.absolute().name}/"
        yield from _held(find_private_records(private), texts, above=above, private=True)


def _held(
    items: Iterable[Found | Problem], texts: dict[Path, str], *, above: str, private: bool
) -> Iterator[Held]:
    for found in items:
        if isinstance(found, Found):
            texts.pop(found.file, None)
            yield Held(found.file, found.name, found.file.read_bytes(), found.spot, private)
    for path, name in sorted(texts.items()):
        if path.is_file() and not path.is_symlink() and path.stat().st_size <= _LARGEST:
            yield Held(path, above + name, path.read_bytes(), private=private)


def _texts(root: Path) -> dict[Path, str]:
    """Name the files in the program's folders and right beside them."""
    beside = [path for path in root.iterdir() if path.is_file()]
    inside = [
        Path(place) / name
        for folder in _FOLDERS
        for place, _, names in os.walk(root / folder)
        for name in names
    ]
    return {path: path.relative_to(root).as_posix() for path in (*beside, *inside)}
