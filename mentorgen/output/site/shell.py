"""What stands around every page: the pages that are reached from everywhere, and the words of the frame.

Nothing here depends on the page that is shown: profiles share one frame.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mentorgen.model.said import said
from mentorgen.output.site.views import LinkView
from mentorgen.output.site.words import ENGLISH, Words

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

NEWS_FEED = "news.xml"
_FOOT = (
    ("take-part/", said("How to take part")),
    ("rules/", said("Program rules")),
    ("news/", said("News")),
    ("privacy/", said("Privacy")),
    ("accessibility/", said("Accessibility")),
)
_MAIN = (
    ("people/", said("People")),
    ("skills/", said("Skills")),
    ("me/", said("My mentoring")),
    ("rounds/", said("Rounds")),
    ("matches/", said("Matches")),
    ("calendar/", said("Calendar")),
    ("training/", said("Training")),
    ("dashboard/", said("How it is going")),
    ("reports/", said("Reports")),
)
_MENU = {
    str(text): text
    for text in (
        said("Home"),
        said("Dashboard"),
        said("About"),
        said("Handbook"),
        said("Reference"),
        *(text for _, text in (*_FOOT, *_MAIN)),
    )
}
_MADE = said("Made with mentorgen from files in one repository. No cookies, no visits elsewhere.")
_LOST = said(
    "Perhaps somebody chose not to be shown any more, or the address has a slip in it."
    " Look for a name or a word above, or start again at the front."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shell:
    """The frame's links and words; `feed` is the place of the news feed, if there is one.

    `main` stands in a row on every page where the organisers named no tabs, and is empty where they did.

    `private` stands on top of every page of a site that is for organisers alone, with where theirs begin.
    """

    foot: tuple[LinkView, ...]
    foot_label: str
    main: tuple[LinkView, ...]
    main_label: str
    beside_label: str
    made: str
    lost_title: str
    lost_text: str
    lost_link: str
    feed: str | None = None
    feed_title: str = ""
    private: str = ""
    private_start: LinkView | None = None


def menu_word(label: str, words: Words) -> str:
    """Say a label of the menu that we ship in the site's language; any other is the organisers' own."""
    return words.of(_MENU.get(label, label))


def shell_of(places: Collection[str], words: Words = ENGLISH, *, has_tabs: bool = True) -> Shell:
    """Make the frame of a site that has pages and files at these places."""

    def links(wanted: Iterable[tuple[str, str]]) -> tuple[LinkView, ...]:
        return tuple(
            LinkView(text=words.of(text), target=place) for place, text in wanted if place in places
        )

    return Shell(
        foot=links(_FOOT),
        foot_label=words.of(said("About this program")),
        main=() if has_tabs else links(_MAIN),
        main_label=words.of(said("Pages of this site")),
        beside_label=words.of(said("More pages like this")),
        made=words.of(_MADE),
        lost_title=words.of(said("This page is not here")),
        lost_text=words.of(_LOST),
        lost_link=words.of(said("To the front page")),
        feed=NEWS_FEED if NEWS_FEED in places else None,
        feed_title=words.of(said("News")),
    )
