"""What the pages about privacy and accessibility show."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from mentorgen.output.site.views.common import LinkView, PageView, PublicView

if TYPE_CHECKING:
    from mentorgen.output.site.views.about import OrganisersView, RuleView


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptView(PublicView):
    """Things of one kind of record that the same people may see."""

    title: str
    things: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CircleView(PublicView):
    """Who may see something, and what that is."""

    id: str
    title: str
    text: str
    kept: tuple[KeptView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PrivacyView(PageView):
    """Who sees what, what the site does, and how to take something back."""

    template: ClassVar[str] = "privacy.html"
    lead: str
    circles: tuple[CircleView, ...]
    places: tuple[RuleView, ...]
    taking_back: tuple[RuleView, ...]
    actions: tuple[LinkView, ...]
    organisers: OrganisersView


@dataclass(frozen=True, slots=True, kw_only=True)
class AccessibilityView(PageView):
    """What was tested, what is known not to work, and whom to tell; the words are the template's."""

    template: ClassVar[str] = "accessibility.html"
    organisers: OrganisersView
