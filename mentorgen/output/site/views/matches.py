"""What the page of a merged proposal shows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from mentorgen.output.site.views.common import FigureView, PageView, PersonRef, PublicView

if TYPE_CHECKING:
    from mentorgen.output.site.wardrobe import Cloth


@dataclass(frozen=True, slots=True, kw_only=True)
class RibbonView(PublicView):
    """That a mentor and a mentee were put together; `score` of 100, `strongest` the criterion that speaks for them most."""

    mentor: str
    mentee: str
    score: int
    strongest: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class StandView(PublicView):
    """Where somebody stands between west and east: `place` is their hours from UTC, empty where they do not show it."""

    person: PersonRef
    place: str
    is_mentor: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class LoomView(PublicView):
    """Who with whom: people by side, ribbons by slug; `stands` are all of them from west to east. Who has no ribbon waits.

    Peers are all mentors of one another: `is_peers` names both sides members. Above about forty
    pairs, show one loom for each cohort or skill; `title` tells them apart.
    """

    id: str
    mentors: tuple[PersonRef, ...]
    mentees: tuple[PersonRef, ...]
    ribbons: tuple[RibbonView, ...]
    stands: tuple[StandView, ...] = ()
    title: str = ""
    waiting_note: str = ""
    is_peers: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ReasonView(PublicView):
    """Why two people fit: `points` of `most` for one criterion, with the evidence in words."""

    criterion: str
    label: str
    points: int
    most: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LineView(PublicView):
    """How well two people fit; `people` says who of several, and is empty where there are only two."""

    people: tuple[PersonRef, ...]
    score: int
    reasons: tuple[ReasonView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MatchView(PublicView):
    """People who were put together, with a line for each two; `note` says the form and the time.

    `part` is the title of the loom that they are in: where it changes, it heads what follows.
    """

    id: str
    mentors: tuple[PersonRef, ...]
    mentees: tuple[PersonRef, ...]
    cloth: Cloth
    score: int
    lines: tuple[LineView, ...]
    part: str
    note: str = ""
    path: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MatchesView(PageView):
    """The pairs of one proposal; `criteria` in the order that gives them their colours."""

    template: ClassVar[str] = "matches.html"
    lead: str
    looms: tuple[LoomView, ...]
    criteria: tuple[str, ...]
    matches: tuple[MatchView, ...]
    figures: tuple[FigureView, ...] = ()
