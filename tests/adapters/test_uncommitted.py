"""Which files would be lost, told with real repositories."""

from pathlib import Path

from mentorgen.adapters.uncommitted import uncommitted
from tests.git_repository import git, new_repository


def _of(root: Path, *names: str) -> list[str]:
    return [file.name for file in uncommitted(root, [root / name for name in names])]


def test_only_what_differs_from_the_last_commit_is_told(tmp_path: Path) -> None:
    root = new_repository(
        tmp_path / "r", {"same": "a\n", "changed": "a\n", "gone": "a\n", ".gitignore": "ignored\n"}
    )
    (root / "changed").write_text("b\n")
    (root / "gone").unlink()
    (root / "new").write_text("a\n")
    (root / "ignored").write_text("a\n")

    assert _of(root, "same", "changed", "gone", "new", "ignored", "never") == [
        "changed",
        "new",
        "ignored",
    ]


def test_before_the_first_commit_everything_would_be_lost(tmp_path: Path) -> None:
    git(tmp_path, "init", "--quiet")
    (tmp_path / "a").write_text("a\n")

    assert _of(tmp_path, "a") == ["a"]


def test_without_a_repository_nobody_counts_on_one(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("a\n")

    assert _of(tmp_path, "a") == []


def test_a_folder_inside_a_repository_is_compared_as_well(tmp_path: Path) -> None:
    root = new_repository(tmp_path / "r", {"in/a": "a\n", "in/b": "b\n"})
    (root / "in/b").write_text("c\n")

    assert _of(root / "in", "a", "b") == ["b"]
