"""Pages that share a shell have the bytes of pages around which the whole theme was rendered."""

import logging
from collections.abc import Mapping
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config

from tests.conftest import MakeRepo
from tests.programs.hostile import hostile
from tests.programs.sites import digest_of
from tests.programs.trees import SITE, TODAY, Tree, three_people

SLOWER = "share no shell"
NAVIGATION = "nav: [{Home: index.md}, {People: people/index.md}]\n"
ADDRESS = "site_url: https://looms.example.org/here/\n"
EDIT = "repo_url: https://github.com/example-looms/mentors\nedit_uri: edit/main/docs/\n"


def _theme(block: str, *, features: str = "") -> Tree:
    """Give a theme of the organisers' own, which adds something to the head of every page."""
    return {
        "mkdocs.yml": SITE["mkdocs.yml"].replace(
            "  font: false\n", f"  font: false\n  custom_dir: own\n{features}"
        ),
        "own/main.html": '{% extends "base.html" %}\n'
        "{% block extrahead %}{{ super() }}{% if page %}" + block + "{% endif %}{% endblock %}\n",
    }


def _and(tree: Tree, more: str) -> Tree:
    return {**tree, "mkdocs.yml": f"{tree['mkdocs.yml']}{more}"}


SOCIAL = (
    '<meta property="og:title" content="{{ page.title }}">'
    '<meta property="og:description" content="{{ page.meta.description }}">'
    '<meta property="og:url" content="{{ page.canonical_url }}">'
    "{{ page.file.dest_uri }} {{ page.abs_url }} {{ page.edit_url }}"
    "{{ page.next_page }} {{ page.is_homepage }} {{ page.toc | length }}"
)
PATHS = "  features: [navigation.path, content.action.edit, navigation.tabs, navigation.instant]\n"
SHARED: Mapping[str, Tree] = {
    "as it comes": {**SITE, **three_people()},
    "with a theme that tells of each page": {
        **SITE,
        **hostile(),
        **_and(_theme(SOCIAL, features=PATHS), ADDRESS + EDIT + NAVIGATION),
    },
    "with a plugin that tells of two pages": {
        **SITE,
        **three_people(),
        **_and(_theme("{{ note }}{{ page.meta.author }}"), "hooks: [own/hooks.py]\n"),
        "own/hooks.py": """\
def on_page_context(context, page, **_):
    if page.url == "people/ben/":
        context["note"] = "only here"
    if page.url == "people/cleo/":
        page.meta["author"] = "somebody"

def on_page_content(html, page, **_):
    return f"{html}<p>And more.</p>" if page.url == "people/ana/" else html
""",
    },
}
NOT_SHARED: Mapping[str, Tree] = {
    "another writing of the title": _theme("{{ page.title | upper }}"),
    "the title without its signs": _theme("{{ page.title | striptags }}"),
    "the length of the page": _theme("{{ page.content | length }}"),
}


@pytest.mark.parametrize("name", SHARED)
def test_a_filled_in_page_has_the_bytes_of_a_whole_one(
    name: str, make_repo: MakeRepo, caplog: pytest.LogCaptureFixture
) -> None:
    root = make_repo(SHARED[name])

    caplog.set_level(logging.INFO, "mkdocs")
    filled, whole = _built(root, shared=True), _built(root, shared=False)

    assert filled == whole
    assert SLOWER not in caplog.text


@pytest.mark.parametrize("name", NOT_SHARED)
def test_a_theme_that_says_more_of_each_page_is_rendered_whole(
    name: str, make_repo: MakeRepo, caplog: pytest.LogCaptureFixture
) -> None:
    root = make_repo({**SITE, **three_people(), **NOT_SHARED[name]})

    caplog.set_level(logging.INFO, "mkdocs")
    filled, whole = _built(root, shared=True), _built(root, shared=False)

    assert filled == whole
    assert SLOWER in caplog.text


def test_the_theme_is_rendered_for_each_kind_of_page_only(make_repo: MakeRepo) -> None:
    counted = """\
from pathlib import Path
renders = []
def on_env(env, **_):
    renders.clear()
    env.globals["counted"] = lambda: renders.append(1)
def on_post_build(config):
    Path(config.site_dir, "renders").write_text(str(len(renders)))
"""
    root = make_repo(
        {
            **SITE,
            **hostile(),
            **_and(_theme("{% set _ = counted() %}"), "hooks: [own/hooks.py]\n"),
            "own/hooks.py": counted,
        }
    )

    _built(root, shared=False)
    each = int((root / "site/renders").read_text())
    pages = _built(root, shared=True)

    assert each == len([page for page in pages if page.endswith(".html")]) - len(["404.html"])
    assert int((root / "site/renders").read_text()) < each / 2


def _built(root: Path, *, shared: bool) -> Mapping[str, str]:
    config = load_config(str(root / "mkdocs.yml"))
    config.plugins["mentorgen"].config.update({"shared_shell": shared, "today": str(TODAY)})
    build(config)
    return digest_of(root / "site")
