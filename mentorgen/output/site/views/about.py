"""What the pages about the program itself share: its organisers, and what holds in it."""

from __future__ import annotations

from dataclasses import dataclass

from mentorgen.output.site.views.common import PersonRef, PublicView


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganisersView(PublicView):
    """Who runs the program and how to reach them; an address that they do not have is empty."""

    people: tuple[PersonRef, ...]
    contact: str
    private_form: str = ""
    repository: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleView(PublicView):
    """Something that holds: what it is about, and what is so."""

    label: str
    text: str
