"""What the page of news shows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from mentorgen.output.site.views.common import LinkView, PageView, PublicView

if TYPE_CHECKING:
    from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class NewsView(PublicView):
    """Something that happened; `since` is the first day on which it was news, `on` the last on which it grew."""

    id: str
    since: date
    on: date
    title: str
    text: str
    target: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NewsMonth(PublicView):
    """What happened in a month, the newest first."""

    first: date
    news: tuple[NewsView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NewsPageView(PageView):
    """What happened, month by month; `feed` leads to the same for programs that read news."""

    template: ClassVar[str] = "news.html"
    lead: str
    months: tuple[NewsMonth, ...]
    feed: LinkView
    rounds: LinkView
