"""The theme overrides still fit the Material that is installed."""

from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config

from tests.programs.trees import SITE, empty


@pytest.fixture(scope="module")
def shell(tmp_path_factory: pytest.TempPathFactory) -> str:
    root = tmp_path_factory.mktemp("site")
    for name, text in {**SITE, **empty()}.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    build(load_config(str(root / "mkdocs.yml")))
    return Path(root / "site" / "index.html").read_text(encoding="utf-8")


def test_the_search_dialog_has_a_name(shell: str) -> None:
    assert shell.count('data-md-component="search" role="dialog" aria-label="Search"') == 1
    assert shell.count('role="dialog"') == 1


def test_the_mark_is_inline_so_that_it_follows_the_colours(shell: str) -> None:
    assert '<path class="mark-a"' in shell


def test_the_two_faces_of_every_page_are_fetched_early(shell: str) -> None:
    assert shell.count('<link rel="preload" as="font" type="font/woff2" crossorigin') == 2


def test_the_foot_says_how_the_site_was_made(shell: str) -> None:
    assert "Made with mentorgen from files in one repository." in shell


def test_no_script_keeps_a_page_from_being_shown(shell: str) -> None:
    assert "<script src=" not in shell
    assert shell.count("<script defer src=") > 1
