"""Real git repositories for tests, made by git itself and blind to whoever's settings are around."""

import os
import subprocess
from collections.abc import Mapping
from pathlib import Path

Edits = Mapping[str, str | bytes | None]
"""Texts by path; None takes a file away."""

_ENVIRONMENT = {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_AUTHOR_NAME": "Ada",
    "GIT_AUTHOR_EMAIL": "ada@example.org",
    "GIT_AUTHOR_DATE": "2026-03-01T12:00:00Z",
    "GIT_COMMITTER_NAME": "Ada",
    "GIT_COMMITTER_EMAIL": "ada@example.org",
    "GIT_COMMITTER_DATE": "2026-03-01T12:00:00Z",
}


def git(folder: Path, *arguments: str | Path, text: bytes = b"") -> str:
    """Run git in a folder and give what it printed, without the last line end."""
    theirs = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    answer = subprocess.run(
        ["git", "-c", "gc.auto=0", "-c", "maintenance.auto=false", *map(str, arguments)],
        cwd=folder,
        env={**theirs, **_ENVIRONMENT},
        input=text,
        capture_output=True,
        check=False,
    )
    assert answer.returncode == 0, answer.stderr.decode()
    return os.fsdecode(answer.stdout).removesuffix("\n")


def write(root: Path, edits: Edits) -> None:
    """Write or take away files below a folder."""
    for name, text in edits.items():
        path = root / name
        if text is None:
            path.unlink()
            continue
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())


def commit(root: Path, edits: Edits) -> None:
    """Write files and commit everything."""
    write(root, edits)
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--allow-empty", "--message", "A change")


def new_repository(root: Path, edits: Edits, *, options: tuple[str, ...] = ()) -> Path:
    """Make a repository whose branch `main` holds these files, and check out a branch `change` on it."""
    root.mkdir(parents=True)
    git(root, "init", "--quiet", "--initial-branch", "main", *options)
    commit(root, edits)
    git(root, "switch", "--quiet", "--create", "change")
    return root
