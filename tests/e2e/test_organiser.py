"""What organisers build for themselves, and the reports of rounds with figures in them, in a browser."""

import subprocess
from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.e2e.served import COMMAND, a_repository, served
from tests.programs.trees import Tree, many_people

TODAY = "2026-05-20"
PAGES = (
    "dashboard/",
    "reports/2026-spring/",
    "organiser/",
    "organiser/health/",
    "organiser/waiting/",
    "organiser/people/",
    "organiser/people/person-00000/",
    "organiser/matching/2026-spring/",
)
PHONE, DESKTOP = {"width": 320, "height": 640}, {"width": 1280, "height": 900}


def _couples() -> Tree:
    """Give six pairs among many people, of whom some ended, some meet and some are silent."""
    files = dict(many_people(24))
    for at in range(6):
        pair = f"pair-{at}"
        mentor, mentee = f"person-{3 * at:05}", f"person-{3 * at + 1:05}"
        said = [f"{{on: 2026-03-01, kind: confirmed, by: {one}}}" for one in (mentor, mentee)]
        if at < 3:
            said.append(f"{{on: 2026-05-01, kind: ended, by: {mentor}, outcome: completed}}")
        files |= {
            f"program/pairs/2026-spring/{pair}.yaml": f"""\
schema: 1
form: one-to-one
mentors: [{mentor}]
mentees: [{mentee}]
starts: 2026-03-02
""",
            f"program/log/pairs/2026-spring/{pair}.yaml": f"""\
schema: 1
facts: [{", ".join(said)}]
""",
            f"program/meetings/2026-spring/{pair}/2026-03-10.md": "---\nschema: 1\nkind: call\n---\n",
            f"program/goals/2026-spring/{pair}/first.yaml": """\
schema: 1
title: First
set_on: 2026-03-03
milestones: [{name: Read, due: 2026-04-01, reached: 2026-03-28}, {name: Write, due: 2026-05-01}]
""",
        }
    return files


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve the site of organisers."""
    root = a_repository(tmp_path_factory, _couples())
    command = [str(COMMAND), "build", "--organiser", "--root", str(root), "--today", TODAY]
    environment = {"PATH": "/usr/bin:/bin", "HOME": str(root)}
    subprocess.run(command, check=True, capture_output=True, env=environment)
    with served(root / "site-organiser") as address:
        yield address


@pytest.mark.parametrize("path", PAGES)
def test_a_page_of_figures_or_names_is_for_everybody(path: str, desk: str, page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{desk}{path}")
    expect(page.locator("h1")).to_be_visible()

    assert _violations(page) == []
    page.emulate_media(color_scheme="dark")
    assert _violations(page, "color-contrast") == []
    for size in (PHONE, DESKTOP):
        page.set_viewport_size({"width": size["width"], "height": size["height"]})
        assert page.evaluate("document.documentElement.scrollWidth") <= size["width"]
    assert [address for address in asked if not address.startswith(desk)] == []
    expect(page.get_by_text("Private: these pages name people")).to_be_visible()


def test_from_what_is_needed_to_whom_it_is_about(desk: str, page: Page) -> None:
    page.goto(f"{desk}organiser/")
    page.get_by_role("link", name="Match them").click()
    expect(page.locator("h1")).to_have_text("Matching: Spring round")
    page.get_by_role("link", name="Everybody").click()
    page.get_by_role("link", name="Person 9", exact=True).click()

    expect(page.locator("h1")).to_have_text("Person 9")
    expect(page.get_by_text("met, with Person 10")).to_be_visible()


def test_a_report_can_be_printed_and_has_no_button_without_a_script(desk: str, page: Page) -> None:
    page.add_init_script("window.print = () => document.body.dataset.printed = 'yes'")
    page.goto(f"{desk}reports/2026-spring/")

    page.get_by_role("button", name="Print this page").click()

    assert page.evaluate("document.body.dataset.printed") == "yes"
    page.emulate_media(media="print")
    expect(page.get_by_role("button", name="Print this page")).to_be_hidden()
    expect(page.get_by_role("heading", name="Meetings", exact=True)).to_be_visible()


def _violations(page: Page, *rules: str) -> list[str]:
    only = {"runOnly": {"type": "rule", "values": list(rules)}} if rules else None
    found = Axe().run(page, options=only).response["violations"]
    return [f"{one['id']}: {node['html'][:200]}" for one in found for node in one["nodes"]]
