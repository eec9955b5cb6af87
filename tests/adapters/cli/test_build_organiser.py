"""`mentorgen build --organiser`: private pages, for one machine, in a folder of their own."""

import re
from pathlib import Path

import pytest

from tests.adapters.conftest import Mentorgen
from tests.conftest import MakeRepo
from tests.programs.sites import dead_links, pages_of
from tests.programs.trees import SITE, TODAY, Tree, three_people

SITES: Tree = {**SITE, **three_people()}
WITH_A_FOLDER: Tree = {
    **SITES,
    "program/program.yaml": f"{three_people()['program/program.yaml']}private: folder\n",
}


@pytest.fixture(autouse=True)
def _on_an_organisers_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)


def written(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def test_every_page_is_in_a_folder_that_git_keeps_away_from_and_says_that_it_is_private(
    make_repo: MakeRepo, mentorgen: Mentorgen
) -> None:
    root = make_repo(SITES)

    answer = mentorgen("build", "--organiser", "--root", root, "--today", TODAY)

    folder = root / "site-organiser"
    assert (answer.code, answer.out) == (0, f"{folder / 'organiser' / 'index.html'}\n")
    assert "Private: these pages name people" in answer.err
    assert (folder / ".gitignore").read_text().endswith("\n*\n")
    assert not (root / "site").exists()
    assert dead_links(folder, pages_of(folder)) == []
    for path in folder.rglob("*.html"):
        html = path.read_text()
        assert "Private: these pages name people" in html, path
        assert '<meta name="robots" content="noindex, nofollow">' in html, path


def test_a_public_build_holds_no_page_of_organisers_and_no_word_of_them(
    make_repo: MakeRepo, mentorgen: Mentorgen
) -> None:
    root = make_repo(SITES)
    mentorgen("build", "--organiser", "--root", root, "--today", TODAY)

    answer = mentorgen("build", "--root", root, "--today", TODAY)

    site = root / "site"
    assert answer.code == 0
    assert not [name for name in written(site) if name.startswith("organiser/")]
    for path in site.rglob("*.html"):
        assert not re.search("noindex|Private: these pages|For organisers only", path.read_text())


def test_the_private_folder_changes_no_byte_of_the_public_site(
    make_repo: MakeRepo, mentorgen: Mentorgen, tmp_path: Path
) -> None:
    private = {
        "private/participants/cleo.yaml": "schema: 1\ncontact: cleo@example.org\n",
        "private/log/people/cleo.yaml": (
            "schema: 1\nfacts: [{on: 2026-03-21, kind: concern, by: cleo}]\n"
        ),
    }
    files = {f"public/{path}": text for path, text in WITH_A_FOLDER.items()}
    root = make_repo({**files, **private})
    common = ("--root", root / "public", "--today", TODAY)

    first, second = tmp_path / "first", tmp_path / "second"
    mentorgen("build", *common, "--site-dir", first)
    mentorgen("build", *common, "--site-dir", second, "--private", root / "private")
    mentorgen("build", "--organiser", *common, "--private", root / "private")

    assert written(first)
    assert written(first) == written(second)
    assert [
        n for n in written(first) if (first / n).read_bytes() != (second / n).read_bytes()
    ] == []
    own = root / "public" / "site-organiser" / "organiser" / "people" / "cleo" / "index.html"
    assert "cleo@example.org" in own.read_text()


def test_a_workflow_is_refused(
    make_repo: MakeRepo, mentorgen: Mentorgen, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    root = make_repo(SITES)

    answer = mentorgen("build", "--organiser", "--root", root)

    assert answer.code == 2
    assert "Run this on your own machine." in answer.err
    assert not (root / "site-organiser").exists()


@pytest.mark.parametrize("folder", ["site", "site/inner", ".", "docs", "program/pages"])
def test_a_folder_that_others_read_is_refused(
    folder: str, make_repo: MakeRepo, mentorgen: Mentorgen
) -> None:
    root = make_repo(SITES)

    answer = mentorgen("build", "--organiser", "--root", root, "--site-dir", root / folder)

    assert answer.code == 2
    assert "which others read" in answer.err
    assert not (root / folder / "organiser").exists()


def test_private_wishes_that_were_not_read_are_a_reason_to_stop(
    make_repo: MakeRepo, mentorgen: Mentorgen
) -> None:
    root = make_repo(WITH_A_FOLDER)

    answer = mentorgen("build", "--organiser", "--root", root, "--today", TODAY)

    assert answer.code == 2
    assert "--private FOLDER" in answer.err
    assert not (root / "site-organiser" / "index.html").exists()


def test_a_site_without_the_plugin_has_no_pages_to_add_to(
    make_repo: MakeRepo, mentorgen: Mentorgen
) -> None:
    bare = "site_name: Bare\nplugins: [search]\n"
    root = make_repo({**SITES, "mkdocs.yml": bare})

    answer = mentorgen("build", "--organiser", "--root", root, "--today", TODAY)

    assert answer.code == 2
    assert "does not use the plugin 'mentorgen'" in answer.err
