"""What several pages show, and the root of all views."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, ClassVar

if TYPE_CHECKING:
    from mentorgen.model.words import Role
    from mentorgen.output.site.wardrobe import Cloth


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicView:
    """What the public may see: a new field is private until listed here."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageView(PublicView):
    """A view with a page of its own; `search_text` is what the site's search finds it by."""

    template: ClassVar[str]
    title: str
    description: str
    search_text: str = ""


class Openness(StrEnum):
    """Whether somebody can be asked now, in this order: a free place, waiting for a match, or none."""

    OPEN = "open"
    WAITING = "waiting"
    FULL = "full"


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkView(PublicView):
    """Words that lead somewhere."""

    text: str
    target: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureView(PublicView):
    """A large number; `unit` stands behind it in small (%), `context` explains it."""

    label: str
    number: str
    unit: str = ""
    context: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChoiceView(PublicView):
    """One entry of a filter: its stable value and the words for it."""

    value: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonRef(PublicView):
    """Somebody who is mentioned; without a path they have no page and are named only."""

    slug: str
    name: str
    given_name: str
    cloth: Cloth
    path: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SkillRef(PublicView):
    """A skill; without a path it has no page."""

    slug: str
    label: str
    level: str = ""
    path: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LanguageRef(PublicView):
    """A language with its code, for the filter."""

    code: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonCard(PublicView):
    """Somebody on a card, which prints the first four skills; `free_hours` are hours of the UTC day, 0 to 23, when they are awake."""

    person: PersonRef
    role: Role
    line: str
    skills: tuple[SkillRef, ...]
    languages: tuple[LanguageRef, ...]
    place: str
    openness: Openness
    openness_text: str
    free_hours: tuple[int, ...] = ()
    last_active: str = ""
