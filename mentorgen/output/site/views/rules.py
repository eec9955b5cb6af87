"""What the page of the program's rules shows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from mentorgen.output.site.views.common import FigureView, LinkView, PageView, PublicView, SkillRef

if TYPE_CHECKING:
    from mentorgen.output.site.views.about import OrganisersView, RuleView


@dataclass(frozen=True, slots=True, kw_only=True)
class WeightView(PublicView):
    """A reason for a pair, and the most points that it can give."""

    criterion: str
    label: str
    text: str
    most: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PolicyView(PublicView):
    """How rounds are matched that share one policy; `apart` keeps two people from each other."""

    id: str
    title: str
    rounds: tuple[LinkView, ...]
    weights: tuple[WeightView, ...]
    total: int
    order: tuple[str, ...]
    apart: tuple[str, ...]
    more: tuple[RuleView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicWait(PublicView):
    """How many wait for a skill and how long it usually took; None where they are few."""

    skill: SkillRef
    waiting: int | None
    days: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RungView(PublicView):
    """What is done after so many days without a contact."""

    days: int
    title: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RulesView(PageView):
    """Everything that decides anything in the program."""

    template: ClassVar[str] = "rules.html"
    lead: str
    joining: tuple[RuleView, ...]
    waiting: tuple[FigureView, ...]
    topics: tuple[TopicWait, ...]
    policies: tuple[PolicyView, ...]
    answering: tuple[RuleView, ...]
    ladder: tuple[RungView, ...]
    limits: tuple[RuleView, ...]
    health: tuple[RuleView, ...]
    surveys: tuple[RuleView, ...]
    training: tuple[RuleView, ...]
    modules: tuple[LinkView, ...]
    agreement: tuple[RuleView, ...]
    deciding: tuple[RuleView, ...]
    organisers: OrganisersView
