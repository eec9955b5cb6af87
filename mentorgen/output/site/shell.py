"""What stands around every page: the pages that are reached from everywhere, and the words of the frame.

Nothing here depends on the page that is shown: profiles share one frame.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mentorgen.model.said import said
from mentorgen.output.site.views import LinkView

if TYPE_CHECKING:
    from collections.abc import Collection

NEWS_FEED = "news.xml"
_FOOT = (
    ("take-part/", said("How to take part")),
    ("rules/", said("Program rules")),
    ("news/", said("News")),
    ("privacy/", said("Privacy")),
    ("accessibility/", said("Accessibility")),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shell:
    """The frame's links and words; `feed` is the place of the news feed, if there is one."""

    foot: tuple[LinkView, ...]
    foot_label: str
    beside_label: str
    made: str
    lost_title: str
    lost_text: str
    lost_link: str
    feed: str | None = None
    feed_title: str = ""


def shell_of(places: Collection[str]) -> Shell:
    """Make the frame of a site that has pages and files at these places."""
    return Shell(
        foot=tuple(LinkView(text=text, target=place) for place, text in _FOOT if place in places),
        foot_label=said("About this program"),
        beside_label=said("More pages like this"),
        made=said(
            "Made with mentorgen from files in one repository. No cookies, no visits elsewhere."
        ),
        lost_title=said("This page is not here"),
        lost_text=said(
            "Perhaps somebody chose not to be shown any more, or the address has a slip in it."
            " Look for a name or a word above, or start again at the front."
        ),
        lost_link=said("To the front page"),
        feed=NEWS_FEED if NEWS_FEED in places else None,
        feed_title=said("News"),
    )
