"""People who were put together, or are to be, and how well each two of them fit."""

from dataclasses import dataclass
from typing import TypeAlias

from mentorgen.analysis.matching.fits import Fit
from mentorgen.model.ids import Slug
from mentorgen.model.words import Form

Couple: TypeAlias = tuple[Slug, Slug]


@dataclass(frozen=True, slots=True)
class Together:
    """A pair or a group, with how well each two fit; `path` is their page, if they have one."""

    id: str
    form: Form
    mentors: tuple[Slug, ...]
    mentees: tuple[Slug, ...]
    members: tuple[Slug, ...]
    fits: tuple[tuple[Couple, Fit], ...]
    path: str | None = None
    time: str = ""

    @property
    def score(self) -> int:
        """The average of how well two of them fit, out of a hundred."""
        scores = [score(found) for _, found in self.fits]
        return round(sum(scores) / len(scores)) if scores else 0


@dataclass(frozen=True, slots=True)
class Part:
    """What is shown together, with a sentence about it."""

    id: str
    title: str
    sentence: str
    together: tuple[Together, ...]


def score(fit: Fit) -> int:
    """Give the points of the public reasons, with all there could be counted as a hundred."""
    points = sum(reason.points for reason in fit.public_reasons)
    return round(100 * points / fit.most) if fit.most else 0
