"""Examples of what is right and wrong in a program, each a small program in one text file.

A line `-- path --` begins a file of the example; the rest of the program is `SMALL`. In brackets
after the path stands what makes a file unusual: `(absent)`, `(pipe)`, `(link to …)` or `(vanishing)`,
for one that is gone before it is read; `(executable)` and `(submodule)`, which only git knows. With
`-- author --`, a number, an example is a pull request to a branch that holds the files `(before)`;
`-- labels --` are those that stand on it, with commas.
`-- problems --` begins the lines that a check prints.
"""

import os
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from mentorgen.adapters.git import Repository
from mentorgen.adapters.pull_request import PullRequest, ownership_problems
from mentorgen.loading.files import NO_GIT, Found
from mentorgen.loading.program import load
from tests.git_repository import git
from tests.repository_builder import SMALL, TODAY, make_repo

FOLDER = Path(__file__).parent / "examples"
_ASKED = {"author", "labels"}
_HEADING = re.compile(rb"^-- (?P<path>\S.*?)(?: \((?P<unusual>[^)]+)\))? --\n", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Section:
    """One file of an example."""

    path: str
    unusual: str
    content: bytes


def sections_of(example: Path) -> Iterator[Section]:
    """Split an example into its files; `problems` is the last of a bad one."""
    _, *pieces = _HEADING.split(example.read_bytes())
    for path, unusual, content in zip(pieces[::3], pieces[1::3], pieces[2::3], strict=True):
        yield Section(path.decode(), (unusual or b"").decode(), content)


def problems_of(example: Path) -> list[str]:
    """Give the problem lines that an example promises."""
    return [
        line
        for section in sections_of(example)
        if section.path == "problems"
        for line in section.content.decode().splitlines()
    ]


def problems_found(example: Path, tmp_path: Path) -> list[str]:
    """Lay out an example and give the problem lines that a check of it prints."""
    sections = [section for section in sections_of(example) if section.path != "problems"]
    before = {one.path: one.content for one in sections if one.unusual == "before"}
    root = make_repo(tmp_path, {**SMALL, **before})
    needs_git = {"author", "submodule", "executable"} & {
        word for one in sections for word in (one.path, one.unusual)
    }
    repository = _repository(root) if needs_git else None
    asked = {one.path: one.content.decode() for one in sections if one.path in _ASKED}
    for section in sections:
        if section.path not in _ASKED and section.unusual != "before":
            _lay_out(section, root)

    def watch(found: Sequence[Found]) -> Iterable[Found]:
        for section in sections:
            if section.unusual == "vanishing":
                (root / section.path).unlink(missing_ok=True)
        return found

    folder = root / "private"
    private = folder if folder.is_dir() else None
    modes = repository.modes() if repository else NO_GIT
    checked = load(root, today=TODAY, private=private, watch=watch, modes=modes)
    if repository and "author" in asked:
        pull = PullRequest(repository, "main")
        checked = checked.with_problems(pull.removals(asked.get("labels", "").split(",")))
        author = int(asked["author"])
        checked = checked.with_problems(ownership_problems(pull, author, today=TODAY))
    return [str(problem) for problem in checked.problems]


def _repository(root: Path) -> Repository:
    git(root, "init", "--quiet", "--initial-branch", "main")
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--message", "Before")
    repository = Repository.around(root)
    assert repository is not None
    return repository


def _lay_out(section: Section, root: Path) -> None:
    path = root / section.path
    path.parent.mkdir(parents=True, exist_ok=True)
    match section.unusual.split(" "):
        case ["absent"]:
            path.unlink()
        case ["pipe"]:
            os.mkfifo(path)
        case ["link", "to", target]:
            path.symlink_to(target)
        case ["submodule"]:
            path.mkdir()
            head = git(root, "rev-parse", "HEAD")
            git(root, "update-index", "--add", "--cacheinfo", f"160000,{head},{section.path}")
        case ["executable"]:
            path.write_bytes(section.content)
            git(root, "update-index", "--add", "--chmod=+x", section.path)
        case _:
            path.write_bytes(section.content)
