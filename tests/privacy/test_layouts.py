"""The table of the three layouts in the handbook, cell by cell, as far as mentorgen itself decides."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from mentorgen.model.words import Layout
from tests.adapters.conftest import Mentorgen, mentorgen
from tests.conftest import MakeRepo
from tests.git_repository import write
from tests.programs.trees import SITE, three_people

__all__ = ["mentorgen"]

PUBLIC = (Layout.OPEN, Layout.SPLIT)
SILENT = "2026-05-05"
TEAM = "team: Looms\n"
CONFIDENCES = {
    "participants/ana.yaml": "schema: 1\nhours: [{day: mon, from: 9:00, to: 11:00}]\n",
    "participants/dora.yaml": (
        "schema: 1\nname: Dora Veil\nrole: mentee\nconsent: {version: 1, given: 2026-01-10}\n"
        "languages: [en]\nwants: [{skill: testing}]\n"
    ),
    "applications/2026-spring/dora.yaml": "schema: 1\napplied: 2026-02-01\nwishes: [ana]\n",
    "applications/2026-spring/cleo.yaml": "schema: 1\nwishes: [ana]\n",
    "log/people/ben.yaml": "schema: 1\nfacts: [{on: 2026-03-05, kind: concern}]\n",
}


def _program(layout: Layout, more: Mapping[str, str] | None = None) -> dict[str, str]:
    files = {**SITE, **three_people(), **(more or {})}
    files["program/program.yaml"] += f"layout: {layout}\nprivate: folder\n"
    return files


@pytest.fixture
def private(tmp_path: Path) -> Path:
    write(tmp_path / "confidences", CONFIDENCES)
    return tmp_path / "confidences"


@pytest.mark.parametrize("layout", Layout)
def test_members_fields_lie_where_members_alone_read(
    layout: Layout, make_repo: MakeRepo, mentorgen: Mentorgen
) -> None:
    files = _program(layout)
    files["program/participants/cleo.yaml"] += TEAM

    answer = mentorgen("check", "--root", make_repo(files), "--today", SILENT)

    assert ("'team' belongs to the private folder" in answer.out) is (layout in PUBLIC)


@pytest.mark.parametrize("layout", Layout)
@pytest.mark.parametrize("command", ["status", "remind"])
def test_a_workflow_names_people_where_members_alone_read(
    command: str, layout: Layout, make_repo: MakeRepo, mentorgen: Mentorgen, private: Path
) -> None:
    root = make_repo(_program(layout))
    common = ("--root", root, "--private", private, "--today", SILENT)

    shared = mentorgen(command, *common, "--format", "github")
    own = mentorgen(command, *common)

    assert (shared.code, own.code, shared.err) == (0, 0, "")
    assert ("ana-ben" in shared.out) is (layout is Layout.PRIVATE)
    assert "ana-ben" in own.out


@pytest.mark.parametrize("layout", Layout)
def test_a_workflow_shows_a_round_and_in_public_no_pair(
    layout: Layout, make_repo: MakeRepo, mentorgen: Mentorgen
) -> None:
    common = ("--root", make_repo(_program(layout)), "--today", SILENT, "--format", "github")

    answers = {
        name: mentorgen("status", name, *common) for name in ("2026-spring", "2026-spring/ana-ben")
    }

    public = layout in PUBLIC
    assert {name: answer.code for name, answer in answers.items()} == {
        "2026-spring": 0,
        "2026-spring/ana-ben": 2 if public else 0,
    }
    assert answers["2026-spring/ana-ben"].err == (
        (
            "mentorgen: In a public repository this format holds totals only. "
            "Ask for a pair or a person without '--format github', on your own machine.\n"
        )
        if public
        else ""
    )


def test_totals_hide_a_group_of_two(make_repo: MakeRepo, mentorgen: Mentorgen) -> None:
    root = make_repo(_program(Layout.OPEN))

    answer = mentorgen("status", "--root", root, "--today", SILENT, "--format", "github")

    assert answer.out == (
        "### Two Looms\n\n5 May 2026, totals only. A dash stands for fewer than five people.\n\n"
        "| Round | Pairs at work | Meetings | Hours together | Milestones reached |\n"
        "| --- | --: | --: | --: | --: |\n"
        "| Spring round | \N{EN DASH} | \N{EN DASH} | \N{EN DASH} | \N{EN DASH} |\n"
    )


@pytest.mark.parametrize("layout", Layout)
def test_the_matcher_uses_what_it_does_not_tell(
    layout: Layout, make_repo: MakeRepo, mentorgen: Mentorgen, private: Path
) -> None:
    root = make_repo(_program(layout))
    common = ("match", "--root", root, "--private", private, "--today", "2026-04-01")

    own = mentorgen(*common)
    shared = mentorgen(*common, "--format", "github")

    assert "Dora Veil" in own.out
    assert "asked for Ana Rivers" in own.out
    assert (shared.code, shared.err) == (0, "")
    assert not {"Dora", "asked for", "Waiting", "Next for"} & {
        word for word in ("Dora", "asked for", "Waiting", "Next for") if word in shared.out
    }


@pytest.mark.parametrize("layout", [Layout.OPEN, Layout.PRIVATE])
def test_a_site_comes_from_the_programs_own_files(
    layout: Layout, make_repo: MakeRepo, mentorgen: Mentorgen, private: Path
) -> None:
    root = make_repo(_program(layout))
    common = ("--root", root, "--today", "2026-04-01")

    assert mentorgen("build", *common, "--site-dir", root / "with", "--private", private).code == 0
    assert mentorgen("build", *common, "--site-dir", root / "without").code == 0

    pages = [
        {path.relative_to(root / name): path.read_text() for path in (root / name).rglob("*.html")}
        for name in ("with", "without")
    ]
    assert pages[0] == pages[1]
