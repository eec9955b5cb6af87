"""All pages of organisers as HTML: complete, inert, and never a view of the public site."""

import dataclasses
import re

import pytest
from jinja2 import TemplateNotFound

from mentorgen.analysis.consent import agreed
from mentorgen.loading.program import load
from mentorgen.output.organiser import views
from mentorgen.output.organiser.site import BANNER, START, organiser_pages
from mentorgen.output.organiser.views import OrganiserPage, OrganiserView
from mentorgen.output.site.page import Page
from mentorgen.output.site.render import render_page
from mentorgen.output.site.views import PageView, PublicView
from tests.conftest import MakeRepo
from tests.programs.hostile import hostile
from tests.programs.sites import dangers, parsed
from tests.programs.trees import PROGRAMS, TODAY, Tree, three_people

ALL_VIEWS = [
    view
    for view in vars(views).values()
    if isinstance(view, type) and issubclass(view, OrganiserView)
]


def pages_of(make_repo: MakeRepo, tree: Tree) -> dict[str, Page]:
    loaded = load(make_repo(tree), today=TODAY)
    assert loaded.program is not None, loaded.problems
    program = agreed(loaded.program, today=TODAY)
    return {page.path: page for page in organiser_pages(program, today=TODAY)}


def test_an_empty_program_has_pages_that_say_so(make_repo: MakeRepo) -> None:
    pages = pages_of(make_repo, PROGRAMS["empty"])

    assert pages.keys() == {f"organiser/{path}" for path in ("", "health/", "waiting/", "people/")}
    for page in pages.values():
        assert 'class="empty"' in page.html


def test_three_people_have_every_kind_of_page(make_repo: MakeRepo) -> None:
    pages = pages_of(make_repo, three_people())

    assert pages.keys() == {
        f"organiser/{path}"
        for path in (
            *("", "health/", "waiting/", "people/"),
            *(f"people/{slug}/" for slug in ("ana", "ben", "cleo")),
            *("matching/2026-spring/", "reports/2026-spring/"),
        )
    }
    assert "Ana Rivers and Ben Okoro" in pages["organiser/health/"].html
    assert 'aria-current="page">Who waits' in pages["organiser/waiting/"].html


@pytest.mark.parametrize("name", ["three people", "a circle in Arabic", "hostile"])
def test_every_page_is_whole_and_nobodys_text_runs(name: str, make_repo: MakeRepo) -> None:
    tree = hostile() if name == "hostile" else PROGRAMS[name]

    for page in pages_of(make_repo, tree).values():
        html = page.html.strip()
        ids = re.findall(r' id="([^"]+)"', html)
        assert html.startswith('<div class="mg mg-desk">')
        assert html.endswith("</div>")
        assert html.count("<h1>") == 1
        assert sorted(ids) == sorted(set(ids))
        assert dangers(parsed(html), own=set()) == []


def test_no_view_of_organisers_is_public() -> None:
    assert ALL_VIEWS
    assert not [view.__name__ for view in ALL_VIEWS if issubclass(view, PublicView)]


def test_the_public_site_cannot_render_a_page_of_organisers() -> None:
    for view in ALL_VIEWS:
        if issubclass(view, OrganiserPage) and view is not OrganiserPage:
            stolen = type("Stolen", (PageView,), {"template": view.template})
            shown = stolen(title="Stolen", description="Stolen")

            with pytest.raises(TemplateNotFound):
                render_page(shown, path="organiser/")


def test_views_are_frozen() -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        START.text = "other"  # type: ignore[misc]


def test_the_banner_says_that_it_is_private() -> None:
    assert BANNER.startswith("Private: ")
    assert START.target == "organiser/"
