"""What is checked out, file by file; `check --base` has the rest of it."""

import os
from pathlib import Path

import pytest

from mentorgen.adapters.git import Repository
from mentorgen.adapters.working_tree import read_regular, working_tree
from tests.git_repository import git, new_repository
from tests.unprivileged import without_privileges


def test_a_file_that_is_closed_to_us_is_not_read(tmp_path: Path) -> None:
    file = tmp_path / "secret"
    file.write_text("x")
    file.chmod(0)

    with without_privileges():
        assert read_regular(file) is None


def test_what_is_no_file_is_not_read(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "link").symlink_to("/etc/passwd")

    assert read_regular(tmp_path / "pipe") is None
    assert read_regular(tmp_path / "link") is None
    assert read_regular(tmp_path / "nothing") is None


@pytest.mark.parametrize("algorithm", ["sha1", "sha256"])
def test_a_file_is_named_as_git_would_name_it(tmp_path: Path, algorithm: str) -> None:
    root = new_repository(
        tmp_path / "repository",
        {"a.txt": "a\n", "b.txt": "b\n", "run.sh": "x\n", "large.bin": "x\r\n" * 700_000},
        options=(f"--object-format={algorithm}",),
    )
    (root / "run.sh").chmod(0o755)
    git(root, "commit", "--all", "--quiet", "--message", "Run")
    (root / "a.txt").write_text("changed\n")
    (root / "link").symlink_to("a.txt")
    repository = Repository.around(root)
    assert repository is not None

    seen = working_tree(repository)

    git(root, "add", "--all")
    tree = repository.tree(git(root, "write-tree"))
    assert {path: blob.mode for path, blob in seen.items()} == {
        path: blob.mode for path, blob in tree.items()
    }
    if algorithm == "sha1":
        assert seen == tree
    else:
        assert seen.keys() == tree.keys()
        assert seen["b.txt"] == tree["b.txt"]
        assert seen["a.txt"] != repository.tree("HEAD")["a.txt"]


def test_a_file_that_is_closed_to_us_counts_as_changed(tmp_path: Path) -> None:
    root = new_repository(tmp_path / "repository", {"a.txt": "a\n"})
    repository = Repository.around(root)
    assert repository is not None
    (root / "a.txt").chmod(0)

    with without_privileges():
        seen = working_tree(repository)

    assert seen["a.txt"] != repository.tree("HEAD")["a.txt"]
