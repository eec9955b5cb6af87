"""What an organiser's pages show. None of it is a view of the public site, so that no public build can hold it.

Views hold plain values that are ready to print. A `path` is relative to the root of the site.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

if TYPE_CHECKING:
    from datetime import date

    from mentorgen.output.report import Block
    from mentorgen.output.site.views import Health, LinkView, ReportSection


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganiserView:
    """What only organisers may see."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganiserPage(OrganiserView):
    """A view with a page of its own; `beside` leads to the other pages of organisers."""

    template: ClassVar[str]
    title: str
    lead: str
    beside: tuple[LinkView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NeedView(OrganiserView):
    """One thing to do: for whom, why, where to look and the commands that help."""

    who: str
    since: str
    evidence: tuple[str, ...]
    actions: tuple[LinkView, ...]
    commands: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NeedGroup(OrganiserView):
    """Things to do of one kind."""

    id: str
    title: str
    needs: tuple[NeedView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NeedsPage(OrganiserPage):
    """What needs an organiser today, the most urgent first."""

    template: ClassVar[str] = "organiser/needs.html"
    groups: tuple[NeedGroup, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PairLine(OrganiserView):
    """How one pair is, by name, with what says so; `health` is None unless it is active."""

    id: str
    names: str
    state: str
    health: Health | None
    evidence: tuple[str, ...]
    figures: str
    links: tuple[LinkView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PairGroup(OrganiserView):
    """Pairs that are alike in what they need; quiet ones need nobody."""

    id: str
    title: str
    pairs: tuple[PairLine, ...]
    is_quiet: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class HealthPage(OrganiserPage):
    """Every pair that goes on, those that need somebody first, and the last weeks of all."""

    template: ClassVar[str] = "organiser/health.html"
    groups: tuple[PairGroup, ...]
    weeks: tuple[Block, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MatchLine(OrganiserView):
    """One suggestion by its weakest side: what it lacks, and who would be next."""

    names: str
    points: str
    percent: int
    weakest: str
    next_best: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MatchingPage(OrganiserPage):
    """What one run of the matcher leads to in a round; `blocks` are texts that the command prints, too."""

    template: ClassVar[str] = "organiser/matching.html"
    matches: tuple[MatchLine, ...]
    waiting: tuple[Block, ...]
    recruiting: tuple[Block, ...]
    scenarios: tuple[Block, ...]
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitingLine(OrganiserView):
    """Somebody who waits, and for how long; `days` is None where no request is dated."""

    name: str
    path: str
    days: int | None
    share: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitingPage(OrganiserPage):
    """Who waits for a mentor, the longest first."""

    template: ClassVar[str] = "organiser/waiting.html"
    people: tuple[WaitingLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TouchView(OrganiserView):
    """Something that happened with a person on a day; what lies ahead is open."""

    on: date
    text: str
    is_ahead: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonLine(OrganiserView):
    """Somebody in the list of all, with the day of the last touch and the next step."""

    name: str
    path: str
    role: str
    last: date | None
    next_step: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactsPage(OrganiserPage):
    """Everybody, by name."""

    template: ClassVar[str] = "organiser/contacts.html"
    people: tuple[PersonLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactPage(OrganiserPage):
    """One person: how to reach them, their relationships, what happened and what is next."""

    template: ClassVar[str] = "organiser/contact.html"
    facts: tuple[tuple[str, str], ...]
    actions: tuple[LinkView, ...]
    next_steps: tuple[str, ...]
    pairs: tuple[PairLine, ...]
    touches: tuple[TouchView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundReportPage(OrganiserPage):
    """A round's report with what people said in it, added up."""

    template: ClassVar[str] = "organiser/report.html"
    sections: tuple[ReportSection, ...]
    voices: tuple[Block, ...]
    caution: str
