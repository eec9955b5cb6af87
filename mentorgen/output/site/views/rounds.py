"""What the page of all rounds shows, and the page of one round."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from mentorgen.output.site.views.common import FigureView, LinkView, PageView, PublicView

if TYPE_CHECKING:
    from datetime import date

    from mentorgen.output.site.prose import SafeHtml
    from mentorgen.output.site.views.home import EventView
    from mentorgen.output.site.views.pairs import MomentView, Stretch
    from mentorgen.output.site.views.people import PairCard


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundCard(PublicView):
    """A round among others: its days in words, and where in them the day of the site lies."""

    id: str
    name: str
    path: str
    days: str
    state: str
    forms: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundsView(PageView):
    """Every round, the newest first."""

    template: ClassVar[str] = "rounds.html"
    lead: str
    rounds: tuple[RoundCard, ...]
    join: LinkView | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundStage(PublicView):
    """A stage of a round's plan; a round without dates has none here either."""

    title: str
    weeks: int
    stretch: Stretch
    starts: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundView(PageView):
    """One round: when it is, what is planned, how it goes or went, and the pairs that may be shown."""

    template: ClassVar[str] = "round.html"
    id: str
    state: str
    forms: str
    about: SafeHtml
    actions: tuple[LinkView, ...]
    figures: tuple[FigureView, ...]
    days: tuple[MomentView, ...] = ()
    plan: str = ""
    stages: tuple[RoundStage, ...] = ()
    events: tuple[EventView, ...] = ()
    calendar: LinkView | None = None
    pairs: tuple[PairCard, ...] = ()
    more_pairs: tuple[LinkView, ...] = ()
