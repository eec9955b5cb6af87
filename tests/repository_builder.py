"""Tiny programs in files: minimal valid texts, and a folder laid out from them."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from textwrap import dedent

from mentorgen.loading.program import Loaded, load

TODAY = date(2026, 4, 1)

PROGRAM = "schema: 1\nname: Two Looms\npurpose: People learn from each other.\n"
COHORT = "schema: 1\nname: Spring\nstarts: 2026-03-02\nends: 2026-08-30\n"
CONSENT = "consent: {version: 1, given: 2026-01-10}\n"
ADA = f"schema: 1\nname: Ada\nrole: mentor\n{CONSENT}"
BEN = f"schema: 1\nname: Ben\nrole: mentee\n{CONSENT}"
PAIR = "schema: 1\nform: one-to-one\nmentors: [ada]\nmentees: [ben]\nstarts: 2026-03-02\n"
GOAL = "schema: 1\ntitle: A first patch\nset_on: 2026-03-09\n"
MEETING = "---\nschema: 1\nkind: call\n---\nWe talked about looms.\n"
MODULE = (
    "---\nschema: 1\ntitle: Listening\naudience: [mentor]\nminutes: 10\n"
    "objectives: [Ask before you answer]\nreviewed: 2026-01-05\n---\nListen first.\n"
)

SMALL: Mapping[str, str] = {
    "program/program.yaml": PROGRAM,
    "program/cohorts/spring.yaml": COHORT,
    "program/participants/ada.yaml": ADA,
    "program/participants/ben.yaml": BEN,
}
"""One cohort and two people."""

PAIRED: Mapping[str, str] = {**SMALL, "program/pairs/spring/ada-ben.yaml": PAIR}
"""The same two as a pair."""


def make_repo(tmp_path: Path, files: Mapping[str, str | bytes]) -> Path:
    """Lay out a folder from `{path: text}`, each text without its common indent."""
    root = tmp_path / "repository"
    (root / "program").mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else dedent(text).encode())
    return root


def loaded(tmp_path: Path, files: Mapping[str, str | bytes]) -> Loaded:
    """Lay out and load a program; a folder `private` in it is its private folder."""
    root = make_repo(tmp_path, files)
    private = root / "private"
    return load(root, today=TODAY, private=private if private.is_dir() else None)


def problem_lines(tmp_path: Path, files: Mapping[str, str | bytes]) -> list[str]:
    """Load a program and give its problems as they are printed."""
    return [str(problem) for problem in loaded(tmp_path, files).problems]
