"""What the page shows on which people look at their own mentoring."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from mentorgen.output.site.views.common import LinkView, PageView, PublicView

if TYPE_CHECKING:
    from mentorgen.output.site.views.home import EventView
    from mentorgen.output.site.views.pairs import AgendaPoint, MomentView


@dataclass(frozen=True, slots=True, kw_only=True)
class MyNameView(PublicView):
    """Somebody who can be picked: what they are found by, and where their page lies."""

    name: str
    slug: str
    role: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MyRoundView(PublicView):
    """Where a round is, for everybody in it: the stage of the day, and what its meetings speak of."""

    name: str
    path: str
    state: str
    stage: str
    aim: str
    agenda: tuple[AgendaPoint, ...]
    check_point: str
    days: tuple[MomentView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MyModuleView(PublicView):
    """A training module, with the roles that it is meant for; who coordinates is neither."""

    title: str
    path: str
    minutes: int
    roles: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MyMentoringView(PageView):
    """What is the same for all; the browser adds what stands on somebody's own pages.

    `names` is where the list of those lies who can be picked.
    """

    template: ClassVar[str] = "me.html"
    lead: str
    names: str
    rounds: tuple[MyRoundView, ...]
    modules: tuple[MyModuleView, ...]
    forms: tuple[LinkView, ...]
    events: tuple[EventView, ...]
    calendar: LinkView | None = None
    homes: LinkView | None = None
    concern: LinkView | None = None
    contact: str = ""
