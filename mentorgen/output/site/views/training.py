"""What the page of all training shows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from mentorgen.output.site.views.common import PageView, PublicView

if TYPE_CHECKING:
    from mentorgen.model.words import Role


@dataclass(frozen=True, slots=True, kw_only=True)
class ModuleView(PublicView):
    """A module of a path; `done_by` of `meant_for` people have completed it."""

    title: str
    path: str
    minutes: int
    objectives: tuple[str, ...]
    done_by: int
    meant_for: int
    has_quiz: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PathView(PublicView):
    """Modules in the order in which a role takes them."""

    id: str
    title: str
    role: Role
    intro: str
    modules: tuple[ModuleView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainingView(PageView):
    """All training paths."""

    template: ClassVar[str] = "training.html"
    lead: str
    paths: tuple[PathView, ...]
