"""How well two people fit, criterion by criterion, each with its points and a sentence."""

from dataclasses import dataclass
from enum import StrEnum


class Criterion(StrEnum):
    """What a pair is judged by; the values are the names of the policy's weights."""

    SKILLS = "skills"
    GOALS = "goals"
    STYLE = "style"
    HOURS = "hours"
    EXPERIENCE = "experience"
    LANGUAGES = "languages"
    WISHES = "wishes"
    BACKGROUND = "background"


@dataclass(frozen=True, slots=True)
class Reason:
    """What one criterion gives a pair and why.

    `known` is false where nobody said or asked anything that it looks at; `public` tells whether all its
    evidence is public.
    """

    criterion: Criterion
    points: int
    most: int
    text: str
    known: bool
    public: bool


@dataclass(frozen=True, slots=True)
class Fit:
    """How well two people fit: the reasons in the order of the criteria, those without weight left out."""

    reasons: tuple[Reason, ...]

    @property
    def points(self) -> int:
        """All points."""
        return sum(reason.points for reason in self.reasons)

    @property
    def most(self) -> int:
        """The most points there could be."""
        return sum(reason.most for reason in self.reasons)

    @property
    def public_reasons(self) -> tuple[Reason, ...]:
        """The reasons that anybody may read; only their points may stand beside them."""
        return tuple(reason for reason in self.reasons if reason.public)
