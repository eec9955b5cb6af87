"""What the front page shows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from mentorgen.output.site.views.common import (
    FigureView,
    LinkView,
    PageView,
    PersonCard,
    PublicView,
)

if TYPE_CHECKING:
    from datetime import date

    from mentorgen.output.site.prose import SafeHtml
    from mentorgen.output.site.wardrobe import Cloth


@dataclass(frozen=True, slots=True, kw_only=True)
class TodayView(PublicView):
    """Where the round is: `week` of `weeks`, and what is next."""

    today: date
    round_name: str
    round_path: str
    week: int
    weeks: int
    next_text: str = ""
    next_target: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class StepView(PublicView):
    """One of the three steps of how it works."""

    title: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EventView(PublicView):
    """Something that everybody can come to."""

    on: date
    title: str
    text: str
    target: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionView(PublicView):
    """What a pair would like to know from others; nobody is named."""

    text: str
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class WinView(PublicView):
    """What somebody agreed to share, with their pair's cloth."""

    id: str
    words: SafeHtml
    by: str
    cloth: Cloth


@dataclass(frozen=True, slots=True, kw_only=True)
class HomeView(PageView):
    """The front page; each headline line is printed on its own."""

    template: ClassVar[str] = "home.html"
    headline: tuple[str, ...]
    lead: str
    actions: tuple[LinkView, ...]
    note: str
    figures: tuple[FigureView, ...]
    steps: tuple[StepView, ...]
    featured: tuple[PersonCard, ...]
    all_people: LinkView
    events: tuple[EventView, ...]
    calendar: LinkView | None = None
    chat: LinkView | None = None
    questions: tuple[QuestionView, ...] = ()
    wins: tuple[WinView, ...] = ()
    today: TodayView | None = None
