"""What the page of all skills shows, and the page of one skill."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from mentorgen.output.site.views.common import (
    FigureView,
    LinkView,
    PageView,
    PersonCard,
    PublicView,
    SkillRef,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class SkillDemand(PublicView):
    """How many can teach a skill and want to learn it; None where a few want it and are not counted."""

    skill: SkillRef
    can_teach: int
    want: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class MissingView(PublicView):
    """A skill for which mentors are missing, and how that shows."""

    skill: SkillRef
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SkillsView(PageView):
    """Every skill of the program; nobody speaks of the `unnamed` ones yet."""

    template: ClassVar[str] = "skills.html"
    lead: str
    missing: tuple[MissingView, ...]
    skills: tuple[SkillDemand, ...]
    unnamed: tuple[SkillRef, ...] = ()
    join: LinkView | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SkillView(PageView):
    """One skill: some of those who offer it, and what stands near it in the vocabulary."""

    template: ClassVar[str] = "skill.html"
    wider: SkillRef | None
    lead: str
    also_called: str
    figures: tuple[FigureView, ...]
    offered_by: tuple[PersonCard, ...]
    narrower: tuple[SkillRef, ...] = ()
    related: tuple[SkillRef, ...] = ()
    training: tuple[LinkView, ...] = ()
    all_people: LinkView | None = None
    join: LinkView | None = None
