"""What the page of all people shows, and the page of one person."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from mentorgen.output.site.views.common import (
    ChoiceView,
    LanguageRef,
    LinkView,
    Openness,
    PageView,
    PersonCard,
    PersonRef,
    PublicView,
    SkillRef,
)

if TYPE_CHECKING:
    from mentorgen.model.words import Role
    from mentorgen.output.site.prose import SafeHtml
    from mentorgen.output.site.wardrobe import Cloth


@dataclass(frozen=True, slots=True, kw_only=True)
class ZoneChoice(PublicView):
    """A time zone to compare hours with; its name says where and how far from UTC."""

    label: str
    offset_minutes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PeopleView(PageView):
    """Everybody on one page with what filters them."""

    template: ClassVar[str] = "people.html"
    lead: str
    aims: tuple[LinkView, ...]
    people: tuple[PersonCard, ...]
    skills: tuple[ChoiceView, ...]
    languages: tuple[ChoiceView, ...]
    zones: tuple[ZoneChoice, ...] = ()
    join: LinkView | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DoneView(PublicView):
    """A training module somebody finished."""

    title: str
    when: str
    path: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PairCard(PublicView):
    """A pair on the page of one of its members: the others' names and a line."""

    id: str
    names: str
    line: str
    cloth: Cloth
    path: str | None = None
    is_over: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonView(PageView):
    """Somebody's own page; `zone` is an IANA name, for the time at their place."""

    template: ClassVar[str] = "person.html"
    person: PersonRef
    role: Role
    role_note: str
    line: str
    words: SafeHtml
    place: str
    zone: str
    languages: tuple[LanguageRef, ...]
    last_active: str
    openness: Openness
    openness_text: str
    actions: tuple[LinkView, ...]
    offers: tuple[SkillRef, ...] = ()
    wants: tuple[SkillRef, ...] = ()
    training: tuple[DoneView, ...] = ()
    pairs: tuple[PairCard, ...] = ()
    links: tuple[LinkView, ...] = ()
    finished: str = ""
    free_hours: tuple[int, ...] = ()
    zones: tuple[ZoneChoice, ...] = ()
