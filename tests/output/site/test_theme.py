"""The theme overrides still fit the Material that is installed."""

from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config

from mentorgen.output.site.folders import THEME


@pytest.fixture(scope="module")
def shell(tmp_path_factory: pytest.TempPathFactory) -> str:
    root = tmp_path_factory.mktemp("site")
    docs = root / "docs"
    docs.mkdir()
    (docs / "index.md").write_text("# Home\n")
    (root / "mkdocs.yml").write_text("site_name: Lantern\n")
    config = load_config(
        str(root / "mkdocs.yml"),
        theme={"name": "material", "font": False, "custom_dir": str(THEME)},
        plugins=["search"],
    )
    build(config)
    return Path(root / "site" / "index.html").read_text(encoding="utf-8")


def test_the_search_dialog_has_a_name(shell: str) -> None:
    assert shell.count('data-md-component="search" role="dialog" aria-label="Search"') == 1
    assert shell.count('role="dialog"') == 1


def test_the_mark_is_inline_so_that_it_follows_the_colours(shell: str) -> None:
    assert '<path class="mark-a"' in shell


def test_the_two_faces_of_every_page_are_fetched_early(shell: str) -> None:
    assert shell.count('<link rel="preload" as="font" type="font/woff2" crossorigin') == 2
