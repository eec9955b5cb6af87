"""The pages about the program itself: what they say, and what they say where there is nothing."""

import re
from pathlib import Path

import pytest

from mentorgen.output import site
from mentorgen.output.site.views import OrganisersView
from tests.output.site.about_views import ABOUT_EMPTY, ABOUT_FULL, an_accessibility_page
from tests.output.site.test_render import html_of, words_of

TEMPLATES = Path(site.__file__).parent / "templates"
REPOSITORY = "https://github.com/example-looms/mentors"


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("part", "You can apply now Spring until 3 May Peers Autumn opens on 1 July"),
        ("part", "Open the form"),
        ("part", "As a mentee Learn. Time. Join as a mentee As a peer"),
        ("part", "Please do not write to mentors directly."),
        ("part", "Step 5 So. people wait 9"),
        ("part", "The program's rules Every step in detail"),
        ("rules", "people wait 9 of all Topic Waiting now Usual wait Testing 6 21 days"),
        ("rules", "Testing under 5 not known"),
        ("rules", "Otherwise Spring What speaks for a pair Skills what fits 30 Hours both free 10"),
        ("rules", "10 days A first note Both are asked."),
        ("rules", "Surveys Weekends"),
        ("rules", "Asking early"),
        ("privacy", "Everybody On these pages. Of you your name"),
        ("privacy", "Leave the program"),
        ("access", "Ana Example Ben Example The room mentors Tell them in private"),
        ("news", "November 2026 21 Nov Spring has begun 21 Nov Ben says thanks For all."),
        ("news", "Follow the news"),
    ],
)
def test_a_page_shows_what_its_view_lists(kind: str, words: str) -> None:
    assert words in words_of(ABOUT_FULL[kind]).replace("&#39;", "'")


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("part", "Nothing is open just now No round takes applications today."),
        ("part", "Reach the organisers"),
        ("part", "There is no form here yet: tell the organisers what you would like"),
        ("part", "They have not named themselves here yet."),
        ("part", "No address is written down yet."),
        ("rules", "For single topics there are too few people to tell."),
        ("news", "Nothing has happened yet."),
    ],
)
def test_an_empty_page_says_what_to_do(kind: str, words: str) -> None:
    assert words in words_of(ABOUT_EMPTY[kind])


def test_without_any_address_the_repository_is_where_one_asks() -> None:
    view = an_accessibility_page(OrganisersView(people=(), contact="", repository=REPOSITORY))

    assert "Everybody can read what you write there." in words_of(view)


def test_the_bar_of_a_policy_is_as_long_as_a_hundred_whatever_its_weights_add_up_to() -> None:
    html = html_of(ABOUT_FULL["rules"])

    assert "--n:75.0;--c:var(--woad)" in html
    assert "--n:25.0;--c:var(--madder)" in html
    assert 'aria-label="Skills 30, Hours 10"' in html


def test_the_feed_is_offered_only_where_there_are_news() -> None:
    assert 'type="application/atom+xml"' in html_of(ABOUT_FULL["news"])
    assert "news.xml" not in html_of(ABOUT_EMPTY["news"])


def test_whoever_links_to_a_rule_finds_it() -> None:
    templates = [file.read_text(encoding="utf-8") for file in TEMPLATES.glob("*.html")]
    linked = {
        (page, anchor)
        for text in templates
        for page, anchor in re.findall(r"'(rules|privacy|take-part)/#([a-z-]+)'", text)
    }
    pages = {"rules": "rules", "privacy": "privacy", "take-part": "part"}

    assert {page for page, _ in linked} >= {"rules"}
    for page, anchor in linked:
        assert f' id="{anchor}"' in html_of(ABOUT_FULL[pages[page]]), (page, anchor)


def test_what_stands_on_the_page_is_found_by_its_row_of_links() -> None:
    html = html_of(ABOUT_FULL["rules"])
    row = html[html.index('class="onward"') : html.index("</nav>")]

    anchors = re.findall(r'href="#([a-z-]+)"', row)
    assert anchors
    assert all(f' id="{anchor}"' in html for anchor in anchors)
