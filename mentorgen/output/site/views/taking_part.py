"""What the page about taking part shows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from mentorgen.output.site.views.common import FigureView, LinkView, PageView, PublicView

if TYPE_CHECKING:
    from mentorgen.model.words import Role
    from mentorgen.output.site.views.about import OrganisersView
    from mentorgen.output.site.views.home import StepView


@dataclass(frozen=True, slots=True, kw_only=True)
class SignUp(PublicView):
    """A round with the days on which one can apply to it, in words."""

    name: str
    path: str
    days: str
    forms: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WayIn(PublicView):
    """What somebody can be in the program; without a link one says so to the organisers."""

    role: Role
    title: str
    text: str
    gives: str
    link: LinkView | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DoorView(PublicView):
    """A case that is not the usual one, and where it leads."""

    id: str
    title: str
    text: str
    link: LinkView | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TakePartView(PageView):
    """Who can take part, how, when and what becomes of it; `details` is the organisers' own page."""

    template: ClassVar[str] = "take-part.html"
    lead: str
    open_now: tuple[SignUp, ...]
    coming: tuple[SignUp, ...]
    ways: tuple[WayIn, ...]
    steps: tuple[StepView, ...]
    figures: tuple[FigureView, ...]
    asked: tuple[str, ...]
    by_choice: tuple[str, ...]
    doors: tuple[DoorView, ...]
    organisers: OrganisersView
    join: LinkView | None = None
    details: LinkView | None = None
