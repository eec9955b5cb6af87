"""No name, word or number of anything breaks a page, in either direction, at any size."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.e2e.served import a_repository, built, served
from tests.programs.crammed import LONG_NAME, crammed
from tests.programs.trees import three_people

PAGES = (
    "",
    "people/",
    "people/long/",
    "people/layla/",
    "people/bare/",
    "pairs/spring/long-wide/",
    "pairs/spring/lina-layla/",
    "matches/",
    "skills/",
    "skills/skill-0/",
    "rounds/spring/",
    "dashboard/",
    "training/",
    "take-part/",
    "rules/",
    "privacy/",
    "me/",
    "reports/",
)
NARROW, WIDE = 320, 1280
LITTLE = {
    "": "Nobody has shared a story yet.",
    "people/": "3 people",
    "people/cleo/": "Nothing to show yet",
    "skills/writing/": "Nobody offers this yet.",
    "dashboard/": "Meetings a month",
    "matches/": "Why these",
    "calendar/": "Showcase",
    "reports/": "Spring round",
}
"""What stands on a page where there is little to show."""


@pytest.fixture(scope="module")
def crammed_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve the site of people whom no layout expects."""
    with served(built(a_repository(tmp_path_factory, crammed()), looks=())) as address:
        yield address


@pytest.fixture(scope="module")
def bare_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve the site of three people."""
    with served(built(a_repository(tmp_path_factory, three_people()), looks=())) as address:
        yield address


@pytest.mark.parametrize("width", [NARROW, WIDE])
def test_nothing_reaches_over_the_edge(width: int, crammed_site: str, page: Page) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    too_wide = []
    for path in PAGES:
        page.goto(f"{crammed_site}{path}")
        for direction in ("ltr", "rtl"):
            page.evaluate("to => document.body.dir = to", direction)
            if page.evaluate("document.documentElement.scrollWidth") > width:
                too_wide.append((path, direction))

    assert too_wide == []


@pytest.mark.parametrize("width", [NARROW, WIDE])
def test_where_three_people_have_little_to_show_every_page_says_so_and_holds(
    width: int, bare_site: str, page: Page
) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    for path, words in LITTLE.items():
        page.goto(f"{bare_site}{path}")

        expect(page.locator(".mg")).to_contain_text(words)
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_twice_as_large_nothing_reaches_over_the_edge(crammed_site: str, browser: Browser) -> None:
    context = browser.new_context(
        viewport={"width": WIDE // 2, "height": 450}, device_scale_factor=2
    )
    page = context.new_page()
    too_wide = []
    for path in PAGES:
        page.goto(f"{crammed_site}{path}")
        if page.evaluate("document.documentElement.scrollWidth") > WIDE // 2:
            too_wide.append(path)
    context.close()

    assert too_wide == []


@pytest.mark.parametrize(("width", "columns"), [(NARROW, 1), (768, 2), (WIDE, 3)])
def test_people_stand_in_as_many_columns_as_there_is_room_for(
    width: int, columns: int, crammed_site: str, page: Page
) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"{crammed_site}people/")

    tracks = page.locator(".swatches").evaluate("all => getComputedStyle(all).gridTemplateColumns")

    assert len(tracks.split()) == columns


def test_a_card_of_any_name_is_one_link_with_the_whole_name(crammed_site: str, page: Page) -> None:
    page.goto(f"{crammed_site}people/")

    expect(page.get_by_role("link", name=LONG_NAME, exact=True)).to_have_count(1)
    expect(page.get_by_role("link", name="李娜欧阳上官司马诸葛", exact=True)).to_have_count(1)


def test_a_matching_stands_upright_on_phones_and_lies_where_it_is_asked_to(
    crammed_site: str, page: Page
) -> None:
    page.goto(f"{crammed_site}matches/")
    picture = page.locator(".pictures").first
    loom, upright, flat = (picture.locator(name) for name in (".loom", ".arcs__up", ".arcs__flat"))
    expect(loom).to_be_visible()
    expect(flat).to_be_hidden()

    picture.get_by_label("From west to east", exact=True).check()
    expect(loom).to_be_hidden()
    expect(flat).to_be_visible()

    page.set_viewport_size({"width": NARROW, "height": 640})
    expect(loom).to_be_hidden()
    expect(flat).to_be_hidden()
    expect(upright).to_be_visible()


def test_from_right_to_left_drawings_are_mirrored_and_the_mark_is_at_the_right(
    crammed_site: str, page: Page
) -> None:
    page.goto(f"{crammed_site}pairs/spring/lina-layla/")
    page.evaluate("document.body.dir = 'rtl'")

    bolt = page.locator(".bolt").evaluate("one => getComputedStyle(one).transform")
    mark = page.locator(".md-header .md-logo").bounding_box()

    assert bolt == "matrix(-1, 0, 0, 1, 0, 0)"
    assert mark is not None
    assert mark["x"] > WIDE / 2


def test_whatever_has_the_keyboard_shows_it(crammed_site: str, page: Page) -> None:
    page.goto(f"{crammed_site}people/")
    unseen = []
    for _ in range(25):
        page.keyboard.press("Tab")
        shown = page.evaluate(
            "() => { const one = document.activeElement, style = getComputedStyle(one);"
            " return [one.outerHTML.slice(0, 80), style.outlineStyle, parseFloat(style.outlineWidth)] }"
        )
        if shown[1] == "none" or shown[2] < 2:
            unseen.append(shown[0])

    assert unseen == []


def test_on_paper_only_what_can_be_read_there_is_left(crammed_site: str, page: Page) -> None:
    page.goto(f"{crammed_site}pairs/spring/lina-layla/")
    page.emulate_media(media="print", color_scheme="dark")

    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    for gone in (".md-header", ".md-footer", ".actions"):
        expect(page.locator(gone).first).to_be_hidden()
    expect(page.locator("h1")).to_be_visible()
